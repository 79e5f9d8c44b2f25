//! PowerPoint: each page of a scene as a slide of shapes that can be edited, with its text version as
//! the speaker's notes.
//!
//! Cards are shapes with real words, and lines are glued to them. Letters are Arial, which every machine
//! with Office has; it is wider than the font of the pictures, so words are measured again and made
//! smaller where they must ([`text`]). A line runs as routed ([`route`]); its ends are at sites of the
//! card's own edge ([`glue`]), since the usual four stand in the middle of its sides.

mod arial;
mod card;
mod connector;
mod element;
mod glue;
mod outline;
mod parts;
mod route;
mod sheet;
mod text;
mod title;
mod unit;

use std::collections::{BTreeMap, BTreeSet};

use super::package::Package;
use crate::describe::{self, Block, TextVersion};
use crate::model::{BodyId, Language, LinkKindId, Project, StructureId};
use crate::say::{self, Label};
use crate::scene::{BodyRole, Page, Scene};
use glue::Line;

/// Why a presentation was not made.
#[derive(Debug, thiserror::Error)]
pub enum PptxError {
    /// There is nothing to show.
    #[error("A presentation needs at least one slide.")]
    NoSlides,
    /// The parts could not be put together.
    #[error("The presentation could not be made: {0}.")]
    Packing(#[from] zip::result::ZipError),
}

/// A slide: a page of a scene and the words that go with it.
#[derive(Clone, Debug)]
pub struct Slide {
    title: String,
    description: String,
    lang: &'static str,
    page: Page,
    bodies: BTreeMap<(StructureId, BodyId), Told>,
    kinds: BTreeMap<LinkKindId, String>,
    notes: Vec<String>,
}

/// What is told of a body.
#[derive(Clone, Debug, Default)]
struct Told {
    name: String,
    words: String,
}

impl Slide {
    /// The pages of a scene as slides. The text version goes to the first.
    #[must_use]
    pub fn of(scene: Scene, words: &TextVersion, project: &Project) -> Vec<Self> {
        let mut bodies = BTreeMap::new();
        let mut kinds = BTreeMap::new();
        for structure in &project.structures {
            for body in &structure.bodies {
                let told = Told {
                    name: structure.body_name(&body.id).to_owned(),
                    words: describe::body_in_short(project, structure, body),
                };
                bodies.insert((structure.id().clone(), body.id.clone()), told);
            }
            for link in &structure.links {
                kinds
                    .entry(link.kind.clone())
                    .or_insert_with(|| project.link_kind_name(&link.kind));
            }
        }
        let pages = scene.pages.len();
        let language = project.language;
        let slide = |(n, page): (usize, Page)| Self {
            title: if pages > 1 {
                {
                    let numbers = [n + 1, pages].map(|n| n.to_string());
                    let [n, of] = numbers.each_ref().map(String::as_str);
                    format!(
                        "{}, {}",
                        scene.title,
                        say::with(language, Label::SheetN, &[n, of])
                    )
                }
            } else {
                scene.title.clone()
            },
            description: scene.description.clone(),
            lang: scene.lang,
            page,
            bodies: bodies.clone(),
            kinds: kinds.clone(),
            notes: if n == 0 { plain(words) } else { Vec::new() },
        };
        scene.pages.into_iter().enumerate().map(slide).collect()
    }

    /// Name and short description of a body's card.
    fn told(&self, role: &BodyRole) -> Told {
        let key = (role.structure.clone(), role.body.clone());
        let mut told = self.bodies.get(&key).cloned().unwrap_or_else(|| Told {
            name: role.body.as_str().to_owned(),
            words: String::new(),
        });
        if let Some(fate) = role.fate {
            told.words = format!(
                "{} {}.",
                told.words,
                say::fate(Language::of_tag(self.lang), fate)
            )
            .trim()
            .to_owned();
        }
        told
    }

    /// What a line is called in lists of shapes.
    fn line_name(&self, line: &Line<'_>) -> String {
        let kind = |kind: &LinkKindId| match self.kinds.get(kind) {
            Some(name) => name.clone(),
            None => kind.as_str().to_owned(),
        };
        let language = Language::of_tag(self.lang);
        match line {
            Line::Single(role) => {
                let name = |body: &BodyId| {
                    let told = self.bodies.get(&(role.structure.clone(), body.clone()));
                    told.map_or_else(|| body.as_str().to_owned(), |told| told.name.clone())
                };
                let ends = [name(&role.from), name(&role.to)];
                let [from, to] = ends.each_ref().map(String::as_str);
                let ends = say::with(language, Label::LineFromTo, &[from, to]);
                format!("{}: {ends}", kind(&role.kind))
            }
            Line::Collective(role) => {
                let parts = [&*role.words, &role.links.len().to_string()];
                let told = say::with(language, Label::LinksIn, &parts);
                format!("{}: {told}", kind(&role.kind))
            }
        }
    }
}

/// A presentation of these slides, called `title`.
///
/// # Errors
/// [`PptxError::NoSlides`] without slides; [`PptxError::Packing`] when the file would be too large.
pub fn pptx(title: &str, slides: &[Slide]) -> Result<Vec<u8>, PptxError> {
    let first = slides.first().ok_or(PptxError::NoSlides)?;
    let lang = first.lang;
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut add = |path: &str, xml: String| parts.push((path.to_owned(), xml));
    add("[Content_Types].xml", parts::content_types(slides.len()));
    add(
        "_rels/.rels",
        parts::relationships(&[
            ("officeDocument", "ppt/presentation.xml".to_owned()),
            ("core-properties", "docProps/core.xml".to_owned()),
            ("extended-properties", "docProps/app.xml".to_owned()),
        ]),
    );
    add(
        "docProps/core.xml",
        parts::core(title, &first.description, lang),
    );
    add("docProps/app.xml", parts::app(slides.len()));
    add(
        "ppt/presentation.xml",
        parts::presentation(slides.len(), lang),
    );
    let mut targets = vec![
        ("slideMaster", "slideMasters/slideMaster1.xml".to_owned()),
        ("notesMaster", "notesMasters/notesMaster1.xml".to_owned()),
        ("theme", "theme/theme1.xml".to_owned()),
    ];
    targets.extend((1..=slides.len()).map(|n| ("slide", format!("slides/slide{n}.xml"))));
    add(
        "ppt/_rels/presentation.xml.rels",
        parts::relationships(&targets),
    );
    add("ppt/slideMasters/slideMaster1.xml", parts::master(lang));
    add(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        parts::relationships(&[
            ("slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
            ("theme", "../theme/theme1.xml".to_owned()),
        ]),
    );
    add("ppt/slideLayouts/slideLayout1.xml", parts::layout());
    add(
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        parts::relationships(&[("slideMaster", "../slideMasters/slideMaster1.xml".to_owned())]),
    );
    add(
        "ppt/notesMasters/notesMaster1.xml",
        parts::notes_master(lang),
    );
    add(
        "ppt/notesMasters/_rels/notesMaster1.xml.rels",
        parts::relationships(&[("theme", "../theme/theme2.xml".to_owned())]),
    );
    add("ppt/theme/theme1.xml", parts::theme());
    add("ppt/theme/theme2.xml", parts::theme());
    for (n, (slide, title)) in (1..).zip(slides.iter().zip(titles(slides))) {
        let shapes = sheet::shapes(slide, &title);
        let ground = unit::colour(slide.page.ground);
        add(
            &format!("ppt/slides/slide{n}.xml"),
            parts::slide(&shapes, &ground),
        );
        add(
            &format!("ppt/slides/_rels/slide{n}.xml.rels"),
            parts::relationships(&[
                ("slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
                ("notesSlide", format!("../notesSlides/notesSlide{n}.xml")),
            ]),
        );
        add(
            &format!("ppt/notesSlides/notesSlide{n}.xml"),
            parts::notes(&slide.notes, lang),
        );
        add(
            &format!("ppt/notesSlides/_rels/notesSlide{n}.xml.rels"),
            parts::relationships(&[
                ("notesMaster", "../notesMasters/notesMaster1.xml".to_owned()),
                ("slide", format!("../slides/slide{n}.xml")),
            ]),
        );
    }
    let mut package = Package::new();
    for (path, xml) in &parts {
        package.xml(path, xml)?;
    }
    Ok(package.bytes()?)
}

/// The titles of the slides; those that are there already are numbered.
fn titles(slides: &[Slide]) -> Vec<String> {
    let mut known = BTreeSet::new();
    let unique = |slide: &Slide| {
        let own = slide.title.trim();
        let own = if own.is_empty() { "Untitled" } else { own };
        let mut title = own.to_owned();
        let mut n = 1;
        while !known.insert(title.clone()) {
            n += 1;
            title = format!("{own} ({n})");
        }
        title
    };
    slides.iter().map(unique).collect()
}

/// The text version as plain paragraphs.
fn plain(words: &TextVersion) -> Vec<String> {
    let mut out = Vec::new();
    for block in &words.blocks {
        match block {
            Block::Heading { level, text } => {
                if *level > 1 && !out.is_empty() {
                    out.push(String::new());
                }
                out.push(text.clone());
            }
            Block::Paragraph(text) => out.push(text.clone()),
            Block::List(items) => {
                let item =
                    |item: &describe::Item| format!("{}• {}", "    ".repeat(item.depth), item.text);
                out.extend(items.iter().map(item));
            }
            Block::Table { header, rows } => {
                for row in rows {
                    let cells = header
                        .iter()
                        .zip(row)
                        .filter(|(_, cell)| !cell.trim().is_empty());
                    let cells: Vec<String> = cells
                        .map(|(head, cell)| format!("{head}: {cell}"))
                        .collect();
                    out.push(format!("• {}", cells.join("; ")));
                }
            }
        }
    }
    out
}
