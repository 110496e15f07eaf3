"""What the command line understands."""

from __future__ import annotations

import argparse
from pathlib import Path

from cims_desktop import __version__

COMMANDS = (
    "office",
    "search",
    "import",
    "imports",
    "export",
    "report",
    "audit",
    "key",
    "backup",
    "restore",
    "user",
    "person",
)
"""First words that belong to the command line; anything else opens the window."""

KINDS = ("customers", "products", "purchases")


def build() -> argparse.ArgumentParser:
    """The whole parser."""
    parser = argparse.ArgumentParser(
        prog="cims-desktop",
        description="Customer information management for a small office.",
        usage="%(prog)s [--office FILE | --demo [--customers N] [--seed N]] [--language CODE] [--theme NAME]\n"
        "       %(prog)s [FILE.cims]\n       %(prog)s COMMAND ...",
        epilog="Without a command the window opens: with --office FILE on that office, with --demo on a made-up one to"
        " try things on. Exit status: 0 done; 1 done, something was found; 2 wrong command"
        " line; 3 sign-in refused; 4 a right is missing; 5 the office can't be used; 6 bad input, nothing written.",
    )
    parser.add_argument("--version", action="version", version=f"cims-desktop {__version__}")
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", prog=parser.prog
    )  # else the whole usage above would stand before each command's own
    _office(commands)
    _search(commands)
    _import(commands)
    _export(commands)
    _report(commands)
    _person(commands)
    _audit(commands)
    _key(commands)
    _user(commands)
    _backup(commands)
    return parser


def _signing_in() -> argparse.ArgumentParser:
    """Options of everything that works on an existing office."""
    common = argparse.ArgumentParser(add_help=False, parents=[_shared()])
    common.add_argument("--office", type=Path, required=True, metavar="FILE", help="the office file")
    common.add_argument("--user", required=True, metavar="NAME", help="sign-in name")
    common.add_argument("--code", metavar="CODE", help="one-time code, for a user with a second factor")
    return common


def _shared() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    secret = common.add_mutually_exclusive_group()
    secret.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    secret.add_argument("--password-file", type=Path, metavar="FILE", help="read the password from a file")
    common.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    return common


def _office(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    office = commands.add_parser("office", help="make, fill or check an office").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    create = office.add_parser("create", help="make an empty office", parents=[_shared()])
    create.add_argument("file", type=Path)
    create.add_argument(
        "--admin", required=True, metavar="NAME", help="sign-in name of the first administrator"
    )
    create.add_argument("--name", metavar="TEXT", help="the office's name (default: the file's)")
    create.add_argument("--currency", default="CNY")
    create.add_argument("--country", default="CN")
    create.add_argument("--language", default="zh_CN", choices=("en", "zh_CN"))
    create.add_argument("--timezone", default="Asia/Shanghai")
    demo = office.add_parser("demo", help="make an office with believable data", parents=[_shared()])
    demo.add_argument("file", type=Path)
    demo.add_argument("--admin", required=True, metavar="NAME")
    demo.add_argument("--customers", type=_positive, default=12_480, metavar="N")
    demo.add_argument(
        "--purchases", type=_positive, metavar="M", help="purchases (default: eight a customer)"
    )
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--language", default="en", choices=("en", "zh_CN"))
    check = office.add_parser("check", help="check a whole office", parents=[_shared()])
    check.add_argument("file", type=Path)
    check.add_argument("--user", required=True, metavar="NAME")
    check.add_argument("--deep", action="store_true", help="compare every search entry, full structure check")
    check.add_argument("--repair", action="store_true", help="make search index and sums anew")


def _search(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = commands.add_parser("search", help="find customers", parents=[_signing_in()])
    search.add_argument("text")
    search.add_argument("--limit", type=_positive, default=50)


def _import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bring = commands.add_parser("import", help="read a CSV or Excel file", parents=[_signing_in()])
    bring.add_argument("kind", choices=KINDS)
    bring.add_argument("file", type=Path)
    how = bring.add_mutually_exclusive_group()
    how.add_argument("--preset", metavar="NAME", help="google, google-old, outlook, outlook-zh, outlook.com,"
                     " online-retail, cdnow, plain")  # fmt: skip
    how.add_argument("--mapping", type=Path, metavar="FILE", help="a mapping saved as JSON")
    bring.add_argument("--match", default="number,external-id,email,phone", metavar="KEYS")
    bring.add_argument("--on-match", default="skip", choices=("skip", "update", "fill"))
    bring.add_argument("--create-customers", action="store_true", default=None)
    bring.add_argument("--strict", action="store_true", help="one refused row stops everything")
    bring.add_argument("--dry-run", action="store_true")
    bring.add_argument("--rejects", type=Path, metavar="FILE", help="write the refused rows to this CSV file")
    imports = commands.add_parser("imports", help="list or undo imports").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    imports.add_parser("list", help="all imports", parents=[_signing_in()])
    undo = imports.add_parser("undo", help="take an import back", parents=[_signing_in()])
    undo.add_argument("run", type=_positive, metavar="ID")


def _export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser("export", help="write customers to an Excel file", parents=[_signing_in()])
    export.add_argument("kind", choices=("customers",))
    export.add_argument("file", type=Path)
    export.add_argument("--text", default="", help="only customers that the search box would find")
    export.add_argument("--columns", metavar="a,b,c", help="which columns, in which order")


def _report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = commands.add_parser("report", help="compute a report", parents=[_signing_in()])
    report.add_argument("name", choices=("sales",))
    report.add_argument("file", type=Path, nargs="?", help="write an Excel workbook")
    report.add_argument(
        "--from", dest="first", metavar="DATE", help="yyyy-mm or yyyy-mm-dd (default: 12 months ago)"
    )
    report.add_argument(
        "--to", dest="last", metavar="DATE", help="yyyy-mm or yyyy-mm-dd (default: this month)"
    )


def _audit(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    audit = commands.add_parser("audit", help="verify or export the journal").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    audit.add_parser("verify", help="find the first act that was tampered with", parents=[_signing_in()])
    export = audit.add_parser("export", help="write the journal to an Excel file", parents=[_signing_in()])
    export.add_argument("file", type=Path)
    export.add_argument("--from", dest="since", metavar="DATE", help="yyyy-mm-dd")
    export.add_argument("--to", dest="until", metavar="DATE", help="yyyy-mm-dd")
    export.add_argument("--kinds", metavar="a,b,c", help="sign_in, reveal, export ... (default: all)")
    export.add_argument("--text", default="", help="only acts with this text in their details")


def _key(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    key = commands.add_parser("key", help="new keys, and the recovery code").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    key.add_parser("rotate", help="new keys for the whole office, after a backup", parents=[_signing_in()])
    key.add_parser(
        "recovery-sheet", help="make a recovery code and print its sheet; the code before is void",
        parents=[_signing_in()],
    )  # fmt: skip
    key.add_parser(
        "raise-cost", help="make guessing passwords as costly as this PC allows; never cheaper than it is",
        parents=[_signing_in()],
    )  # fmt: skip


def _backup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser(
        "backup", help="make an encrypted copy, open it again and count", parents=[_signing_in()]
    )
    backup.add_argument(
        "target", type=Path, metavar="FILE|FOLDER", help="a folder, or a new file that ends in .cimsbak"
    )
    restore = commands.add_parser(
        "restore", help="tell what is in a backup, and restore it into a new office", parents=[_shared()]
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("--to", type=Path, metavar="FILE", help="the new office file; never an existing one")
    restore.add_argument(
        "--user",
        metavar="NAME",
        help="sign-in name of that day; without it, the recovery code is the password",
    )


def _user(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    user = commands.add_parser("user", help="who may sign in, as what").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    user.add_parser("list", help="all users", parents=[_signing_in()])
    new = argparse.ArgumentParser(add_help=False)
    new.add_argument(
        "--new-password-file", type=Path, metavar="FILE",
        help="read the new password from a file (with --password-stdin: the second line of standard input)",
    )  # fmt: skip
    add = user.add_parser("add", help="a new user", parents=[_signing_in(), new])
    add.add_argument("name", help="sign-in name")
    add.add_argument("--display-name", metavar="TEXT", help="the name that colleagues see")
    add.add_argument("--role", default="front_desk", metavar="ROLE", help="default: front_desk")
    add.add_argument(
        "--keep-password", action="store_true", help="it need not be changed at the first sign-in"
    )
    role = user.add_parser("role", help="give a user another role", parents=[_signing_in()])
    role.add_argument("name")
    role.add_argument("role")
    reset = user.add_parser(
        "reset", help="a new password for who has forgotten it", parents=[_signing_in(), new]
    )
    reset.add_argument("name")
    disable = user.add_parser("disable", help="shut a user out", parents=[_signing_in()])
    disable.add_argument("name")
    disable.add_argument("--heir", metavar="NAME", help="who gets the user's customers, tasks and views")
    user.add_parser("enable", help="let a user in again", parents=[_signing_in()]).add_argument("name")


def _person(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    person = commands.add_parser("person", help="export everything about one person, or erase them")
    actions = person.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help="write a page, JSON and files", parents=[_signing_in()])
    export.add_argument("id", metavar="ID", help="the customer's id or number")
    export.add_argument("folder", type=Path, help="where a new folder for the person is made")
    export.add_argument("--sensitive", action="store_true", help="with the values of sensitive fields")
    erase = actions.add_parser("erase", help="remove a person for good", parents=[_signing_in()])
    erase.add_argument("id", metavar="ID", help="the customer's id or number")
    erase.add_argument("--reason", required=True, metavar="TEXT", help="kept; must not name the person")
    erase.add_argument("--yes", action="store_true", help="needed: nothing brings the person back")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
