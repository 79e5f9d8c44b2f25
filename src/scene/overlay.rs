//! Two structures in one drawing: the later one, with the bodies of today that end and the lines that go.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::arrangement::Timings;
use super::compare::{marks_of, summary};
use super::diagram::{self, Wanted};
use super::draw;
use super::furniture::{KeyForm, TitleBlock};
use super::legend::{self, Shown};
use super::line;
use super::options::Options;
use super::page::{self, Body as PageBody, Furnishing};
use super::place::Sheet;
use super::plan::{self, Placed};
use super::style::{CardMeasures, Looks, REGULAR};
use super::theme::Theme;
use super::{BodyRole, Group, LinkRole, Page, Role, Scene, SceneError, notes, words};
use crate::compare::{self, Comparison};
use crate::geom::{Point, Size};
use crate::layout::{Request, Route};
use crate::model::{Body, BodyId, Link, LinkId, Project, Structure, StructureId};
use crate::say::{self, Phrase};

/// Both structures as one: the later one's bodies and links, and what only the earlier one has.
///
/// What is the earlier one's stands under an id with a space in it, which no id of a file has.
struct Union<'p> {
    comparison: &'p Comparison,
    old: &'p Structure,
    new: &'p Structure,
    whole: Structure,
    /// Bodies without a successor, by their ids in the whole.
    ended: BTreeMap<BodyId, &'p Body>,
    /// Lines without a counterpart, by their ids in the whole.
    gone: BTreeMap<LinkId, &'p Link>,
}

/// The picture of two structures in one drawing.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures.
pub fn overlay(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<Scene, SceneError> {
    draw_union(project, from, to, options, |union, mut drawn, looks| {
        let body = PageBody {
            heading: None,
            bounds: drawn.placed.bounds(),
            groups: union.drawn(&mut drawn.placed, looks, options),
        };
        let (furnishing, room) = (&drawn.furnishing, &drawn.room);
        page::compose(vec![body], furnishing, room, options, looks.theme())
    })
}

/// The same for the window: at full size and without furniture.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures.
pub fn overlay_drawing(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<Scene, SceneError> {
    draw_union(project, from, to, options, |union, mut drawn, looks| Page {
        size: drawn.placed.bounds().size(),
        ground: looks.theme().ui.paper,
        groups: union.drawn(&mut drawn.placed, looks, options),
        scale: 1.0,
        panes: Vec::new(),
    })
}

/// A union placed on its sheet.
struct Drawn<'a> {
    furnishing: Furnishing,
    placed: Placed<'a>,
    room: page::Room,
}

fn draw_union(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
    page: impl FnOnce(&Union<'_>, Drawn<'_>, &Looks<'_>) -> Page,
) -> Result<Scene, SceneError> {
    let comparison = &compare::compare(project, from, to)?;
    let (old, new) = (super::find(project, from)?, super::find(project, to)?);
    let union = Union::new(comparison, old, new);
    let looks = Looks::new(project, Theme::of(options.theme));
    let furnishing = union.furnishing(project, options, &looks);
    let wanted = Wanted {
        sheet: &|measures| union.sheet(&looks, measures, options.twin.as_deref()),
        request: &|sheet, links, room| union.request(sheet, links, &looks, room),
    };
    let (placed, room) = diagram::place(
        &wanted,
        options,
        &looks,
        &furnishing,
        &mut Timings::default(),
    );
    let title = furnishing.title.title.clone();
    let drawn = Drawn {
        furnishing,
        placed,
        room,
    };
    Ok(Scene {
        lang: project.language.tag(),
        title,
        description: crate::describe::alt_text_compare(project, comparison),
        pages: vec![page(&union, drawn, &looks)],
    })
}

impl<'p> Union<'p> {
    fn new(comparison: &'p Comparison, old: &'p Structure, new: &'p Structure) -> Self {
        let heirs = heirs(comparison, new);
        let mut ended = BTreeMap::new();
        let mut bodies: Vec<((usize, usize), Body)> = Vec::new();
        for (at, body) in new.bodies.iter().enumerate() {
            bodies.push(((at + 1, 0), free(body)));
        }
        // Who ends stands behind the heir of the one before it in today's list.
        let mut behind = 0;
        for (at, body) in old.bodies.iter().enumerate() {
            if let Some(heir) = heirs.get(&body.id) {
                behind = *heir + 1;
            } else {
                let id = BodyId::new(&format!("today {}", body.id));
                let free = Body {
                    id: id.clone(),
                    ..free(body)
                };
                bodies.push(((behind, at + 1), free));
                ended.insert(id, body);
            }
        }
        bodies.sort_by_key(|(key, _)| *key);
        let end = |id: &BodyId| match heirs.get(id) {
            Some(heir) => new.bodies.get(*heir).map(|b| b.id.clone()),
            None => Some(BodyId::new(&format!("today {id}"))),
        };
        let mut links = new.links.clone();
        let mut gone = BTreeMap::new();
        for link in &comparison.links.removed {
            let (Some(from), Some(to)) = (end(&link.from), end(&link.to)) else {
                continue;
            };
            // A line between bodies that merge has no length left.
            if from == to {
                continue;
            }
            let id = LinkId::new(&format!("today {}", link.id));
            links.push(Link {
                id: id.clone(),
                from,
                to,
                ..link.clone()
            });
            gone.insert(id, link);
        }
        Self {
            comparison,
            old,
            new,
            whole: Structure {
                head: new.head.clone(),
                bodies: bodies.into_iter().map(|(_, body)| body).collect(),
                links,
                grids: Vec::new(),
            },
            ended,
            gone,
        }
    }

    /// The cards: those of the later side of a comparison, and the earlier side's of those that end.
    fn sheet<'a>(
        &'a self,
        looks: &Looks<'a>,
        measures: CardMeasures,
        twin: Option<&Project>,
    ) -> Sheet<'a> {
        let side = |structure, other, earlier| {
            plan::compare_sheet(
                (structure, other),
                self.comparison,
                earlier,
                looks,
                measures,
                twin,
            )
        };
        let by_id = |sheet: Sheet<'a>| {
            let ids = sheet.structure.bodies.iter().map(|b| &b.id);
            ids.zip(sheet.cards).collect::<BTreeMap<_, _>>()
        };
        let mut later = by_id(side(self.new, self.old, false));
        let mut earlier = by_id(side(self.old, self.new, true));
        let cards = self.whole.bodies.iter().filter_map(|body| {
            self.ended
                .get(&body.id)
                .map_or_else(|| later.remove(&body.id), |ended| earlier.remove(&ended.id))
        });
        let other = twin.and_then(|twin| twin.structure(self.new.id()));
        Sheet {
            also: other.map(|other| plan::region_words(other.language())),
            ..Sheet::new(&self.whole, cards.collect())
        }
    }

    fn request(
        &self,
        sheet: &Sheet<'_>,
        links: &[&Link],
        looks: &Looks<'_>,
        room: Option<Size>,
    ) -> Request {
        let mut request = plan::diagram_request(sheet, links, looks, room);
        request.reorder = true;
        for (edge, link) in request.edges.iter_mut().zip(links) {
            if self.gone.contains_key(&link.id) {
                // Lines that go share no way with lines that stay, and only hold up what ends itself.
                edge.class = u32::MAX - edge.class;
                edge.hierarchy &= self.ended.contains_key(&link.from);
            }
        }
        request
    }

    /// Everything in reading order, under the names that the files know.
    fn drawn(&self, placed: &mut Placed<'_>, looks: &Looks<'_>, options: &Options) -> Vec<Group> {
        let all = std::mem::take(&mut placed.links);
        let (gone, stay): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|(l, _)| self.gone.contains_key(&l.id));
        placed.links = stay;
        let fate = |id: &BodyId| self.row_of(id).map(|row| row.fate);
        let groups = draw::structure(placed, looks, options, &REGULAR, fate, |_| None);
        let mut out: Vec<Group> = groups.into_iter().map(|g| self.named(g)).collect();
        let drawn = gone.iter().filter(|(link, _)| options.filter.draws(link));
        out.extend(drawn.filter_map(|(link, route)| self.gone_line(link, route, looks)));
        out
    }

    fn row_of(&self, id: &BodyId) -> Option<&compare::Row> {
        match self.ended.get(id) {
            Some(ended) => words::row_of(self.comparison, &ended.id, true),
            None => words::row_of(self.comparison, id, false),
        }
    }

    /// A card of a body that ends, with its own id and structure.
    fn named(&self, group: Group) -> Group {
        let Role::Body(role) = &group.role else {
            return group;
        };
        let Some(ended) = self.ended.get(&role.body) else {
            return group;
        };
        let role = BodyRole {
            structure: self.old.head.id.clone(),
            body: ended.id.clone(),
            ..(**role).clone()
        };
        Group {
            role: Role::Body(Arc::new(role)),
            ..group
        }
    }

    fn gone_line(&self, link: &Link, route: &Route, looks: &Looks<'_>) -> Option<Group> {
        let was = self.gone.get(&link.id)?;
        let points = route.points.iter();
        let points: Vec<Point> = points
            .map(|&(x, y)| Point::new(x.into(), y.into()))
            .collect();
        let theme = looks.theme();
        let mut look = looks.link(was);
        look.stroke.colour = theme.ui.muted;
        look.stroke.width *= 0.6;
        let (ground, text) = (theme.ui.paper, theme.ui.muted);
        let size = REGULAR.small.size;
        let mut items = line::draw(&points, route.starts_at_from, &look, ground, text, size);
        items.extend(line::struck(&points, theme.ui.muted));
        let role = LinkRole {
            structure: self.old.head.id.clone(),
            link: was.id.clone(),
            kind: was.kind.clone(),
            from: was.from.clone(),
            to: was.to.clone(),
        };
        (!items.is_empty()).then(|| Group {
            role: Role::Link(Arc::new(role)),
            items,
        })
    }

    fn furnishing(&self, project: &Project, options: &Options, looks: &Looks<'_>) -> Furnishing {
        let draws = |link: &&Link| options.filter.draws(link);
        let shown = Shown {
            structures: vec![&self.whole],
            links: self
                .new
                .links
                .iter()
                .chain(self.gone.values().copied())
                .filter(draws)
                .collect(),
            marks: marks_of(self.comparison),
            gone: self.gone.values().copied().any(|link| draws(&link)),
            boundary: self.whole.bodies.iter().any(Body::outside),
            ..Shown::default()
        };
        let mut notes = notes::folded(project, self.new, &options.filter);
        notes.extend(Options::missing(project, &[self.old, self.new]));
        let title = project.head.title.clone();
        let title = TitleBlock {
            title: say::with(
                project.language,
                Phrase::InOneDrawing,
                &[&title.unwrap_or_else(|| self.new.label())],
            ),
            subtitle: summary(project.language, self.comparison),
            status: self.new.head.status.clone(),
            date: words::date_of(project, self.new),
        };
        let twin = options.twin.as_deref().and_then(|twin| {
            let alone = Options {
                twin: None,
                ..options.clone()
            };
            let looks = Looks::new(twin, looks.theme());
            let [old, new] = [self.old, self.new].map(|s| twin.structure(s.id()));
            let union = Union::new(self.comparison, old?, new?);
            Some(union.furnishing(twin, &alone, &looks))
        });
        Furnishing {
            plan: None,
            title,
            entries: legend::entries(project, looks, &shown),
            key: KeyForm::USUAL,
            notes,
            language: project.language,
            twin: twin.map(Box::new),
        }
    }
}

/// The heir of each body of the earlier structure that goes on, by its place in the later list: the one
/// with its own id among several, else the first.
fn heirs<'p>(comparison: &'p Comparison, new: &Structure) -> BTreeMap<&'p BodyId, usize> {
    let at: BTreeMap<&BodyId, usize> = new.bodies.iter().map(|b| &b.id).zip(0..).collect();
    let mut out = BTreeMap::new();
    for row in &comparison.rows {
        for id in &row.from {
            let own = row.to.iter().find(|to| *to == id);
            let first = row.to.iter().find(|to| at.contains_key(to));
            if let Some(&heir) = own.or(first).and_then(|heir| at.get(heir)) {
                out.entry(id).or_insert(heir);
            }
        }
    }
    out
}

/// A body without the place that a person gave it in its own drawing.
fn free(body: &Body) -> Body {
    Body {
        pin: None,
        ..body.clone()
    }
}
