"""What the frozen program starts with: PyInstaller needs a script, not a module."""

import multiprocessing
import sys

from cims_desktop.__main__ import main

if __name__ == "__main__":
    # A frozen child process starts this script again; without this line it would open a second window.
    multiprocessing.freeze_support()
    sys.exit(main())
