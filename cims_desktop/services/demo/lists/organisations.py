"""Parts of organisation names and job titles, in Chinese and in English."""

from __future__ import annotations

from typing import Final

from cims_desktop.services.demo.lists.parsing import pairs, words

CHINESE_BRANDS: Final = pairs(
    "远航/yuanhang 青禾/qinghe 云帆/yunfan 海棠/haitang 星海/xinghai 明德/mingde 同心/tongxin "
    "瑞丰/ruifeng 金桥/jinqiao 蓝天/lantian 绿源/lvyuan 和悦/heyue 启明/qiming 天工/tiangong "
    "恒信/hengxin 润泽/runze 锦程/jincheng 华章/huazhang 百川/baichuan 知行/zhixing 木棉/mumian "
    "竹里/zhuli 听雨/tingyu 南山/nanshan 东篱/dongli 晨曦/chenxi 飞鸿/feihong 万象/wanxiang 嘉禾/jiahe "
    "朗润/langrun 新程/xincheng 一诺/yinuo 博远/boyuan 聚贤/juxian 永和/yonghe 正阳/zhengyang "
    "清源/qingyuan 春晓/chunxiao 松间/songjian 鹿鸣/luming 白鹭/bailu 长风/changfeng 千帆/qianfan "
    "山海/shanhai 四方/sifang 众合/zhonghe 安澜/anlan 德馨/dexin 乐活/lehuo 橙果/chengguo"
)
CHINESE_TRADES: Final = words(
    "贸易 科技 教育 花艺 设计 餐饮 物流 文化传媒 健身 口腔门诊 旅行社 装饰工程 电子商务 咨询 摄影 服饰 "
    "食品 建材 信息技术 律师事务所 会计服务 印务 家具 园艺 宠物医院 幼儿园 书店 茶业 五金 医疗器械"
)
NO_SUFFIX_TRADES: Final = frozenset({"口腔门诊", "旅行社", "律师事务所", "宠物医院", "幼儿园", "书店"})
CHINESE_SUFFIXES: Final = ("有限公司", "有限公司", "有限公司", "有限责任公司", "工作室", "中心", "商行")

ENGLISH_BRANDS: Final = words(
    "Harbour Northgate Lotus Bluebird Oakline Summit Kite Willow Riverbend Stonebridge Larkspur "
    "Copperfield Beacon Juniper Foxglove Kingfisher Sandpiper Meridian Silverline Redwood Clearwater "
    "Thistle Brightside Evergreen Lighthouse Pebble Heron Marlow Ashford Wren Saffron Cobalt Ember "
    "Tidewater Maplewood Crescent Orchard Falcon Windmill Hawthorn Driftwood Compass Quarry Linden "
    "Amber Highfield Seaglass Hollybrook Longmeadow Starling"
)
ENGLISH_TRADES: Final = (
    "Dental",
    "Travel",
    "Print",
    "Studio",
    "Fitness",
    "Logistics",
    "Interiors",
    "Bakery",
    "Consulting",
    "Books",
    "Florists",
    "Architects",
    "Catering",
    "Accounting",
    "Software",
    "Furniture",
    "Gardens",
    "Veterinary Clinic",
    "Nursery School",
    "Photography",
    "Language School",
    "Coffee Roasters",
    "Events",
    "Cycles",
    "Pharmacy",
    "Opticians",
    "Joinery",
    "Legal",
)
ENGLISH_SUFFIXES: Final[dict[str, tuple[str, ...]]] = {
    "GB": ("Ltd", "", "", "LLP"),
    "US": ("Inc.", "LLC", "", "Co."),
    "CA": ("Inc.", "", "Ltd."),
    "AU": ("Pty Ltd", "", ""),
    "DE": ("GmbH", "GmbH & Co. KG", "e. K."),
    "FR": ("SARL", "SAS", ""),
    "SE": ("AB", "AB", ""),
    "CN": ("Co., Ltd.", "({city}) Co., Ltd.", "", "China"),
}

JOB_TITLES: Final = pairs(
    "经理/Manager;总监/Director;行政主管/Office manager;采购/Buyer;采购主管/Purchasing lead;"
    "会计/Accountant;财务经理/Finance manager;设计师/Designer;工程师/Engineer;"
    "销售代表/Sales representative;助理/Assistant;总经理/General manager;店长/Shop manager;"
    "人事专员/HR officer;市场专员/Marketing officer;教师/Teacher;顾问/Consultant;"
    "项目经理/Project manager;前台/Receptionist;合伙人/Partner",
    ";",
)
