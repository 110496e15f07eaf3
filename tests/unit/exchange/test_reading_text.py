"""Text tables: encodings, dialects, headers, and what a whole column says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading import (
    WHITESPACE,
    ColumnKind,
    DateOrder,
    DecimalMark,
    ReadOptions,
    describe,
    read_rows,
)
from tests.unit.exchange.tables import cells, described, text_file

CHINESE = (
    "编号,姓名,电话,地址\n1,张三丰,13800138000,湖北省十堰市武当山\n2,李时珍,13900139000,湖北省黄冈市蕲春县\n"
)
TAIWANESE = "編號,姓名,地址\n1,陳小明,臺北市信義區市府路\n2,林志玲,高雄市苓雅區四維三路\n"
JAPANESE = "番号,名前,住所\n1,山田太郎,東京都千代田区かすみがせき\n2,すずきはなこ,大阪府大阪市きたく\n"
RUSSIAN = "номер,имя,город\n1,Анна Каренина,Санкт-Петербург\n2,Лев Толстой,Ясная Поляна\n"
GERMAN = (
    "Nummer;Name;Straße\n1;Jürgen Müller;Königsallee\n2;Käthe Groß;Bärenstraße\n3;Jörg Schäfer;Grüner Weg\n"
)


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "gbk", "gb18030"),
        (CHINESE + "3,𠮷野㐂,13700137000,北京\n", "gb18030", "gb18030"),
        (CHINESE, "utf-16", "utf-16"),
        ("number,name\n1,Ada Lovelace\n2,Grace Hopper\n", "utf-16-le", "utf-16-le"),
        ("number,name\n1,Ada Lovelace\n2,Grace Hopper\n", "utf-16-be", "utf-16-be"),
        (TAIWANESE, "big5", "big5hkscs"),
        (JAPANESE, "shift_jis", "cp932"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_text_of_any_encoding_comes_out_as_it_was_written(
    tmp_path: Path, text: str, encoding: str, found: str
) -> None:
    path = text_file(tmp_path, text, encoding)

    description = describe(path)

    assert description.options.encoding == found
    expected = [tuple(line.split(",")) for line in text.splitlines()]
    assert [description.headers, *cells(path, description)] == expected


def test_western_text_keeps_its_umlauts(tmp_path: Path) -> None:
    path = text_file(tmp_path, GERMAN, "cp1252")

    assert cells(path)[0] == ("1", "Jürgen Müller", "Königsallee")


def test_the_first_odd_character_may_stand_beyond_the_first_megabyte(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a,b\n" + "plain,text\n" * 120_000 + "张三丰,北京市朝阳区\n", "gbk")

    description = describe(path)

    assert description.options.encoding == "gb18030"
    assert description.rows == 120_001


def test_a_few_broken_bytes_do_not_make_utf8_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes((CHINESE * 20).encode() + b"3,\xff,1,2\n")

    description = describe(path)

    assert description.options.encoding == "utf-8"
    assert description.replaced == 1


@pytest.mark.parametrize(
    ("text", "delimiter", "quote"),
    [
        ("a,b,c\n1,2,3\n", ",", '"'),
        ("a;b;c\n1,5;2,5;3\n", ";", '"'),
        ("a\tb\n1\t2\n", "\t", '"'),
        ("a|b\nx y|2\n", "|", '"'),
        ("name,note\nO'Brien,it's\nD'Arcy,'tis\n", ",", '"'),
        ("'a','b,c'\n'1','2,3'\n'4','5,6'\n", ",", "'"),
        ("sep=;\na;b\n1,2;3,4\n", ";", '"'),
    ],
)
def test_delimiter_and_quote_are_found(tmp_path: Path, text: str, delimiter: str, quote: str) -> None:
    options = describe(text_file(tmp_path, text)).options

    assert (options.delimiter, options.quote) == (delimiter, quote)


def test_columns_lined_up_by_spaces_are_a_table_without_delimiter(tmp_path: Path) -> None:
    path = text_file(tmp_path, " 00004 0001 19970101  2   29.33\n 00021 0002 19970118 12  129.73\n")

    description = describe(path)

    assert description.options.delimiter == WHITESPACE
    assert description.options.header is False
    assert cells(path, description) == [
        ("00004", "0001", "19970101", "2", "29.33"),
        ("00021", "0002", "19970118", "12", "129.73"),
    ]


def test_quotes_newlines_and_nul_inside_cells_survive(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'id,text\n1,"two\r\nlines"\n2,"say ""hi"""\n3,a\x00b\n\n4,last')

    description = describe(path)
    numbered = [(row.number, row.cells) for row in read_rows(path, description.options)]

    assert numbered == [
        (2, ("1", "two\r\nlines")),
        (3, ("2", 'say "hi"')),
        (4, ("3", "a\x00b")),
        (6, ("4", "last")),
    ]


def test_ragged_rows_come_as_they_are_and_are_counted(tmp_path: Path) -> None:
    path = text_file(tmp_path, "id,name\n1,a\n2\n3,b,surplus\n4,c\n")

    description = describe(path)

    assert description.ragged_rows == 1
    assert cells(path, description) == [("1", "a"), ("2",), ("3", "b", "surplus"), ("4", "c")]


@pytest.mark.parametrize(
    ("text", "header", "skip"),
    [
        ("Name,Email\nAda,ada@example.com\n", True, 0),
        ("John Doe,John,Doe,john@doe.example\nJane Doe,Jane,Doe,jane@doe.example\n", False, 0),
        ("1,2\n3,4\n", False, 0),
        ("客户名单 2024\n\n姓名,电话,城市\n张三,13800138000,杭州\n李四,13900139000,上海\n", True, 1),
        ("姓名,电话\n", True, 0),
        ("just,words\n", False, 0),
        ("1,1,1\nlonger row,2,2\nthe,3,3\n", False, 0),
    ],
)
def test_header_and_title_lines_are_told_from_data(
    tmp_path: Path, text: str, header: bool, skip: int
) -> None:
    options = describe(text_file(tmp_path, text)).options

    assert (options.header, options.skip_rows) == (header, skip)


def test_no_row_is_lost_whether_or_not_there_is_a_header(tmp_path: Path) -> None:
    path = text_file(tmp_path, "just,words\n")

    assert cells(path) == [("just", "words")]
    assert cells(path, described(path, header=True)) == []


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["03/04/2024"] * 900 + ["13/04/2024"], DateOrder.DMY),
        (["03/04/2024"] * 900 + ["04/13/2024"], DateOrder.MDY),
        (["03/04/2024", "05/06/2024"], DateOrder.AMBIGUOUS),
        (["13/04/2024", "04/13/2024"], DateOrder.MIXED),
        (["2024-04-03", "2024-04-13"], DateOrder.YMD),
        (["2024年4月3日"], DateOrder.YMD),
        (["90.01.01", "04.12.13"], DateOrder.YMD),
        (["03.04.2024"], DateOrder.DMY),
        (["1985/4/21", "00/0/0", "0/0/00"], DateOrder.YMD),
        (["nothing"], DateOrder.NONE),
    ],
)
def test_the_order_of_day_and_month_is_judged_by_the_whole_column(
    tmp_path: Path, values: list[str], order: DateOrder
) -> None:
    path = text_file(tmp_path, "id\tday\n" + "".join(f"{i}\t{value}\n" for i, value in enumerate(values)))

    assert describe(path).columns[1].date_order is order


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        (["1,234", "2,345.50"], DecimalMark.POINT),
        (["1,234"] * 900 + ["12,5"], DecimalMark.COMMA),
        (["1.234,50"], DecimalMark.COMMA),
        (["1,234,567"], DecimalMark.POINT),
        (["1,234", "5,678"], DecimalMark.AMBIGUOUS),
        (["12,5", "5.25"], DecimalMark.MIXED),
        (["1.234", "2.500"], DecimalMark.POINT),
        (["¥1,200.00", "¥3.50"], DecimalMark.POINT),
        (["12", "13"], DecimalMark.NONE),
    ],
)
def test_the_decimal_mark_is_judged_by_the_whole_column(
    tmp_path: Path, values: list[str], mark: DecimalMark
) -> None:
    path = text_file(tmp_path, "id\tprice\n" + "".join(f"{i}\t{value}\n" for i, value in enumerate(values)))

    assert describe(path).columns[1].decimal_mark is mark


def test_columns_are_told_by_what_they_hold(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "a,b,c,d,e\nada@example.com,13800138000,2024-01-02,12,\nx@y.example,010-65529988,2024-02-03,7,\n",
    )

    kinds = [column.kind for column in describe(path).columns]

    assert kinds == [
        ColumnKind.EMAIL,
        ColumnKind.PHONE,
        ColumnKind.DATE,
        ColumnKind.INTEGER,
        ColumnKind.EMPTY,
    ]


def test_what_a_person_corrects_is_obeyed(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a;b,c\n1;2,3\n")

    description = describe(path, ReadOptions(delimiter=",", header=False, encoding="latin-1"))

    assert cells(path, description) == [("a;b", "c"), ("1;2", "3")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n \n\t\n", "empty"),
        (bytes(range(256)) * 40, "not_text"),
        (b"%PDF-1.4\n", "not_a_table"),
        (b"<html><table><tr><td>1</td></tr></table>", "html_not_spreadsheet"),
        (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "not_supported_yet"),
        (b"a,b\n" + b"x" * 5_000_000 + b",1\n", "cell_too_long"),
        (b"," * 20_000 + b"\n", "too_many_columns"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)

    with pytest.raises(UnreadableFile) as refused:
        describe(path)

    assert refused.value.code == code


def test_a_missing_file_a_folder_and_an_unknown_encoding_say_so(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a,b\n1,2\n")

    for where, options, code in (
        (tmp_path / "gone.csv", ReadOptions(), "file_missing"),
        (tmp_path, ReadOptions(), "not_a_file"),
        (path, ReadOptions(encoding="klingon"), "unknown_encoding"),
    ):
        with pytest.raises(UnreadableFile) as refused:
            describe(where, options)
        assert refused.value.code == code
