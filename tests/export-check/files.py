"""Reads exported files as other programs do, and says what is wrong with them. A line for each check.

usage: files.py FOLDER PROGRAM [--bite]     FOLDER/NAME.json beside FOLDER/files/NAME-VIEW.ENDING as run.sh writes them.
--bite spoils a copy of a file for each check and expects a fault.
"""

import csv
import io
import itertools
import json
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from xml.etree import ElementTree

import networkx
import openpyxl
from PIL import Image

import svg_files


def printed(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {(done.stderr or done.stdout).strip()[:300]}")
    return done.stdout


def folded(text):
    return " ".join(text.split())


def view(path):
    return path.stem.rsplit("-", 1)[1].split("_")[0]


def drawn(path, project):
    """The structures in a file."""
    return project["structures"][: 1 if view(path) in ("diagram", "live") else 2]


def names(path, project):
    for structure in drawn(path, project):
        for body in structure["bodies"]:
            yield folded(body["name"])


def pdf_sound(path, _):
    printed("qpdf", "--check", path)
    return ()


def pdf_fonts(path, _):
    rows = printed("pdffonts", path).splitlines()[2:]
    if not rows:
        yield "no fonts"
    for row in rows:
        if row.split()[-5:-2] != ["yes"] * 3:
            yield f"not embedded, subset, with characters: {row}"


def pdf_told(path, project):
    told = dict(line.split(":", 1) for line in printed("pdfinfo", path).splitlines() if ":" in line)
    if told["Tagged"].strip() != "yes" or not told.get("Title", "").strip():
        yield f"tagged {told['Tagged']}, title {told.get('Title')}"
    least = 2 if view(path) in ("diagram", "compare", "pack") else 1
    if int(told["Pages"]) < least:
        yield f"{told['Pages']} pages"


def pdf_names(path, project):
    text = folded(printed("pdftotext", path, "-")).replace("- ", "-")
    # What is unchanged need not stand in a schedule of changes: the words say how many.
    wanted = names(path, project)
    for name in wanted:
        if name.replace("- ", "-") not in text:
            yield f"{name!r} is not there"


def struct_text(path):
    # Rows of one element belong together; elements do not.
    lines = printed("pdfinfo", "-struct-text", path).splitlines()
    return [match[1] for line in lines if (match := re.match(r'\s*"(.*)"$', line))]


def told_items(program, project, path):
    """The lines of the lists of the text version."""
    ids = [s["id"] for s in drawn(path, project)]
    option = ["--structure", ids[0]] if len(ids) == 1 else ["--from", ids[0], "--to", ids[1]]
    text = printed(program, "describe", path.parent.parent / f"{path.stem.rsplit('-', 1)[0]}.json", *option)
    return [folded(re.sub(r"\\(.)", r"\1", line.strip()[2:])) for line in text.splitlines() if re.match(r"\s*- ", line)]


def pdf_order(path, project):
    text = folded("".join(struct_text(path)))
    after = text.rfind("Text version")
    if view(path) in ("diagram", "compare") and after < 0:
        yield "no text version"
    if view(path) in ("diagram", "compare"):
        for item in told_items(PROGRAM, project, path):
            at = text.find(item, after)
            if at < 0:
                yield f"not in the order of the outline: {item!r}"
                break
            after = at + len(item)
    for name in names(path, project):
        around = re.search(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text)
        if not around:
            yield f"{name!r} runs into other words"


def svg_bodies(path, project):
    expected = [(s["id"], b["id"]) for s in drawn(path, project) for b in s["bodies"]]
    if view(path) == "overlay":
        return ()
    return svg_files.bodies(path, expected)


def png(path, _):
    image = Image.open(path)
    image.load()
    if any(abs(dpi - 300) > 0.1 for dpi in image.info.get("dpi", (0, 0))):
        yield f"dpi {image.info.get('dpi')}"
    if len(image.info.get("Description", "")) < 20:
        yield "no description"
    if image.mode != "RGB" or "transparency" in image.info:
        yield f"not opaque: {image.mode}"


def tables(path, _):
    for sheet in openpyxl.load_workbook(path).worksheets:
        head = [cell.value for cell in sheet[1]]
        if not all(isinstance(value, str) and value for value in head) or len(set(head)) != len(head):
            yield f"{sheet.title}: heads {head}"
        if sheet.merged_cells.ranges:
            yield f"{sheet.title}: merged cells"
        if not sheet.freeze_panes:
            yield f"{sheet.title}: nothing is frozen"
        if any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row):
            yield f"{sheet.title}: a formula"


def tables_printed(path, _):
    """The same in LibreOffice: as many rows of the first sheet."""
    other = path.with_suffix(".csv.calc")
    if not other.exists():
        yield "LibreOffice could not open it"
        return
    rows = list(csv.reader(io.StringIO(other.read_text("utf-8"))))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    if len(rows) != sheet.max_row:
        yield f"{sheet.max_row} rows, LibreOffice shows {len(rows)}"


def csv_rows(path, project):
    raw = path.read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf"):
        yield "Excel would not take it for UTF-8"
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    cells = [cell for row in rows for cell in row]
    for cell in cells:
        if re.match(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)", cell):
            yield f"a formula: {cell[:40]!r}"
    missing = {folded(b["name"]) for s in project["structures"] for b in s["bodies"]} - {folded(c).lstrip("'") for c in cells}
    if missing:
        yield f"missing {sorted(missing)[:3]}"


def drawio(path, project):
    root = ElementTree.parse(path).getroot()
    structure = drawn(path, project)[0]
    objects = {e.get("id"): e for e in root.iter() if e.get("id")}
    for body in structure["bodies"]:
        if f"body.{body['id']}" not in objects:
            yield f"body {body['id']} is missing"
    for link in structure["links"]:
        found = objects.get(f"link.{link['id']}")
        cell = None if found is None else found.find("mxCell")
        ends = None if cell is None else (cell.get("source"), cell.get("target"))
        if ends != (f"body.{link['from']}", f"body.{link['to']}"):
            yield f"link {link['id']}: {ends}"
    boxes = []
    for name, e in objects.items():
        shape = e.find("mxCell/mxGeometry")
        if name.startswith("body.") and shape is not None:
            boxes.append([name] + [float(shape.get(k, 0)) for k in ("x", "y", "width", "height")])
    for (a, x, y, w, h), (b, u, v, p, q) in itertools.combinations(boxes, 2):
        if x < u + p and u < x + w and y < v + q and v < y + h:
            yield f"{a} and {b} overlap"


def graphml(path, project):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = networkx.read_graphml(path, force_multigraph=True)
    structure = drawn(path, project)[0]
    found = sorted(data.get("name") for _, data in graph.nodes(data=True))
    if [folded(n) for n in found] != sorted(folded(b["name"]) for b in structure["bodies"]):
        yield f"{len(found)} nodes for {len(structure['bodies'])} bodies"
    if sorted(d.get("link") for *_, d in graph.edges(data=True)) != sorted(link["id"] for link in structure["links"]):
        yield f"{graph.number_of_edges()} edges for {len(structure['links'])} links"


def dot(path, project):
    structure = drawn(path, project)[0]
    text = printed("neato", "-n2", "-Tsvg", path)
    nodes, edges = text.count('class="node"'), text.count('class="edge"')
    if (nodes, edges) != (len(structure["bodies"]), len(structure["links"])):
        yield f"{nodes} nodes, {edges} edges"


def same_twice(path, _):
    again = path.parent.parent / "again" / path.name
    if path.read_bytes() != again.read_bytes():
        yield "another file from the same project"


def page_size(path, _):
    if path.name.startswith("redcar-") and path.stat().st_size > 500_000 and view(path) != "pack":
        yield f"{path.stat().st_size} bytes"


def replaced(old, new, count=1):
    return lambda data: data.replace(old, new, count)


def spoil_png(path):
    image = Image.open(path)
    image.save(path, dpi=(96, 96))


def spoil_xlsx(path):
    book = openpyxl.load_workbook(path)
    book.worksheets[0].freeze_panes = None
    book.worksheets[0]["A3"] = "=1+1"
    book.save(path)


def first_name(data):
    # A box of its own: the same words, in another place.
    return re.sub(rb'<object id="body\.[^>]*>.*?</object>', b"", data, count=1, flags=re.S)


def shorter(data):
    return data[: len(data) // 2]


# Number in the list of checks, words, files, check, what it must notice.
CHECKS = [
    (20, "qpdf finds no fault", "*.pdf", pdf_sound, shorter),
    (12, "fonts embedded, subset, with characters", "*.pdf", pdf_fonts, replaced(b"/FontFile2", b"/FontFileX", 99)),
    (11, "tagged, a title, pages", "*.pdf", pdf_told, replaced(b"/MarkInfo", b"/MarkInfX", 99)),
    (14, "every full name", "*.pdf", pdf_names, "another project"),
    # Poppler takes minutes for the tags of a long paper.
    (13, "reading order is the outline's, names stand apart", "[crw]*-diagram.pdf", pdf_order, "another project"),
    (11, "well-formed, named, nothing from outside", "*.svg", svg_files.well_formed, replaced(b"aria-labelledby=\"", b"aria-labelledby=\"x")),
    (14, "the bodies of the project", "*.svg", svg_bodies, replaced(b"data-body", b"data-x")),
    (12, "no text among outlines", "*-diagram.svg", svg_files.outlines, replaced(b"</svg>", b"<text>a</text></svg>")),
    (12, "live text brings its font", "*-live.svg", svg_files.live, replaced(b"url(data:", b"url(other:", 99)),
    (10, "300 dpi, a description, opaque", "*.png", png, spoil_png),
    (16, "heads in row 1, frozen, no merged cells, no formulas", "*.xlsx", tables, spoil_xlsx),
    (20, "LibreOffice opens the tables", "*.xlsx", tables_printed, None),
    (14, "csv read again, no formulas, every body", "*-tables.csv", csv_rows, lambda data: data + b"=1+1\r\n"),
    (14, "draw.io: bodies, links, no boxes over each other", "*.drawio", drawio, first_name),
    (14, "networkx reads GraphML: bodies, links", "*.graphml", graphml, replaced(b"<edge ", b"<node ") ),
    (14, "Graphviz draws DOT: bodies, links", "*.dot", dot, replaced(b" -> ", b" => ")),
    (17, "web pages of Redcar at most 500 kB", "*.html", page_size, lambda data: data + b" " * 500_000),
    (19, "the same bytes twice", "*.*", same_twice, lambda data: data + b" "),
]


def faults(check, path, project):
    try:
        return list(check(path, project) or ())
    except Exception as error:  # whatever a reader says of a broken file
        return [f"{type(error).__name__}: {error}"]


def main(folder, bite):
    projects = {p.stem: json.loads(p.read_text("utf-8")) for p in folder.glob("*.json")}
    wrong = 0
    for number, words, pattern, check, spoil in CHECKS:
        paths = sorted(p for p in (folder / "files").glob(pattern) if not p.name.endswith(".calc"))
        if bite:
            if spoil is None:
                continue
            path = folder / "files" / ("spoilt-" + view(paths[0]) + paths[0].suffix)
            if spoil is page_size:
                continue
            home = next(p for p in paths if p.name.startswith("redcar-")) if number == 17 else paths[0]
            name = home.stem.rsplit("-", 1)[0]
            if number == 17:
                path = path.with_name("redcar-spoilt" + home.suffix)
            shutil.copy(home, path)
            project = projects[name]
            if spoil == "another project":
                project = projects[next(n for n in sorted(projects) if n != name)]
            elif spoil in (spoil_png, spoil_xlsx):
                spoil(path)
            else:
                data = spoil(path.read_bytes())
                if data == path.read_bytes():
                    print(f"nothing was spoilt for {words}", file=sys.stderr)
                    wrong += 1
                path.write_bytes(data)
            if number == 19:
                shutil.copy(home, folder / "again" / path.name)
            found = faults(check, path, project)
            path.unlink()
            (folder / "again" / path.name).unlink(missing_ok=True)
            print(f"{'bites ' if found else 'BLIND '} {number:2} {words}: {(found or ['nothing noticed'])[0][:90]}")
            wrong += not found
            continue
        found = [(p, f) for p in paths for f in faults(check, p, projects[p.stem.rsplit("-", 1)[0]])]
        for path, fault in found[:20]:
            print(f"FAULT {path.name}: {fault}", file=sys.stderr)
        good = paths and not found
        print(f"{'ok   ' if good else 'FAULT'} {number:2} {words}: {len(paths)} files, {len(found)} faults")
        wrong += not good
    return 1 if wrong else 0


if __name__ == "__main__":
    PROGRAM = sys.argv[2]
    sys.exit(main(Path(sys.argv[1]), "--bite" in sys.argv))
