"""Checks of SVG files, from outside: each function yields faults."""

import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def elements(path):
    return list(ElementTree.parse(path).getroot().iter())


def well_formed(path, _project):
    root = ElementTree.parse(path).getroot()
    if root.tag != f"{SVG}svg" or root.get("role") != "img" or not root.get("lang"):
        yield "the root is no picture with a language"
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id stands twice"
    for label in (root.get("aria-labelledby") or "").split() or ["?"]:
        if not any(e.get("id") == label and (e.text or "").strip() for e in root.iter()):
            yield f"nothing is said under {label}"
    for e in root.iter():
        for name, value in e.attrib.items():
            if name.endswith("href") and not value.startswith("#") or name.startswith("on"):
                yield f"{name}={value}"
        if e.tag.endswith("}script"):
            yield "a script"


def bodies(path, expected):
    """Every body of the structures that are drawn, once in each."""
    found = [(e.get("data-structure"), e.get("data-body")) for e in elements(path) if e.get("data-body")]
    if sorted(found) != sorted(expected):
        missing, more = set(expected) - set(found), set(found) - set(expected)
        yield f"{len(found)} bodies for {len(expected)}; missing {sorted(missing)[:3]}, too many {sorted(more)[:3]}"


def outlines(path, _project):
    if any(e.tag in (f"{SVG}text", f"{SVG}style") for e in elements(path)):
        yield "text among the outlines"
    if not any(e.tag == f"{SVG}use" for e in elements(path)):
        yield "no outlines of letters"


def live(path, _project):
    style = "".join(e.text or "" for e in elements(path) if e.tag == f"{SVG}style")
    if not re.search(r"@font-face\{[^}]*url\(data:font/ttf;base64,", style):
        yield "no font in the file"
    if re.search(r"url\((?!data:)|@import", style):
        yield "a font from outside"
    if not any(e.tag == f"{SVG}text" for e in elements(path)):
        yield "no text"
