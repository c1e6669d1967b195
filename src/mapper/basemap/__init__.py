"""The locator map under the events: our own style, lines and words, served by the app itself."""

from mapper.basemap.curves import lines
from mapper.basemap.files import ground, publish, put, sources_of, texts
from mapper.basemap.sheet import style

__all__ = ["ground", "lines", "publish", "put", "sources_of", "style", "texts"]
