"""The files behind the map as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from mapper.i18n import Words
from mapper.model import Card


def files(found: Sequence[Card], t: Words) -> pd.DataFrame:
    """A row a file: title, origin, licence, day and checksum."""
    return pd.DataFrame(
        {
            t("File"): [card.file for card in found],
            t("What it holds"): [card.title_es if t.lang == "es" else card.title for card in found],
            t("Origin"): [card.source for card in found],
            t("Licence"): [card.licence for card in found],
            t("As of"): [t.short_day(card.retrieved) for card in found],
            "SHA-256": [card.sha256 for card in found],
        }
    )
