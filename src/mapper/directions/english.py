"""The English words of directions: levelled phrases, parted by "|"."""

from __future__ import annotations

from mapper.directions.forms import Table, compass, crossed, english

_MADE = "make|makes|made|making|take|takes|took|taking|hang|hangs|hung|hanging"
_WHOSE = "their way|its way|our way|his way|her way"
_NUMBERS = "|two groups|three groups|two|three|groups|several groups|smaller groups|2 groups"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"


def _turns(side: str) -> str:
    """The ways to say "a left"."""
    named = f"a {side}|a {side} turn|a sharp {side}|another {side}|the next {side}|{side} turns"
    named += f"|a final {side}|a quick {side}|a second {side}|one more {side}"
    return f"{named}|{side} turn|sharp {side}|hard {side}|to the {side}|to their {side}|" + crossed(
        _MADE, named
    )


PHRASES: Table = {
    ("verb", "walk"): english("march walk parad-"),
    ("verb", "move"): english(
        "head proceed stream trek travel spill pour flow stroll wander descend climb stretch"
    )
    + "|"
    + english("mov- advanc- snak- weav- hik- merg-")
    + "|go|goes|went|going|run|ran|running|wind|wound|winding|ride|rode|riding|procession|caravan"
    "|caravans|set off|set out|setting off|setting out|took off|taking off|gone|"
    + crossed("head|headed|heading", "off|out")
    + "|"
    + crossed("make|makes|made|making|wind|wound|winding|wove", _WHOSE),
    ("verb", "turn"): english("turn veer")
    + "|swing|swung|swinging|bear|bore|bearing|cut over|"
    + crossed("turn|turned|turning|round|rounded", "around the corner|the corner"),
    ("verb", "come"): "come|comes|came|coming|got|get|gets|getting",
    ("verb", "fill"): english("fill pack jam flood")
    + "|occupies|occupied|occupying|took over|take over|taking over|taken over",
    ("verb", "taken"): crossed(
        "was|were|is|are|being", "taken|walked|marched|followed|filled|taken over|packed"
    ),
    ("verb", "on"): english("continu- resum-")
    + "|went on|going on|carry on|carried on|stay|stayed|staying|"
    + crossed("keep|keeps|kept|keeping", "going|walking|marching|moving|heading"),
    ("verb", "take"): english("follow") + "|take|takes|took|taking|taken|took to|taking to",
    ("verb", "cross"): "cross|crosses|crossed|crossing",
    ("verb", "pass"): "pass|passes|passed|passing",
    ("verb", "reach"): english("reach arriv-") + "|get to|gets to|got to|getting to|made it to"
    "|came to|come to",
    ("verb", "finish"): english("end finish conclud- culminat- terminat- halt")
    + "|stop|stops|stopped|stopping|wrapped up|wrapping up|wrap up|came to an end|came to a stop"
    "|came to a halt|ended up|ending up|end up",
    ("verb", "leave"): english("depart") + "|leave|leaves|leaving|walk out|walks out|walked out"
    "|walking out|filed out|poured out|streamed out|left from",
    ("verb", "begin"): english("start") + "|begin|begins|began|begun|beginning|kicked off"
    "|kicking off|kick off",
    ("verb", "gather"): english("gather assembl- converg- congregat-")
    + "|rally|rallied|rallies|rallying|massed|regrouped|"
    + crossed(
        "after|following|after a|following a",
        "mass|rally|vigil|service|ceremony|speech|press conference|meeting|prayer|concert",
    ),
    ("verb", "stand"): "we're|we are",
    ("verb", "meet"): "meet|meets|met|meeting|"
    + crossed("meet|met|meets|meeting|join|joined|joining|link|linked", "up|up with|with")
    + "|"
    + english("join")
    + "|joined by",
    ("verb", "back"): english("return")
    + "|loop|loops|looped|looping|circled|circling|came back|"
    + crossed("loop|looped|looping|circle|circled|circling|come|came|coming", "back")
    + "|retraced their steps|doubling back to|doubled back to",
    ("verb", "for"): crossed("head|headed|heading|heads|left|leaving|set off|set out|bound", "for"),
    ("origin", ""): crossed(
        "to|back to|up to|down to|until",
        "where they began|where they started|where they had begun|where they had started"
        "|where it began|where it started|where it had begun|where it had started"
        "|where we started|where we began|the start|the starting point|their starting point"
        "|its starting point|the beginning|where they came from|where they had come from",
    ),
    ("origin", "last"): "where they had started|where they had begun|where they had set out"
    "|where they had come from|where it had started|where it had begun|where we had started",
    ("turn", "left"): _turns("left"),
    ("turn", "right"): _turns("right"),
    ("turn", "straight"): "straight|straight ahead",
    ("turn", "u_turn"): "u-turn|uturn|u turn|a u-turn|a u turn|reversed course|reversed direction|"
    + crossed("make|makes|made|making", "a u-turn|a u turn")
    + "|"
    + crossed("turn|turned|turning", "around|back")
    + "|"
    + crossed("double|doubled|doubling", "back"),
    ("side", "left"): "left",
    ("side", "right"): "right",
    ("prep", "along"): "along|all along|down|up|via|onto|on to|by way of|the length of|up along"
    "|down along|upon|back down|back up|back along|back onto|up onto|down onto|out onto",
    ("prep", "on"): "on|back on",
    ("prep", "to"): "to|up to|down to|over to|all the way to|back to|as far as|on to the",
    ("prep", "until"): "until|till|til|'til|until reaching|thru to|clear to",
    ("prep", "toward"): "toward|towards|in the direction of|en route to|on the way to|bound for"
    "|on their way to|back toward|back towards",
    ("prep", "from"): "from|out of|away from|off|off of|back from",
    ("prep", "via"): "past|across|over|around|throughout|under|beneath|by|alongside|back past",
    ("prep", "through"): "through|back through",
    ("prep", "between"): "between",
    ("prep", "at"): "at|@|inside|on the steps of|at the steps of|at the foot of|on the lawn of"
    "|at the corner of|on the corner of|at the intersection of|at the intersection with",
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
    ("link", "had"): "had|they'd|they had|it had|which had|that had|who had|having",
    ("link", ""): "they|we|he|she|it|that|which|who|where|there|slowly|peacefully|back|again|also"
    "|just|all the way|all|directly|shortly|briefly|quietly|sharply|was|were|have|has|instead"
    "|all along|still"
    "|by foot|on foot|now|soon|only|not only|immediately|"
    + crossed("with|in", "a rally|a vigil|a protest|a demonstration|speeches|a press conference"),
    ("place", ""): "meeting point|meeting place|meet-up|meetup|starting point|start point"
    "|gathering point|assembly point|meet up point",
    ("route", ""): crossed("|the|our|today's|march|the march|their", "route|itinerary|directions"),
    ("of", ""): "of",
    ("crowd", ""): "student|students|protester|protesters|protestor|protestors|marcher|marchers"
    "|demonstrator|demonstrators|people|crowd|crowds|group|groups|hundreds|thousands|dozens|youth"
    "|participants|contingent|contingents|column|columns|pilgrims|teens|teenagers|youths"
    "|families|workers|teachers|peers|classmates|activists"
    "|supporters|organizers|everyone|walkers|kids|neighbors|members",
    ("group", "one"): "some students|some protesters|some marchers|one group|one"
    "|some of the students|a group|the first group|some|half|the first|one half|one part"
    "|the first one"
    "|one column|one contingent|the first column|the first contingent|a first group|one side",
    ("group", "other"): "the other|the other group|another group|another|others|the others|the rest"
    "|the second group|the other half|a second group|a third group|the third group|the second one"
    "|the third one|other students|the second|the third|another column|another contingent"
    "|the other column|the other contingent|the second column|the second contingent|a third",
    ("group", "both"): "both groups|the two groups|both|the groups|together|reunited|rejoined",
    ("split", ""): crossed(
        crossed("split|splits|splitting|divided|divides|broke|separated", "|up|off"),
        f"into|in|{_NUMBERS}".replace("||", "|"),
    )
    + "|"
    + crossed(crossed("split|splits|splitting|divided|broke", "into|up into|in"), _NUMBERS)
    + "|split|split up|parted ways|went separate ways|"
    + crossed("two|three|2|3|several", "groups|contingents|columns|marches|crowds"),
    ("close", "active"): english("clos- barricad-")
    + "|shut|shuts|shut down|shutting down|closed off|closing off|cordoned off|cordoned"
    "|sealed off|sealed|closed down",
    ("close", "police"): "blocked|blocking|blocked off|blocking off",
    ("close", "passive"): crossed(
        "was|were|is|are|been|being|remained|stayed",
        "closed|closed off|closed down|shut|shut down|blocked|blocked off|barricaded"
        "|cordoned off|sealed off",
    ),
    ("plan", ""): crossed(
        "|had|they had|who had|they'd|was|were",
        "planned to|planned on|hoped to|wanted to|intended to|meant to|tried to|attempted to"
        "|expected to|threatened to",
    )
    + "|was planning to|were planning to|had been planning to|planned route|original route"
    "|intended route|hoping to|wanting to|intending to|trying to|want to|wants to"
    "|wish to|wishes to|would have|would like to|could have|should have|supposed to|scheduled to"
    "|was going to|were going to|was to|were to|had been going to|was due to|were due to",
    ("future", ""): "will|would|plan to|plans to|planning to|are expected to|is expected to",
    ("void", ""): crossed(
        "was|were|has been|had been|been|is|got", "canceled|cancelled|called off|postponed|banned"
    ),
    ("not", ""): "failed to|refused to|declined to|stopped from|barred from|blocked from"
    "|prevented from|kept from|banned from|short of|not|never|instead of|rather than|without"
    "|nobody|no one|avoiding|avoided|cannot"
    "|unable to|" + "|".join(f"{verb}n't" for verb in "did could was were do wo would ca".split()),
    ("sub", "if"): "if|unless|provided|assuming|should they",
    ("sub", ""): "while|as|because|since|when|although|though|whose|as if|even if|even though"
    "|wondering if|asked if|to see if|as planned",
    ("police", ""): "police|officer|officers|sheriff|deputies|lapd|authorities|agents|cops|troops"
    "|soldiers|helicopter|helicopters|police officers|traffic|bus|buses|cars|drivers",
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
} | compass("due|to the|toward the|towards the", "bound|ward|wards|-bound", spanish_words=False)

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
