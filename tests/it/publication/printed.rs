//! Checks of the files.

use std::ops::ControlFlow;

use dotted_line::export::SvgText;
use dotted_line::publish::{Format, Order, What, publish};
use dotted_line::scene::Ink;
use dotted_line::store;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use roxmltree::Document;

use super::{Case, Check, bites, cases, proved};
use crate::pdf::reader::Pdf;

/// The files of one drawing.
#[derive(Clone)]
struct Files {
    case: Case,
    /// A picture with its text as outlines.
    paths: String,
    /// The same with its text as text.
    live: String,
    page: String,
    pdf: Vec<u8>,
}

const CHECKS: [Check<Files>; 9] = [
    (10, "an alternative text", alternative),
    (11, "title and language", titled),
    (12, "fonts travel with the file", fonts),
    (13, "reading order", order),
    (14, "every name whole", names),
    (15, "PDF/UA-1", universal),
    (15, "PDF/A-2a", archival),
    (16, "heads of tables", heads),
    (17, "nothing from outside", outside),
];

fn made(order: &Order, case: &Case) -> Vec<u8> {
    let go_on = |_| ControlFlow::Continue(());
    let mut files = publish(&case.project, order, &go_on).unwrap().files;
    assert_eq!(files.len(), 1, "{}", case.name);
    files.remove(0)
}

fn files(case: Case) -> Files {
    let made = |format| made(&case.order(format), &case);
    let text = |format| String::from_utf8(made(format)).unwrap();
    Files {
        paths: text(Format::Svg(SvgText::Paths)),
        live: text(Format::Svg(SvgText::Live)),
        page: text(Format::Html(SvgText::Paths)),
        pdf: made(Format::Pdf),
        case,
    }
}

/// Title and description stand in each picture, and its root names them.
fn alternative(files: &Files) -> Vec<String> {
    let mut out = Vec::new();
    for svg in [&files.paths, &files.live] {
        let document = Document::parse(svg).unwrap();
        let root = document.root_element();
        let ids = root.attribute("aria-labelledby").unwrap_or_default();
        let said: Vec<&str> = ids
            .split_whitespace()
            .filter_map(|id| {
                document
                    .descendants()
                    .find(|n| n.attribute("id") == Some(id))
            })
            .filter_map(|n| n.text())
            .collect();
        if said.len() != 2 || said.iter().any(|text| text.trim().is_empty()) {
            out.push(format!("{ids}: {said:?}"));
        }
    }
    let words = &files.case.words.alt;
    let pdf = Pdf::read(&files.pdf);
    if pdf.count("/S/Figure") != pdf.count("/Alt") || pdf.count("/Alt") == 0 {
        out.push(format!(
            "{} figures, {} texts: {words}",
            pdf.count("/S/Figure"),
            pdf.count("/Alt")
        ));
    }
    out
}

fn titled(files: &Files) -> Vec<String> {
    let mut out = Vec::new();
    for (what, text) in [("paths", &files.paths), ("live", &files.live)] {
        if !text.contains("lang=\"en-GB\"") || !text.contains("<title ") {
            out.push(what.to_owned());
        }
    }
    if !files.page.contains("<html lang=\"en-GB\"") || !files.page.contains("<title>") {
        out.push("page".to_owned());
    }
    let pdf = Pdf::read(&files.pdf);
    for words in ["/Lang(en-GB)", "/DisplayDocTitle true"] {
        if pdf.count(words) == 0 {
            out.push(words.to_owned());
        }
    }
    out
}

/// Outlines need no font; text brings its own.
fn fonts(files: &Files) -> Vec<String> {
    let mut out = Vec::new();
    if files.paths.contains("<text") || files.paths.contains("font-family") {
        out.push("text among the outlines".to_owned());
    }
    if !files.live.contains("src:url(data:font/") {
        out.push("the text brings no font".to_owned());
    }
    let pdf = Pdf::read(&files.pdf);
    let fonts = pdf.count("/Subtype/Type0");
    if fonts == 0 || pdf.count("/ToUnicode") < fonts || pdf.count("/FontFile") < fonts {
        out.push(format!("{fonts} fonts in the PDF"));
    }
    out
}

/// What the picture has as groups of bodies.
fn bodies(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let groups = document.descendants();
    groups
        .filter_map(|n| n.attribute("data-body"))
        .map(str::to_owned)
        .collect()
}

/// Both pictures have the order of the scene.
fn order(files: &Files) -> Vec<String> {
    use dotted_line::scene::Role;
    let pages = files.case.scene.pages.iter();
    let drawn: Vec<String> = pages
        .flat_map(|page| &page.groups)
        .filter_map(|g| match &g.role {
            Role::Body(body) => Some(body.body.to_string()),
            _ => None,
        })
        .collect();
    let mut out = Vec::new();
    for svg in [&files.paths, &files.live] {
        let found = bodies(svg);
        if found != drawn {
            out.push(format!("{found:?}"));
        }
    }
    out
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a web page, without its tags.
fn bare(page: &str) -> String {
    let texts = page.split('<').filter_map(|part| part.split_once('>'));
    let text: Vec<&str> = texts.map(|(_, text)| text).collect();
    let text = spaced(&text.join(" "));
    let signs = [
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    signs
        .iter()
        .fold(text, |text, (sign, c)| text.replace(sign, c))
}

/// The name of every body can be found as a whole.
fn names(files: &Files) -> Vec<String> {
    let texts = Pdf::read(&files.pdf).texts();
    let picture = spaced(texts.first().map_or("", |t| t));
    let words = spaced(&texts[1..].join(" "));
    let page = bare(&files.page);
    let mut out = Vec::new();
    for (at, id) in files.case.shown.iter().enumerate() {
        for body in &files.case.project.structure(id).unwrap().bodies {
            let name = spaced(&body.name);
            // One drawing of two structures shows what those of today become.
            let drawn = !matches!(files.case.what, What::Overlay(..)) || at > 0;
            if drawn && !picture.contains(&name) {
                out.push(format!("{name} in the picture of the PDF"));
            }
            for (place, text) in [("words of the PDF", &words), ("web page", &page)] {
                if !text.contains(&name) {
                    out.push(format!("{name} in the {place}"));
                }
            }
        }
    }
    out
}

fn valid(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let options = ValidationOptions::default().profile(profile);
    match validate_pdf_bytes(pdf, &options) {
        Ok(report) if report.is_compliant && report.rules.passed > 90 => Vec::new(),
        Ok(report) => vec![report.to_string()],
        Err(error) => vec![error.to_string()],
    }
}

fn universal(files: &Files) -> Vec<String> {
    valid(&files.pdf, ValidationProfile::PdfUa1)
}

fn archival(files: &Files) -> Vec<String> {
    valid(&files.pdf, ValidationProfile::PdfA2a)
}

/// Every table of a page has heads that say of what they are; so has every one of a PDF.
fn heads(files: &Files) -> Vec<String> {
    let mut out = Vec::new();
    let tables = files.page.matches("<table").count();
    let columns = files.page.matches("scope=\"col\"").count();
    if tables == 0 || columns < tables || files.page.contains("<th>") {
        out.push(format!("{tables} tables, {columns} heads"));
    }
    let pdf = Pdf::read(&files.pdf);
    // "/S/THead" is the row of heads, not a head.
    let heads = pdf.count("/S/TH") - pdf.count("/S/THead");
    if heads != pdf.count("/Scope") {
        out.push(format!("{heads} heads, {} scopes", pdf.count("/Scope")));
    }
    out
}

/// No file asks for another one, and pictures hold no script.
fn outside(files: &Files) -> Vec<String> {
    let mut out = Vec::new();
    for (what, text) in [
        ("paths", &files.paths),
        ("live", &files.live),
        ("page", &files.page),
    ] {
        let bare = text
            .replace("http://www.w3.org/2000/svg", "")
            .replace("http://www.w3.org/1999/xlink", "");
        for word in [
            "http:", "https:", "@import", "url(#", "src=\"", "<link", "<iframe", "<object",
        ] {
            if bare.contains(word) {
                out.push(format!("{what}: {word}"));
            }
        }
        if what != "page" && text.contains("<script") {
            out.push(format!("{what}: a script"));
        }
        let data = text.matches("url(").count();
        let own = text.matches("url(data:").count() + text.matches("url(#").count();
        if data != own {
            out.push(format!("{what}: an address of something else"));
        }
    }
    let pdf = Pdf::read(&files.pdf);
    for word in ["/JavaScript", "/Launch", "/URI"] {
        if pdf.count(word) > 0 {
            out.push(word.to_owned());
        }
    }
    out
}

fn proved_for(sample: &str) {
    for case in cases(sample, Ink::Colour) {
        let name = case.name.clone();
        proved(&CHECKS, &name, &files(case));
    }
}

#[test]
fn redcar() {
    proved_for("redcar");
}

#[test]
fn cheltenham() {
    proved_for("cheltenham");
}

#[test]
fn west_cheshire() {
    proved_for("west-cheshire");
}

#[test]
fn cumbria() {
    proved_for("cumbria");
}

#[test]
fn carlisle() {
    proved_for("carlisle");
}

/// Check 19: the same order gives the same bytes, whatever the format.
#[test]
fn nineteen_same_bytes_on_repeat() {
    for sample in store::samples() {
        let case = cases(sample.name, Ink::Colour).remove(0);
        let project = &case.project;
        let (from, to) = (project.structures[0].id(), project.structures[1].id());
        let pair = || (from.clone(), to.clone());
        let wanted = [
            What::Diagram(from.clone()),
            What::Changes(pair().0, pair().1),
            What::Tables(vec![pair().0, pair().1]),
        ];
        for what in wanted {
            for format in Format::ALL {
                if format.holds(what.subject()).is_err() {
                    continue;
                }
                let case = Case {
                    what: what.clone(),
                    ..case.clone()
                };
                let order = case.order(match format {
                    Format::Png { .. } => Format::Png { dpi: 60 },
                    other => other,
                });
                let (a, b) = (made(&order, &case), made(&order, &case));
                assert!(a == b, "{} {what:?} {}", sample.name, format.name());
            }
        }
    }
}

/// The bytes with one text in place of another of the same length.
fn swapped(bytes: &mut [u8], from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let found = bytes.windows(from.len()).position(|w| w == from.as_bytes());
    let at = found.unwrap_or_else(|| panic!("{from} is not there"));
    bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
}

#[test]
fn each_check_bites() {
    let good = files(cases("carlisle", Ink::Colour).remove(0));
    bites(&CHECKS, 10, &good, |f| {
        f.live = f
            .live
            .replace("<desc", "<metadata")
            .replace("</desc", "</metadata")
            .replace("aria-labelledby", "aria-label");
    });
    bites(&CHECKS, 10, &good, |f| swapped(&mut f.pdf, "/Alt", "/Alx"));
    bites(&CHECKS, 11, &good, |f| {
        swapped(&mut f.pdf, "/Lang(en-GB)", "/Lanx(en-GB)");
    });
    bites(&CHECKS, 11, &good, |f| {
        f.page = f.page.replace("lang=\"en-GB\"", "");
    });
    bites(&CHECKS, 12, &good, |f| {
        f.live = f.live.replace("data:font/", "data:fond/");
    });
    bites(&CHECKS, 12, &good, |f| {
        swapped(&mut f.pdf, "/ToUnicode", "/ToUnicodx");
    });
    bites(&CHECKS, 13, &good, |f| {
        let ids = bodies(&f.paths);
        let (a, b) = (&ids[0], &ids[1]);
        let of = |id: &str| format!("data-body=\"{id}\"");
        f.paths = f
            .paths
            .replacen(&of(a), "data-body=\"\"", 1)
            .replacen(&of(b), &of(a), 1);
    });
    bites(&CHECKS, 14, &good, |f| {
        f.case.project.structures[0].bodies[0].name = "Somebody else".to_owned();
    });
    bites(&CHECKS, 15, &good, |f| {
        swapped(&mut f.pdf, "/Marked true", "/Marked fals");
    });
    bites(&CHECKS, 16, &good, |f| {
        f.page = f.page.replacen("<th scope=\"col\"", "<th", 1);
    });
    bites(&CHECKS, 17, &good, |f| {
        f.live
            .push_str("<image href=\"https://example.org/a.png\"/>");
    });
    bites(&CHECKS, 17, &good, |f| f.paths.push_str("<script>"));
}
