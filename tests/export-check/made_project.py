"""Writes a project of so many bodies, as a large partnership has them. Usage: made_project.py OUT.json [BODIES]

The same in every run: tiers, kinds, seats, four kinds of link, and a second structure with lineage.
"""

import json
import random
import sys

THEMES = ["Adult Social Care", "Children's Services", "Community Safety", "Culture", "Skills and Employment", "Housing",
          "Public Health", "Transport", "Climate", "Voluntary Sector", "Regeneration", "Digital Inclusion"]
PLACES = ["Ashby", "Bramley", "Crossgate", "Dŵr", "Eastfield", "Foxholes", "Grangetown", "Hutton", "Ings"]
LEVELS = [("board", "Leadership", "Board"), ("partnership", "Thematic", "Partnership"), ("group", "Delivery", "Action Group"),
          ("task", "Task", "Task and Finish Group")]


def structure(name, title, count, rng, renamed):
    bodies, links, above = [], [], [[], [], [], []]
    for at in range(count):
        level = 0 if at == 0 else 1 if at < 13 else 2 if at < count * 2 // 3 else 3
        kind, tier, word = LEVELS[level]
        theme = THEMES[(at - 1) % 12]
        words = f"{PLACES[at % 9]} {theme} {word}" + (f" {at // 108 + 1}" if at > 108 else "")
        body = {"id": f"b{at}", "name": "Strategic Partnership Board" if at == 0 else words, "kind": kind, "tier": kind}
        if at % 7 == 3 and renamed:
            body["name"] += " for the Borough"
        if level < 2:
            body["seats"] = [{"post": "Chair", "organisation": "Borough Council", "sector": "Council", "count": 1},
                             {"organisation": "NHS Trust", "sector": "Health", "count": rng.randint(1, 4)}]
            body["meetings"] = {"per_year": 4 + level * 2}
        bodies.append(body)
        if level:
            # Delivery groups report within their theme.
            upper = [b for b in above[level - 1] if level == 1 or bodies[b]["name"].find(theme) > 0] or above[level - 1]
            to = upper[rng.randrange(len(upper))]
            links.append({"id": f"r{at}", "from": f"b{at}", "to": f"b{to}", "kind": "reports-to"})
        above[level].append(at)
    for at in range(count // 5):
        kind = ["represented-on", "tasked-by", "informs"][at % 3]
        near = 13 + rng.randrange(count - 13)
        link = {"id": f"o{at}", "from": f"b{near}", "to": f"b{1 + rng.randrange(12)}", "kind": kind}
        if kind == "represented-on":
            link["seats"] = 1
        links.append(link)
    return {"id": name, "title": title, "status": title, "bodies": bodies, "links": links}


def main(path, count=150):
    now = structure("current", "Current", count, random.Random(5), False)
    then = structure("proposed", "Proposed", count - count // 15, random.Random(5), True)
    ids = {body["id"] for body in then["bodies"]}
    lineage = [{"from_structure": "current", "to_structure": "proposed", "from": [b["id"]],
                "to": [b["id"]] if b["id"] in ids else []} for b in now["bodies"]]
    project = {"format": "dotted-line", "version": "1.0", "title": "Made Partnership", "date": "2027-04-01",
               "body_kinds": [{"id": k, "name": w} for k, _, w in LEVELS],
               "tiers": [{"id": k, "name": t} for k, t, _ in LEVELS],
               "structures": [now, then], "lineage": lineage}
    with open(path, "w", encoding="utf-8") as out:
        json.dump(project, out, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 150)
