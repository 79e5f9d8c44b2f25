//! Two structures in shared slots: a body and its successor stand in the same place.

use std::collections::BTreeMap;

use super::options::Options;
use super::place::{Sheet, place_of};
use super::plan::{self, GhostPlace, Placed};
use super::style::Looks;
use crate::geom::Size;
use crate::layout::{self, Edge, Node, Place, Request, Slot, shared_edges, slots};
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

/// What is asked of the layout for both structures together.
pub(super) fn request(
    from: &Sheet<'_>,
    to: &Sheet<'_>,
    rows: &[&LineageRow],
    options: &Options,
    looks: &Looks<'_>,
    room: Option<Size>,
) -> Request {
    joint(from, to, rows, options, looks, room).request
}

/// Everything that a joint layout starts from.
struct Joint<'a> {
    shared: Shared,
    links: [Vec<&'a Link>; 2],
    edges: [Vec<Edge>; 2],
    request: Request,
}

fn joint<'a>(
    from: &Sheet<'a>,
    to: &Sheet<'a>,
    rows: &[&LineageRow],
    options: &Options,
    looks: &Looks<'_>,
    room: Option<Size>,
) -> Joint<'a> {
    let shared = share(from, to, rows);
    let links = [from.links(&options.filter), to.links(&options.filter)];
    let slot = |of: &BTreeMap<usize, usize>, i: usize| of.get(&i).copied().unwrap_or(usize::MAX);
    let [from_links, to_links] = &links;
    let from_edges = from.edges(from_links, looks, |i| slot(&shared.of_from, i));
    let to_edges = to.edges(to_links, looks, |i| slot(&shared.of_to, i));
    let request = Request {
        nodes: shared.slots.iter().map(|s| node(from, to, s)).collect(),
        edges: shared_edges(&shared.slots, &from_edges, &to_edges),
        room: room.map(|r| (super::place::whole(r.width), super::place::whole(r.height))),
        labels: plan::label_sizes(plan::REGION_WORDS),
        bands: None,
        reorder: false,
    };
    Joint {
        shared,
        links,
        edges: [from_edges, to_edges],
        request,
    }
}

/// Places both structures for a room each, in shared slots, and routes each by itself.
pub(super) fn arrange<'a>(
    from: Sheet<'a>,
    to: Sheet<'a>,
    rows: &[&LineageRow],
    options: &Options,
    looks: &Looks<'_>,
    room: Option<Size>,
) -> [Placed<'a>; 2] {
    let Joint {
        shared,
        links,
        edges,
        request,
    } = joint(&from, &to, rows, options, looks, room);
    let ([from_links, to_links], [from_edges, to_edges]) = (links, edges);
    let structures = [from_edges, to_edges];
    let mut layouts = layout::arrange_jointly(&request, &structures).into_iter();
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
