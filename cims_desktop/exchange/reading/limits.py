"""What the reader process may use: memory, processor time, files. Set by the reader itself before it reads.

Linux has rlimits, Windows a Job Object; on macOS (whose address-space limit is not kept) the program's
watchdog looks at the process's memory instead.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """`memory` in bytes of address space, `seconds` of silence (and three times that of processor time)."""

    memory: int
    seconds: float


def limits_for(size: int) -> Limits:
    """Limits that an honest file of `size` bytes keeps: a spreadsheet takes about 25 times its size in
    memory.

    A small file that asks for much is hostile or broken: it ends within 9 seconds and 480 MiB.
    """
    memory = min(max(480 * MEBIBYTE, 320 * MEBIBYTE + 40 * size), 6144 * MEBIBYTE)
    return Limits(memory, min(8.0 + size / MEBIBYTE, 300.0))


def confine(limits: Limits) -> None:
    """Applies the limits to this process; there is no way back."""
    if sys.platform == "win32":
        from cims_desktop.exchange.reading.windows_job import confine_by_job

        confine_by_job(limits.memory, limits.seconds * 3)
    else:
        _confine_by_rlimits(limits)
    sys.addaudithook(_refuse_escapes)


_FORBIDDEN = frozenset(
    {"socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec",
     "os.fork", "os.posix_spawn", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "shutil.rmtree"}
)  # fmt: skip


def _refuse_escapes(event: str, arguments: tuple[object, ...]) -> None:
    """Reading needs no network, no other program and no file to write to."""
    if event in _FORBIDDEN:
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError(event)


if sys.platform != "win32":

    def _confine_by_rlimits(limits: Limits) -> None:
        import resource

        wanted = {
            resource.RLIMIT_CORE: 0,  # a core dump would hold customers' data
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_NOFILE: 32,
            resource.RLIMIT_CPU: int(limits.seconds * 3) + 1,
        }
        if sys.platform == "linux":
            wanted[resource.RLIMIT_AS] = limits.memory
        for kind, value in wanted.items():
            hard = resource.getrlimit(kind)[1]
            ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (ceiling, ceiling))
