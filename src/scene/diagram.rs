//! One structure on one page.

use std::time::Instant;

use super::arrangement::Timings;
use super::choice;
use super::draw;
use super::furniture::{self, TitleBlock};
use super::legend::{self, Shown};
use super::options::{Arrange, Options, Pages};
use super::page::{self, Body as PageBody, Furnishing};
use super::pages::{self, Excerpt};
use super::place::Sheet;
use super::plan::{self, Placed};
use super::style::{CardMeasures, Looks, REGULAR};
use super::theme::Theme;
use super::tiers;
use super::zoned::{self, Gathering};
use super::{Group, Page, Scene, SceneError, notes, words};
use crate::geom::Size;
use crate::layout::Request;
use crate::model::{Link, Project, Structure, StructureId};

/// The picture of one structure.
///
/// # Errors
/// [`SceneError::NoStructure`] when the project has no such structure.
pub fn diagram(
    project: &Project,
    structure: &StructureId,
    options: &Options,
) -> Result<Scene, SceneError> {
    let built = build(project, structure, options)?;
    let structure = built.placed.sheet.structure;
    let small = built.page.scale < pages::least_scale(options);
    if options.pages == Pages::Several && small {
        return Ok(scene(
            project,
            structure,
            pages::pages(project, structure, options),
        ));
    }
    Ok(scene(project, structure, vec![built.page]))
}

/// The picture of one structure for the window.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The picture.
    pub scene: Scene,
    /// Whether the bodies stand in zones, by choice or because that reads better.
    pub zoned: bool,
}

/// The picture of one structure for the window: arranged as on the page, but at full size, in
/// the layout's own places (those of pins), and without furniture.
///
/// # Errors
/// [`SceneError::NoStructure`] when the project has no such structure.
pub fn drawing(
    project: &Project,
    structure: &StructureId,
    options: &Options,
) -> Result<Drawing, SceneError> {
    let planned = plan_of(project, structure, options)?;
    let placed = &planned.placed;
    let page = Page {
        size: placed.bounds().size(),
        ground: planned.looks.theme().ui.paper,
        groups: planned.drawn(options),
        scale: 1.0,
        panes: Vec::new(),
    };
    Ok(Drawing {
        scene: scene(project, placed.sheet.structure, vec![page]),
        zoned: placed.zoned.is_some(),
    })
}

/// A structure placed for its sheet, not drawn yet.
struct Planned<'a> {
    looks: Looks<'a>,
    furnishing: Furnishing,
    placed: Placed<'a>,
    room: page::Room,
    timings: Timings,
}

impl Planned<'_> {
    fn drawn(&self, options: &Options) -> Vec<Group> {
        draw::structure(
            &self.placed,
            &self.looks,
            options,
            &REGULAR,
            |_| None,
            |_| None,
        )
    }
}

fn plan_of<'a>(
    project: &'a Project,
    structure: &StructureId,
    options: &Options,
) -> Result<Planned<'a>, SceneError> {
    let structure = super::find(project, structure)?;
    Ok(match options.arrange {
        Arrange::Plain => usual(project, structure, options),
        Arrange::Zoned => zoned(project, structure, options),
        // Bands belong to the plain arrangement.
        Arrange::Auto if options.tiers => usual(project, structure, options),
        Arrange::Auto => better(project, structure, options),
    })
}

/// Whichever of plain and zoned reads better; plain among equals.
fn better<'a>(project: &'a Project, structure: &'a Structure, options: &Options) -> Planned<'a> {
    let plain = usual(project, structure, options);
    if !choice::worth_trying(structure) {
        return plain;
    }
    let zoned = zoned(project, structure, options);
    let effort = |planned: &Planned<'_>| {
        choice::effort(&planned.placed, &options.filter, planned.room.drawing)
    };
    if effort(&zoned) < effort(&plain) {
        zoned
    } else {
        plain
    }
}

/// Every link as a line of its own.
fn usual<'a>(project: &'a Project, structure: &'a Structure, options: &Options) -> Planned<'a> {
    let looks = Looks::new(project, Theme::of(options.theme));
    let furnishing = furnishing(project, structure, options, &looks);
    plain(project, structure, options, furnishing, &Excerpt::default())
}

fn plain<'a>(
    project: &'a Project,
    structure: &'a Structure,
    options: &Options,
    furnishing: Furnishing,
    excerpt: &Excerpt,
) -> Planned<'a> {
    let looks = Looks::new(project, Theme::of(options.theme));
    let mut timings = Timings::default();
    let bands = tiers::wanted(project, structure, options);
    let twin = options.twin.as_deref();
    let wanted = Wanted {
        sheet: &|measures| plan::diagram_sheet(project, structure, &looks, measures, excerpt, twin),
        request: &|sheet, links, room| Request {
            bands: bands.clone(),
            reorder: options.reorder,
            ..plan::diagram_request(sheet, links, &looks, room)
        },
    };
    let (mut placed, room) = place(&wanted, options, &looks, &furnishing, &mut timings);
    placed.tiers = tiers::stripes(project, &placed.layout.placement.bands);
    Planned {
        looks,
        furnishing,
        placed,
        room,
        timings,
    }
}

fn zoned<'a>(project: &'a Project, structure: &'a Structure, options: &Options) -> Planned<'a> {
    let looks = Looks::new(project, Theme::of(options.theme));
    let gathering = Gathering::of(project, structure, options);
    let furnishing = furnishing_of(
        project,
        structure,
        &looks,
        gathering.shown(options),
        notes::zoned(project, &gathering, options)
            .into_iter()
            .chain(Options::missing(project, &[structure]))
            .collect(),
    );
    let mut timings = Timings::default();
    let start = Instant::now();
    let forms = zoned::forms(project, &gathering, &looks);
    timings.text = start.elapsed();
    let start = Instant::now();
    let (_, room) = page::best_room(options, &furnishing, looks.theme(), |size| {
        let request = zoned::request(&forms, &gathering, options, &looks, Some(size));
        1.0 / crate::layout::zoned_cost(&request).max(0.01)
    });
    timings.layout = start.elapsed();
    let start = Instant::now();
    let placed = zoned::placed(forms, &gathering, options, &looks, Some(room.drawing));
    timings.route = start.elapsed();
    Planned {
        looks,
        furnishing,
        placed,
        room,
        timings,
    }
}

/// A structure placed, drawn and put on its page.
pub(super) struct Built<'a> {
    pub(super) placed: Placed<'a>,
    pub(super) page: Page,
    pub(super) timings: Timings,
}

pub(super) fn build<'a>(
    project: &'a Project,
    structure: &StructureId,
    options: &Options,
) -> Result<Built<'a>, SceneError> {
    let planned = plan_of(project, structure, options)?;
    Ok(composed(planned, options))
}

/// One of several pages of a structure.
pub(super) fn page(
    project: &Project,
    part: &Structure,
    options: &Options,
    furnishing: Furnishing,
    excerpt: &Excerpt,
) -> Page {
    composed(plain(project, part, options, furnishing, excerpt), options).page
}

fn composed<'a>(mut planned: Planned<'a>, options: &Options) -> Built<'a> {
    let start = Instant::now();
    let body = PageBody {
        heading: None,
        bounds: planned.placed.bounds(),
        groups: planned.drawn(options),
    };
    let (room, furnishing) = (&planned.room, &planned.furnishing);
    let theme = planned.looks.theme();
    let page = page::compose(vec![body], furnishing, room, options, theme);
    planned.timings.scene = start.elapsed();
    Built {
        placed: planned.placed,
        page,
        timings: planned.timings,
    }
}

fn scene(project: &Project, structure: &Structure, pages: Vec<Page>) -> Scene {
    let title = title_of(project, structure);
    Scene {
        lang: project.language.tag(),
        description: crate::describe::alt_text(project, structure),
        title,
        pages,
    }
}

/// How much larger a drawing must print before cards of an unusual form are taken.
pub(super) const WORTH: f64 = 0.02;

/// Makes the cards of a structure in a form.
type CardsOf<'a, 'b> = &'b dyn Fn(CardMeasures) -> Sheet<'a>;

/// Says what is asked of the layout for cards and links in a room.
type RequestOf<'a, 'b> = &'b dyn Fn(&Sheet<'a>, &[&'a Link], Option<Size>) -> Request;

/// What is placed.
pub(super) struct Wanted<'a, 'b> {
    pub(super) sheet: CardsOf<'a, 'b>,
    pub(super) request: RequestOf<'a, 'b>,
}

/// Places a structure on the sheet where it prints largest.
pub(super) fn place<'a>(
    wanted: &Wanted<'a, '_>,
    options: &Options,
    looks: &Looks<'_>,
    furnishing: &Furnishing,
    timings: &mut Timings,
) -> (Placed<'a>, page::Room) {
    let mut best: Option<(f64, page::Room, Sheet<'a>)> = None;
    for measures in REGULAR.variants() {
        let start = Instant::now();
        let sheet = (wanted.sheet)(measures);
        timings.text += start.elapsed();
        let start = Instant::now();
        let links = sheet.links(&options.filter);
        let (scale, room) = page::best_room(options, furnishing, looks.theme(), |size: Size| {
            page::rough_scale(&(wanted.request)(&sheet, &links, Some(size)), size)
        });
        timings.layout += start.elapsed();
        if best.as_ref().is_none_or(|(s, ..)| scale > *s + WORTH) {
            best = Some((scale, room, sheet));
        }
    }
    let (room, sheet) = best.map_or_else(
        || (page::Room::default(), (wanted.sheet)(REGULAR)),
        |(_, room, sheet)| (room, sheet),
    );
    let start = Instant::now();
    let links = sheet.links(&options.filter);
    let request = (wanted.request)(&sheet, &links, Some(room.drawing));
    let placed = plan::routed(sheet, links, &request);
    timings.route = start.elapsed();
    (placed, room)
}

/// Title, key and notes of a structure's page.
pub(super) fn furnishing(
    project: &Project,
    structure: &Structure,
    options: &Options,
    looks: &Looks<'_>,
) -> Furnishing {
    let links = structure.links.iter();
    let links = links.filter(|l| options.filter.draws(l)).collect();
    let mut notes = notes::folded(project, structure, &options.filter);
    notes.extend(Options::missing(project, &[structure]));
    let twin = options.twin.as_deref().and_then(|twin| {
        let alone = Options {
            twin: None,
            ..options.clone()
        };
        let looks = Looks::new(twin, looks.theme());
        let structure = twin.structure(structure.id())?;
        Some(Box::new(furnishing(twin, structure, &alone, &looks)))
    });
    Furnishing {
        twin,
        ..furnishing_of(project, structure, looks, links, notes)
    }
}

/// The same for these links and notes.
fn furnishing_of(
    project: &Project,
    structure: &Structure,
    looks: &Looks<'_>,
    links: Vec<&Link>,
    notes: Vec<String>,
) -> Furnishing {
    let shown = Shown {
        structures: vec![structure],
        links,
        boundary: structure.bodies.iter().any(crate::model::Body::outside),
        ..Shown::default()
    };
    let title = TitleBlock {
        title: title_of(project, structure),
        subtitle: subtitle_of(structure),
        status: structure.head.status.clone(),
        date: words::date_of(project, structure),
    };
    Furnishing {
        plan: None,
        title,
        entries: legend::entries(project, looks, &shown),
        key: furniture::KeyForm::USUAL,
        notes,
        language: project.language,
        twin: None,
    }
}

/// The name of a structure's picture: "Redcar and Cleveland Partnership: proposed".
#[must_use]
pub fn title_of(project: &Project, structure: &Structure) -> String {
    let label = structure.label();
    match project.head.title.as_deref().filter(|t| !t.is_empty()) {
        Some(title) => format!("{title}: {}", lower_first(&label)),
        None => label,
    }
}

/// The full title, when the label does not say it already.
fn subtitle_of(structure: &Structure) -> String {
    let title = &structure.head.title;
    if *title == structure.label() {
        String::new()
    } else {
        title.clone()
    }
}

pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    let second_is_upper = text.chars().nth(1).is_some_and(char::is_uppercase);
    match first {
        // "LEP options" keeps its capitals.
        Some(c) if !second_is_upper => c.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}
