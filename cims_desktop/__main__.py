"""The program's door: a sub-command goes to the command line, everything else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

# Options of the window, and whether a value follows.
WINDOW_OPTIONS = {
    "--office": True,
    "--demo": False,
    "--customers": True,
    "--seed": True,
    "--screenshots": True,
    "--language": True,
    "--theme": True,
}


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether only the window's options, or a single office file, were given."""
    rest = list(arguments)
    while rest:
        name, equals, _value = rest[0].partition("=")
        if name not in WINDOW_OPTIONS:
            break
        takes_next = WINDOW_OPTIONS[name] and not equals
        rest = rest[2 if takes_next else 1 :]
    return not rest or (len(rest) == 1 and rest[0].endswith(".cims"))


def forbid_core_dumps() -> None:
    """A dump of this process would leave the office's key and its customers on the disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit status."""
    forbid_core_dumps()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--reader-child"]:  # a frozen program starts itself to read a foreign file
        from cims_desktop.exchange.reading.child import main as read_foreign_file

        return read_foreign_file()
    if wants_window(given):
        from cims_desktop.app import run

        return run(given)
    from cims_desktop.cli.main import main as command_line

    return command_line(given)


if __name__ == "__main__":
    sys.exit(main())
