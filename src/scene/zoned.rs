//! One structure in zones: what the layout is asked, and what came of it.

use std::collections::BTreeSet;

use super::card::{Card, CardSpec};
use super::options::{Options, READABLE};
use super::place::{Sheet, clearance, whole};
use super::plan::{GhostPlace, Placed};
use super::style::{CardMeasures, End, LinkLook, Looks, REGULAR, tops};
use super::words::{self, Said};
use crate::gather::{self, Collective, Gathered, Party, Zone};
use crate::geom::Size;
use crate::layout::{self, Cell, Edge, Layout, Many, Placement, Route, ZoneSpec, ZonedRequest};
use crate::model::{Body, Link, Project, Structure};
use crate::text::{Run, TextStyle, rows_width, shape, wrap};

/// Style of the words over panels.
pub(super) const TITLE: TextStyle = TextStyle::strong(11.0);
/// Style of the words on collective lines, and after a panel's title.
pub(super) const WORDS: TextStyle = TextStyle::regular(11.0);
/// Height of a row of words.
pub(super) const ROW: f64 = 13.0;
/// Room between a panel's title and what is said after it.
pub(super) const AFTER: f64 = 7.0;

/// Widths in pt into which words are broken: one row, then narrower.
const BREAKS: [f64; 4] = [1.0e6, 170.0, 120.0, 84.0];

/// The zones and collective links of a structure, derived once for all its drawings.
#[derive(Debug)]
pub(super) struct Gathering<'a> {
    pub(super) zones: Vec<Zone>,
    pub(super) links: Gathered,
    structure: &'a Structure,
}

/// Panels and collective lines of a placed structure.
#[derive(Debug)]
pub(super) struct Zoned<'a> {
    pub(super) panels: Vec<Panel>,
    pub(super) lines: Vec<CollectiveLine<'a>>,
}

/// A panel in its place.
#[derive(Debug)]
pub(super) struct Panel {
    pub(super) zone: Zone,
    pub(super) cell: Cell,
    /// Where its words stand.
    pub(super) title: Cell,
}

/// A collective line in its place.
#[derive(Debug)]
pub(super) struct CollectiveLine<'a> {
    pub(super) collective: Collective,
    pub(super) links: Vec<&'a Link>,
    pub(super) route: Route,
    /// The box of its words, and their rows; none when they found no place.
    pub(super) words: Option<(Cell, Vec<Run>)>,
}

impl Zoned<'_> {
    /// Panels and words.
    pub(super) fn boxes(&self) -> impl Iterator<Item = Cell> + '_ {
        let panels = self.panels.iter().map(|p| p.cell).filter(|c| c.w > 0);
        let words = self.lines.iter().filter_map(|l| l.words.as_ref());
        panels.chain(words.map(|(cell, _)| *cell))
    }
}

impl<'a> Gathering<'a> {
    /// Gathers the bodies of a structure and the links that are drawn.
    pub(super) fn of(project: &Project, structure: &'a Structure, options: &Options) -> Self {
        let zones = gather::zones(project, structure);
        let opened: &BTreeSet<String> = &options.opened;
        let links = gather::collect(project, structure, &zones, opened, |link| {
            link.hierarchy() || !options.filter.hidden.contains(&link.kind)
        });
        Self {
            zones,
            links,
            structure,
        }
    }

    fn link(&self, at: usize) -> Option<&'a Link> {
        self.structure.links.get(at)
    }

    /// The links that no collective line stands for.
    pub(super) fn left(&self) -> impl Iterator<Item = &'a Link> + '_ {
        self.links.single.iter().filter_map(|&at| self.link(at))
    }

    /// The links of a collective link.
    pub(super) fn links_of(&self, collective: &Collective) -> Vec<&'a Link> {
        collective
            .links
            .iter()
            .filter_map(|&at| self.link(at))
            .collect()
    }

    /// The links that are drawn singly, and all of the hierarchy, which shapes the drawing;
    /// permissions only when asked for.
    pub(super) fn singles(&self, options: &Options) -> Vec<&'a Link> {
        self.left()
            .filter(|link| link.hierarchy() || options.filter.draws(link))
            .collect()
    }

    /// Every link on the page, in a collective line or singly.
    pub(super) fn shown(&self, options: &Options) -> Vec<&'a Link> {
        let gathered = self.links.collective.iter().flat_map(|c| self.links_of(c));
        let singles = self.singles(options).into_iter();
        gathered
            .chain(singles.filter(|link| options.filter.draws(link)))
            .collect()
    }

    fn zone(&self, body: usize) -> Option<&Zone> {
        self.zones.iter().find(|z| z.bodies.contains(&body))
    }

    /// What the words and the key say for all bodies of a body's zone.
    fn said(&self, at: usize, looks: &Looks<'_>) -> Said {
        let (Some(zone), Some(body)) = (self.zone(at), self.structure.bodies.get(at)) else {
            return Said::default();
        };
        let Some(kind) = body.kind.as_ref().filter(|_| !body.outside()) else {
            return Said::default();
        };
        let of = |i: &usize| self.structure.bodies.get(*i).and_then(|b| b.kind.as_ref());
        let several = zone.bodies.iter().filter(|i| of(i) == Some(kind)).count() > 1;
        let look = looks.kind(kind);
        let others = self.structure.bodies.iter().filter(|b| !b.outside());
        let mut others = others.filter_map(|b| b.kind.as_ref());
        let own_look = others.all(|other| other == kind || looks.kind(other) != look);
        Said {
            kind: several && own_look,
            undecided: zone.remark.is_some() && body.undecided(),
        }
    }
}

/// The cards of a structure in zones, in every form; what a panel or the key says is not said again.
pub(super) fn forms<'a>(
    project: &'a Project,
    gathering: &Gathering<'a>,
    looks: &Looks<'a>,
) -> Vec<Sheet<'a>> {
    let structure = gathering.structure;
    let tops = tops(structure);
    let card = |measures: CardMeasures, i: usize, body: &'a Body| {
        let said = gathering.said(i, looks);
        let spec = CardSpec {
            name: &body.name,
            small: words::facts_but(project, structure, body, said),
            top: tops.contains(&body.id),
            look: looks.body(body),
            undecided: body.undecided(),
            class: body.count.is_some(),
            mark: None,
            strip_room: false,
        };
        Card::new(spec, measures)
    };
    let sheet = |measures: CardMeasures| {
        let bodies = structure.bodies.iter().enumerate();
        let cards = bodies.map(|(i, body)| card(measures, i, body));
        Sheet::new(structure, cards.collect())
    };
    REGULAR.zoned_variants().into_iter().map(sheet).collect()
}

/// One sheet with the cards that each zone took.
fn chosen<'a>(forms: Vec<Sheet<'a>>, gathering: &Gathering<'a>, sets: &[usize]) -> Sheet<'a> {
    let zone_of = |body: usize| {
        gathering
            .zones
            .iter()
            .position(|z| z.bodies.contains(&body))
    };
    let set_of = |body: usize| {
        zone_of(body)
            .and_then(|at| sets.get(at))
            .copied()
            .unwrap_or(0)
    };
    let card = |(i, first): (usize, &Card<'a>)| {
        let other = forms.get(set_of(i)).and_then(|sheet| sheet.cards.get(i));
        other.unwrap_or(first).clone()
    };
    let cards = forms
        .first()
        .map(|sheet| sheet.cards.iter().enumerate().map(card).collect());
    Sheet::new(gathering.structure, cards.unwrap_or_default())
}

/// What is asked of the layout.
pub(super) fn request(
    forms: &[Sheet<'_>],
    gathering: &Gathering<'_>,
    options: &Options,
    looks: &Looks<'_>,
    room: Option<Size>,
) -> ZonedRequest {
    let singles = gathering.singles(options);
    let bodies = gathering.structure.bodies.len();
    let sizes = |sheet: &Sheet<'_>| (0..bodies).map(|i| sheet.size(i)).collect();
    // Collective lines may share a way with single ones that look alike: both are classed together.
    let collective = &gathering.links.collective;
    let first = |c: &Collective| c.links.first().and_then(|&at| gathering.link(at));
    let mut alike = singles.clone();
    alike.extend(collective.iter().filter_map(first));
    let classed = forms.first().map(|sheet| sheet.edges(&alike, looks, |i| i));
    let mut edges = classed.unwrap_or_default();
    let classed = edges.split_off(edges.len().saturating_sub(collective.len()));
    let many = collective
        .iter()
        .zip(classed)
        .filter_map(|(collective, edge)| {
            let look = look_of(first(collective)?, collective, looks);
            let class = edge.class;
            let (clear_from, clear_to) = clearance(look.end, look.end_at_from);
            let line = Edge {
                from: end(&collective.from, bodies),
                to: end(&collective.to, bodies),
                hierarchy: false,
                class,
                clear_from,
                clear_to,
            };
            let words = broken(&collective.words);
            Some(Many {
                line,
                words: words.iter().map(|rows| size(rows)).collect(),
            })
        });
    ZonedRequest {
        many: many.collect(),
        zones: gathering.zones.iter().map(spec).collect(),
        room: room.map(|r| (whole(r.width), whole(r.height))),
        readable: READABLE / WORDS.size,
        sizes: forms.iter().map(sizes).collect(),
        edges,
    }
}

/// How a collective line is drawn: like its first link, with seats when all have the same.
pub(super) fn look_of(first: &Link, collective: &Collective, looks: &Looks<'_>) -> LinkLook {
    let mut look = looks.link(first);
    if let End::Seats(seats) = &mut look.end {
        *seats = collective.seats;
    }
    look
}

fn end(party: &Party, bodies: usize) -> usize {
    match party {
        Party::Body(body) => *body,
        Party::Zone(zone) | Party::Kind(zone, _) => bodies + zone,
    }
}

fn spec(zone: &Zone) -> ZoneSpec {
    let remark = zone.remark.map_or(0.0, |r| AFTER + shape(r, WORDS).width);
    let width = shape(&zone.title, TITLE).width + remark;
    ZoneSpec {
        members: zone.bodies.clone(),
        title: (whole(width), whole(ROW)),
        band: zone.band,
        outside: zone.part == gather::Part::Outside,
    }
}

/// Words broken into rows in several ways, each with other rows than the one before.
fn broken(words: &str) -> Vec<Vec<Run>> {
    let mut out: Vec<Vec<Run>> = Vec::new();
    for width in BREAKS {
        let rows = wrap(words, WORDS, width);
        if out.last().is_none_or(|last| last.len() < rows.len()) {
            out.push(rows);
        }
    }
    out
}

fn size(rows: &[Run]) -> (i32, i32) {
    let n = f64::from(u32::try_from(rows.len()).unwrap_or(1));
    (whole(rows_width(rows)), whole(n * ROW))
}

/// Places and routes a structure in zones.
pub(super) fn placed<'a>(
    forms: Vec<Sheet<'a>>,
    gathering: &Gathering<'a>,
    options: &Options,
    looks: &Looks<'_>,
    room: Option<Size>,
) -> Placed<'a> {
    let request = request(&forms, gathering, options, looks, room);
    let layout = layout::arrange_zoned(&request);
    let panels = gathering
        .zones
        .iter()
        .zip(&layout.panels)
        .zip(&layout.titles);
    let panels = panels
        .map(|((zone, cell), title)| Panel {
            zone: zone.clone(),
            cell: *cell,
            title: *title,
        })
        .collect();
    let collective = gathering.links.collective.iter().zip(&layout.many);
    let lines = collective
        .zip(&layout.words)
        .map(|((collective, route), words)| CollectiveLine {
            links: gathering.links_of(collective),
            route: route.clone(),
            words: words.and_then(|at| {
                Some((
                    at.cell,
                    broken(&collective.words).into_iter().nth(at.choice)?,
                ))
            }),
            collective: collective.clone(),
        })
        .collect();
    let plain = Layout {
        placement: Placement {
            cells: layout.cells.clone(),
            size: layout.size,
            ..Placement::default()
        },
        routes: layout.routes,
    };
    let sheet = chosen(forms, gathering, &layout.sets);
    let ghosts: Vec<GhostPlace> = Vec::new();
    let singles = gathering.singles(options);
    let mut placed = super::plan::placed(sheet, singles, layout.cells, ghosts, plain);
    placed.zoned = Some(Zoned { panels, lines });
    placed
}
