"""Build step: compiles ui/ and resources/ into the git-ignored package cims_desktop/gui/_gen.

Standard library plus PySide6-Essentials. The wheel and editable builds, the test run, the developer's
launcher and the PyInstaller spec all call generate(). Qt's tools are started from inside the PySide6 package,
so that neither an activated environment nor a console script is needed.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = Path("cims_desktop", "gui", "_gen")
MANIFEST = "manifest.json"
RESOURCE_FILES = {"icons": "*.svg", "styles": "*.qss", "fonts": "*.[to]tf"}
PACKAGE_DOCSTRING = (
    '"""Generated from ui/ and resources/ by packaging/generate.py; never edited, never committed."""\n'
)


class BuildError(Exception):
    """A form or resource can't be compiled; the message says which one and why."""


@dataclass(frozen=True)
class Step:
    """One generated module: its file name, what it is made from, and how its bytes are made."""

    output: str
    sources: tuple[Path, ...]
    make: Callable[[Path], bytes]

    def fingerprint(self) -> str:
        """Changes whenever a source, this script or PySide6 changes; time stamps play no part."""
        digest = hashlib.sha256(qt_version().encode() + Path(__file__).read_bytes())
        for source in self.sources:
            digest.update(source.name.encode() + b"\0" + hashlib.sha256(source.read_bytes()).digest())
        return digest.hexdigest()


def qt_folder() -> Path:
    """The folder of the installed PySide6 package. Finds it without importing Qt's libraries."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise BuildError("PySide6-Essentials is not installed for " + sys.executable)
    return Path(next(iter(spec.submodule_search_locations)))


def qt_version() -> str:
    """Version of the installed PySide6-Essentials."""
    try:
        return importlib.metadata.version("PySide6-Essentials")
    except importlib.metadata.PackageNotFoundError:
        raise BuildError("PySide6-Essentials is not installed for " + sys.executable) from None


def qt_tool(name: str) -> Path:
    """Path of uic, rcc, lrelease or lupdate as shipped in PySide6-Essentials."""
    folder = qt_folder()
    file_name = f"{name}.exe" if os.name == "nt" else name
    for candidate in (folder / file_name, folder / "Qt" / "libexec" / file_name):
        if candidate.is_file():
            return candidate
    raise BuildError(f"Qt's tool {name} is missing from {folder}")


def run_tool(name: str, *arguments: str | Path, cwd: Path = ROOT) -> str:
    """Run one of Qt's tools and return what it printed; raises BuildError with the tool's own message."""
    # rcc writes each file's time stamp into its output, unless it is told another one; 0 counts as not told.
    environment = {**os.environ, "QT_RCC_SOURCE_DATE_OVERRIDE": "1", "LC_ALL": "C.UTF-8"}
    result = subprocess.run(
        [qt_tool(name), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if result.returncode == 0:
        return result.stdout + result.stderr
    problem = result.stderr.strip() or result.stdout.strip()
    if "shared object" in problem:
        problem += (
            "\nQt's system libraries are missing; on Debian or Ubuntu run: python3 packaging/dev.py setup"
        )
    raise BuildError(f"{name} failed with status {result.returncode}: {problem}")


def generate(root: Path = ROOT) -> list[str]:
    """Bring root's generated package up to date and return the names of the modules that were made anew."""
    output = root / OUTPUT
    output.mkdir(parents=True, exist_ok=True)
    steps = [*form_steps(root), resource_step(root)]
    manifest = read_manifest(output / MANIFEST)
    fingerprints = {step.output: step.fingerprint() for step in steps}
    made = []
    for step in steps:
        if manifest.get(step.output) != fingerprints[step.output] or not (output / step.output).exists():
            write_atomically(output / step.output, make_in_scratch_folder(step))
            made.append(step.output)
    write_atomically(output / "__init__.py", PACKAGE_DOCSTRING.encode())
    remove_stale(output, {*fingerprints, "__init__.py"})
    write_atomically(output / MANIFEST, json.dumps(fingerprints, indent=1, sort_keys=True).encode())
    return made


def form_steps(root: Path) -> list[Step]:
    """One step per Designer form in ui/ and its sub-folders; two forms of one name are refused."""
    steps: dict[str, Step] = {}
    for form in sorted((root / "ui").rglob("*.ui")):
        output = f"ui_{form.stem}.py"
        if output in steps:
            raise BuildError(f"two forms are called {form.name}: {steps[output].sources[0]} and {form}")
        steps[output] = Step(output, (form,), partial(compile_form, form))
    return list(steps.values())


def compile_form(form: Path, scratch: Path) -> bytes:
    """The Python module that uic makes of one form."""
    target = scratch / "form.py"
    run_tool("uic", "-g", "python", "-o", target, form)
    return target.read_bytes()


def resource_step(root: Path) -> Step:
    """The one step that packs icons, styles, fonts and translations into resources_rc.py."""
    resources = root / "resources"
    files = {
        f"{folder}/{path.relative_to(resources / folder).as_posix()}": path
        for folder, pattern in RESOURCE_FILES.items()
        for path in sorted((resources / folder).rglob(pattern))
    }
    translations = sorted((resources / "translations").glob("*.ts"))
    return Step(
        "resources_rc.py",
        (*files.values(), *translations),
        partial(compile_resources, files, translations),
    )


def compile_resources(files: dict[str, Path], translations: list[Path], scratch: Path) -> bytes:
    """The resource module: files by their alias, each .ts as .qm, and Qt's own text in the same languages."""
    packed = dict(files)
    for source in translations:
        compiled = scratch / f"{source.stem}.qm"
        run_tool("lrelease", "-silent", source, "-qm", compiled)
        packed[f"translations/{compiled.name}"] = compiled
    for own in qt_translations(source.stem for source in translations):
        packed[f"translations/{own.name}"] = own
    listing = scratch / "resources.qrc"
    listing.write_text(resource_listing(packed), encoding="utf-8")
    target = scratch / "resources_rc.py"
    run_tool("rcc", "-g", "python", "--no-zstd", "-o", target, listing)
    return target.read_bytes()


def qt_translations(stems: Iterable[str]) -> list[Path]:
    """Qt's own translations (buttons, context menus) for the languages of stems such as cims_zh_CN."""
    found = []
    for language in sorted({stem.partition("_")[2] for stem in stems}):
        name = f"qtbase_{language}.qm"
        # On Windows the folder stands beside the DLLs, elsewhere under Qt/.
        folders = (qt_folder() / "translations", qt_folder() / "Qt" / "translations")
        present = [folder / name for folder in folders if (folder / name).is_file()]
        if not present:
            raise BuildError(f"PySide6 has no {name} of its own")
        found.append(present[0])
    return found


def resource_listing(packed: dict[str, Path]) -> str:
    """The .qrc text that names every packed file by its alias."""
    lines = [
        f"<file alias={quoteattr(alias)}>{escape(path.as_posix())}</file>"
        for alias, path in sorted(packed.items())
    ]
    return "\n".join(['<RCC><qresource prefix="/">', *lines, "</qresource></RCC>"])


def make_in_scratch_folder(step: Step) -> bytes:
    """Run one step with a temporary folder of its own."""
    with tempfile.TemporaryDirectory(prefix="cims-build-") as scratch:
        return step.make(Path(scratch))


def read_manifest(path: Path) -> dict[str, str]:
    """Fingerprints of the last run; empty when there was none or its record is damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def write_atomically(target: Path, data: bytes) -> None:
    """Replace target in one move, so that a program that runs meanwhile never reads half a module."""
    if target.exists() and target.read_bytes() == data:
        return
    descriptor, scratch = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    Path(scratch).chmod(0o644)
    Path(scratch).replace(target)


def remove_stale(output: Path, wanted: set[str]) -> None:
    """Delete modules whose form is gone, so that nothing can go on importing them."""
    for module in output.glob("*.py"):
        if module.name not in wanted:
            module.unlink(missing_ok=True)


def main() -> int:
    """Command line of the build step; returns the exit status."""
    try:
        made = generate()
    except BuildError as error:
        print(f"generate.py: {error}", file=sys.stderr)
        return 1
    print("generated: " + (", ".join(made) or "nothing to do"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
