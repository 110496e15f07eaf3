"""The export ledger: what left the office, when, by whom, whose data, and whether all that matched was written."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime
from itertools import accumulate, pairwise

import sqlalchemy as sa

from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.work import export_entry


def add_export(
    connection: sa.Connection,
    *,
    kind: str,
    file_name: str,
    file_digest: str,
    query: str,
    matched: int,
    written: int,
    at: datetime,
    user_id: int,
    customer_ids: Iterable[int] = (),
) -> int:
    """Writes one ledger entry; `customer_ids` are those whose data went out. Returns its id."""
    return insert_row(
        connection,
        export_entry,
        {
            "kind": kind, "file_name": file_name, "file_digest": file_digest, "query": query, "matched": matched,
            "written": written, "exported_at": at, "user_id": user_id, "customer_ids": pack_ids(customer_ids),
        },
    )  # fmt: skip


def pack_ids(ids: Iterable[int]) -> bytes | None:
    """Ids as they are kept: sorted, as 8-byte differences, packed. Neighbours cost next to nothing. None for no ids."""
    ordered = sorted(set(ids))
    if not ordered:
        return None
    steps = array("q", [ordered[0], *(high - low for low, high in pairwise(ordered))])
    return zlib.compress(_little_endian(steps).tobytes(), 6)


def unpack_ids(packed: bytes) -> array[int]:
    """The ids of `pack_ids`, ascending. Raises ValueError for anything else."""
    steps = array("q")
    try:
        steps.frombytes(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError("not packed ids") from error
    return array("q", accumulate(_little_endian(steps)))


def holds(packed: bytes, customer_id: int) -> bool:
    """Whether these packed ids hold the one."""
    ids = unpack_ids(packed)
    place = bisect_left(ids, customer_id)
    return place < len(ids) and ids[place] == customer_id


def _little_endian(steps: array[int]) -> array[int]:
    import sys

    if sys.byteorder == "big":
        steps.byteswap()
    return steps
