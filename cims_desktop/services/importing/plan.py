"""What the person decided about one import: a plain value, the same for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.mapping import Mapping
from cims_desktop.exchange.reading import ReadOptions


class MatchKey(StrEnum):
    """By what a row is recognised as a customer of the office; never by the name."""

    NUMBER = "number"
    EXTERNAL_ID = "external_id"
    EMAIL = "email"
    PHONE = "phone"


class OnMatch(StrEnum):
    """What happens to a record that a row matches: left alone, overwritten by what the row gives, or only
    its blanks filled. Phones, mail addresses, addresses and tags are always added to, never taken away.
    """

    SKIP = "skip"
    UPDATE = "update"
    FILL = "fill"


@dataclass(frozen=True)
class ImportPlan:
    """A file, how it is read, where its columns go, and what to do with what the office has already.

    `match` are the keys in the order in which they decide. `strict`: one refused row, and nothing lands.
    `create_customers`: a purchase's unknown customer is made, named after `customer_word` and his number where
    the file has no name. `line_word` describes a purchase line without product.
    """

    path: Path
    kind: ImportKind
    mapping: Mapping
    options: ReadOptions = field(default_factory=ReadOptions)
    match: tuple[MatchKey, ...] = tuple(MatchKey)
    on_match: OnMatch = OnMatch.SKIP
    create_customers: bool = False
    strict: bool = False
    customer_word: str = "Customer"
    line_word: str = "Purchase"

    def __post_init__(self) -> None:
        # Plain words are taken as well, as the command line and saved plans have them.
        object.__setattr__(self, "path", Path(self.path))
        object.__setattr__(self, "match", tuple(MatchKey(key) for key in self.match))
        object.__setattr__(self, "on_match", OnMatch(self.on_match))
