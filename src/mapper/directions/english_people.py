"""The English words of who goes, and of what keeps a motion from being one."""

from __future__ import annotations

from mapper.directions.forms import Table, crossed, english

_NUMBERS = "|two groups|three groups|two|three|groups|several groups|smaller groups|2 groups"

WHO: Table = {
    ("crowd", ""): "student|students|protester|protesters|protestor|protestors|marcher|marchers"
    "|demonstrator|demonstrators|people|crowd|crowds|group|groups|hundreds|thousands|dozens|youth"
    "|participants|contingent|contingents|column|columns|pilgrims|teens|teenagers|youths"
    "|families|workers|teachers|peers|classmates|activists"
    "|supporters|organizers|everybody|everyone|walkers|kids|neighbors|members|plaintiffs"
    "|defendants|procession"
    "|throng|throngs|pupils|kid|boys|girls|schoolmates|juniors|seniors|freshmen"
    "|sophomores|residents|parents|mothers|faithful|parishioners|janitors|strikers|picketers|nurses"
    "|immigrants|allies|river of people|sea of people|tail|vanguard|rear|procession|body|mass",
    ("group", "one"): "some students|some protesters|some marchers|one group|one"
    "|some of the students|a group|the first group|some|half|the first|one half|one part"
    "|the first one"
    "|one column|one contingent|one wing|one stream|one arm|one bunch|part of the crowd"
    "|part of the march|a part|a few|several|a handful|one crew|the one|the larger group"
    "|the smaller group|the bigger group|one third|most|a third of them|about half|roughly half"
    "|half of them|half the crowd|half the march|some of them|some kids|the first column"
    "|the first contingent|a first group|one side",
    (
        "group",
        "other",
    ): "the other|the other group|another group|another|others|the others|the rest"
    "|the second group|the other half|a second group|a third group|the third group|the second one"
    "|the third one|other students|the second|the third|another column|another contingent"
    "|the main body|the main group|the main column|the main march|the bulk|the remainder"
    "|everyone else|the rest of them|the remaining half|a separate bunch"
    "|a separate group|a different group|a separate contingent|another bunch|still others"
    "|the latter"
    "|another stream|the other wing|the other stream|other kids|other marchers|other protesters"
    "|a separate column|a different column|the other column|the other contingent"
    "|the second column|the second contingent|a third",
    ("group", "both"): "both groups|the two groups|both|the groups|together|reunited|rejoined",
    ("split", ""): crossed(
        crossed("split|splits|splitting|divided|divides|broke|separated", "|up|off"),
        f"into|in|{_NUMBERS}".replace("||", "|"),
    )
    + "|"
    + crossed(crossed("split|splits|splitting|divided|broke", "into|up into|in"), _NUMBERS)
    + "|split|split up|parted ways|went separate ways|came apart|broke away|peeled away"
    "|splintered off|peeled off from|broke apart|broke up|drifted apart"
    "|forked|was split|were split|fell apart|broke in two|split in two|splintered|divided|"
    + crossed(
        "two|three|2|3|several",
        "groups|contingents|columns|marches|crowds|streams|bunches|arms",
    ),
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
        "was|were|has been|had been|been|is|got",
        "canceled|cancelled|called off|postponed|banned|scrapped|scuttled|put off|shelved|nixed"
        "|abandoned|forbidden|prohibited",
    ),
    ("not", ""): "failed to|refused to|declined to|stopped from|barred from|blocked from"
    "|prevented from|kept from|banned from|short of|not|never|instead of|rather than|without"
    "|nobody|no one|none of them|no march|no students|no student|no marcher|no marchers|neither"
    "|nor|hardly anyone|avoiding|avoided|cannot|steered clear of|kept clear of|stayed off|kept off"
    "|unable to|" + "|".join(f"{verb}n't" for verb in "did could was were do wo would ca".split()),
    ("sub", "if"): "if|unless|provided|assuming|should they",
    ("sub", ""): "while|as|because|since|when|although|though|whose|as if|even if|even though"
    "|wondering if|asked if|to see if|as planned",
    (
        "police",
        "",
    ): "police|officer|officers|sheriff|deputies|lapd|authorities|agents|cops|troops"
    "|soldiers|helicopter|helicopters|police officers|traffic|bus|buses|cars|drivers|vans|van|truck"
    "|trucks|convoy|motorists|motorist|chopper|choppers|motorcade|patrol|patrols|cruisers|cruiser"
    "|squad|motorcycles|trains|train|shuttle|shuttles|ambulance|ambulances|firefighters|streetcar"
    "|barricades|barricade|barriers|fences|fence|vendors|detour|detours|reporters|cameras|drone"
    "|drones|commuters|vehicles|vehicle|guardsmen|marines|constables|patrolmen|taxis|cyclists"
    "|encampments|encampment|tents|murals|mural|onlookers|spectators|bystanders"
    "|counterprotesters|counter-protesters|car|tanks|crews",
}
