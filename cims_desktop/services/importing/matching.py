"""Tells which customer a row is about: one of the office's, or one that an earlier row of the file brought."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cims_desktop.domain.errors import Problem
from cims_desktop.services.acting import Acting
from cims_desktop.services.importing.keys import Keys, key_hash
from cims_desktop.services.importing.plan import MatchKey
from cims_desktop.storage import imports
from cims_desktop.storage.imports import Holder
from cims_desktop.storage.staging import SEVERAL, KeyTable

_STRONG = (MatchKey.NUMBER, MatchKey.EXTERNAL_ID)


@dataclass(frozen=True)
class Match:
    """The customer found: a stored id, minus an entry's ordinal, or 0 for nobody; or why the row is refused."""

    ref: int = 0
    problem: Problem | None = None


@dataclass
class Staged:
    """Who an entry of this file is, for telling it from others."""

    number: str
    external_id: str


@dataclass
class _Known:
    """What is known about the keys of one chunk of rows."""

    stored: dict[MatchKey, dict[str, list[Holder]]] = field(default_factory=dict)
    staged: dict[int, int] = field(default_factory=dict)


class Matcher:
    """Matches rows by the plan's keys, in their order; the first key that finds anybody decides.

    A weaker key does not overrule that two rows of one file, or a row and a stored customer, carry different external
    ids (or two rows different numbers): those are two customers who share a telephone.
    """

    def __init__(self, acting: Acting, keys: Sequence[MatchKey], table: KeyTable) -> None:
        self._acting = acting
        self._keys = tuple(keys)
        self._table = table
        self._known = _Known()
        self._fresh: dict[int, int] = {}
        self._people: dict[int, Staged] = {}

    def prepare(self, rows: Iterable[Keys]) -> None:
        """Looks up the keys of the next rows, all at once."""
        values: dict[MatchKey, dict[str, None]] = {key: {} for key in MatchKey}
        for row in rows:
            for key, given in zip(MatchKey, row, strict=True):
                values[key].update(dict.fromkeys(given))
        hashes = [key_hash(key, value) for key in MatchKey for value in values[key]]
        self._known = _Known(staged=self._table.find(hashes))
        with self._acting.read() as connection:
            for key in MatchKey:
                if key in self._keys or key is MatchKey.NUMBER:
                    self._known.stored[key] = imports.holders_of(connection, key.value, list(values[key]))
        self._fresh = {}

    def staged_refs(self) -> set[int]:
        """The entries of earlier chunks that the prepared rows may be about."""
        return set(self._known.staged.values()) - {SEVERAL}

    def introduce(self, ref: int, number: str, external_id: str) -> None:
        """Says who an entry of an earlier chunk is."""
        self._people[ref] = Staged(number, external_id)

    def find(self, keys: Keys) -> Match:
        """The customer that a row with these keys is about."""
        number, external = next(iter(keys.number), ""), next(iter(keys.external_id), "")
        for key in self._keys:
            refs: dict[int, str] = {}
            for value in keys.of(key):
                refs |= self._refs(key, value, number, external)
            if len(refs) > 1 or SEVERAL in refs:
                first, second, *_ = [*refs.values(), *refs.values()]
                params = {"by": key.value, "first": first, "second": second}
                return Match(problem=Problem(key.value, "ambiguous", keys.of(key)[0], params))
            if refs:
                return Match(next(iter(refs)))
        return Match(problem=self._number_problem(number))

    def learn(self, ref: int, keys: Keys) -> None:
        """Remembers that an entry (or the stored customer that a row updates) holds these keys."""
        self._people[ref] = Staged(next(iter(keys.number), ""), next(iter(keys.external_id), ""))
        for key, values in zip(MatchKey, keys, strict=True):
            for value in values:
                mark = key_hash(key, value)
                known = self._fresh.get(mark, self._known.staged.get(mark))
                self._fresh[mark] = ref if known in (None, ref) else SEVERAL

    def store(self) -> None:
        """Writes what was learned since `prepare`."""
        self._table.put(self._fresh)

    def _refs(self, key: MatchKey, value: str, number: str, external: str) -> dict[int, str]:
        """Candidates with the name by which a message tells them."""
        weak = key not in _STRONG
        found: dict[int, str] = {}
        for holder in self._known.stored[key].get(value, ()):
            differs = weak and external and holder.external_id and holder.external_id != external
            if not holder.hidden and not differs:
                found[holder.id] = holder.number
        mark = key_hash(key, value)
        ref = self._fresh.get(mark, self._known.staged.get(mark))
        if ref is None or ref in found:
            return found
        if ref == SEVERAL:
            return found if weak and (number or external) else found | {SEVERAL: ""}
        who = self._people.get(ref, Staged("", ""))
        other = (number and who.number and number != who.number) or (
            external and who.external_id and external != who.external_id
        )
        return found if weak and other and ref < 0 else found | {ref: who.number}

    def _number_problem(self, number: str) -> Problem | None:
        """A new customer's own number must be free, also among the rows before and in the bin."""
        if not number:
            return None
        for holder in self._known.stored[MatchKey.NUMBER].get(number, ()):
            return Problem("number", "number_in_bin" if holder.hidden else "taken", number)
        mark = key_hash(MatchKey.NUMBER, number)
        taken = self._fresh.get(mark, self._known.staged.get(mark)) is not None
        return Problem("number", "taken", number) if taken else None
