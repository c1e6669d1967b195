"""An event, a march, a document and the method as HTML: the same in the app and in a bundle."""

from mapper.telling.documents import METHOD, NEVER, document, supported
from mapper.telling.events import Belongings, belongings, event, others, source

__all__ = [
    "METHOD",
    "NEVER",
    "Belongings",
    "belongings",
    "document",
    "event",
    "others",
    "source",
    "supported",
]
