"""The words by which columns are known, with labels before them and numbers after them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cims_desktop.domain.imports import FIELDS, ImportKind


@dataclass(frozen=True)
class Target:
    """Where a column goes: a field, the label of its values, and the number after its name (0: none)."""

    field: str
    label: str = ""
    number: int = 0


_CUSTOMERS = {
    "number": "customer number|customer no|customer code|client number|编号|客户编号|客户号|"
    "客户编码|会员号|会员编号|number",
    "external_id": "external id|external reference|id|contact id|record id|customer id|客户id|"
    "外部编号|外部id",
    "kind": "customer type|kind|client type|客户类型|类型",
    "name": "name|full name|customer name|customer|contact name|display name|client|client name|contact|"
    "姓名|名称|客户名称|客户姓名|客户|联系人|联系人姓名|全名",
    "family_name": "last name|surname|family name|lastname|姓|姓氏",
    "given_name": "first name|given name|forename|middle name|additional name|firstname|名|名字|中间名",
    "organisation": "company|organisation|organization|company name|employer|account name|"
    "organisation name|"
    "organization name|单位|公司|公司名称|单位名称|工作单位|企业名称|所属公司|所属单位",
    "job_title": "job title|title|position|role|职务|职位|头衔|岗位",
    "status": "status|customer status|lead status|状态|客户状态",
    "tier": "tier|level|customer level|loyalty tier|grade|等级|客户等级|会员等级|级别",
    "birthday": "birthday|date of birth|birth date|birthdate|dob|生日|出生日期|出生年月日",
    "phone": "phone|telephone|tel|phone number|telephone number|contact number|contact phone number|"
    "电话|联系电话|"
    "电话号码|联系方式|座机|固定电话|固话|primary phone|主要电话",
    "phone:mobile": "mobile|mobile phone|cell|cell phone|cellphone|mobile number|手机|手机号|"
    "手机号码|移动电话|联系手机",
    "phone:fax": "fax|fax number|传真",
    "phone:work": "company main phone|单位主要电话",
    "email": "email|e mail|mail|email address|e mail address|primary email|secondary email|邮箱|"
    "电子邮件|电子邮箱|邮件|邮箱地址|电子邮件地址",
    "address_country": "country|country region|国家|国家 地区|国家地区",
    "address_province": "state|province|region|state province|省|省份|省 市 自治区",
    "address_city": "city|town|suburb|市|城市|市 县",
    "address_district": "district|county|区|区县|县区|区 县",
    "address_street": "street|address|street address|address line|address 1|mailing address|地址|"
    "街道|详细地址|"
    "联系地址|通讯地址|地址 街道",
    "address_postal_code": "postal code|zip|zip code|zipcode|postcode|邮编|邮政编码",
    "tags": "tags|tag|labels|categories|groups|group membership|标签|类别|分组|分类",
    "note": "note|notes|remark|remarks|comment|comments|description|备注|附注|说明|注释",
    "wechat": "wechat|wechat id|weixin|微信|微信号",
    "qq": "qq|qq number|qq号|qq号码",
    "website": "website|web page|web|url|homepage|网页|网站|网址|主页",
    "created": "created|created at|created on|date created|customer since|创建时间|创建日期|"
    "建档日期|注册时间",
}
_KEYS = {
    "customer_number": "customer number|customer no|customer code|客户编号|客户号|会员号|编号",
    "customer_external_id": "customer external id|external id|外部编号",
    "customer_name": "customer name|customer|client|name|客户名称|客户姓名|客户|姓名",
}
_PURCHASES = _KEYS | {
    "customer_number": _KEYS["customer_number"]
    + "|customer id|customerid|client id|member id|客户id|会员编号",
    "purchase_number": "purchase number|order number|order no|order id|invoice|invoice no|invoiceno|"
    "invoice number|"
    "订单号|订单编号|单号|发票号|交易号",
    "purchased_on": "purchased on|purchased at|date|order date|invoice date|invoicedate|"
    "purchase date|time|order time|"
    "日期|购买日期|订单日期|下单时间|交易时间|成交时间|购买时间",
    "channel": "channel|sales channel|渠道|销售渠道|来源",
    "currency": "currency|币种|货币",
    "product_sku": "sku|product code|stockcode|stock code|item code|product id|货号|商品编号|"
    "商品编码|产品编号|产品编码",
    "product_name": "product|product name|item|item name|description|商品|商品名称|产品|产品名称|品名",
    "category": "category|product category|类别|分类|品类",
    "quantity": "quantity|qty|count|number of cds|units|数量|件数",
    "unit_price": "unit price|unitprice|price|单价|价格",
    "amount": "amount|total|line total|total price|dollar value|sales|金额|总价|小计|总金额|实付金额",
    "country": "country|国家",
}
_PRODUCTS = {
    "sku": "sku|code|product code|item code|article number|货号|编码|编号|商品编码|产品编号|商品编号",
    "name": "name|product|product name|item|title|名称|商品名称|产品名称|品名|商品|产品",
    "category": "category|product category|type|类别|分类|品类",
    "price": "price|unit price|list price|价格|单价|售价",
}
_INTERACTIONS = _KEYS | {
    "kind": "kind|type|interaction type|方式|类型|跟进方式",
    "direction": "direction|方向",
    "occurred_at": "date|time|when|occurred at|日期|时间|跟进时间|联系时间",
    "subject": "subject|title|主题|标题",
    "text": "text|content|note|notes|details|内容|记录|跟进内容|备注",
    "outcome": "outcome|result|结果",
    "by": "by|user|author|owner|staff|记录人|跟进人|负责人",
}
_SATISFACTION = _KEYS | {
    "metric": "metric|score type|survey|指标|类型",
    "score": "score|rating|评分|分数|得分",
    "comment": "comment|comments|feedback|评语|意见|评价",
    "channel": "channel|渠道",
    "responded_at": "date|responded at|response date|time|日期|时间|回复时间|评价时间",
}
_WORDS = {
    ImportKind.CUSTOMERS: _CUSTOMERS,
    ImportKind.PURCHASES: _PURCHASES,
    ImportKind.PRODUCTS: _PRODUCTS,
    ImportKind.INTERACTIONS: _INTERACTIONS,
    ImportKind.SATISFACTION: _SATISFACTION,
}
_LABELS = {
    "work": "business|work|office|company|商务|办公|公司|单位|工作",
    "home": "home|private|住宅|家庭|家",
    "other": "other|alternative|其他|其它|备用",
    "billing": "billing|invoice|账单|帐单|开票",
    "delivery": "shipping|delivery|收货|送货",
}
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words.split("|")}
_LABELLED = ("phone", "email", "address_")


def folded(header: str) -> str:
    """A header for comparing: one width, lower case, words apart by single spaces, no marks of required
    fields.
    """
    text = unicodedata.normalize("NFKC", header).strip().casefold()
    return re.sub(r"[\s_\-./\\:*#]+", " ", text).strip()


def _index() -> dict[ImportKind, dict[str, Target]]:
    index: dict[ImportKind, dict[str, Target]] = {}
    for kind, words in _WORDS.items():
        names: dict[str, Target] = {}
        for field, synonyms in words.items():
            name, _, label = field.partition(":")
            for word in synonyms.split("|"):
                names.setdefault(folded(word), Target(name, label))
        for entry in FIELDS[kind]:
            names[folded(entry.name)] = Target(entry.name)
        index[kind] = names
    return index


_INDEX = _index()


@lru_cache(maxsize=4096)
def recognise(kind: ImportKind, header: str) -> Target | None:
    """The target that a header's words name, or None. Knows ``Business Phone 2``, ``商务地址 街道 2``,
    ``手机号（必填）``.
    """
    names = _INDEX[kind]
    text = folded(header)
    for candidate in (
        text,
        folded(re.sub(r"[(（\[【].*?[)）\]】]", "", unicodedata.normalize("NFKC", header))),
    ):
        if candidate in names:
            return names[candidate]
        if found := _numbered(names, candidate):
            return found
    return None


def _numbered(names: dict[str, Target], text: str) -> Target | None:
    match = re.fullmatch(r"(.*?)\s?([1-9])", text)
    base, number = (match[1], int(match[2])) if match else (text, 0)
    numbered_email = re.fullmatch(r"(e mail|email|电子邮件) ([1-9]) (?:address|地址)", text)
    if numbered_email:
        base, number = numbered_email[1], int(numbered_email[2])
    if base in names:
        target = names[base]
        return Target(target.field, target.label, number)
    for word, label in _LABEL_OF.items():
        if not base.startswith(word):
            continue
        rest = base[len(word) :].strip()
        target_of_rest = names.get(rest) or names.get(
            rest.removeprefix("地址").removeprefix("address").strip()
        )
        if target_of_rest and target_of_rest.field.startswith(_LABELLED):
            inner = target_of_rest.label
            return Target(target_of_rest.field, inner if inner in ("mobile", "fax") else label, number)
    return None


def is_known_header(word: str) -> bool:
    """Whether a cell's text names a field of any kind."""
    return any(recognise(kind, word) is not None for kind in ImportKind)
