//! What is hard on an export: names of every kind, far too many bodies for a sheet, places where no file can be.

use std::io::{Cursor, Read as _};
use std::ops::ControlFlow;
use std::path::Path;

use dotted_line::export::SvgText;
use dotted_line::model::{Body, BodyId, LineageRow, Link, LinkId, LinkKindId, Project};
use dotted_line::model::{StandardLink, Structure, StructureId};
use dotted_line::publish::{Format, Note, Order, Published, What, publish};
use dotted_line::scene::Options;
use dotted_line::store;

use crate::cli::{Folder, run};
use crate::pdf::reader::Pdf;

/// A name, and how it reads on one row.
const NAMES: [(&str, &str); 12] = [
    ("Bell\u{7}tab\tnull\u{0}end", "Bell tab null end"),
    (
        "Left\u{202e}right\u{200f} mark",
        "Left\u{202e}right\u{200f} mark",
    ),
    ("A & B < C > \"D\" 'E'", "A & B < C > \"D\" 'E'"),
    ("=1+1", "=1+1"),
    ("+44 Forum", "+44 Forum"),
    ("-2 Group", "-2 Group"),
    ("@Council", "@Council"),
    ("Emoji 🏛👩\u{200d}👧 Forum", "Emoji 🏛👩\u{200d}👧 Forum"),
    ("مجلس الشورى", "مجلس الشورى"),
    ("שלום Committee", "שלום Committee"),
    ("No font \u{10FFFD} has this", "No font \u{10FFFD} has this"),
    ("]]> --> %% \\ {|} ``` ${x}", "]]> --> %% \\ {|} ``` ${x}"),
];

/// Two structures of the same bodies, the first above all others.
fn named(names: &[&str]) -> Project {
    let mut project = Project::default();
    project.head.title = names.first().map(|name| (*name).to_owned());
    for id in ["one", "two"] {
        let mut structure = Structure::new(StructureId::new(id), id);
        for (at, name) in names.iter().enumerate() {
            let body = BodyId::new(&format!("b{at}"));
            structure.bodies.push(Body::new(body.clone(), *name));
            if at > 0 {
                let above = BodyId::new(&format!("b{}", (at - 1) / 6));
                let kind = LinkKindId::of(StandardLink::ReportsTo);
                let link = Link::new(LinkId::new(&format!("l{at}")), body, kind, above);
                structure.links.push(link);
            }
        }
        project.structures.push(structure);
    }
    for at in 0..names.len() {
        let mut row = LineageRow::new("one".into(), "two".into());
        row.from.push(BodyId::new(&format!("b{at}")));
        row.to.push(BodyId::new(&format!("b{at}")));
        project.lineage.push(row);
    }
    project
}

fn made(project: &Project, what: &What, format: Format) -> Published {
    let order = Order {
        what: what.clone(),
        format,
        options: Options::default(),
    };
    let go_on = |_| ControlFlow::Continue(());
    publish(project, &order, &go_on).unwrap_or_else(|error| panic!("{format:?}: {error}"))
}

/// The parts of a package in XML, each well-formed.
fn parts(format: Format, bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let xml = ["xml", "rels", "svg"];
        if !xml.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        out += &well_formed(&format!("{format:?} {name}"), &text);
    }
    out
}

/// All texts and attributes.
fn well_formed(what: &str, text: &str) -> String {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|e| panic!("{what}: {e}"));
    let mut out = String::new();
    for node in document.descendants() {
        if node.is_text() {
            out += node.text().unwrap_or_default();
            out.push(' ');
        }
        for attribute in node.attributes() {
            out += attribute.value();
            out.push(' ');
        }
    }
    out
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page as a browser reads it: its tags away, what stands for a character resolved.
fn read_page(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<').skip(1) {
        let (_, words) = piece.split_once('>').expect("a tag ends");
        out += &quick_xml::escape::unescape(words).unwrap_or_default();
    }
    out
}

/// What a reader finds in a file; `None` where letters are dots or glyphs.
fn words(format: Format, bytes: &[u8]) -> Option<String> {
    let text = || String::from_utf8(bytes.to_vec()).unwrap();
    match format {
        Format::Png { .. } => None,
        Format::Svg(SvgText::Paths) => {
            well_formed("svg", &text());
            None
        }
        Format::Svg(SvgText::Live) | Format::DrawIo | Format::GraphMl => {
            Some(well_formed(&format!("{format:?}"), &text()))
        }
        Format::Docx | Format::Pptx | Format::Xlsx => Some(parts(format, bytes)),
        Format::Pdf => Some(Pdf::read(bytes).texts().join(" ")),
        Format::Html(_) => Some(read_page(&text())),
        Format::Csv => Some(text().replace("\"\"", "\"")),
        Format::Markdown => {
            let text = text().replace("&lt;", "<").replace("&gt;", ">");
            Some(text.replace("&amp;", "&").replace('\\', ""))
        }
        Format::Dot => Some(text().replace("\\\"", "\"").replace("\\\\", "\\")),
        Format::Mermaid => Some(text()),
    }
}

#[test]
fn every_format_holds_every_name() {
    let names = NAMES.map(|(name, _)| name);
    let project = named(&names);
    let one = StructureId::new("one");
    let live = [Format::Svg(SvgText::Live), Format::Html(SvgText::Live)];
    for format in Format::ALL.into_iter().chain(live) {
        let what = if format.is_tables() {
            What::Tables(vec![one.clone()])
        } else {
            What::Diagram(one.clone())
        };
        let files = made(&project, &what, format).files;
        let Some(found) = words(format, &files[0]) else {
            continue;
        };
        let found = folded(&found);
        for (_, name) in NAMES {
            // A character that the font lacks is an open box in a PDF, and right-to-left words stand as drawn.
            if format == Format::Pdf && !name.is_ascii() {
                continue;
            }
            // Rows of a live picture are separate texts; Mermaid writes what it cannot hold by number.
            let by_word = matches!(format, Format::Svg(_) | Format::Mermaid | Format::Pdf);
            let plain = |word: &&str| word.chars().all(|c| c.is_alphanumeric());
            if by_word {
                for word in name.split(' ').filter(plain) {
                    assert!(found.contains(word), "{format:?}: {word} of {name:?}");
                }
                continue;
            }
            let name = if format == Format::Markdown {
                name.replace('\\', "")
            } else {
                name.to_owned()
            };
            let name = folded(&name);
            assert!(found.contains(&name), "{format:?} lacks {name:?}");
        }
    }
}

#[test]
fn every_view_of_every_format_takes_every_name() {
    let project = named(&NAMES.map(|(name, _)| name));
    let (a, b) = (StructureId::new("one"), StructureId::new("two"));
    let views = [
        What::Compare(a.clone(), b.clone()),
        What::Overlay(a.clone(), b.clone()),
        What::Changes(a.clone(), b.clone()),
        What::Members(a.clone(), b.clone()),
        What::Pack(a.clone(), Some(b.clone())),
        What::Talk(vec![a.clone(), b.clone()], Some((a, b))),
    ];
    let formats = Format::ALL
        .into_iter()
        .filter(|f| *f != Format::Png { dpi: 300 });
    let mut count = 0;
    for format in formats {
        for what in views
            .iter()
            .filter(|what| format.holds(what.subject()).is_ok())
        {
            let files = made(&project, what, format).files;
            words(format, &files[0]);
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn no_cell_is_a_formula() {
    let project = named(&NAMES.map(|(name, _)| name));
    let what = What::Tables(vec![StructureId::new("one")]);
    let csv = made(&project, &what, Format::Csv).files.remove(0);
    let csv = String::from_utf8(csv).unwrap();
    for (name, _) in &NAMES[3..7] {
        assert!(csv.contains(&format!("'{name}")), "{name}");
        assert!(!csv.lines().any(|line| line.starts_with(name)), "{name}");
    }
    let book = made(&project, &what, Format::Xlsx).files.remove(0);
    assert!(!parts(Format::Xlsx, &book).contains("<f>"));
}

#[test]
fn four_hundred_bodies_on_one_sheet_are_drawn_and_said_to_be_small() {
    let names: Vec<String> = (0..400).map(|at| format!("Working Group {at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let project = named(&names);
    let what = What::Diagram(StructureId::new("one"));
    for format in [
        Format::Svg(SvgText::Paths),
        Format::Pdf,
        Format::Docx,
        Format::Pptx,
    ] {
        let published = made(&project, &what, format);
        assert!(
            published
                .notes
                .iter()
                .any(|note| matches!(note, Note::SmallText { .. } | Note::SmallOnSlide { .. })),
            "{format:?}: {:?}",
            published.notes
        );
        if format == Format::Svg(SvgText::Paths) {
            let svg = String::from_utf8(published.files[0].clone()).unwrap();
            assert_eq!(svg.matches("data-body=").count(), 400);
        }
    }
}

/// Exports to a place where no file can be: exit code 3 and a sentence with these words.
fn refused(project: &str, out: &str, words: &str) {
    let done = run(&["export", project, "-o", out]).code(3);
    let said = &done.stderr;
    assert!(said.contains(words) && said.contains(out), "{out}: {said}");
    assert!(said.contains(';'), "what to do: {said}");
}

/// The names in a folder.
fn listed(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_place_where_no_file_can_be_is_refused_with_a_way_out() {
    let folder = Folder::new();
    let project = folder.sample();
    refused(
        &project,
        &folder.path("no/such/folder.svg"),
        "does not exist",
    );
    let taken = folder.path("folder.pdf");
    std::fs::create_dir(&taken).unwrap();
    refused(&project, &taken, "This is a folder");
    assert!(listed(Path::new(&taken)).is_empty());
    let kept = folder.file("kept.docx", "as it was");
    let mut permissions = std::fs::metadata(&kept).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&kept, permissions).unwrap();
    refused(&project, &kept, "not allowed to write here");
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "as it was");
    // A further page that cannot be written leaves no half of itself.
    let here = Path::new(&project).parent().unwrap();
    assert_eq!(listed(here), ["folder.pdf", "kept.docx", "redcar.json"]);
}

/// Linux alone has such places.
#[cfg(target_os = "linux")]
mod linux {
    use super::*;

    #[test]
    fn a_folder_of_the_system_is_refused() {
        let folder = Folder::new();
        let project = folder.sample();
        // Nobody may make files there, not even the system's owner.
        let said = run(&["export", &project, "-o", "/proc/dotted-line.svg"]).code(3);
        let said = &said.stderr;
        assert!(said.contains("nothing was saved"), "{said}");
    }

    #[test]
    fn a_full_disk_leaves_the_old_file_and_nothing_beside_it() {
        let folder = Folder::new();
        let project = folder.sample();
        let old = folder.file("old.svg", "as it was");
        // The system breaks off every file after 8 blocks, as a full disk does in the middle of writing.
        let program = env!("CARGO_BIN_EXE_dotted-line");
        let limited = "trap '' XFSZ; ulimit -f 8; exec \"$0\" export \"$1\" -o \"$2\"";
        let done = std::process::Command::new("sh")
            .args(["-c", limited, program, &project, &old])
            .output()
            .unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(3), "{said}");
        assert!(
            said.contains("could not be saved") && said.contains("save elsewhere"),
            "{said}"
        );
        assert_eq!(std::fs::read_to_string(&old).unwrap(), "as it was");
        let here = Path::new(&project).parent().unwrap();
        assert_eq!(listed(here), ["old.svg", "redcar.json"]);
    }

    #[test]
    fn a_device_is_written_to_and_never_replaced() {
        use std::os::unix::fs::FileTypeExt as _;

        let is_device = |path: &str| {
            let kind = std::fs::metadata(path).unwrap().file_type();
            kind.is_char_device()
        };
        let full = store::disk::write_atomically(Path::new("/dev/full"), b"words").unwrap_err();
        assert!(full.to_string().contains("no room left"), "{full}");
        assert!(is_device("/dev/full"));
    }
}
