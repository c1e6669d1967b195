"""The Spanish verbs of directions, and the turns: levelled phrases, parted by "|"."""

from __future__ import annotations

from mapper.directions.forms import Table, crossed, spanish

_TO = "a|al"
_GAVE = "dar|dieron|dio|da|dan|dando|dimos|daban|di|diendo|den|hicieron|hizo|hacen|pegaron"


def _turns(side: str) -> str:
    """The ways to say "a la izquierda"."""
    short = {"izquierda": "izq|izda|izqda|izquierdo", "derecha": "der|dcha|drcha"}[side]
    forms = f"{side}|{short}"
    led = crossed("a la|hacia la|a mano|a su|por la|a|pa la|pa|a la mano|para la|a|sobre", forms)
    return f"{led}|{forms}|mano {side}|" + crossed("a la|por la|a", f"mano {side}")


VERBS: Table = {
    ("verb", "walk"): spanish("march camin desfil peregrin"),
    ("verb", "move"): spanish(
        "avanz traslad encamin enfil sub baj transit desplaz serpente deambul trot ascend"
        " encarril abalanz adentr zigzague",
        "sub mov discurr descend ascend acud trascurr",
    )
    + "|ira|iran|iremos|avance|avancen|ido|se fue|se fueron|fue|fueron|iban|iba|ir|irse|vamonos"
    "|se dirigieron|se dirigio|nos fuimos|me fui|nos vamos|fuimos|ibamos|yendo|fueronse|yendose"
    "|dirigirse|dirigiendose|dirigiendo|dirigimos|nos dirigimos|nos dirigiamos"
    "|se dirigen|se dirige|dirigieron|dirigio|caminata|peregrinacion|procesion|caravana|caravanas"
    "|recorrido|tomaron rumbo|bajando|subiendo|recorrio camino|se metieron|se metio|metiendose"
    "|nos metimos|se meten|se internaron|se interno|corrieron|corrio|corriendo|corrimos|corrian"
    "|se dirigian|se dirigia|se movio|se movieron|le pegamos|le pegaron|le pego|le echamos"
    "|le echaron|pegandole|jalaron|jalo|jalamos|jalan|echaron a andar"
    "|anduvieron|anduvo|anduvimos|andaban|andando|apretaron el paso"
    "|se colaron"
    "|pusieron rumbo|puso rumbo|poner rumbo|circularon|circulaban a pie|se abrieron paso"
    "|se abrio paso|abriendose paso|"
    + crossed(
        "emprendieron|emprendio|emprendimos|agarraron|agarro|tomaron",
        "camino|rumbo|la marcha|el camino|la caminata",
    ),
    ("verb", "enter"): spanish("ingres")
    + "|entraron|entro|entramos|entraban|entrando|entrar|entran|entraba|se incorporaron"
    "|se incorporo|incorporandose|tomaron hacia|salieron hacia",
    ("verb", "come"): "venir|vino|vinieron|venia|venian|viniendo|vienen|viene|venimos|veniamos"
    "|venido|vengo",
    ("verb", "fill"): spanish("ocup llen abarrot invad copar inund atest colm")
    + "|se apoderaron de|se apodero de|invadieron|invadio",
    ("verb", "taken"): crossed(
        "fue|fueron|es|son|ha sido",
        "un mar de|un rio de|una marea de|llena de|tomada|tomado|recorrida|recorrido|ocupada"
        "|ocupado|caminada|caminado",
    )
    + "|"
    + crossed(
        "era|estaba|se volvio|lucia|se convirtio en",
        "un mar de|un rio de|una marea de|llena de|lleno de|repleta de|repleto de|abarrotada de",
    )
    + "|se lleno de|se llenaba de|hervia de",
    ("verb", "turn"): spanish("dobl gir vir volte desvi quebr", "torc tuerc")
    + "|voltean|voltea|voltee|volteen|doblen|giren|le dieron|le dio|le dan|le da|le dimos|le damos"
    "|le dieron vuelta|tuerzan|tuercen|tuerce|se desviaron|se desvio|nos desviamos|quiebran|"
    + crossed(_GAVE, "vuelta|la vuelta|una vuelta|un giro|un viraje"),
    ("verb", "on"): spanish("continu prolong")
    + "|seguir|siguio|siguieron|sigue|siguen|siguiendo|segui"
    "|seguimos|siga|sigan|seguido|prosiguieron|prosiguio|proseguir|prosigue|prosiguen|proseguimos"
    "|seguian|seguia|seguirse|se siguieron|se siguio|nos seguimos|le siguieron|le seguimos"
    "|le siguio|prosiguiendo|siguieron de frente|siguieron de largo|retomaron|retomo|reanudaron|"
    + crossed(
        "siguieron|siguio|seguimos|sigue|siguen",
        "caminando|marchando|su camino|avanzando|adelante|derecho|su marcha|su paso|la marcha",
    ),
    ("verb", "take"): spanish("tom agarr us utiliz", "recorr cubr")
    + "|cogieron|cogio|cogimos|coger|"
    + crossed("cubrieron|cubrio|cubrimos|recorrieron|recorrio|recorrimos|hicieron", "a pie"),
    ("verb", "cross"): spanish("cruz atraves") + "|cruce|crucen|atraviesan|atraviesa",
    ("verb", "pass"): spanish("pas rode borde") + "|pase|pasen",
    ("verb", "reach"): spanish("lleg alcanz arrib desemboc")
    + "|llegue|lleguen|desemboque|desembocan|desemboca|toparon con|topo con|topamos con"
    "|fueron a dar a|fue a dar a|fuimos a dar a|fueron a dar|fue a dar|fuimos a dar|salir a|"
    + crossed("salieron|salio|salimos", _TO),
    ("verb", "finish"): spanish("termin finaliz culmin acab remat", "conclu disolv")
    + "|concluyo|concluyeron|concluyen|concluye|concluyendo|se detuvieron|se detuvo|detenerse"
    "|pararon|se pararon|nos paramos|paramos|se paro|se dispersaron|dispersarse|se disperso"
    "|se disolvio|se disolvieron|nos detuvimos|detuvimos|detenidos|detuvieron su marcha"
    "|hicieron alto|hizo alto|hacer alto|se plantaron|se planto|plantarse"
    "|fueron detenidos|la dejamos|lo dejamos|ahi quedo|se deshizo|ponerle fin|puso fin|"
    + crossed(
        "vino|vinieron|vinimos|vienen|viene|fue|fueron|fuimos",
        "a parar|a acabar|a terminar|a rematar",
    ),
    ("verb", "leave"): "salido|partido|dejado|salgan|salga|salir|salio|salieron|sale|salen|saliendo"
    "|salimos|salia|salian|salida|partir|sali|partimos|partia|partian|salieran|saliera"
    "|partio|partieron|parten|partiendo|abandonaron|abandonar|dejaron|se fueron de|zarparon",
    ("verb", "begin"): spanish("inici comenz")
    + "|empezar|empezado|empezaba|empezaban|empezo|empezaron|empezando|empieza|empezamos"
    "|empiezan|comienza|comienzan|arrancar|arranco|arrancaron|arrancando|arrancamos|arrancan"
    "|arranca|arrancaban|dio inicio|dieron inicio|dio comienzo|originaron",
    ("verb", "gather"): crossed(
        "|se", "reunieron|reunio|concentraron|concentro|congregaron|congrego|formaron|juntaron"
    )
    + "|reunirse|reunidos|reunanse|nos reunimos|nos juntamos|nos vimos|nos concentramos|"
    + crossed(
        "tras|despues de",
        "la misa|una misa|el mitin|un mitin|la vigilia|una vigilia|la ceremonia|una ceremonia"
        "|la oracion|una oracion|el acto|un acto|una conferencia de prensa|una concentracion"
        "|la conferencia de prensa|la concentracion|una protesta|la protesta",
    )
    + "|concentrarse|congregarse|se reunen|se juntaron|juntarse",
    ("verb", "meet"): crossed(
        "se|", "encontraron con|unieron a|unieron al|juntaron con|unio a|unio al"
    )
    + "|encontrarse con|unirse a|unirse al|juntarse con|reunirse con|se reunieron con|encontrar a"
    "|encontraron a|se le unio|se les unio|se le unieron|se les unieron|uniendose a"
    "|para encontrarse con|para reunirse con",
    ("verb", "back"): spanish("regres retorn")
    + "|volver|volvieron|volvio|volviendo|vuelven|de regreso|de vuelta|volvimos|nos regresamos"
    "|se regresaron|se devolvieron|nos devolvimos|se devolvio",
    ("turn", "left"): _turns("izquierda"),
    ("turn", "right"): _turns("derecha"),
    ("turn", "straight"): "recto|derecho|de frente|todo recto|todo derecho|en linea recta"
    "|derechito|todo derechito",
    ("turn", "u_turn"): "media vuelta|vuelta en u|"
    + crossed(_GAVE, "media vuelta|vuelta en u|la vuelta en u|una vuelta en u"),
}
