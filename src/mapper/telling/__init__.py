"""An event, a march, a document and the method as HTML: the same in the app and in a bundle."""

from mapper.telling.documents import METHOD, NEVER, document, supported
from mapper.telling.events import event, others, reports, source

__all__ = ["METHOD", "NEVER", "document", "event", "others", "reports", "source", "supported"]
