"""The Spanish words of directions: levelled phrases, parted by "|"."""

from __future__ import annotations

from mapper.directions.forms import Table, compass, crossed
from mapper.directions.spanish_people import WHO
from mapper.directions.spanish_verbs import VERBS

_OF = "de|del|de la|de las|de los"
_TO = "a|al"
_DAYS = "lunes|martes|miercoles|jueves|viernes|sabado|domingo"


PHRASES: Table = (
    VERBS
    | WHO
    | {
        ("origin", ""): crossed(
            "a|al|hasta|hasta el|de regreso a|de regreso al|de vuelta a|de vuelta al",
            "punto de partida|punto de inicio|punto de salida|donde empezaron|donde comenzaron"
            "|donde salieron|donde habian empezado|donde habian salido|donde habian comenzado"
            "|donde partieron|donde iniciaron|lugar de partida",
        ),
        ("origin", "last"): crossed(
            "de donde|donde|del que|de la que",
            "habian salido|salieron|habian partido|habian empezado|habian comenzado|habia salido"
            "|habia empezado|habia partido|habia comenzado|habiamos salido",
        ),
        (
            "prep",
            "along",
        ): "sobre|a lo largo de|a lo largo del|por toda|por todo|todo por|toda por"
        "|a lo largo y ancho de",
        ("prep", "on"): "por|x",
        ("prep", "to"): "a|al|hasta el final de",
        (
            "prep",
            "until",
        ): "hasta|asta|hasta llegar a|hasta llegar al|hasta la altura de|hasta la esquina de"
        "|hasta la esquina con|hasta alcanzar|hasta cruzar|hasta entroncar con|hasta acabar en|"
        + crossed(
            "hasta",
            "topar con|toparse con|topar|dar con|dar a|encontrar|llegar hasta|desembocar en"
            "|terminar en|rematar en|salir a|salir al|que llegaron a|que toparon con|que llego a",
        ),
        ("prep", "toward"): "hacia|camino a|camino al|"
        + crossed("rumbo|con rumbo|en direccion|con direccion|con destino|direccion", _TO),
        (
            "prep",
            "from",
        ): "desde|dsd|a partir de|a partir del|desde la esquina de|desde el cruce de|partiendo de"
        "|partiendo del|desde la altura de",
        (
            "prep",
            "via",
        ): "por delante de|por delante del|por encima de|por debajo de|por enfrente de"
        "|por enfrente del|por frente a|por frente al|por el frente de|por el frente del",
        ("prep", "through"): "a traves de|a traves del",
        ("prep", "between"): "entre",
        ("prep", "at"): crossed(
            "en la esquina|en el cruce|en la interseccion|a la altura|en las escalinatas"
            "|en las gradas",
            "de|del|con",
        )
        + "|"
        + crossed(
            "al|ya al|nada mas",
            "llegar a|llegar al|toparse con|topar con|alcanzar|pasar|cruzar|desembocar en|dar con",
        )
        + "|ya en|una vez en|estando en|llegando a|llegando al",
        ("prep", "front"): crossed("frente|junto|enfrente|en frente", _TO)
        + "|"
        + crossed("enfrente|en frente|delante|afuera|fuera|cerca|a las puertas|al lado", "de|del"),
        ("prep", "in"): "en|dentro de",
        ("link", "and"): "y|e",
        ("link", "then"): "y de ahi|y de alli|d ahi|y d ahi|y ahi|y alli|ahi|alli|y desde ahi"
        "|y desde alli|y entonces|luego|y luego|despues|y despues|mas tarde|posteriormente|entonces"
        "|finalmente"
        "|y finalmente|de ahi|de alli|desde ahi|desde alli|por ultimo|enseguida|pero|sino",
        ("link", "before"): "antes de",
        ("link", "after"): "tras|despues de|luego de",
        ("link", "had"): "habia|habian|habiamos|hubieron|habiendo|se habia|se habian|que habia"
        "|que habian|donde habia|donde habian",
        (
            "link",
            "",
        ): "ha|han|hemos|le|les|lo|me|te|a pie|a buen paso|sin parar|sin detenerse|sin pausa"
        "|sin descanso|sin incidentes|no se detuvieron|no se detuvo|no pararon|no paro"
        "|no nos detuvimos"
        "|no les quedo mas que|no les quedo otra que|no tuvieron mas remedio que|no quedo otra que"
        "|no paramos|no descansaron|ella|ellas|poco a poco|en silencio|por fin"
        "|de un jalon|de corrido|completa|completo|entera|entero|asi|de nueva cuenta"
        "|a paso lento|al fin"
        "|de inmediato|inmediatamente|acto seguido|por arriba|por abajo|por encima|pa'rriba"
        "|pa'bajo|pa arriba|pa abajo"
        "|para arriba|para abajo|hacia arriba|hacia abajo|arriba|abajo|asi que|ellos mismos|va|van"
        "|se|ellos|ellas|nos|los que|quienes|que|donde|todo el camino|todo el tiempo|lentamente"
        "|pacificamente|nuevamente"
        "|de nuevo|otra vez|todos|tambien|primero|directamente|juntos todos|a pie|para|solo"
        "|no solo|ya|"
        + crossed("con", "un mitin|una concentracion|una vigilia|una manifestacion|discursos"),
        ("place", "end"): crossed(
            "|el|la|su|nuestro|nuestra",
            "destino|meta|punto final|punto de llegada|destino final|lugar de llegada|final"
            "|llegada",
        ),
        ("place", "way"): crossed(
            "|el|la|su", "camino entre ambos|via usada|calle recorrida|calle usada"
        )
        + "|el camino para llegar|el camino hacia alla",
        ("place", ""): "la salida|el inicio|el comienzo|"
        + crossed(
            "|el|nuestro",
            "punto de reunion|punto de encuentro|punto de partida|punto de salida|lugar de reunion"
            "|lugar de encuentro|punto de inicio|lugar de partida|lugar de salida"
            "|punto de arranque",
        ),
        ("route", ""): crossed(
            "|la|el|nuestra|nuestro|su", "ruta|recorrido|trayecto|itinerario|camino|vuelta|circuito"
        ),
        ("of", ""): "de|del|d",
        (
            "time",
            "",
        ): f"{_DAYS}|hoy|ayer|manana|mediodia|medianoche|al mediodia|a las|a la una|de la manana"
        "|de la tarde|aprox|aproximadamente|como a las|por la manana|por la tarde|por la noche"
        "|anoche|unos minutos|horas|" + crossed("el|este|el pasado", _DAYS),
        (
            "word",
            "",
        ): "de acuerdo|de pronto|de hecho|de manera|de forma|a favor|a fin|por favor|por eso"
        "|por que|sobre todo|en contra|en apoyo|en defensa"
        "|en solidaridad|por los derechos|al menos|por lo menos|en vivo|a cabo|se llevo|por hora"
        "|entre otros|a gritos|en protesta|al final de|al final|a pesar|por primera vez|de nuevo"
        "|en total|tomaron parte|en huelga|al final del|si se puede|si se pudo|el camino"
        "|se dieron cuenta"
        "|dieron a conocer|le dieron la bienvenida|le dio la bienvenida|en recorrido",
    }
    | compass(
        "al|hacia el|rumbo al|con rumbo al|en direccion al|en direccion|direccion|con direccion al"
        "|sentido|en sentido|rumbo|para el|con direccion",
        "",
        spanish_words=True,
    )
)

# No name goes on past one of these.
STOPS = frozenset(
    "para con contra durante que o pero su sus este esta estos estas donde cuando mas como sin"
    " segun es era eran fue fueron fotos fotografias pancartas consignas banderas clase clases"
    " casa trabajo protesta mitin vigilia manifestacion marcha demandas inicio comienzo final hora"
    " horas dijo dijeron mientras porque cantaban coreaban gritaban pie mas proximo proxima"
    " pasado pasada siguiente".split()
)
ARTICLES = ("la", "el", "las", "los")
