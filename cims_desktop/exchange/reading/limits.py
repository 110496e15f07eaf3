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
        _confine_by_job(limits)
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


if sys.platform == "win32":

    def _confine_by_job(limits: Limits) -> None:
        import ctypes
        from ctypes import wintypes

        class _Basic(ctypes.Structure):
            _fields_ = (
                ("PerProcessUserTimeLimit", ctypes.c_int64),
                ("PerJobUserTimeLimit", ctypes.c_int64),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            )

        class _Extended(ctypes.Structure):
            _fields_ = (
                ("Basic", _Basic),
                ("IoInfo", ctypes.c_uint64 * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            )

        # PROCESS_TIME 0x2, ACTIVE_PROCESS 0x8, PROCESS_MEMORY 0x100, DIE_ON_UNHANDLED_EXCEPTION 0x400,
        # KILL_ON_JOB_CLOSE 0x2000; times are in units of 100 ns.
        information = _Extended()
        information.Basic.LimitFlags = 0x2 | 0x8 | 0x100 | 0x400 | 0x2000
        information.Basic.PerProcessUserTimeLimit = int(limits.seconds * 3 * 10_000_000)
        information.Basic.ActiveProcessLimit = 1
        information.ProcessMemoryLimit = limits.memory
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        job = kernel.CreateJobObjectW(None, None)
        extended_limit_information = 9
        size = ctypes.sizeof(information)
        done = kernel.SetInformationJobObject(
            job, extended_limit_information, ctypes.byref(information), size
        )
        if not done or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise OSError(ctypes.get_last_error(), "no job object")

else:

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
