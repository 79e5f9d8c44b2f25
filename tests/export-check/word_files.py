"""Reads Word files as other programs do, and says what is wrong with them.

Usage: word_files.py FOLDER, where every X.docx has beside it the X.pdf that LibreOffice made of it.
"""

import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def printed(*command):
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def pages_stated(path):
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("docProps/app.xml"))
    return int(next(e.text for e in root if e.tag.endswith("}Pages")))


def pages_printed(pdf):
    lines = printed("pdfinfo", pdf).splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pages:")))


def spaced(text):
    return " ".join(text.split())


def last_lines(pdf):
    """The last line of each page above its foot."""
    text = printed("pdftotext", "-layout", pdf, "-")
    for number, page in enumerate(text.split("\f"), 1):
        lines = [spaced(line) for line in page.splitlines() if line.strip()]
        if len(lines) > 1 and not (len(lines) == 2 and has_picture(pdf, number)):
            yield number, lines[-2]


def has_picture(pdf, page):
    listed = printed("pdfimages", "-list", "-f", page, "-l", page, pdf)
    return len(listed.splitlines()) > 2


def faults(path):
    pdf = path.with_suffix(".pdf")
    if not pdf.exists():
        yield "LibreOffice could not convert it"
        return
    stated, found = pages_stated(path), pages_printed(pdf)
    if stated != found:
        yield f"says {stated} pages, LibreOffice prints {found}"
    document = docx.Document(str(path))
    if not document.core_properties.title:
        yield "no title"
    headings = []
    for paragraph in document.paragraphs:
        name = paragraph.style.name
        if name.startswith("Heading "):
            level = int(name.removeprefix("Heading "))
            last = headings[-1][0] if headings else 0
            if level > last + 1:
                yield f"heading {paragraph.text!r} leaves out a level"
            headings.append((level, spaced(paragraph.text)))
    for table in document.tables:
        if table.rows[0]._tr.trPr is None or table.rows[0]._tr.trPr.find(f"{W}tblHeader") is None:
            yield "a table without a head"
    for picture in document.element.body.iter(f"{WP}docPr"):
        if not 0 < len(picture.get("descr", "")) <= 250:
            yield "a picture without alternative text of at most 250 characters"
    written = len(" ".join(e.text or "" for e in document.element.body.iter(f"{W}t")).split())
    shown = len(printed("pdftotext", "-layout", pdf, "-").split())
    if shown < written:
        yield f"{written} words, LibreOffice shows {shown}"
    texts = {text for _, text in headings}
    for number, line in last_lines(pdf):
        if line in texts:
            yield f"heading {line!r} stands alone at the foot of page {number}"


def main():
    files = sorted(Path(sys.argv[1]).glob("*.docx"))
    wrong = 0
    for path in files:
        for fault in faults(path):
            wrong += 1
            print(f"{path.name}: {fault}", file=sys.stderr)
    print(f"{len(files)} Word files read, {wrong} faults")
    sys.exit(1 if wrong or not files else 0)


if __name__ == "__main__":
    main()
