"""``python -m mapper.serve.health``: exit code 0 if the app on this machine answers, else 1."""

from __future__ import annotations

import os
import sys
import urllib.error

from mapper.serve import DIRECT, FIRST_PORT, HEALTH
from mapper.settings import base_path

PORT = "STREAMLIT_SERVER_PORT"  # Streamlit itself reads it too
PATIENCE_S = 4


def is_well() -> bool:
    """Whether the app answers where the variables of the environment say that it is."""
    address = f"http://127.0.0.1:{os.environ.get(PORT, FIRST_PORT)}{base_path()}{HEALTH}"
    try:
        DIRECT.open(address, timeout=PATIENCE_S).close()
    except (urllib.error.URLError, OSError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(not is_well())
