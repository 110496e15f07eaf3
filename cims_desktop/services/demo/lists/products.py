"""The catalogue of the demo shop: ten categories of twelve articles, Chinese and English names, prices in yuan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Article:
    """One article: `names` and `category` are (Chinese, English), `price` in fen; `by_weight`: sold by the kilogram."""

    sku: str
    names: tuple[str, str]
    category: tuple[str, str]
    price: int
    by_weight: bool = False

    def name(self, chinese: bool) -> str:
        """The name in the wanted language."""
        return self.names[0 if chinese else 1]


# A category: prefix, Chinese, English; then lines of Chinese/English/price in yuan, * for "by the kilogram".
_TABLE = """
=TEA|茶叶|Tea
西湖龙井 50 克/Longjing green tea 50 g/128;碧螺春 50 克/Biluochun green tea 50 g/118
正山小种 100 克/Lapsang souchong 100 g/96
铁观音 100 克/Tieguanyin oolong 100 g/88;大红袍 50 克/Da Hong Pao oolong 50 g/168
白毫银针 50 克/Silver needle white tea 50 g/198
普洱茶饼 357 克/Pu'er tea cake 357 g/268;茉莉花茶 100 克/Jasmine tea 100 g/58
祁门红茶 100 克/Keemun black tea 100 g/86
菊花茶 80 克/Chrysanthemum tea 80 g/39.90;散装绿茶/Loose green tea, per kg/360*
散装红茶/Loose black tea, per kg/420*
=COF|咖啡|Coffee
招牌拼配豆/House blend beans, per kg/188*;云南单品豆/Yunnan single origin, per kg/228*
埃塞俄比亚豆/Ethiopia beans, per kg/268*
低因咖啡豆/Decaf beans, per kg/238*;挂耳咖啡 10 片/Drip bags, box of 10/69
冷萃浓缩液/Cold brew concentrate/49;手冲滤杯/Pour-over dripper/79
滤纸 100 张/Paper filters, 100/25;手摇磨豆机/Hand grinder/299;法压壶/French press/159
随行杯/Travel mug/109;咖啡品鉴套装/Coffee tasting set/198
=GFT|礼盒|Gifts
四季茶礼盒/Four seasons tea gift box/398;春节礼盒/New Year gift box/588;中秋礼盒/Mid-autumn gift box/368
咖啡礼盒/Coffee gift box/298
企业定制礼盒/Company gift box/458;节日贺卡套装/Holiday card set/38;香薰蜡烛/Scented candle/128
手工皂礼盒/Handmade soap set/88
丝绸书签/Silk bookmark/29;瓷器茶具/Porcelain tea set/688;礼品卡 200 元/Gift card 200/200
礼品卡 500 元/Gift card 500/500
=STA|文具|Stationery
牛皮笔记本 A5/Leather notebook A5/98;方格笔记本/Grid notebook/32;钢笔/Fountain pen/268
中性笔 12 支/Gel pens, 12/36
彩色铅笔 24 色/Colour pencils, 24/59;便利贴组合/Sticky note set/19.90
文件夹 10 个/Document folders, 10/29;墨水瓶/Bottle of ink/78
书法套装/Calligraphy set/168;日历/Desk calendar/45;剪刀/Scissors/22;印章定制/Custom name seal/188
=PRN|打印服务|Printing
名片 200 张/Business cards, 200/88;海报 A2/Poster A2/45;宣传册 50 本/Brochures, 50/480
彩色打印 100 页/Colour prints, 100 pages/100
论文装订/Thesis binding/60;照片冲印 50 张/Photo prints, 50/75;横幅/Banner/120
贴纸 100 张/Stickers, 100/65;请柬 50 份/Invitations, 50/260
信封 100 个/Envelopes, 100/95;相册/Photo album/228;扫描归档/Scanning and filing/150
=BKS|图书|Books
城市漫步指南/City walks guide/58;茶的故事/The story of tea/68;咖啡入门/Coffee for beginners/52
水彩教程/Watercolour course/72
汉语口语/Everyday Chinese/66;儿童绘本/Picture book/39;家常菜谱/Home cooking/59
园艺手册/Garden handbook/62;旅行手账/Travel journal/48
管理随笔/Notes on management/56;摄影基础/Photography basics/78;诗选/Selected poems/42
=HOM|家居|Home
亚麻桌布/Linen tablecloth/158;陶瓷马克杯/Ceramic mug/59;棉质抱枕/Cotton cushion/89
竹制托盘/Bamboo tray/79;玻璃花瓶/Glass vase/118
厨房围裙/Kitchen apron/69;保温壶/Thermos jug/199;毛毯/Wool blanket/329;台灯/Desk lamp/259
收纳篮/Storage basket/75;餐具四件套/Cutlery set/139
香插/Incense holder/49
=FLO|花艺|Flowers
当季花束/Seasonal bouquet/168;玫瑰 11 枝/Eleven roses/199;向日葵花束/Sunflower bouquet/128
绿植小盆/Small pot plant/45;蝴蝶兰/Moth orchid/288
开业花篮/Opening flower basket/388;每周鲜花/Weekly flowers/99;干花/Dried flowers/86
多肉组合/Succulent bowl/78;圣诞花环/Christmas wreath/218
年宵花/New Year flowers/258;花瓶租用/Vase hire/60
=CRS|课程|Courses
茶艺体验课/Tea tasting class/188;咖啡拉花课/Latte art class/268;花艺课/Flower class/298
书法课 4 次/Calligraphy, 4 lessons/560
水彩课 4 次/Watercolour, 4 lessons/640;陶艺体验/Pottery session/228;亲子手工/Family craft morning/168
摄影漫步/Photo walk/198
香道体验/Incense session/238;企业团建/Team workshop/2880;英语角月卡/English corner, month/320
生日派对/Birthday party/1680
=SRV|服务|Services
送货上门/Home delivery/25;礼品包装/Gift wrapping/15;会议室租用/Meeting room, hour/120
钢笔维修/Pen repair/80;茶具修补/Tea set repair/160
年度会员/Yearly membership/365;场地布置/Venue decoration/980;咖啡机保养/Coffee machine service/260
茶歇服务/Tea break catering/1280
花卉养护月/Plant care, month/380;刻字/Engraving/50;快递代寄/Parcel posting/18
"""


def _articles() -> tuple[Article, ...]:
    articles: list[Article] = []
    prefix, category, number = "", ("", ""), 0
    for line in _TABLE.strip().splitlines():
        if line.startswith("="):
            prefix, chinese, english = line[1:].split("|")
            category, number = (chinese, english), 0
            continue
        for part in line.split(";"):
            number += 1
            name, english, price = part.split("/")
            fen = round(float(price.rstrip("*")) * 100)
            articles.append(
                Article(
                    f"{prefix}-{number:03d}", (name, english), category, fen, by_weight=price.endswith("*")
                )
            )
    return tuple(articles)


ARTICLES: Final = _articles()
CATEGORIES: Final = tuple(dict.fromkeys(article.category for article in ARTICLES))
