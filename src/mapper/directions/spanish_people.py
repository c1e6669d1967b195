"""The Spanish words of who goes, and of what keeps a motion from being one."""

from __future__ import annotations

from mapper.directions.forms import Table, crossed

_NUMBERS = "|en dos|en tres|en dos grupos|en tres grupos|en grupos|en varios grupos|en 2 grupos"

WHO: Table = {
    (
        "crowd",
        "",
    ): "estudiante|estudiantes|manifestantes|marchistas|alumnos|alumnas|jovenes|gente"
    "|personas|multitud|grupo|grupos|cientos|miles|decenas|trabajadores|familias|maestros"
    "|companeros|columna|columnas|peregrinos|morros|chavos|chicos|activistas|vecinos"
    "|participantes|contingente|contingentes|muchachos|muchachas|demandantes|jornaleros|padres"
    "|madres"
    "|inmigrantes|migrantes|raza|plebe|chamacos|ninos|secundarianos|preparatorianos|feligreses"
    "|devotos|mar de gente|rio de gente|muchedumbre|gentio|cortejo|huelguistas|marcha|nosotros",
    (
        "group",
        "one",
    ): "una columna|un contingente|la primera columna|el primer contingente|un primer grupo"
    "|algunos estudiantes|un grupo|uno|unos|una parte|algunos|el primero|el primer grupo"
    "|la mitad|una|parte|la mayoria|unas|algunas|una mitad|unos cuantos|un bloque",
    ("group", "other"): "otra columna|otro contingente|la otra columna|el otro contingente"
    "|la segunda columna|el segundo contingente|otros estudiantes|el tercero|el otro"
    "|el otro grupo|otro grupo|otros|otra|otro|otras|las demas|los restantes|otro bloque"
    "|los demas|la otra|la otra parte"
    "|la otra mitad|el resto|el segundo|el segundo grupo|un segundo grupo|el tercer grupo"
    "|otra parte",
    ("group", "both"): "ambos grupos|los dos grupos|ambos|los grupos|juntos|juntas",
    ("split", ""): crossed(
        "se dividieron|se dividio|se separaron|se separo|dividirse|se partio|se partieron"
        "|se partio en|se bifurco|se desgajo|se fracciono|se abrio|hubo",
        _NUMBERS,
    )
    + "|"
    + crossed("dos|tres|2|3|varios|varias", "grupos|contingentes|columnas|marchas|manifestaciones"),
    ("close", "active"): crossed(
        "cerro|cerraron|cerrar|cerrando|acordono|acordonaron|clausuro|clausuraron|cerrada|cerrado"
        "|cerradas|cerrados|acordonada|acordonado|clausurada|bloqueada|sellada",
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
        "|pospuesta|pospuesto|aplazada|aplazado|prohibido|anulada|anulado|prohibida|cancelo"
        "|suspendio|pospuso|canceladas|suspendidas",
    ),
    (
        "not",
        "",
    ): "impidio|impidieron|no|nunca|nadie|ningun|ninguno|ninguna|ni|en vez de|en lugar de|sin"
    "|jamas|evitando|evitaron|tampoco",
    ("sub", "if"): "si|siempre que|siempre y cuando|en caso de que|a menos que|con tal de que",
    ("sub", ""): "mientras|porque|cuando|aunque|ya que|como|como si|para ver si|si bien"
    "|como estaba planeado|segun lo planeado",
    (
        "police",
        "",
    ): "policia|policias|agentes|autoridades|oficiales|trafico|patrullas|patrulla|autobus"
    "|autobuses|camion|camiones|helicoptero|helicopteros|carros|carro|coches|automovilistas"
    "|conductores|vehiculos|vehiculo|convoy|motociclistas|tren|trenes|ambulancia|ambulancias"
    "|bomberos|soldados|militares|vallas|barricadas|vendedores|transito|desvio|desvios|camionetas"
    "|camioneta|ciclistas|taxis|reporteros|camaras|dron|drones|carril|carriles|ciclovia|murales"
    "|mural|puestos|curiosos|espectadores|alguaciles",
}
