"""Which columns the customer list shows, in which order and how wide, as it is kept in the settings."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from cims_desktop.gui.models.customer_columns import DEFAULT_COLUMNS, Column


@dataclass(frozen=True)
class ColumnLayout:
    """Shown columns in visual order; `widths` in pixels at 100 % text size, where a person chose one.

    `chosen`: the person picked the columns, so a narrow list scrolls sideways instead of dropping some.
    """

    shown: tuple[Column, ...] = DEFAULT_COLUMNS
    widths: dict[Column, int] = field(default_factory=dict)
    chosen: bool = False

    def dumped(self) -> bytes:
        """The layout for the settings; columns by name, so that later versions may add some."""
        value = {
            "shown": [column.name for column in self.shown],
            "widths": {column.name: width for column, width in self.widths.items()},
            "chosen": self.chosen,
        }
        return json.dumps(value).encode()

    @classmethod
    def loaded(cls, stored: bytes) -> ColumnLayout:
        """What was stored; the default when there is nothing or it can't be read. Unknown columns are left out."""
        try:
            value = json.loads(stored or b"{}")
            shown = tuple(Column[name] for name in value["shown"] if name in Column.__members__)
            widths = {
                Column[name]: int(width)
                for name, width in value["widths"].items()
                if name in Column.__members__ and 20 <= int(width) <= 2000
            }
            chosen = bool(value["chosen"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()
        if Column.NAME not in shown or len(set(shown)) != len(shown):
            return cls()
        return cls(shown, widths, chosen)
