"""Opens presentations with python-pptx and counts what is in them.

usage: pptx.py FILE.pptx [SLIDES]    SLIDES: how many there must be
"""

import sys

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt


def every(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every(shape.shapes)


def main(path, slides=None):
    show = Presentation(path)
    faults = []
    if (show.slide_width, show.slide_height) != (Pt(960), Pt(540)):
        faults.append("slides are not 960 x 540 pt")
    if slides is not None and len(show.slides) != slides:
        faults.append(f"{len(show.slides)} slides, not {slides}")
    titles = []
    for number, slide in enumerate(show.slides, 1):
        here = f"slide {number}"
        title = slide.shapes.title
        titles.append(title.text_frame.text if title is not None else "")
        shapes = list(every(slide.shapes))
        ids = [shape.shape_id for shape in shapes]
        if len(ids) != len(set(ids)):
            faults.append(f"{here}: an id twice")
        named = [s for s in shapes if s._element._nvXxPr.cNvPr.get("descr")]
        # python-pptx passes over alternatives: bent connectors are looked up in the XML.
        lines = slide._element.findall(".//" + qn("p:cxnSp"))
        free = [e for e in slide._element.iter(qn("p:sp"))
                if ": " in (e[0][0].get("name") or "") and e.getparent().tag.endswith("}spTree")
                and e.find(".//" + qn("a:custGeom")) is not None]
        glued = 0
        for line in lines:
            for end in ("a:stCxn", "a:endCxn"):
                found = line.findall(".//" + qn(end))
                glued += len(found)
                if any(int(e.get("id")) not in ids for e in found):
                    faults.append(f"{here}: glued to nothing")
        for shape in shapes:
            inside = (
                shape.shape_type == MSO_SHAPE_TYPE.GROUP
                or (title is not None and shape.shape_id == title.shape_id)
                or (shape.left >= 0 and shape.top >= 0
                    and shape.left + shape.width <= show.slide_width + Pt(1)
                    and shape.top + shape.height <= show.slide_height + Pt(1))
                or shape._element.tag.endswith("}cxnSp")
            )
            if not inside:
                faults.append(f"{here}: {shape.name!r} hangs over the slide's edge")
        words = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        if not words.strip():
            faults.append(f"{here}: no notes")
        print(f"  {number:2}: {len(shapes)} shapes, {len(named)} described, {len(lines)} connectors, {len(free)} free lines, "
              f"{glued} glued ends, notes of {len(words)} characters: {titles[-1][:60]}")
    if len(set(titles)) != len(titles) or "" in titles:
        faults.append("a title is missing or there twice")
    if not show.core_properties.title or show.core_properties.author:
        faults.append("core properties: no title, or an author")
    for fault in faults:
        print("FAULT", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None))
