"""Hatchling's hook: compiles forms and resources before a wheel or an editable install is made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GeneratedFormsHook(BuildHookInterface[Any]):
    """Runs packaging/generate.py; pyproject.toml attaches it to the wheel target only, never to the sdist."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Bring cims_desktop/gui/_gen up to date before hatchling collects its files."""
        sys.path.insert(0, str(Path(self.root, "packaging")))
        from generate import generate

        made = generate(Path(self.root))
        self.app.display_info("compiled: " + (", ".join(made) or "nothing to do"))
