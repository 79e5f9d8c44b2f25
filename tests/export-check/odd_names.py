"""Writes a project of bodies whose names are hard on a file. Usage: odd_names.py OUT.json"""

import json
import sys

NAMES = [
    "Board\u0007with\u000bcontrols\u0000",
    "\u200fشورى\u202e mixed",
    "שלום Committee",
    "会議 Council",
    "Emoji 🏛👩\u200d👩\u200d👧 Forum",
    "]]> & <b> \"co\" 'it'",
    "Line\nand\ttab",
    "Llanfair" * 12,
    "A board with a name of many words " * 12,
]

bodies = [{"id": f"b{at}", "name": name} for at, name in enumerate(NAMES)]
links = [
    {"id": f"l{at}", "from": f"b{at}", "to": "b0", "kind": "reports-to"}
    for at in range(1, len(NAMES))
]
project = {
    "format": "dotted-line",
    "version": "1.0",
    "title": "Odd & <names>",
    "structures": [{"id": "s", "title": "Now", "bodies": bodies, "links": links}],
}
with open(sys.argv[1], "w", encoding="utf-8") as out:
    json.dump(project, out)
