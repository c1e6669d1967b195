"""Shared fixtures. `pytest-socket` refuses every connection but loopback (see pyproject.toml)."""
