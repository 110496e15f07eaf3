"""Counted words: lupdate sees plural forms in tr() only, and only with a plain number."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counts(QObject):
    """How many of something, in the language of the window."""

    def rows(self, count: int) -> str:
        """Rows of a file."""
        return self.tr("%Ln row(s)", "", count)

    def columns(self, count: int) -> str:
        """Columns of a file."""
        return self.tr("%Ln column(s)", "", count)

    def sheets(self, count: int) -> str:
        """Sheets that are read one after the other."""
        return self.tr("%n sheet(s) with these columns", "", count)

    def purchases(self, count: int) -> str:
        """New purchases."""
        return self.tr("%Ln purchase(s)", "", count)

    def customers(self, count: int) -> str:
        """New customers."""
        return self.tr("%Ln customer(s)", "", count)

    def products(self, count: int) -> str:
        """New products."""
        return self.tr("%Ln product(s)", "", count)

    def ignored(self, count: int) -> str:
        """Columns that go nowhere; %1 is for their names."""
        return self.tr("%Ln column(s) will be ignored: %1", "", count)

    def to_import(self, count: int) -> str:
        """The button that begins."""
        return self.tr("&Import %Ln row(s)", "", count)

    def imported(self, count: int) -> str:
        """The headline of a finished import."""
        return self.tr("%Ln row(s) were imported", "", count)

    def refused(self, count: int) -> str:
        """The headline of the refused rows."""
        return self.tr("%Ln row(s) were refused", "", count)

    def left_out(self, count: int) -> str:
        """What a check says of refused rows."""
        return self.tr("%Ln row(s) can't be imported and will be left out; the others are fine.", "", count)

    def first_checked(self, count: int) -> str:
        """That a check lists only so many refused rows."""
        return self.tr(
            "The first %Ln refused row(s) are listed; all of them can be saved after the import.", "", count
        )

    def first_refused(self, count: int) -> str:
        """That a result lists only so many refused rows."""
        return self.tr("The first %Ln row(s) are listed; the file has all.", "", count)

    def unreadable(self, count: int) -> str:
        """Characters that the encoding lacks."""
        return self.tr("%Ln character(s) can't be read with this encoding: try another one.", "", count)

    def too_wide(self, count: int) -> str:
        """Rows that are wider than their titles."""
        return self.tr("%Ln row(s) have more cells than titles and will be refused.", "", count)


class TimeLeft(QObject):
    """About how long it still takes."""

    def words(self, seconds: float | None) -> str:
        """Nothing while it can't be said."""
        if seconds is None:
            return ""
        if seconds < 10:
            return self.tr("a few seconds left")
        tens, minutes, hours = round(seconds / 10) * 10, round(seconds / 60), round(seconds / 3600)
        if seconds < 90:
            return self.tr("about %n second(s) left", "", tens)
        if seconds < 5400:
            return self.tr("about %n minute(s) left", "", minutes)
        return self.tr("about %n hour(s) left", "", hours)
