"""A file that the reader gives: in the reader's language, and never stored."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from mapper.i18n import Words

# Streamlit has English words only on its button; the limit is in our own label.
STYLE = """<style>
.st-key-{key} [data-testid="stFileUploaderDropzoneInstructions"] {{ display: none; }}
.st-key-{key} [kind="secondary"] p {{ font-size: 0; }}
.st-key-{key} [kind="secondary"] [data-testid="stMarkdownContainer"]::after {{
  content: "{label}"; }}
</style>"""


def file(
    label: str, endings: Sequence[str], most_mb: int, key: str, t: Words
) -> tuple[str, bytes] | None:
    """The name of a file and what it holds; ``None`` where none was given.

    Args:
        label: says which files, and how large they may be.
        endings: of their names, without a dot.
        most_mb: megabytes.
        key: of the widget.
        t: the reader's language.
    """
    st.html(STYLE.format(key=key, label=t("Choose a file")))
    given = st.file_uploader(label, type=list(endings), key=key, max_upload_size=most_mb)
    return (given.name, given.getvalue()) if given else None
