"""The English words of directions: levelled phrases, parted by "|"."""

from __future__ import annotations

from mapper.directions.english_people import WHO
from mapper.directions.english_verbs import VERBS
from mapper.directions.forms import Table, compass, crossed

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"


PHRASES: Table = (
    VERBS
    | WHO
    | {
        ("origin", ""): crossed(
            "to|back to|up to|down to|until",
            "where they began|where they started|where they had begun|where they had started"
            "|where it began|where it started|where it had begun|where it had started"
            "|where we started|where we began|the start|the starting point|their starting point"
            "|its starting point|the beginning|where they came from|where they had come from",
        ),
        ("origin", "last"): "where they had started|where they had begun|where they had set out"
        "|where they had come from|where it had started|where it had begun|where we had started",
        ("prep", "along"): "along|all along|down|up|via|onto|on to|by way of|the length of|up along"
        "|down along|upon|back down|back up|back along|back onto|up onto|down onto|out onto"
        "|along the length of"
        "|up the length of|down the length of|straight up|straight down|right down|right up"
        "|over onto"
        "|off onto|away down|along with the length of|up and down|over along|home along|back over",
        ("prep", "on"): "on|back on|over on|out on|across on|up on|down on|by way of going up",
        ("prep", "to"): "to|up to|down to|over to|all the way to|back to|on to the"
        "|to its intersection with|to the intersection with|out to|across to|along to|on up to"
        "|on down to|back over to|back up to|back down to",
        (
            "prep",
            "until",
        ): "until|till|til|'til|until reaching|thru to|clear to|clear up to|clear down to|thru"
        "|through to"
        "|right up to|up until|as far as|all the way up to|all the way down to|all the way over to|"
        + crossed(
            crossed("until|till|before", "it|they|we|he|she|the march|the crowd|the column|"),
            "hit|hitting|reaching|reached|got to|came to|arrived at|met|made it to|struck"
            "|touched|meets|hits"
            "|reaches",
        )
        + "|"
        + crossed(
            crossed(
                "did not|didn't|never|without", "stop|stopped|pause|paused|rest|stopping|pausing"
            ),
            "before|until|till|before reaching|until reaching",
        ),
        ("prep", "toward"): "toward|towards|in the direction of|en route to|on the way to|bound for"
        "|on their way to|back toward|back towards",
        (
            "prep",
            "from",
        ): "from|frm|out of|away from|off|off of|back from|down from|up from|over from"
        "|all the way from"
        "|from its intersection with|from the intersection with",
        ("prep", "via"): "past|across|over|around|throughout|under|beneath|by|alongside|back past",
        ("prep", "through"): "through|back through",
        ("prep", "between"): "between",
        ("prep", "at"): "at|@|inside|on the steps of|at the steps of|at the foot of|on the lawn of"
        "|at the corner of|on the corner of|at the intersection of|at the intersection with"
        "|at its intersection with",
        ("prep", "front"): "in front of|outside|outside of|near|next to|opposite|across from|beside"
        "|across the street from|right in front of|right outside|close to",
        ("prep", "in"): "in|within",
        ("prep", "into"): "into|in to|back into",
        ("link", "and"): "and|&|/|+",
        ("link", "then"): "then|and then|next|after that|later|and later|afterward"
        "|afterwards|from there"
        "|finally|and finally|eventually|subsequently|but|once",
        ("link", "before"): "before",
        ("link", "after"): "after",
        (
            "link",
            "had",
        ): "had|they'd|they had|it had|which had|that had|who had|having|having first|had already",
        (
            "link",
            "",
        ): "they|we|he|she|it|that|which|who|where|there|them|itself|they've|we've|they're"
        "|they'd|it's|themselves|slowly|peacefully|back|again|also"
        "|just|all the way|all|directly|shortly|briefly|quietly|sharply|was|were|have|has|instead"
        "|all along|still"
        "|by foot|on foot|now|soon|only|not only|immediately|thereupon|the whole way|the entire way"
        "|the whole length|the entire length|its full length|and back|two abreast|arm in arm"
        "|that is"
        "|i.e|namely|as well|along the way|the while|all the while|meanwhile|in turn|at last"
        "|in the end"
        "|last seen|were last seen|was last seen|even|did not stop|didn't stop|did not pause"
        "|didn't pause|not stopping|without stopping|without pausing|without a pause"
        "|without a break"
        "|without a stop|without incident|did not rest|non-stop|nonstop|never stopped|not stop"
        "|had no choice but to|had to|once again|first of all|then again|simply|likewise"
        "|moved as one|"
        + crossed(
            "with|in", "a rally|a vigil|a protest|a demonstration|speeches|a press conference"
        ),
        ("place", "end"): crossed(
            "the|their|its|our|final|the final",
            "destination|end point|endpoint|finish|goal|terminus|finish line|stopping point|end",
        )
        + "|destination|end point|endpoint|terminus|finish line|final stop|the last stop",
        ("place", "way"): crossed(
            "the|their|its|our",
            "way there|street taken|road taken|way between|way taken|path taken",
        )
        + "|the way from one to the other|the way between them|the street between them"
        "|the street used",
        ("place", ""): crossed(
            "|the|their|its|our|point of|the point of",
            "departure point|point of departure|starting point|starting place|start point|departure"
            "|origin|point of origin",
        )
        + "|the start|the beginning|meeting point|meeting place|meet-up|meetup|starting point"
        "|start point"
        "|gathering point|assembly point|meet up point",
        ("route", ""): crossed(
            "|the|our|today's|march|the march|their|its|the march's|the column's|the crowd's"
            "|the students'|the group's|the walkout's|the marchers'",
            "route|itinerary|directions|movement|movements|path|course|way|circuit|loop",
        ),
        ("of", ""): "of",
        ("time", ""): f"{_DAYS}|noon|midday|midnight|am|pm|today|yesterday|tomorrow|tonight|morning"
        "|afternoon|evening|night|about|roughly|approximately|approx|o'clock|nightfall|dusk|dawn|rn"
        "|live|update"
        "|in the morning"
        "|in the afternoon|the afternoon|the morning|" + crossed("on", _DAYS),
        (
            "word",
            "",
        ): "walk of fame"
        "|head of|took place|takes place|taking place|take place|took part"
        "|takes part|take part|taking part|took turns|in turn|turned out|turn out|turned violent"
        "|the end of|at the end of|right now|right away|right after|right before|up to date|one of"
        "|some of|half of|passed out|left behind|to end|to stop|on strike|on the way"
        "|on their way|right to march|right to walk|right to protest|in support|in solidarity"
        "|in protest|in defense|at least|at most|in addition"
        "|on top of|down with|up for|by then|on behalf|in order|in response",
    }
    | compass("due|to the|toward the|towards the", "bound|ward|wards|-bound", spanish_words=False)
)

# No name goes on past one of these.
STOPS = frozenset(
    "with for against during than or so per including plus despite like until about above below"
    " chanting carrying waving holding singing shouting is are be been being was were had have has"
    " did do does said says say saying told tell beat began broke brought built came caught chose"
    " ate fell felt fought found flew gave got grew heard held hit kept knew laid led lost made"
    " meant paid put rang sang sat saw sent set shook shut spent spoke spread stood struck swept"
    " swore threw wore won wrote this these those their his her its our my your more less many much"
    " only even still yet too very just no not if what how why photo photos pictures selfies videos"
    " signs flags banners slogans megaphones action lunch breaks protest protests rally rallies"
    " vigil demonstration demonstrations walkout walkouts demands solidarity amid near instead came"
    " them him us me you come coming".split()
)
# What follows "to" and is no place: "to demand", "to class".
PURPOSES = frozenset(
    "demand protest show support call honor denounce oppose condemn defend raise hear listen"
    " deliver"
    " speak confront avoid see celebrate commemorate remember stand fight ask say send bring make"
    " give keep block protect resist express voice mark hold push press urge form create be do have"
    " help try chant sing share tell bear class classes classroom classrooms school work home jobs"
    " lunch date death life court advantage heart mind fruition attention sit wait watch talk"
    " demonstrate let rest disperse find cheer greet board catch".split()
)
