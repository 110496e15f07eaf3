"""Reads single cells as days, instants, numbers, choices. Raises ValueError with a code."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from cims_desktop.exchange.reading.model import Cell, DateOrder, DecimalMark

_DAY = re.compile(r"(\d{1,4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,4})日?")
_COMPACT = re.compile(r"((?:1[5-9]|20|21)\d\d)(\d\d)(\d\d)")
_NAMED = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})[\s.-]+([a-z]{3,9})\.?[\s,-]+(\d{2,4})|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(上午|下午|[ap]\.?m\.?)?\s?(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:[.,]\d+)?)?秒?分?\s?(上午|下午|[ap]\.?m\.?)?"
    r"\s?(z|utc|[-+]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name}
_SERIALS = (10_000, 80_000)
_EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - the wall clock of the file
_APPLE_NO_YEAR = 1604
_NUMBER_DRESS = re.compile(
    r"[\s\u00a0\u2009\u202f'’¥￥$€£₩₹元]|CNY|RMB|USD|EUR|GBP|HKD|TWD|JPY", re.IGNORECASE
)


def text_of(cell: Cell) -> str:
    """The cell as text: whole numbers without a point, days as ISO, without spaces around and NULs inside."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.replace("\x00", "").strip()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def day_of(cell: Cell, order: DateOrder) -> date:
    """The day of a date cell or of text in the given order. Raises ValueError: not_a_date, date_order."""
    return moment_of(cell, order)[0]


def moment_of(cell: Cell, order: DateOrder) -> tuple[date, datetime | None]:
    """The day, and the wall-clock moment when the cell has a time. Raises ValueError: not_a_date,
    date_order.
    """
    if isinstance(cell, datetime):
        return cell.date(), cell
    if isinstance(cell, date):
        return cell, None
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        if _SERIALS[0] <= cell <= _SERIALS[1]:
            moment = _EXCEL_EPOCH + timedelta(days=float(cell))
            return moment.date(), moment if cell % 1 else None
        cell = text_of(cell)
    return _moment_of_text(str(cell or ""), order)


@lru_cache(maxsize=8192)
def _moment_of_text(given: str, order: DateOrder) -> tuple[date, datetime | None]:
    text = unicodedata.normalize("NFKC", given).strip()
    match = _DAY.match(text) or _COMPACT.match(text) or _NAMED.match(text)
    if match is None:
        raise ValueError("not_a_date")
    day = _day_of_match(match, order)
    rest = text[match.end() :].strip().removeprefix("T").removeprefix(",").strip()
    if not rest:
        return day, None
    return day, _with_time(day, rest)


def _day_of_match(match: re.Match[str], order: DateOrder) -> date:
    parts = [part for part in match.groups() if part]
    if match.re is _NAMED:
        if match[4]:
            parts = [parts[1], parts[0], parts[2]]
        month = _MONTHS.get(parts[1][:3].lower())
        if month is None:
            raise ValueError("not_a_date")
        return _date(_full_year(parts[2]), month, int(parts[0]))
    if match.re is _COMPACT or len(parts[0]) >= 3:
        return _date(int(parts[0]), int(parts[1]), int(parts[2]))
    if order is DateOrder.YMD and len(parts[2]) <= 2:
        return _date(_full_year(parts[0]), int(parts[1]), int(parts[2]))
    if order is DateOrder.DMY:
        return _date(_full_year(parts[2]), int(parts[1]), int(parts[0]))
    if order is DateOrder.MDY:
        return _date(_full_year(parts[2]), int(parts[0]), int(parts[1]))
    raise ValueError("date_order")


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError("not_a_date") from error


def _full_year(text: str) -> int:
    """Two digits as POSIX reads them: 69 to 99 are 19xx."""
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year >= 69 else 2000)


def _with_time(day: date, rest: str) -> datetime:
    match = _TIME.fullmatch(rest)
    if match is None:
        raise ValueError("not_a_date")
    hour, half = int(match[2]), (match[1] or match[5] or "").lower()
    if half == "下午" or half.startswith("p"):
        hour = hour % 12 + 12
    elif half:
        hour %= 12
    zone = (match[6] or "").upper().replace("UTC", "+00:00").replace("Z", "+00:00")
    stamp = f"{day.isoformat()}T{hour:02d}:{int(match[3]):02d}:{int(match[4] or 0):02d}{zone}"
    try:
        return datetime.fromisoformat(stamp)
    except ValueError as error:
        raise ValueError("not_a_date") from error


def birthday_of(cell: Cell, order: DateOrder, latest_year: int = 2100) -> str:
    """A birthday as ``YYYY-MM-DD``, ``--MM-DD`` without its year, empty for the zeros that Outlook writes.

    A two-digit year after `latest_year` is taken back a century. Raises ValueError: not_a_date, date_order.
    """
    text = text_of(cell)
    if isinstance(cell, str) and not re.search(r"[1-9]", text) and re.search(r"\d", text):
        return ""
    yearless = re.fullmatch(r"--(\d\d)-?(\d\d)|(\d{1,2})月(\d{1,2})日", unicodedata.normalize("NFKC", text))
    if yearless:
        month, day = (int(part) for part in yearless.groups() if part)
        _date(2000, month, day)
        return f"--{month:02d}-{day:02d}"
    born = day_of(cell, order)
    year = born.year
    if year > latest_year and isinstance(cell, str) and str(year) not in text:
        year -= 100
    if year == _APPLE_NO_YEAR:
        return f"--{born.month:02d}-{born.day:02d}"
    return f"{year:04d}-{born.month:02d}-{born.day:02d}"


def number_of(cell: Cell, mark: DecimalMark) -> Decimal:
    """The exact number of a cell: typed, or text in the given decimal mark with its currency and thousands.

    Raises ValueError: not_a_number.
    """
    if isinstance(cell, bool) or cell is None:
        raise ValueError("not_a_number")
    if isinstance(cell, (int, Decimal)):
        return Decimal(cell)
    if isinstance(cell, float):
        return Decimal(repr(cell))
    return _number_of_text(str(cell), mark)


@lru_cache(maxsize=8192)
def _number_of_text(given: str, mark: DecimalMark) -> Decimal:
    text = unicodedata.normalize("NFKC", given).replace("\u2212", "-").strip()
    text = _NUMBER_DRESS.sub("", text)
    negative = (text.startswith("(") and text.endswith(")")) or text.endswith("-")
    text = text.strip("()") if text.startswith("(") else text.removesuffix("-")
    point, thousands = (",", ".") if mark is DecimalMark.COMMA else (".", ",")
    whole, _, decimals = text.partition(point)
    if thousands in whole:
        if not re.fullmatch(
            rf"[-+]?\d{{1,3}}(?:{re.escape(thousands)}\d{{2,3}})*{re.escape(thousands)}\d{{3}}", whole
        ):
            raise ValueError("not_a_number")
        whole = whole.replace(thousands, "")
    plain = f"{whole}.{decimals}" if decimals else whole
    if len(plain) > 40 or not re.fullmatch(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d{1,2})?", plain):
        raise ValueError("not_a_number")
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise ValueError("not_a_number") from error
    return -number if negative else number


def phones_of(text: str) -> list[str]:
    """The telephone numbers in one cell. A short piece belongs to the number before it (an extension).

    Must come before libphonenumber, which reads ``13800138000;13900139000`` as one number with an extension.
    """
    pieces = [
        piece.strip() for piece in re.split(r"\s*(?::::|;(?!\s?ext=)|；|,|，|、|/|\n|\||\bor\b|或)\s*", text)
    ]
    numbers: list[str] = []
    for piece in pieces:
        if not piece:
            continue
        if numbers and sum(character.isdigit() for character in piece) < 7:
            numbers[-1] = f"{numbers[-1]}/{piece}"
        else:
            numbers.append(piece)
    return numbers


def emails_of(text: str) -> list[str]:
    """The mail addresses in one cell; ``Ada <ada@example.com>`` without the name."""
    pieces = [piece.strip() for piece in re.split(r"\s*(?::::|[;；,，、\n|])\s*", text) if piece.strip()]
    if sum("@" in piece for piece in pieces) < len(pieces):
        pieces = [text.strip()]
    if len(pieces) == 1 and pieces[0].count("@") > 1:
        pieces = pieces[0].split()
    return [match[1] if (match := re.fullmatch(r".*<([^<>]+@[^<>]+)>", piece)) else piece for piece in pieces]


def tags_of(text: str) -> list[str]:
    """The tags in one cell; Google's own groups (``* myContacts``) are left out."""
    pieces = [piece.strip() for piece in re.split(r":::|[;；,，、\n|]", text)]
    return [piece for piece in pieces if piece and not piece.startswith("* ")]


_GUARDED = re.compile(r"'+[\s\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]|'+[\t\r\n\x00]")


def unguarded(text: str) -> str:
    """Takes off the apostrophe that a CSV export put before what a spreadsheet would run as a formula."""
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text


_CHOICES = {
    "kind": {
        "person": "person|individual|contact|个人|自然人|个人客户",
        "organisation": "organisation|organization|company|business|corporate|account|公司|企业|"
        "单位|机构|组织|企业客户|公司客户",
    },
    "status": {
        "prospect": "prospect|lead|potential|new|潜在|潜在客户|意向|意向客户|线索",
        "active": "active|current|customer|活跃|正常|有效|在用|活跃客户|成交客户|成交",
        "dormant": "dormant|inactive|lapsed|沉睡|休眠|流失|不活跃|沉睡客户",
        "blocked": "blocked|blacklisted|banned|停用|黑名单|冻结|拉黑",
    },
    "tier": {
        "bronze": "bronze|铜|铜卡|铜牌|普通会员",
        "silver": "silver|银|银卡|银牌",
        "gold": "gold|金|金卡|金牌|vip",
        "": "none|standard|无|普通",
    },
    "metric": {"nps": "nps|净推荐值", "csat": "csat|satisfaction|满意度", "ces": "ces|费力度"},
    "direction": {"in": "in|inbound|incoming|来|呼入|收到", "out": "out|outbound|outgoing|去|呼出|发出"},
}
_CHOICE_OF = {
    field: {word: code for code, words in codes.items() for word in words.split("|")}
    for field, codes in _CHOICES.items()
}


def choice_of(field: str, text: str) -> str:
    """The domain's value for a word, e.g. active for 活跃. Fields without a list keep their word, in
    lower case.

    Raises ValueError: not_a_choice.
    """
    word = unicodedata.normalize("NFKC", text).strip().casefold()
    known = _CHOICE_OF.get(field)
    if known is None:
        return word
    if word not in known:
        raise ValueError("not_a_choice")
    return known[word]


_LABELS = {
    "mobile": "mobile|cell|cellular|iphone|手机|移动",
    "work": "work|business|office|company|main|工作|单位|公司|办公|商务",
    "home": "home|personal|住宅|家庭|家|个人",
    "fax": "fax|work fax|home fax|workfax|homefax|传真|工作传真|住宅传真",
    "billing": "billing|账单",
    "delivery": "delivery|shipping|收货",
    "other": "other|其他|其它",
}
_LABEL_OF = {word: code for code, words in _LABELS.items() for word in words.split("|")}


def label_of(text: str) -> str:
    """The code of a label, or the label itself when it is somebody's own word. Google's ``* Work`` is
    work.
    """
    plain = text.strip().removeprefix("*").strip()
    return _LABEL_OF.get(plain.casefold(), plain)
