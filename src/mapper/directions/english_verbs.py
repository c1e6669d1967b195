"""The English verbs of directions, and the turns: levelled phrases, parted by "|"."""

from __future__ import annotations

from mapper.directions.forms import Table, crossed, english, told

_MADE = crossed(
    "",
    "make|makes|made|making|take|takes|took|taking|hang|hangs|hung|hanging|hook|hooks|hooked"
    "|hooking|pull|pulled|pulling|cut|cutting|do|did|doing|bang|banged",
)
_WHOSE = "their way|its way|our way|his way|her way|the way"
_IT = "it|them|us|the march|the crowd|the column|everyone"
_RALLY = "mass|rally|vigil|service|ceremony|speech|press conference|meeting|prayer|concert"
# "Push" and "step" are nouns too: their past says what they are.
_PAST = (
    "push press step+ surge- file- roll race- rush charge- pace- crawl trail sweep plod+ plow drum+"
    " funnel tumble- dash storm bolt pound swell track tack steer romp pedal coast process ferry"
    " creep leap"
)
_MOVES = (
    "head proceed stream trek travel spill pour flow stroll wander descend climb stretch tramp"
    " troop trudge- inch trot+ slog+ amble- saunter meander zigzag+ wend shuffle- straggle-"
    " traipse- thread swarm mosey lumber hurry hasten mov- advanc- snak- weav- hik- merg-"
    " barrel limp scramble- spiral squeeze- venture- migrate- relocate- lurch ascend"
)
_LEFT = "set|step|stepp|start|mov|push|march|walk|head|kick|tak|pull|shov|strik"


def _turns(side: str) -> str:
    """The ways to say "a left"."""
    sizes = "|sharp|quick|final|second|third|slight|hard|gentle|last|wide|short"
    named = crossed(crossed("a", sizes), f"{side}|{side} turn|{side}-hand turn") + (
        f"|another {side}|the next {side}|{side} turns|one more {side}|an immediate {side}"
    )
    return (
        f"{named}|{side} turn|sharp {side}|hard {side}|to the {side}|to their {side}|to its {side}"
        f"|on the {side}|on their {side}|{side}ward|{side}wards|{side} hand turn|"
        + crossed(_MADE, named)
    )


VERBS: Table = {
    ("verb", "walk"): english("march walk parad- promenad-"),
    ("verb", "move"): english(_MOVES)
    + "|"
    + told(_PAST)
    + "|go|goes|went|going|run|ran|running|wind|wound|winding|ride|rode|riding|procession|caravan"
    "|caravans|gone|crept|swept|leapt|strode|striding|tread|trod|treading|sped|speeding|cut|cutting"
    "|flew|drove|plunged|slid|rose|shot|fanned out|lead|leads|led|leading|tear|tore|took off"
    "|set off|set out|setting off|setting out|taking off|set forth|step off|steps off|took to|"
    + crossed("press|presses|push|pushes|move|moves|file|files|roll|rolls", "on|ahead|forward|out")
    + "|"
    + crossed("head|headed|heading", "off|out")
    + "|"
    + crossed(
        "make|makes|made|making|wind|wound|winding|wove|work|worked|working|works|thread|threaded"
        "|threading|pick|picked|picking|wend|wended|wending|push|pushed|pushing|force|forced"
        "|fight|fought|edge|edged|edging|find|found|inch|inched",
        _WHOSE,
    ),
    ("verb", "turn"): english("turn veer hook swerve- pivot curv- wheel")
    + "|"
    + told("angle- peel bank slant arc branch")
    + "|swing|swung|swings|swinging|bear|bore|bears|bearing|bend|bends|bent|bending|jog|jogs"
    "|jogged|jogging|cut over|cuts over|cutting over|"
    + crossed("turn|turned|turning|round|rounded", "around the corner|the corner"),
    ("verb", "come"): "come|comes|came|coming|got|get|gets|getting",
    ("verb", "enter"): english("enter") + "|spilled into|poured into|filed into"
    "|funneled into|turned up|emptied into|streamed into|flowed into|swung into",
    ("verb", "fill"): english("fill pack jam+ flood throng clog+ choke-")
    + "|occupies|occupied|occupying|took over|take over|taking over|taken over",
    ("verb", "taken"): crossed(
        "was|were|is|are|being",
        "taken|walked|marched|followed|filled|taken over|packed|used|covered|traversed",
    )
    + "|"
    + crossed("was|were|is", "theirs|ours|all theirs|full")
    + "|belonged to them|"
    + crossed(
        "was|became|is|turned into",
        "a sea of|a river of|full of|packed with|filled with|a wall of|a stream of|thick with"
        "|a mass"
        "|solid with|alive with|awash in|awash with|one long line of|crowded with|jammed with",
    ),
    ("verb", "on"): english("continu- resum- persist")
    + "|went on|going on|carry on|carries on|carried on|carrying on|stay|stays|stayed|staying"
    "|kept on|keep on|keeps on|keeping on|kept to|keep to|keeping to|kept at it|stuck to"
    "|stick to|sticking to|stuck with|forge ahead|forged ahead|forged on|soldiered on|pressed on"
    "|pushed on|walked on|marched on down|marched on up|moved on down|moved on up|"
    + crossed(
        "keep|keeps|kept|keeping", "going|walking|marching|moving|heading|on going|on walking|left"
    ),
    ("verb", "take"): english("follow travers- us-")
    + "|take|takes|took|taking|taken|took to|taking to|cover|covers|covered|covering|picked up"
    "|stayed on"
    "|staying on|stay on|keep on along|ply|plied",
    ("verb", "cross"): "cross|crosses|crossed|crossing",
    ("verb", "pass"): "pass|passes|passed|passing|skirt|skirted|skirting",
    ("verb", "reach"): english("reach arriv-")
    + "|get to|gets to|got to|getting to|made it to|make it to|came to|come to|hit|hits|hitting"
    "|came upon|gained|attained|came out at|come out at|emerged at",
    ("verb", "finish"): english("end finish conclud- culminat- terminat- halt dispers- disband")
    + "|stop|stops|stopped|stopping|wrapped up|wrapping up|wrap up|broke up at|done|land|landed|"
    + crossed("came|come|comes|coming|drew|brought", "to an end|to a stop|to a halt|to rest")
    + "|"
    + crossed("end|ended|ending|ends|wound|wind|winds|fetched|pulled|finished|finish", "up")
    + "|petered out|called it a day|called it quits|pulled in",
    ("verb", "leave"): english("depart exit")
    + "|leave|leaves|leaving|left from|"
    + crossed("walk|walks|walked|walking|filed|poured|streamed|came|pour|stream|spilled", "out")
    + "|came out of|"
    + crossed("stepped|step|steps|stepping", "off from|off at|out of|off of"),
    ("verb", "begin"): english("start originat- commenc-")
    + "|begin|begins|began|begun|beginning|kicked off|kicking off|kick off|got underway"
    "|got under way|got going|got started|"
    + crossed("pick|picked|picks", "them up|it up|the march up|us up"),
    ("verb", "gather"): english("gather assembl- converg- congregat- muster")
    + "|rally|rallied|rallies|rallying|massed|regrouped|lined up|line up|lining up|formed up"
    "|form up|formed a line|formed ranks|staged|meet-up|huddled|amassed|"
    + crossed("after|following|after a|following a", _RALLY),
    ("verb", "stand"): "we're|we are",
    ("verb", "meet"): "meet|meets|met|meeting|"
    + crossed("meet|met|meets|meeting|join|joined|joining|link|linked", "up|up with|with")
    + "|"
    + english("join")
    + "|joined by",
    ("verb", "back"): english("return backtrack")
    + "|loop|loops|looped|looping|circled|circling|came back|"
    + crossed("loop|looped|looping|circle|circled|circling|come|came|coming", "back")
    + "|"
    + crossed("retraced|retrace|retracing", "their steps|its steps|our steps")
    + "|doubling back to|doubled back to",
    ("verb", "for"): crossed(
        "head|headed|heading|heads|left|leaving|set off|set out|bound|make|made|making|aimed"
        "|struck out|set course|strike out|makes",
        "for",
    ),
    ("turn", "left"): _turns("left"),
    ("turn", "right"): _turns("right"),
    ("side", "left"): "left",
    ("side", "right"): "right",
    ("turn", "straight"): "straight|straight ahead|dead ahead",
    ("turn", "u_turn"): "u-turn|uturn|u turn|a u-turn|a u turn|an about-face|about-face|"
    + crossed("reverse|reversed|reversing", "course|direction|its course|their course")
    + "|"
    + crossed("make|makes|made|making|did|do|pulled|pull", "a u-turn|a u turn|an about-face")
    + "|"
    + crossed(crossed("turn|turned|turning", f"|{_IT}"), "around|back")
    + "|"
    + crossed("double|doubled|doubling", "back"),
}
