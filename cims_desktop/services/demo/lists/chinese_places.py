"""Cities of China with districts, area codes and the beginnings of their postal codes, in both scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cims_desktop.services.demo.lists.parsing import pair, pairs, rows


@dataclass(frozen=True)
class ChineseCity:
    """A city: Chinese and English words side by side; districts are (Chinese, English, first four postal digits).

    `area_code` has no trunk zero; `local_digits` is how long a landline number is after it; `weight` says how often
    the city is drawn.
    """

    province: tuple[str, str]
    name: tuple[str, str]
    area_code: str
    districts: tuple[tuple[str, str, str], ...]
    weight: int
    local_digits: int = 8


# province|city|area code|postal prefix|weight|districts; a word is Chinese/English, a district may add its own prefix.
_TABLE = """
上海市/Shanghai|上海市/Shanghai|21|2000|220|静安区/Jing'an 徐汇区/Xuhui 黄浦区/Huangpu 长宁区/Changning 杨浦区/Yangpu
  虹口区/Hongkou 普陀区/Putuo
北京市/Beijing|北京市/Beijing|10|1000|70|朝阳区/Chaoyang 海淀区/Haidian 东城区/Dongcheng 西城区/Xicheng 丰台区/Fengtai
天津市/Tianjin|天津市/Tianjin|22|3000|16|和平区/Heping 河西区/Hexi 南开区/Nankai 河东区/Hedong
重庆市/Chongqing|重庆市/Chongqing|23|4000|22|渝中区/Yuzhong 江北区/Jiangbei 南岸区/Nan'an 沙坪坝区/Shapingba
江苏省/Jiangsu|苏州市/Suzhou|512|2150|95|姑苏区/Gusu 虎丘区/Huqiu 吴中区/Wuzhong/2151 相城区/Xiangcheng/2151
江苏省/Jiangsu|南京市/Nanjing|25|2100|45|玄武区/Xuanwu 秦淮区/Qinhuai 鼓楼区/Gulou 建邺区/Jianye
江苏省/Jiangsu|无锡市/Wuxi|510|2140|36|梁溪区/Liangxi 滨湖区/Binhu 新吴区/Xinwu
江苏省/Jiangsu|常州市/Changzhou|519|2130|16|天宁区/Tianning 钟楼区/Zhonglou 武进区/Wujin/2131
江苏省/Jiangsu|南通市/Nantong|513|2260|16|崇川区/Chongchuan 通州区/Tongzhou/2263
浙江省/Zhejiang|杭州市/Hangzhou|571|3100|110|西湖区/Xihu 上城区/Shangcheng 拱墅区/Gongshu 滨江区/Binjiang
浙江省/Zhejiang|宁波市/Ningbo|574|3150|36|海曙区/Haishu 江北区/Jiangbei 鄞州区/Yinzhou
浙江省/Zhejiang|温州市/Wenzhou|577|3250|16|鹿城区/Lucheng 龙湾区/Longwan 瓯海区/Ouhai
浙江省/Zhejiang|嘉兴市/Jiaxing|573|3140|24|南湖区/Nanhu 秀洲区/Xiuzhou
浙江省/Zhejiang|绍兴市/Shaoxing|575|3120|16|越城区/Yuecheng 柯桥区/Keqiao
安徽省/Anhui|合肥市/Hefei|551|2300|18|蜀山区/Shushan 庐阳区/Luyang 包河区/Baohe
福建省/Fujian|福州市/Fuzhou|591|3500|14|鼓楼区/Gulou 台江区/Taijiang 仓山区/Cangshan
福建省/Fujian|厦门市/Xiamen|592|3610|20|思明区/Siming 湖里区/Huli 集美区/Jimei|7
福建省/Fujian|泉州市/Quanzhou|595|3620|10|鲤城区/Licheng 丰泽区/Fengze
江西省/Jiangxi|南昌市/Nanchang|791|3300|10|东湖区/Donghu 西湖区/Xihu 青山湖区/Qingshanhu
山东省/Shandong|济南市/Jinan|531|2500|12|历下区/Lixia 市中区/Shizhong 槐荫区/Huaiyin
山东省/Shandong|青岛市/Qingdao|532|2660|18|市南区/Shinan 市北区/Shibei 崂山区/Laoshan/2661
山东省/Shandong|烟台市/Yantai|535|2640|7|芝罘区/Zhifu 莱山区/Laishan|7
河南省/Henan|郑州市/Zhengzhou|371|4500|14|金水区/Jinshui 中原区/Zhongyuan 二七区/Erqi
河南省/Henan|洛阳市/Luoyang|379|4710|6|西工区/Xigong 涧西区/Jianxi
湖北省/Hubei|武汉市/Wuhan|27|4300|24|武昌区/Wuchang 江汉区/Jianghan 洪山区/Hongshan 汉阳区/Hanyang
湖南省/Hunan|长沙市/Changsha|731|4100|18|岳麓区/Yuelu 芙蓉区/Furong 天心区/Tianxin
广东省/Guangdong|广州市/Guangzhou|20|5100|40|天河区/Tianhe/5106 越秀区/Yuexiu/5100 海珠区/Haizhu/5102 荔湾区/Liwan/5101
广东省/Guangdong|深圳市/Shenzhen|755|5180|60|南山区/Nanshan 福田区/Futian 罗湖区/Luohu 龙岗区/Longgang/5181
广东省/Guangdong|佛山市/Foshan|757|5280|12|禅城区/Chancheng 南海区/Nanhai/5282 顺德区/Shunde/5283
广东省/Guangdong|珠海市/Zhuhai|756|5190|8|香洲区/Xiangzhou 斗门区/Doumen/5191|7
广西壮族自治区/Guangxi|南宁市/Nanning|771|5300|8|青秀区/Qingxiu 兴宁区/Xingning|7
海南省/Hainan|海口市/Haikou|898|5700|6|龙华区/Longhua 美兰区/Meilan
四川省/Sichuan|成都市/Chengdu|28|6100|34|武侯区/Wuhou 锦江区/Jinjiang 青羊区/Qingyang 成华区/Chenghua
贵州省/Guizhou|贵阳市/Guiyang|851|5500|6|南明区/Nanming 云岩区/Yunyan
云南省/Yunnan|昆明市/Kunming|871|6500|10|五华区/Wuhua 盘龙区/Panlong 官渡区/Guandu
陕西省/Shaanxi|西安市/Xi'an|29|7100|18|雁塔区/Yanta 碑林区/Beilin 未央区/Weiyang
河北省/Hebei|石家庄市/Shijiazhuang|311|0500|7|长安区/Chang'an 桥西区/Qiaoxi 裕华区/Yuhua
山西省/Shanxi|太原市/Taiyuan|351|0300|6|小店区/Xiaodian 迎泽区/Yingze|7
辽宁省/Liaoning|沈阳市/Shenyang|24|1100|9|和平区/Heping 沈河区/Shenhe 皇姑区/Huanggu
辽宁省/Liaoning|大连市/Dalian|411|1160|12|中山区/Zhongshan 西岗区/Xigang 沙河口区/Shahekou
吉林省/Jilin|长春市/Changchun|431|1300|6|南关区/Nanguan 朝阳区/Chaoyang
黑龙江省/Heilongjiang|哈尔滨市/Harbin|451|1500|7|南岗区/Nangang 道里区/Daoli
甘肃省/Gansu|兰州市/Lanzhou|931|7300|4|城关区/Chengguan 七里河区/Qilihe|7
新疆维吾尔自治区/Xinjiang|乌鲁木齐市/Urumqi|991|8300|4|天山区/Tianshan 水磨沟区/Shuimogou|7
"""


def _district(text: str, postal: str) -> tuple[str, str, str]:
    chinese, english, *own = text.split("/")
    return chinese, english, own[0] if own else postal


def _city(line: str) -> ChineseCity:
    province, name, area_code, postal, weight, districts, *digits = line.split("|")
    return ChineseCity(
        province=pair(province),
        name=pair(name),
        area_code=area_code,
        districts=tuple(_district(word, postal) for word in districts.split()),
        weight=int(weight),
        local_digits=int(digits[0]) if digits else 8,
    )


CITIES: Final = tuple(_city(line) for line in rows(_TABLE))

STREETS: Final = pairs(
    "人民路/Renmin_Road 中山路/Zhongshan_Road 解放路/Jiefang_Road 建设路/Jianshe_Road "
    "和平路/Heping_Road 文化路/Wenhua_Road 新华路/Xinhua_Road 长江路/Changjiang_Road "
    "黄河路/Huanghe_Road 青年路/Qingnian_Road 南京西路/West_Nanjing_Road 北京东路/East_Beijing_Road "
    "团结路/Tuanjie_Road 光明路/Guangming_Road 东风路/Dongfeng_Road 滨河路/Binhe_Road 湖滨路/Hubin_Road "
    "学院路/Xueyuan_Road 体育路/Tiyu_Road 花园路/Huayuan_Road 公园路/Gongyuan_Road 朝阳路/Chaoyang_Road "
    "迎宾大道/Yingbin_Avenue 世纪大道/Century_Avenue 科技路/Keji_Road 创新大道/Chuangxin_Avenue "
    "复兴路/Fuxing_Road 延安路/Yan'an_Road 金桥路/Jinqiao_Road 桃源路/Taoyuan_Road 柳林路/Liulin_Road "
    "梅园路/Meiyuan_Road 竹林路/Zhulin_Road 银杏路/Yinxing_Road 梧桐街/Wutong_Street "
    "海棠街/Haitang_Street 玉兰街/Yulan_Street 健康街/Jiankang_Street"
)

COMPOUNDS: Final = pairs(
    "翠湖花园/Cuihu_Garden 阳光家园/Sunshine_Homes 锦绣苑/Jinxiu_Court 江南名邸/Jiangnan_Residence "
    "书香里/Shuxiang_Lane 碧水湾/Bishui_Bay 金色年华/Golden_Years 紫金庭院/Zijin_Court "
    "枫林雅苑/Maple_Court 滨江一号/Riverfront_One 绿洲新城/Oasis_Town 香樟里/Camphor_Lane "
    "幸福里/Xingfu_Lane 云栖小筑/Yunqi_Villas 东湖公寓/East_Lake_Apartments 梧桐公馆/Wutong_House"
)

OFFICE_BUILDINGS: Final = pairs(
    "环球中心/Global_Centre 创业大厦/Startup_Tower 金融广场/Finance_Plaza 时代广场/Times_Plaza "
    "科创园/Innovation_Park 商务中心/Business_Centre 汇峰大厦/Huifeng_Tower 联合大厦/Union_Tower "
    "软件园/Software_Park 天成大厦/Tiancheng_Tower"
)
