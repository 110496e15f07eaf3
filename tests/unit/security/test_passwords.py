"""The password rules: length, a blocklist with patterns, names, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.security.blocklist import COMMON_WORDS
from cims_desktop.security.passwords import check_password

NAMES = ("Golden Lotus Trading", "Ada Wong", "ada", "王芳", "芳华商行")


def codes(password: str, minimum: int = 8) -> list[str]:
    return [problem.code for problem in check_password(password, names=NAMES, minimum=minimum)]


@pytest.mark.parametrize(
    "password",
    [
        "password", "Password1234", "P@ssw0rd2024!", "passwordpassword", "PASSWORD!!!!!",
        "iloveyou5201314", "12345678", "123456789012", "098765432109", "88888888", "00000000000000",
        "abcabcabcabc", "qwertyuiop12", "1qaz2wsx3edc", "q1w2e3r4t5y6", "zxcvbnm,./123", "woaini1314520",
        "woaini1314", "5201314520", "52013145201314", "13812345678", "19900131aaa", "19881231",
        "Sunshine-Princess", "dragon.monkey", "letmein!2024", "admin@admin123", "我爱你我爱你我爱你",
        "我爱你5201314", "恭喜发财888888", "ＰＡＳＳＷＯＲＤ１２３", "changeme2025", "p a s s w o r d",
        "wangfang1990", "correct horse battery staple", "Correct-Horse-Battery-Staple1!",
        "c0rrect h0rse battery staple", "The quick brown fox", "床前明月光疑是地上霜",
    ],
)  # fmt: skip
def test_what_everybody_chooses_is_refused(password: str) -> None:
    assert codes(password) == ["common_password"]


@pytest.mark.parametrize(
    "password",
    [
        "goldenlotus2024", "ada19900131", "AdaWong123!", "GoldenLotusTrading", "王芳520131419900131",
        "ada.wong.1990", "Golden Lotus Trading 1990", "trading8642",
    ],
)  # fmt: skip
def test_what_is_made_of_names_is_refused(password: str) -> None:
    assert codes(password) == ["name_in_password"]


@pytest.mark.parametrize(
    "password",
    [
        "three grey herons", "lotus pond at dusk",
        "Ada likes sailing on Lake Tai", "pingguo-chuanghu-xigua-hehua", "茶馆门口的第三只白猫",
        "xkqzvbnmwpfj", "j8#Lq2!vR9zK", "漢字かな交じり文です", "un café, s'il vous plaît",
        "        a q        ", "482193750264", "🔑🎈🦊🌊🍉🚲🎻🏔", "%)&=?+~[;^",
    ],
)  # fmt: skip
def test_anything_else_of_enough_length_may_be_used(password: str) -> None:
    assert codes(password) == []


@pytest.mark.parametrize(
    ("password", "minimum"), [("herons grey", 12), ("heron x", 8), ("", 8), ("e\u0301" * 7, 8)]
)
def test_a_short_password_says_how_long_it_must_be(password: str, minimum: int) -> None:
    (problem,) = check_password(password, minimum=minimum)
    assert (problem.field, problem.code, problem.params) == ("password", "too_short", {"minimum": minimum})


def test_twelve_characters_are_the_default() -> None:
    assert [problem.code for problem in check_password("q8 heron zu")] == ["too_short"]
    assert check_password("q8 heron zum") == ()


def test_no_office_may_ask_for_less_than_eight() -> None:
    with pytest.raises(ValueError, match="8"):
        check_password("whatever it is", minimum=7)


@pytest.mark.parametrize("length", [64, 200, 1024])
def test_long_passwords_are_accepted(length: int) -> None:
    assert codes(("a heron stands in the reeds and waits; " * 40)[:length]) == []


def test_a_pasted_document_is_not_a_password() -> None:
    assert codes("a heron stands in the reeds " * 40) == ["too_long"]


def test_a_problem_never_carries_the_password() -> None:
    (problem,) = check_password("password1234")
    assert (problem.value, dict(problem.params)) == ("", {})


@given(st.text(max_size=80))
def test_every_text_is_judged(password: str) -> None:
    assert len(check_password(password, names=NAMES, minimum=8)) <= 1


def test_the_blocklist_refuses_more_than_three_thousand_passwords_of_twelve_characters() -> None:
    """ASVS 5.0 6.2.4 asks for the 3,000 commonest that fit the policy; here words and their usual endings."""
    endings = (
        "1234",
        "123456",
        "2024",
        "520",
        "1314",
        "5201314",
        "888888",
        "!",
        "@2024",
        "12345678",
        "2025!",
        "123456789",
    )
    fitting = {word + ending for word in COMMON_WORDS for ending in endings if len(word + ending) >= 12}
    assert len(fitting) > 3000
    refused = sum(1 for password in sorted(fitting)[::7] if check_password(password))
    assert refused == len(sorted(fitting)[::7])
