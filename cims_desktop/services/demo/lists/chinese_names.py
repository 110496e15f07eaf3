"""Chinese surnames and given names with their pinyin, for people who do not exist."""

from __future__ import annotations

from typing import Final


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Turns words like 王wang into (王, wang)."""
    words = text.split()
    cut = [next(i for i, letter in enumerate(word) if letter.isascii()) for word in words]
    return tuple((word[:at], word[at:]) for word, at in zip(words, cut, strict=True))


COMMON_SURNAMES: Final = _pairs(
    "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu "
    "郭guo 何he 林lin 高gao 罗luo"
)
SURNAMES: Final = _pairs(
    "郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 萧xiao 田tian "
    "董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 卢lu "
    "姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia "
    "付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 闫yan 段duan 雷lei "
    "龙long 黎li 史shi 陶tao 贺he 毛mao 郝hao 顾gu 龚gong 邵shao 万wan 覃qin 武wu 钱qian 戴dai 严yan "
    "莫mo 孔kong 向xiang 常chang 汤tang 康kang 易yi 乔qiao 文wen 施shi 洪hong 单shan 仇qiu 解xie 翟zhai "
    "查zha 欧阳ouyang 上官shangguan 司马sima 诸葛zhuge 尉迟yuchi"
)

# One list per generation: a given name tells the decade.
OLDER_MEN: Final = _pairs(
    "建国jianguo 建华jianhua 国强guoqiang 志强zhiqiang 建军jianjun 卫东weidong 德明deming 永贵yonggui "
    "长河changhe 福生fusheng 振华zhenhua 文斌wenbin 学军xuejun 大勇dayong 光荣guangrong 立新lixin "
    "守义shouyi 宝林baolin 玉山yushan 春生chunsheng"
)
OLDER_WOMEN: Final = _pairs(
    "秀英xiuying 桂兰guilan 玉兰yulan 淑珍shuzhen 凤英fengying 丽华lihua 秀兰xiulan 春梅chunmei "
    "美玲meiling 惠芳huifang 月娥yuee 素琴suqin 桂芝guizhi 红霞hongxia 雪梅xuemei 玉珍yuzhen "
    "金凤jinfeng 秋菊qiuju 淑华shuhua 兰英lanying"
)
MEN: Final = _pairs(
    "伟wei 强qiang 磊lei 军jun 勇yong 涛tao 斌bin 超chao 鹏peng 杰jie 波bo 辉hui 刚gang 健jian 俊jun "
    "凯kai 浩hao 亮liang 飞fei 宁ning"
)
WOMEN: Final = _pairs(
    "芳fang 娜na 敏min 静jing 丽li 艳yan 娟juan 霞xia 燕yan 玲ling 婷ting 洁jie 倩qian 颖ying 琳lin "
    "蕾lei 莉li 薇wei 雪xue 梅mei"
)
MALE_FIRST: Final = _pairs(
    "子zi 浩hao 宇yu 俊jun 文wen 志zhi 明ming 天tian 思si 嘉jia 晨chen 一yi 博bo 泽ze 家jia 国guo 海hai "
    "永yong 云yun 景jing 承cheng 书shu 致zhi 立li 维wei 启qi 少shao 振zhen 柏bo 沐mu"
)
MALE_LAST: Final = _pairs(
    "轩xuan 然ran 航hang 杰jie 涵han 辰chen 远yuan 睿rui 博bo 阳yang 泽ze 宇yu 哲zhe 豪hao 铭ming "
    "峰feng 林lin 川chuan 平ping 安an 凡fan 恒heng 毅yi 诚cheng 楠nan 帆fan 舟zhou 松song 洋yang 文wen"
)
FEMALE_FIRST: Final = _pairs(
    "雨yu 欣xin 梓zi 诗shi 思si 佳jia 晓xiao 雅ya 梦meng 语yu 若ruo 静jing 可ke 嘉jia 紫zi 慧hui 婉wan "
    "心xin 芷zhi 依yi 明ming 清qing 安an 雪xue 美mei 书shu 忆yi 亦yi 秋qiu 小xiao"
)
FEMALE_LAST: Final = _pairs(
    "涵han 怡yi 桐tong 萱xuan 婷ting 琪qi 雯wen 瑶yao 妍yan 彤tong 悦yue 宁ning 洁jie 晴qing 霏fei "
    "莹ying 琳lin 佳jia 溪xi 蕊rui 兰lan 云yun 筠yun 然ran 月yue 馨xin 霞xia 娟juan 竹zhu 岚lan"
)
