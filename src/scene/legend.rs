//! The entries of the key: only what is on the page.

use std::collections::{BTreeMap, BTreeSet};

use super::furniture::Entry;
use super::line;
use super::pattern;
use super::style::{End, Looks};
use super::theme::{BandPattern, KindLook, Mark, Theme};
use super::{Geometry, Item, Stroke};
use crate::geom::{Point, Rect};
use crate::model::{Link, LinkKindId, Project, StandardLink, Structure};
use crate::say::{self, Phrase};

/// What a page shows, gathered for its key.
#[derive(Debug, Default)]
pub(super) struct Shown<'a> {
    pub(super) structures: Vec<&'a Structure>,
    pub(super) links: Vec<&'a Link>,
    pub(super) marks: BTreeSet<Mark>,
    pub(super) ghosts: bool,
    /// Whether lines of the earlier structure that go are drawn.
    pub(super) gone: bool,
    pub(super) boundary: bool,
}

/// The entries: kinds of body, then states, then lines, then changes.
pub(super) fn entries(project: &Project, looks: &Looks<'_>, shown: &Shown<'_>) -> Vec<Entry> {
    let (theme, language) = (looks.theme(), project.language);
    let bodies = || shown.structures.iter().flat_map(|s| &s.bodies);
    let mut out = kinds(project, looks, shown);
    if bodies().any(|b| b.undecided()) {
        out.push(card_entry(
            theme,
            CardSample::Undecided,
            &say::say(language, Phrase::KeyNotDecided),
        ));
    }
    if bodies().any(|b| b.count.is_some()) {
        out.push(card_entry(
            theme,
            CardSample::Class,
            &say::say(language, Phrase::SeveralBodies),
        ));
    }
    if shown.ghosts {
        out.push(card_entry(
            theme,
            CardSample::Ghost,
            &say::say(language, Phrase::EmptyPlace),
        ));
    }
    out.extend(lines(project, looks, shown));
    if shown.gone {
        let muted = theme.ui.muted;
        out.push(Entry {
            sample: Box::new(move |r| {
                let ends = [r.x0, r.x1].map(|x| Point::new(x, r.center().y));
                let line = straight(r, Stroke::solid(muted, 0.9));
                std::iter::once(line)
                    .chain(line::struck(&ends, muted))
                    .collect()
            }),
            words: say::say(language, Phrase::GoneLine),
        });
    }
    if shown.boundary {
        let stroke = Stroke::dashed(theme.ui.boundary, 1.2, &[12.0, 4.0, 2.0, 4.0]);
        out.push(Entry {
            sample: Box::new(move |r| vec![straight(r, stroke.clone())]),
            words: say::say(language, Phrase::Boundary),
        });
    }
    for &mark in &shown.marks {
        let (colour, ground) = (theme.mark(mark), theme.ui.paper);
        out.push(Entry {
            sample: Box::new(move |r| {
                let x = r.x1 - 12.0;
                pattern::mark_sample(mark, colour, ground, Rect::new(x, r.y0, r.x1 - 1.0, r.y1))
            }),
            words: mark.word_in(language).to_owned(),
        });
    }
    out
}

/// One entry for each look on the page, with the names of its kinds.
fn kinds(project: &Project, looks: &Looks<'_>, shown: &Shown<'_>) -> Vec<Entry> {
    let used: BTreeSet<_> = shown
        .structures
        .iter()
        .flat_map(|s| &s.bodies)
        .filter(|b| !b.outside())
        .filter_map(|b| b.kind.as_ref())
        .collect();
    let mut by_look: Vec<(KindLook, Vec<String>)> = Vec::new();
    let listed = project.body_kinds.iter().map(|k| &k.id);
    let unlisted = used
        .iter()
        .copied()
        .filter(|id| project.body_kind(id).is_none());
    for id in listed.filter(|id| used.contains(id)).chain(unlisted) {
        let (look, name) = (*looks.kind(id), project.body_kind_name(id));
        match by_look.iter_mut().find(|(l, _)| *l == look) {
            Some((_, names)) => names.push(name),
            None => by_look.push((look, vec![name])),
        }
    }
    let theme = looks.theme();
    let (paper, edge) = (theme.ui.paper, theme.ui.control);
    by_look
        .into_iter()
        .map(|(look, names)| Entry {
            sample: Box::new(move |r| kind_sample(&look, paper, edge, r)),
            words: names.join("; "),
        })
        .collect()
}

fn kind_sample(look: &KindLook, paper: super::Colour, edge: super::Colour, r: Rect) -> Vec<Item> {
    let mut items = vec![Item::Shape {
        geometry: Geometry::Rect {
            rect: r,
            radii: [3.0; 4],
        },
        fill: Some(look.tint),
        stroke: Some(Stroke::solid(edge, 1.0)),
    }];
    if look.pattern != BandPattern::None {
        let width = if look.pattern == BandPattern::SolidWide {
            11.0
        } else {
            8.0
        };
        items.extend(pattern::band(look, paper, r, width, 3.0));
    }
    items
}

#[derive(Clone, Copy)]
enum CardSample {
    Undecided,
    Class,
    Ghost,
}

fn card_entry(theme: &Theme, sample: CardSample, words: &str) -> Entry {
    let (paper, control, ghost) = (theme.ui.paper, theme.ui.control, theme.ui.ghost);
    let card = move |rect: Rect, stroke: Stroke| Item::Shape {
        geometry: Geometry::Rect {
            rect,
            radii: [3.0; 4],
        },
        fill: Some(paper),
        stroke: Some(stroke),
    };
    let draw = move |r: Rect| match sample {
        CardSample::Undecided => vec![card(r, Stroke::dashed(control, 1.0, &[5.0, 3.0]))],
        CardSample::Ghost => vec![card(r, Stroke::dashed(ghost, 1.0, &[1.5, 2.5]))],
        CardSample::Class => {
            let front = Rect::new(r.x0, r.y0, r.x1 - 3.0, r.y1 - 3.0);
            let back = front + crate::geom::Vec2::new(3.0, 3.0);
            vec![
                card(back, Stroke::solid(control, 1.0)),
                card(front, Stroke::solid(control, 1.0)),
            ]
        }
    };
    Entry {
        sample: Box::new(draw),
        words: words.to_owned(),
    }
}

/// One entry for each kind of link drawn; permissions apart.
fn lines(project: &Project, looks: &Looks<'_>, shown: &Shown<'_>) -> Vec<Entry> {
    let mut samples: BTreeMap<(usize, &LinkKindId, bool), &Link> = BTreeMap::new();
    for link in &shown.links {
        let rank = link.kind.standard().map_or(9, |k| {
            StandardLink::ALL
                .iter()
                .position(|other| *other == k)
                .unwrap_or(9)
        });
        samples
            .entry((rank, &link.kind, link.permission))
            .or_insert(link);
    }
    let theme = looks.theme();
    let (ground, text) = (theme.ui.paper, theme.ui.text);
    let mut out: Vec<Entry> = samples
        .into_iter()
        .map(|((_, kind, permission), link)| {
            let mut look = looks.link(link);
            if let End::Seats(_) = look.end {
                look.end = End::Seats(None);
            }
            look.stroke.width = looks.link_kind(kind).stroke.width;
            if permission {
                look.stroke.width /= 2.0;
            }
            let name = project.link_kind_name(kind);
            let words = if permission {
                say::with(project.language, Phrase::WhereAllowed, &[&name])
            } else {
                name
            };
            Entry {
                sample: Box::new(move |r| {
                    let y = r.center().y;
                    let points = [Point::new(r.x1, y), Point::new(r.x0, y)];
                    line::draw(&points, look.end_at_from, &look, ground, text, 9.0)
                }),
                words,
            }
        })
        .collect();
    if let Some(link) = shown.links.iter().find(|l| l.seats.is_some()) {
        let look = looks.link(link);
        out.push(Entry {
            sample: Box::new(move |r| {
                let points = [
                    Point::new(r.x1, r.center().y),
                    Point::new(r.x0, r.center().y),
                ];
                line::draw(&points, look.end_at_from, &look, ground, text, 9.0)
            }),
            words: say::say(project.language, Phrase::SeatsOnLine),
        });
    }
    out
}

fn straight(r: Rect, stroke: Stroke) -> Item {
    let y = r.center().y;
    Item::Shape {
        geometry: Geometry::Line {
            points: vec![Point::new(r.x0, y), Point::new(r.x1, y)],
            ease: 0.0,
        },
        fill: None,
        stroke: Some(stroke),
    }
}
