"""The Spanish words of directions: levelled phrases, parted by "|"."""

from __future__ import annotations

from mapper.directions.forms import Table, compass, crossed, spanish

_OF = "de|del|de la|de las|de los"
_TO = "a|al"
_NUMBERS = "|en dos|en tres|en dos grupos|en tres grupos|en grupos|en varios grupos|en 2 grupos"
_DAYS = "lunes|martes|miercoles|jueves|viernes|sabado|domingo"


def _turns(side: str) -> str:
    """The ways to say "a la izquierda"."""
    short = {"izquierda": "izq", "derecha": "der"}[side]
    return (
        crossed("a la|hacia la|a mano|a su|por la|a|pa la|pa|a la mano", f"{side}|{short}")
        + f"|{side}|{short}"
    )


PHRASES: Table = {
    ("verb", "walk"): spanish("march camin desfil"),
    ("verb", "move"): spanish("avanz traslad encamin sub baj", "sub mov")
    + "|ira|iran|iremos|avance|avancen|ido|se fue|se fueron|fue|fueron|iban|iba|ir|irse"
    "|se dirigieron|se dirigio"
    "|dirigirse|dirigiendose"
    "|se dirigen|se dirige|dirigieron|dirigio|caminata|peregrinacion|procesion|caravana|caravanas"
    "|recorrido|enfilaron|enfilo|tomaron rumbo|emprendieron camino|corrieron|bajando|subiendo"
    "|se dirigian|se dirigia|se movio|se movieron",
    ("verb", "come"): "venir|vino|vinieron|venia|venian|viniendo|vienen|viene|venimos|veniamos"
    "|venido",
    ("verb", "fill"): spanish("ocup llen abarrot invad copar")
    + "|se apoderaron de|se apodero de|invadieron|invadio",
    ("verb", "taken"): crossed(
        "fue|fueron|es|son", "tomada|tomado|recorrida|recorrido|ocupada|ocupado"
    ),
    ("verb", "turn"): spanish("dobl gir vir volte", "torc tuerc")
    + "|voltean|voltea|voltee|volteen|doblen|giren|le dieron|le dio|le dan|le da|le dimos|le damos"
    "|le dieron vuelta|tuerzan|tuercen"
    + "|"
    + crossed("dar|dieron|dio|da|dan|dando|dar|dimos", "vuelta|la vuelta|una vuelta|un giro"),
    ("verb", "on"): spanish("continu") + "|seguir|siguio|siguieron|sigue|siguen|siguiendo|segui"
    "|seguimos|siga|sigan|seguido|prosiguieron|prosiguio|proseguir|siguieron caminando"
    "|siguieron marchando|siguieron su camino|siguieron avanzando",
    ("verb", "take"): spanish("tom agarr", "recorr"),
    ("verb", "cross"): spanish("cruz atraves") + "|cruce|crucen|atraviesan|atraviesa",
    ("verb", "pass"): spanish("pas rode") + "|pase|pasen",
    ("verb", "reach"): spanish("lleg alcanz") + "|llegue|lleguen|arribaron|arribo|arribar",
    ("verb", "finish"): spanish("termin finaliz culmin acab", "conclu")
    + "|concluyo|concluyeron|concluyen|concluye|concluyendo|se detuvieron|se detuvo|detenerse"
    "|pararon|se pararon",
    (
        "verb",
        "leave",
    ): "salido|partido|dejado|salgan|salga|salir|salio|salieron|sale|salen|saliendo|salimos"
    "|salia|salian|salida|partir"
    "|partio|partieron|parten|partiendo|abandonaron|abandonar|dejaron|se fueron de",
    ("verb", "begin"): spanish("inici comenz")
    + "|empezar|empezado|empezaba|empezaban|empezo|empezaron|empezando|empieza"
    "|empiezan|comienza|comienzan|arrancar|arranco|arrancaron|arrancando",
    ("verb", "gather"): crossed(
        "|se", "reunieron|reunio|concentraron|concentro|congregaron|congrego"
    )
    + "|reunirse|reunidos|reunanse|nos reunimos|"
    + crossed(
        "tras|despues de",
        "la misa|una misa|el mitin|un mitin|la vigilia|una vigilia|la ceremonia|una ceremonia"
        "|la oracion|una oracion|el acto|un acto|una conferencia de prensa"
        "|la conferencia de prensa",
    )
    + "|concentrarse|congregarse|se reunen|se juntaron|juntarse",
    ("verb", "meet"): crossed(
        "se|", "encontraron con|unieron a|unieron al|juntaron con|unio a|unio al"
    )
    + "|encontrarse con|unirse a|unirse al|juntarse con|reunirse con|se reunieron con|encontrar a"
    "|encontraron a|se le unio|se les unio|se le unieron|se les unieron|uniendose a"
    "|para encontrarse con|para reunirse con",
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
    ("verb", "back"): spanish("regres") + "|volver|volvieron|volvio|volviendo|vuelven|de regreso"
    "|de vuelta|retornaron|retorno|retornar",
    ("turn", "left"): _turns("izquierda"),
    ("turn", "right"): _turns("derecha"),
    ("turn", "straight"): "recto|derecho|de frente|todo recto|todo derecho|en linea recta",
    ("turn", "u_turn"): "media vuelta|vuelta en u|"
    + crossed(
        "dar|dieron|dio|dando|da|dan", "media vuelta|vuelta en u|la vuelta en u|una vuelta en u"
    ),
    ("prep", "along"): "sobre|a lo largo de|a lo largo del|por toda|por todo",
    ("prep", "on"): "por|x",
    ("prep", "to"): "a|al|hasta el final de",
    ("prep", "until"): "hasta|asta|hasta llegar a|hasta llegar al|hasta la altura de",
    ("prep", "toward"): "hacia|camino a|camino al|"
    + crossed("rumbo|con rumbo|en direccion|con direccion|con destino|direccion", _TO),
    ("prep", "from"): "desde|dsd|a partir de|a partir del",
    ("prep", "via"): "por delante de|por delante del|por encima de|por debajo de|por enfrente de"
    "|por enfrente del|por frente a|por frente al|por el frente de|por el frente del",
    ("prep", "through"): "a traves de|a traves del",
    ("prep", "between"): "entre",
    ("prep", "at"): crossed(
        "en la esquina|en el cruce|en la interseccion|a la altura|en las escalinatas|en las gradas",
        "de|del|con",
    )
    + "|al llegar a|al llegar al|llegando a|llegando al",
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
    ("link", ""): "ha|han|hemos|por arriba|por abajo|por encima|pa'rriba|pa'bajo|pa arriba|pa abajo"
    "|para arriba|para abajo|hacia arriba|hacia abajo|arriba|abajo|asi que|ellos mismos|va|van"
    "|se|ellos|ellas|nos|los que|quienes|que|donde|lentamente|pacificamente|nuevamente"
    "|de nuevo|otra vez|todos|tambien|primero|directamente|juntos todos|a pie|para|solo|no solo|ya|"
    + crossed("con", "un mitin|una concentracion|una vigilia|una manifestacion|discursos"),
    ("place", ""): crossed(
        "|el|nuestro",
        "punto de reunion|punto de encuentro|punto de partida|punto de salida|lugar de reunion"
        "|lugar de encuentro|punto de inicio",
    ),
    ("route", ""): crossed("|la|el|nuestra|nuestro", "ruta|recorrido|trayecto|itinerario"),
    ("of", ""): "de|del",
    ("crowd", ""): "estudiante|estudiantes|manifestantes|marchistas|alumnos|alumnas|jovenes|gente"
    "|personas|multitud|grupo|grupos|cientos|miles|decenas|trabajadores|familias|maestros"
    "|companeros|columna|columnas|peregrinos|morros|chavos|chicos|activistas|vecinos"
    "|participantes|contingente|contingentes|muchachos",
    (
        "group",
        "one",
    ): "una columna|un contingente|la primera columna|el primer contingente|un primer grupo"
    "|algunos estudiantes|un grupo|uno|unos|una parte|algunos|el primero|el primer grupo"
    "|la mitad",
    ("group", "other"): "otra columna|otro contingente|la otra columna|el otro contingente"
    "|la segunda columna|el segundo contingente|otros estudiantes|el tercero|el otro"
    "|el otro grupo|otro grupo|otros|los demas|la otra|la otra parte"
    "|la otra mitad|el resto|el segundo|el segundo grupo|un segundo grupo|el tercer grupo"
    "|otra parte",
    ("group", "both"): "ambos grupos|los dos grupos|ambos|los grupos|juntos|juntas",
    ("split", ""): crossed(
        "se dividieron|se dividio|se separaron|se separo|dividirse|se partio|se partieron", _NUMBERS
    )
    + "|"
    + crossed("dos|tres|2|3|varios|varias", "grupos|contingentes|columnas|marchas|manifestaciones"),
    ("close", "active"): crossed(
        "cerro|cerraron|cerrar|cerrando|acordono|acordonaron|clausuro|clausuraron|cerrada|cerrado"
        "|cerradas|cerrados",
        "|el paso en|el trafico en",
    ),
    ("close", "police"): "bloqueo|bloquearon|bloqueando|bloquear",
    ("close", "passive"): crossed(
        "estaba|estaban|fue|fueron|esta|estan|quedo|quedaron|permanecio",
        "cerrada|cerrado|cerradas|cerrados|bloqueada|bloqueado|bloqueadas|acordonada|acordonado",
    ),
    ("plan", ""): crossed(
        "tenian|tenia|habian|habia|estaba|estaban",
        "planeado|pensado|previsto|planeada|prevista|programado|programada",
    )
    + "|debia|debian|tenia que|tenian que|ruta planeada|ruta original|ruta prevista|planeaban"
    "|planeaba|querian|queria|quisieron|quieren|quiere|queremos|queriamos|pensaban"
    "|pensaba|intentaron|intento|trataron de|trato de|esperaban|pretendian|pretendia|deseaban"
    "|iban a ir|iba a ir|iba a|iban a|ibamos a|iba a ser|hubiera|hubieran|habria|habrian|ojala"
    "|deberian|deberia|desean|esperan|les gustaria|nos gustaria",
    ("future", ""): "va a|van a|vamos a|planean|planea|planeamos|podrian|podria|piensan|piensa",
    ("void", ""): crossed(
        "fue|fueron|ha sido|quedo|quedaron|esta|estan|se",
        "cancelada|cancelado|suspendida|suspendido"
        "|pospuesta|prohibida|cancelo|suspendio|pospuso|canceladas|suspendidas",
    ),
    (
        "not",
        "",
    ): "impidio|impidieron|no|nunca|en vez de|en lugar de|sin|jamas|evitando|evitaron|tampoco",
    ("sub", "if"): "si|siempre que|siempre y cuando|en caso de que|a menos que|con tal de que",
    ("sub", ""): "mientras|porque|cuando|aunque|ya que|como|como si|para ver si|si bien"
    "|como estaba planeado|segun lo planeado",
    ("police", ""): "policia|policias|agentes|autoridades|oficiales|trafico|patrullas",
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
} | compass(
    "al|hacia el|rumbo al|con rumbo al|en direccion al|en direccion|direccion|con direccion al"
    "|sentido|en sentido|rumbo|para el|con direccion",
    "",
    spanish_words=True,
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
