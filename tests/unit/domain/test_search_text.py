"""The normal form, tokens and reading of queries agree with each other."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.domain.search_text import content, fold, matched_field, read_query, tokens

WORDS = st.text(alphabet="abcdeäé王伟张上海0123456789@.- ", min_size=1, max_size=24)


@given(WORDS)
def test_tokens_are_plain_ascii_words(text: str) -> None:
    for token in tokens(fold(text)).split():
        assert re.fullmatch("[0-9a-z]{2,}", token)


@given(WORDS, st.data())
def test_any_piece_of_three_characters_or_more_finds_its_text(text: str, data: st.DataObject) -> None:
    folded = content({"name": (text,)})
    start = data.draw(st.integers(0, max(0, len(text) - 3)))
    piece = text[start : start + 6]
    terms = read_query(piece)
    held = set(tokens(folded).split())
    digits_only = re.fullmatch(r"[0-9 .@-]*", fold(piece)) is not None
    short = any(len(run) <= 2 and run.isascii() for run in re.findall(r"[0-9a-z]+", fold(piece)))
    if terms and not digits_only and not short:
        assert matched_field(folded, terms) == "name"
        assert set(terms.tokens) <= held


@given(st.text(max_size=60))
def test_any_text_can_be_read_as_a_query(text: str) -> None:
    terms = read_query(text)
    assert all(re.fullmatch("[0-9a-z]+", token) for token in terms.tokens)


def test_folding_takes_off_case_width_and_accents() -> None:
    assert fold("ＺＯË Straße") == "zoe strasse"
    assert fold("ｶﾀｶﾅ") == "カタカナ"


def test_a_mail_address_is_looked_up_by_what_only_its_owner_has() -> None:
    shared = read_query("office@haddadmorgan.example.net")
    company = read_query("a@qq.com")

    assert "3had" in shared.tokens and "3off" in shared.tokens
    assert not {"3exa", "3net"} & set(shared.tokens)
    assert company.parts == ("a@qq.com",) and "3com" in company.tokens


@given(st.from_regex("[0-9a-z]{10,30}", fullmatch=True))
def test_a_long_run_is_covered_by_a_third_of_its_tokens(run: str) -> None:
    wanted = read_query(run + "x").tokens

    assert len(wanted) <= (len(run) + 1) // 3 + 1
    assert set(wanted) <= set(tokens(run + "x").split())
    assert all(any(letter in token[1:] for token in wanted) for letter in run)
