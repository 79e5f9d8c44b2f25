//! Two structures in shared slots: a body and its successor stand in the same place. Or each by itself,
//! with its bodies in the order of these slots.

use std::collections::BTreeMap;

use super::options::{Options, Slots};
use super::page;
use super::place::{Sheet, place_of, whole};
use super::plan::{self, GhostPlace, Placed};
use super::style::Looks;
use crate::geom::Size;
use crate::layout::{
    self, Cell, Edge, Gaps, Grows, Node, Place, Request, Slot, shared_edges, slots,
};
use crate::model::{LineageRow, Link};

/// Slots of two structures, and which slot each body has.
struct Shared {
    slots: Vec<Slot>,
    of_from: BTreeMap<usize, usize>,
    of_to: BTreeMap<usize, usize>,
}

fn share(from: &Sheet<'_>, to: &Sheet<'_>, rows: &[&LineageRow]) -> Shared {
    let groups: Vec<(Vec<usize>, Vec<usize>)> = rows
        .iter()
        .map(|row| {
            let find = |sheet: &Sheet<'_>, ids: &[crate::model::BodyId]| {
                ids.iter()
                    .filter_map(|id| sheet.index.get(id).copied())
                    .collect()
            };
            (find(from, &row.from), find(to, &row.to))
        })
        .collect();
    let same = |f: usize, t: usize| {
        from.body(f)
            .zip(to.body(t))
            .is_some_and(|(a, b)| a.id == b.id)
    };
    let slots = slots(from.cards.len(), to.cards.len(), &groups, same);
    let of = |pick: fn(&Slot) -> Option<usize>| {
        slots
            .iter()
            .enumerate()
            .filter_map(|(i, s)| Some((pick(s)?, i)))
            .collect()
    };
    Shared {
        of_from: of(|s| s.from),
        of_to: of(|s| s.to),
        slots,
    }
}

/// Two structures to be placed together.
pub(super) struct Pair<'a, 'b> {
    /// The cards of the earlier and of the later one.
    pub(super) sheets: [Sheet<'a>; 2],
    pub(super) rows: &'b [&'b LineageRow],
    pub(super) options: &'b Options,
    pub(super) looks: &'b Looks<'a>,
    /// Where those stand who report to a body.
    pub(super) grows: Grows,
}

/// Everything that a joint layout starts from.
struct Joint<'a> {
    shared: Shared,
    links: [Vec<&'a Link>; 2],
    /// The links of each structure, their ends as slots.
    edges: [Vec<Edge>; 2],
}

/// A structure to be placed by itself: its bodies in the order of the slots, and its links between them.
struct Alone {
    order: Vec<usize>,
    request: Request,
}

/// How large two structures would print in a room each, without routing.
pub(super) fn rough_scale(pair: &Pair<'_, '_>, room: Size) -> f64 {
    let joint = pair.joint();
    let rough = |request: &Request| page::rough_scale(request, room);
    match pair.options.slots {
        Slots::Shared => rough(&pair.together(&joint, room)),
        Slots::Own => {
            let [a, b] = pair.alone(&joint, room);
            rough(&a.request).min(rough(&b.request))
        }
    }
}

/// Places both structures for a room each and routes each by itself.
pub(super) fn arrange<'a>(pair: Pair<'a, '_>, room: Size) -> [Placed<'a>; 2] {
    let joint = pair.joint();
    match pair.options.slots {
        Slots::Shared => {
            let request = pair.together(&joint, room);
            let layouts = layout::arrange_jointly(&request, &joint.edges);
            shared(pair.sheets, joint, layouts)
        }
        Slots::Own => {
            let [first, second] = pair.alone(&joint, room);
            let ([from, to], [from_links, to_links]) = (pair.sheets, joint.links);
            [
                by_itself(from, from_links, &first),
                by_itself(to, to_links, &second),
            ]
        }
    }
}

impl<'a> Pair<'a, '_> {
    fn joint(&self) -> Joint<'a> {
        let [from, to] = &self.sheets;
        let shared = share(from, to, self.rows);
        let filter = &self.options.filter;
        let links = [from.links(filter), to.links(filter)];
        let edges = |sheet: &Sheet<'a>, links: &[&'a Link], of: &BTreeMap<usize, usize>| {
            let slot = |i: usize| of.get(&i).copied().unwrap_or(usize::MAX);
            sheet.edges(links, self.looks, slot)
        };
        let [from_links, to_links] = &links;
        Joint {
            edges: [
                edges(from, from_links, &shared.of_from),
                edges(to, to_links, &shared.of_to),
            ],
            links,
            shared,
        }
    }

    /// What is asked of the layout for both structures in shared slots.
    fn together(&self, joint: &Joint<'a>, room: Size) -> Request {
        let [from, to] = &self.sheets;
        let [from_edges, to_edges] = &joint.edges;
        let slots = &joint.shared.slots;
        Request {
            nodes: slots.iter().map(|s| node(from, to, s)).collect(),
            edges: shared_edges(slots, from_edges, to_edges),
            ..self.request(room)
        }
    }

    /// What is asked for each structure without the other.
    fn alone(&self, joint: &Joint<'a>, room: Size) -> [Alone; 2] {
        let slots = &joint.shared.slots;
        let side = |sheet: &Sheet<'_>, edges: &[Edge], own: fn(&Slot) -> Option<usize>| {
            let at: BTreeMap<usize, usize> = (0..slots.len())
                .filter(|&n| slots.get(n).and_then(own).is_some())
                .zip(0..)
                .collect();
            let order: Vec<usize> = slots.iter().filter_map(own).collect();
            let place = |slot: usize| at.get(&slot).copied().unwrap_or(usize::MAX);
            let edges = edges.iter().map(|edge| Edge {
                from: place(edge.from),
                to: place(edge.to),
                ..*edge
            });
            let node = |&body: &usize| Node {
                pin: None,
                ..sheet.node(body)
            };
            Alone {
                request: Request {
                    nodes: order.iter().map(node).collect(),
                    edges: edges.collect(),
                    ..self.request(room)
                },
                order,
            }
        };
        let ([from, to], [from_edges, to_edges]) = (&self.sheets, &joint.edges);
        [
            side(from, from_edges, |s| s.from),
            side(to, to_edges, |s| s.to),
        ]
    }

    fn request(&self, room: Size) -> Request {
        let [from, _] = &self.sheets;
        Request {
            room: Some((whole(room.width), whole(room.height))),
            labels: plan::label_sizes(from),
            grows: self.grows,
            gaps: Gaps::CLOSE,
            ..Request::default()
        }
    }
}

fn by_itself<'a>(sheet: Sheet<'a>, links: Vec<&'a Link>, alone: &Alone) -> Placed<'a> {
    let edges = alone.request.edges.clone();
    let layout = layout::arrange_jointly(&alone.request, &[edges]);
    let layout = layout.into_iter().next().unwrap_or_default();
    let mut cells = vec![Cell::default(); sheet.cards.len()];
    for (&body, &cell) in alone.order.iter().zip(&layout.placement.cells) {
        if let Some(slot) = cells.get_mut(body) {
            *slot = cell;
        }
    }
    plan::placed(sheet, links, cells, Vec::new(), layout)
}

fn shared<'a>(
    [from, to]: [Sheet<'a>; 2],
    joint: Joint<'a>,
    layouts: Vec<layout::Layout>,
) -> [Placed<'a>; 2] {
    let (shared, [from_links, to_links]) = (joint.shared, joint.links);
    let mut layouts = layouts.into_iter();
    let (first, second) = (
        layouts.next().unwrap_or_default(),
        layouts.next().unwrap_or_default(),
    );
    [
        side(from, from_links, first, &shared, &shared.of_from, |s| {
            (s.from, s.to)
        }),
        side(to, to_links, second, &shared, &shared.of_to, |s| {
            (s.to, s.from)
        }),
    ]
}

fn side<'a>(
    sheet: Sheet<'a>,
    links: Vec<&'a Link>,
    layout: layout::Layout,
    shared: &Shared,
    of: &BTreeMap<usize, usize>,
    own_and_other: fn(&Slot) -> (Option<usize>, Option<usize>),
) -> Placed<'a> {
    let cell = |slot: usize| {
        layout
            .placement
            .cells
            .get(slot)
            .copied()
            .unwrap_or_default()
    };
    let own = (0..sheet.cards.len()).map(|i| of.get(&i).copied().unwrap_or(usize::MAX));
    let cells = own.clone().map(cell).collect();
    let ghosts = shared
        .slots
        .iter()
        .enumerate()
        .filter_map(|(i, slot)| match own_and_other(slot) {
            (None, Some(other)) => Some(GhostPlace {
                cell: cell(i),
                other,
            }),
            _ => None,
        })
        .collect();
    let held = &layout.placement.held;
    let held = own.map(|i| held.get(i).copied().unwrap_or_default());
    let held = held.collect();
    Placed {
        held,
        ..plan::placed(sheet, links, cells, ghosts, layout)
    }
}

/// A slot is as large as the larger of its two cards; the later standing counts.
fn node(from: &Sheet<'_>, to: &Sheet<'_>, slot: &Slot) -> Node {
    let size = |sheet: &Sheet<'_>, i: Option<usize>| i.map_or((0, 0), |i| sheet.size(i));
    let (a, b) = (size(from, slot.from), size(to, slot.to));
    let place = slot
        .to
        .and_then(|i| to.body(i))
        .or_else(|| slot.from.and_then(|i| from.body(i)))
        .map_or(Place::Structure, place_of);
    Node {
        w: a.0.max(b.0),
        h: a.1.max(b.1),
        place,
        // Pins are places of one structure's own drawing.
        pin: None,
    }
}
