//! A structure on several pages, where one sheet would print it too small: cut at branches, with
//! continuation words on what stands on two pages and a key plan on each.

mod cut;
mod excerpt;
mod key_plan;

use std::collections::BTreeMap;
use std::sync::Arc;

use cut::{Leaf, cut};
use excerpt::Excerpts;
pub(super) use key_plan::{KeyPlan, block};

use super::options::Options;
use super::page::{self, Furnishing};
use super::place::Sheet;
use super::plan;
use super::style::{Looks, REGULAR};
use super::theme::Theme;
use super::{Page, diagram};
use crate::geom::Size;
use crate::graph::{StructureGraph, reading_order};
use crate::layout::{self, Node, Request};
use crate::model::{BodyId, Link, Project, Structure};

/// How much a page may be fuller or emptier than the cut has guessed: lines need room too.
const SPARE: f64 = 1.06;

/// How often the cut is made anew with smaller pages, until the text is large enough.
const ATTEMPTS: usize = 4;

/// Height of the line that says where a body goes on, in pt.
const SAID: i32 = 13;

/// What one page shows of a structure besides the bodies themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Excerpt {
    /// What is said on cards of bodies that stand on two pages.
    pub(super) said: BTreeMap<BodyId, String>,
    /// The words over bodies apart, when they are not the usual ones.
    pub(super) apart: Option<&'static str>,
    /// The same in the other language, which must find room in the same places.
    pub(super) twin: Option<Box<Excerpt>>,
}

/// The scale at which the smallest text of a card has the least size wanted.
pub(super) fn least_scale(options: &Options) -> f64 {
    options.floor / REGULAR.small.size
}

/// The pages of a structure.
pub(super) fn pages(project: &Project, structure: &Structure, options: &Options) -> Vec<Page> {
    let looks = Looks::new(project, Theme::of(options.theme));
    let sheet = plan::diagram_sheet(
        project,
        structure,
        &looks,
        REGULAR,
        &Excerpt::default(),
        options.twin.as_deref(),
    );
    let links = sheet.links(&options.filter);
    let whole = Whole {
        parents: parents(structure),
        order: reading_order(structure),
        nodes: (0..sheet.cards.len()).map(|i| sheet.node(i)).collect(),
        request: plan::diagram_request(&sheet, &links, &looks, None),
        room: room(project, structure, options, &looks),
        sheet: &sheet,
        links: &links,
    };
    let mut least = least_scale(options) * SPARE;
    let mut best: Option<(f64, Vec<Page>)> = None;
    for _ in 0..ATTEMPTS {
        let leaves = cut(&whole.parents, &whole.order, &|leaf| {
            whole.fits(leaf, least)
        });
        let pages = whole.drawn(project, options, &looks, &leaves);
        let scale = pages.iter().map(|p| p.scale).fold(1.0, f64::min);
        let count = pages.len();
        if best.as_ref().is_none_or(|(s, _)| scale > *s) {
            best = Some((scale, pages));
        }
        if scale >= least_scale(options) || count >= structure.bodies.len() {
            break;
        }
        least *= (least_scale(options) / scale).clamp(1.05, 1.5);
    }
    best.map(|(_, pages)| pages).unwrap_or_default()
}

/// The body above each body in the hierarchy that is cut: of several the first that is read
/// before it, so that loops end.
fn parents(structure: &Structure) -> Vec<Option<usize>> {
    let graph = StructureGraph::of(structure);
    let mut rank = vec![0; structure.bodies.len()];
    for (n, body) in reading_order(structure).into_iter().enumerate() {
        if let Some(slot) = rank.get_mut(body) {
            *slot = n;
        }
    }
    let above = graph.nodes().map(|node| {
        let own = rank.get(node.index())?;
        let mut parents = graph.parents(node).iter().map(|p| p.index());
        parents.find(|p| rank.get(*p).is_some_and(|r| r < own))
    });
    above.collect()
}

/// Room for a drawing beside key plan and key.
fn room(project: &Project, structure: &Structure, options: &Options, looks: &Looks<'_>) -> Size {
    let mut furnishing = diagram::furnishing(project, structure, options, looks);
    furnishing.plan = Some(KeyPlan::default());
    if let Some(twin) = &mut furnishing.twin {
        twin.plan = Some(KeyPlan::default());
    }
    let area = |size: Size| size.width * size.height;
    let (_, room) = page::best_room(options, &furnishing, looks.theme(), area);
    room.drawing
}

/// The whole structure, and what every page takes from it.
struct Whole<'a> {
    parents: Vec<Option<usize>>,
    order: Vec<usize>,
    nodes: Vec<Node>,
    request: Request,
    room: Size,
    sheet: &'a Sheet<'a>,
    links: &'a [&'a Link],
}

impl Whole<'_> {
    /// Whether a page of this can be read.
    fn fits(&self, leaf: &Leaf, least: f64) -> bool {
        let taken: Vec<usize> = leaf.own.iter().chain(&leaf.copies).copied().collect();
        let mut at = vec![None; self.nodes.len()];
        for (n, &body) in taken.iter().enumerate() {
            if let Some(slot) = at.get_mut(body) {
                *slot = Some(n);
            }
        }
        let nodes = taken.iter().enumerate().filter_map(|(n, &body)| {
            let mut node = *self.nodes.get(body)?;
            node.h += if n >= leaf.own.len() { SAID } else { 0 };
            Some(node)
        });
        let place = |body: usize| at.get(body).copied().flatten();
        let edges = self.request.edges.iter().filter_map(|edge| {
            let (from, to) = (place(edge.from)?, place(edge.to)?);
            Some(layout::Edge { from, to, ..*edge })
        });
        let request = Request {
            nodes: nodes.collect(),
            edges: edges.collect(),
            reorder: false,
            room: Some((
                super::place::whole(self.room.width),
                super::place::whole(self.room.height),
            )),
            ..self.request.clone()
        };
        page::rough_scale(&request, self.room) >= least
    }

    fn drawn(
        &self,
        project: &Project,
        options: &Options,
        looks: &Looks<'_>,
        leaves: &[Leaf],
    ) -> Vec<Page> {
        let cells = layout::place(&self.request).cells;
        let excerpts = Excerpts::new(self.sheet.structure, &self.parents, self.links, leaves);
        let plan = KeyPlan::new(cells.clone(), leaves, excerpts.titles());
        let twin = options.twin.as_deref();
        let twin = twin.and_then(|twin| {
            let structure = twin.structure(self.sheet.structure.id())?;
            let links = structure.links.iter();
            let links: Vec<&Link> = links
                .filter(|link| link.hierarchy() || options.filter.draws(link))
                .collect();
            let excerpts = Excerpts::new(structure, &self.parents, &links, leaves);
            let plan = KeyPlan::new(cells, leaves, excerpts.titles());
            Some((twin, excerpts, plan))
        });
        let page = |n: usize| {
            let (structure, mut excerpt) = excerpts.page(n, options);
            let mut options = options.clone();
            if let Some((twin, excerpts, _)) = &twin {
                let (structure, told) = excerpts.page(n, &options);
                excerpt.twin = Some(Box::new(told));
                // What a body was called stands in another structure.
                let mut twin = (*twin).clone();
                let whole = twin.structures.iter_mut();
                for whole in whole.filter(|whole| whole.id() == structure.id()) {
                    whole.clone_from(&structure);
                }
                options.twin = Some(Arc::new(twin));
            }
            let mut furnishing: Furnishing =
                diagram::furnishing(project, &structure, &options, looks);
            furnishing.title.subtitle = excerpts.subtitle(n);
            furnishing.plan = Some(plan.on(n));
            if let (Some(own), Some((_, excerpts, plan))) = (&mut furnishing.twin, &twin) {
                own.title.subtitle = excerpts.subtitle(n);
                own.plan = Some(plan.on(n));
            }
            diagram::page(project, &structure, &options, furnishing, &excerpt)
        };
        (0..leaves.len()).map(page).collect()
    }
}
