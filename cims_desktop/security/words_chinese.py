"""Chinese words for passphrases with the pinyin that is typed (ü as v); no two words share their pinyin."""

from typing import Final

_PAIRS: Final = """
苹果:pingguo 香蕉:xiangjiao 西瓜:xigua 葡萄:putao 草莓:caomei 橘子:juzi 桃子:taozi 菠萝:boluo
柠檬:ningmeng 樱桃:yingtao 芒果:mangguo 荔枝:lizhi 石榴:shiliu 核桃:hetao 花生:huasheng 红枣:hongzao
南瓜:nangua 冬瓜:donggua 黄瓜:huanggua 茄子:qiezi 番茄:fanqie 土豆:tudou 萝卜:luobo 白菜:baicai
菠菜:bocai 芹菜:qincai 蘑菇:mogu 豆腐:doufu 面条:miantiao 饺子:jiaozi 馒头:mantou 包子:baozi 米饭:mifan
豆浆:doujiang 牛奶:niunai 酸奶:suannai 咖啡:kafei 绿茶:lvcha 蜂蜜:fengmi 白糖:baitang 酱油:jiangyou
香油:xiangyou 辣椒:lajiao 生姜:shengjiang 大蒜:dasuan 洋葱:yangcong 芝麻:zhima 玉米:yumi 小麦:xiaomai
高粱:gaoliang 燕麦:yanmai 糯米:nuomi 粽子:zongzi 月饼:yuebing 汤圆:tangyuan 春卷:chunjuan 烧饼:shaobing
油条:youtiao 火锅:huoguo 烤鸭:kaoya 老虎:laohu 狮子:shizi 大象:daxiang 猴子:houzi 熊猫:xiongmao
兔子:tuzi 松鼠:songshu 狐狸:huli 长颈鹿:changjinglu 斑马:banma 骆驼:luotuo 山羊:shanyang 绵羊:mianyang
水牛:shuiniu 骏马:junma 毛驴:maolv 小猫:xiaomao 小狗:xiaogou 公鸡:gongji 母鸡:muji 鸭子:yazi 天鹅:tiane
鸽子:gezi 麻雀:maque 燕子:yanzi 喜鹊:xique 老鹰:laoying 孔雀:kongque 鹦鹉:yingwu 企鹅:qie 海豚:haitun
鲸鱼:jingyu 鲨鱼:shayu 海龟:haigui 螃蟹:pangxie 龙虾:longxia 章鱼:zhangyu 金鱼:jinyu 青蛙:qingwa
蝌蚪:kedou 蝴蝶:hudie 蜜蜂:mifeng 蜻蜓:qingting 蚂蚁:mayi 蟋蟀:xishuai 萤火虫:yinghuochong 蜗牛:woniu
蚯蚓:qiuyin 刺猬:ciwei 袋鼠:daishu 太阳:taiyang 月亮:yueliang 星星:xingxing 白云:baiyun 彩虹:caihong
闪电:shandian 雷声:leisheng 大雨:dayu 雪花:xuehua 冰雹:bingbao 微风:weifeng 台风:taifeng 晚霞:wanxia
晨雾:chenwu 露珠:luzhu 春天:chuntian 夏天:xiatian 秋天:qiutian 冬天:dongtian 早晨:zaochen 中午:zhongwu
傍晚:bangwan 深夜:shenye 山峰:shanfeng 山谷:shangu 河流:heliu 湖泊:hupo 海洋:haiyang 沙滩:shatan
岛屿:daoyu 森林:senlin 草原:caoyuan 沙漠:shamo 瀑布:pubu 泉水:quanshui 小溪:xiaoxi 池塘:chitang
田野:tianye 果园:guoyuan 竹林:zhulin 悬崖:xuanya 岩石:yanshi 火山:huoshan 冰川:bingchuan 洞穴:dongxue
桌子:zhuozi 椅子:yizi 沙发:shafa 书架:shujia 衣柜:yigui 台灯:taideng 窗户:chuanghu 窗帘:chuanglian
地毯:ditan 镜子:jingzi 枕头:zhentou 被子:beizi 床单:chuangdan 毛巾:maojin 牙刷:yashua 牙膏:yagao
肥皂:feizao 脸盆:lianpen 梳子:shuzi 剪刀:jiandao 针线:zhenxian 钥匙:yaoshi 门锁:mensuo 雨伞:yusan
雨衣:yuyi 帽子:maozi 围巾:weijin 手套:shoutao 袜子:wazi 皮鞋:pixie 拖鞋:tuoxie 衬衫:chenshan 毛衣:maoyi
外套:waitao 裙子:qunzi 裤子:kuzi 皮带:pidai 背包:beibao 钱包:qianbao 手表:shoubiao 眼镜:yanjing
项链:xianglian 戒指:jiezhi 耳环:erhuan 纽扣:niukou 拉链:lalian 铅笔:qianbi 钢笔:gangbi 毛笔:maobi
橡皮:xiangpi 尺子:chizi 圆规:yuangui 书包:shubao 课本:keben 字典:zidian 日记:riji 信封:xinfeng
邮票:youpiao 报纸:baozhi 杂志:zazhi 地图:ditu 黑板:heiban 粉笔:fenbi 墨水:moshui 宣纸:xuanzhi
砚台:yantai 画笔:huabi 颜料:yanliao 胶水:jiaoshui 订书机:dingshuji 计算器:jisuanqi 算盘:suanpan
日历:rili 名片:mingpian 文件:wenjian 档案:dangan 电脑:diannao 电话:dianhua 手机:shouji 电视:dianshi
冰箱:bingxiang 洗衣机:xiyiji 空调:kongtiao 风扇:fengshan 烤箱:kaoxiang 微波炉:weibolu 电饭锅:dianfanguo
水壶:shuihu 茶壶:chahu 茶杯:chabei 饭碗:fanwan 筷子:kuaizi 勺子:shaozi 叉子:chazi 盘子:panzi 菜刀:caidao
砧板:zhenban 锅盖:guogai 蒸笼:zhenglong 炉灶:luzao 煤气:meiqi 水桶:shuitong 扫帚:saozhou 拖把:tuoba
抹布:mabu 垃圾桶:lajitong 梯子:tizi 锤子:chuizi 钉子:dingzi 斧头:futou 螺丝:luosi 扳手:banshou
钳子:qianzi 绳子:shengzi 铁丝:tiesi 汽车:qiche 火车:huoche 飞机:feiji 轮船:lunchuan 自行车:zixingche
摩托车:motuoche 公交车:gongjiaoche 地铁:ditie 卡车:kache 拖拉机:tuolaji 直升机:zhishengji 热气球:reqiqiu
帆船:fanchuan 潜水艇:qianshuiting 火箭:huojian 卫星:weixing 马车:mache 雪橇:xueqiao 滑板:huaban
缆车:lanche 车站:chezhan 机场:jichang 码头:matou 桥梁:qiaoliang 隧道:suidao 公路:gonglu 铁轨:tiegui
红绿灯:honglvdeng 加油站:jiayouzhan 停车场:tingchechang 学校:xuexiao 医院:yiyuan 银行:yinhang 邮局:youju
商店:shangdian 超市:chaoshi 市场:shichang 饭店:fandian 宾馆:binguan 公园:gongyuan 广场:guangchang
剧院:juyuan 电影院:dianyingyuan 图书馆:tushuguan 博物馆:bowuguan 体育馆:tiyuguan 游泳池:youyongchi
动物园:dongwuyuan 植物园:zhiwuyuan 工厂:gongchang 农场:nongchang 仓库:cangku 车间:chejian
办公室:bangongshi 教室:jiaoshi 厨房:chufang 客厅:keting 卧室:woshi 阳台:yangtai 院子:yuanzi 花园:huayuan
屋顶:wuding 烟囱:yancong 围墙:weiqiang 走廊:zoulang 楼梯:louti 电梯:dianti 地下室:dixiashi 城堡:chengbao
宫殿:gongdian 寺庙:simiao 宝塔:baota 长城:changcheng 胡同:hutong 村庄:cunzhuang 城市:chengshi
乡镇:xiangzhen 首都:shoudu 老师:laoshi 学生:xuesheng 医生:yisheng 护士:hushi 警察:jingcha 军人:junren
农民:nongmin 工人:gongren 司机:siji 厨师:chushi 画家:huajia 作家:zuojia 歌手:geshou 演员:yanyuan
记者:jizhe 律师:lvshi 法官:faguan 科学家:kexuejia 工程师:gongchengshi 理发师:lifashi 摄影师:sheyingshi
裁缝:caifeng 木匠:mujiang 渔夫:yufu 猎人:lieren 邮递员:youdiyuan 售货员:shouhuoyuan 服务员:fuwuyuan
经理:jingli 会计:kuaiji 红色:hongse 橙色:chengse 黄色:huangse 绿色:lvse 青色:qingse 蓝色:lanse 紫色:zise
白色:baise 黑色:heise 灰色:huise 粉色:fense 金色:jinse 银色:yinse 棕色:zongse 圆形:yuanxing
方形:fangxing 三角:sanjiao 直线:zhixian 曲线:quxian 箭头:jiantou 足球:zuqiu 篮球:lanqiu 排球:paiqiu
乒乓球:pingpangqiu 羽毛球:yumaoqiu 网球:wangqiu 棒球:bangqiu 跑步:paobu 游泳:youyong 跳绳:tiaosheng
跳高:tiaogao 滑冰:huabing 滑雪:huaxue 爬山:pashan 钓鱼:diaoyu 下棋:xiaqi 围棋:weiqi 象棋:xiangqi
风筝:fengzheng 陀螺:tuoluo 积木:jimu 拼图:pintu 气球:qiqiu 秋千:qiuqian 滑梯:huati 木马:muma 口琴:kouqin
钢琴:gangqin 吉他:jita 小提琴:xiaotiqin 二胡:erhu 古筝:guzheng 琵琶:pipa 笛子:dizi 唢呐:suona 锣鼓:luogu
喇叭:laba 唱歌:changge 跳舞:tiaowu 绘画:huihua 书法:shufa 剪纸:jianzhi 刺绣:cixiu 陶瓷:taoci 雕塑:diaosu
摄影:sheying 京剧:jingju 相声:xiangsheng 杂技:zaji 魔术:moshu 耳朵:erduo 鼻子:bizi 嘴巴:zuiba
舌头:shetou 牙齿:yachi 头发:toufa 眉毛:meimao 额头:etou 下巴:xiaba 脖子:bozi 肩膀:jianbang 胳膊:gebo
手指:shouzhi 手掌:shouzhang 胸口:xiongkou 肚子:duzi 后背:houbei 膝盖:xigai 脚趾:jiaozhi 柳树:liushu
杨树:yangshu 梧桐:wutong 银杏:yinxing 枫叶:fengye 桂花:guihua 梅花:meihua 兰花:lanhua 菊花:juhua
荷花:hehua 牡丹:mudan 玫瑰:meigui 月季:yueji 茉莉:moli 水仙:shuixian 百合:baihe 杜鹃:dujuan 海棠:haitang
芍药:shaoyao 向日葵:xiangrikui 牵牛花:qianniuhua 仙人掌:xianrenzhang 含羞草:hanxiucao 蒲公英:pugongying
芦苇:luwei 青苔:qingtai 竹笋:zhusun 莲藕:lianou 菱角:lingjiao 钻石:zuanshi 珍珠:zhenzhu 玛瑙:manao
翡翠:feicui 水晶:shuijing 黄金:huangjin 白银:baiyin 青铜:qingtong 钢铁:gangtie 木头:mutou 石头:shitou
玻璃:boli 塑料:suliao 棉花:mianhua 丝绸:sichou 羊毛:yangmao 皮革:pige 水泥:shuini 砖头:zhuantou
瓦片:wapian 沙子:shazi 泥土:nitu 煤炭:meitan 石油:shiyou 蜡烛:lazhu 灯笼:denglong 火柴:huochai
鞭炮:bianpao 时间:shijian 空间:kongjian 力量:liliang 速度:sudu 温度:wendu 声音:shengyin 光线:guangxian
影子:yingzi 颜色:yanse 味道:weidao 梦想:mengxiang 希望:xiwang 友谊:youyi 勇气:yongqi 智慧:zhihui
快乐:kuaile 平安:pingan 健康:jiankang 幸福:xingfu 自由:ziyou 和平:heping 团结:tuanjie 努力:nuli
坚持:jianchi 勤劳:qinlao 节约:jieyue 礼貌:limao 微笑:weixiao 拥抱:yongbao 故事:gushi 童话:tonghua
诗歌:shige 成语:chengyu 谜语:miyu 新闻:xinwen 秘密:mimi 礼物:liwu 奖杯:jiangbei 北京:beijing
上海:shanghai 广州:guangzhou 深圳:shenzhen 杭州:hangzhou 成都:chengdu 西安:xian 南京:nanjing 武汉:wuhan
重庆:chongqing 天津:tianjin 苏州:suzhou 青岛:qingdao 大连:dalian 厦门:xiamen 昆明:kunming 长沙:changsha
郑州:zhengzhou 桂林:guilin 拉萨:lasa 黄河:huanghe 长江:changjiang 泰山:taishan 华山:huashan
黄山:huangshan 西湖:xihu 太湖:taihu 草地:caodi 高原:gaoyuan 盆地:pendi 鸡蛋:jidan 鸭蛋:yadan 烤鱼:kaoyu
牛肉:niurou 羊肉:yangrou 排骨:paigu 火腿:huotui 香肠:xiangchang 腊肉:larou 粉丝:fensi 年糕:niangao
凉粉:liangfen 海带:haidai 紫菜:zicai 木耳:muer 银耳:yiner 莲子:lianzi 枸杞:gouqi 桂圆:guiyuan
山药:shanyao 红薯:hongshu 芋头:yutou 韭菜:jiucai 香菜:xiangcai 茴香:huixiang 花椒:huajiao 八角:bajiao
陈醋:chencu 味精:weijing 食盐:shiyan
"""

CHINESE: Final = tuple((pair.partition(":")[0], pair.partition(":")[2]) for pair in _PAIRS.split())
"""(characters, pinyin) of each word."""
