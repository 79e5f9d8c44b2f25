//! The forms in which two structures can share a page, and the one that prints largest.

use std::time::Instant;

use super::arrangement::Timings;
use super::joint::{self, Pair};
use super::options::{Options, Slots};
use super::page::{self, Furnishing, Panes, Room};
use super::plan::{self, Placed};
use super::style::{CLOSE, CardMeasures, Looks};
use crate::compare::Comparison;
use crate::geom::{Rect, Size};
use crate::layout::Grows;
use crate::model::{LineageRow, Structure};

/// The share of another form's size that the usual one must reach to be taken: bodies under the one
/// that they report to, the structures side by side.
const USUAL: f64 = 0.95;

/// How many forms get lines, the most promising first: of large structures fewer, so that they do not
/// take long.
fn most(task: &Task<'_, '_>) -> usize {
    let links = task.old.links.len() + task.new.links.len();
    if links <= FEW_LINKS { 12 } else { 1 }
}

/// Up to so many links of both together, forms are quickly drawn.
const FEW_LINKS: usize = 250;

/// Two structures and what became of the one in the other.
pub(super) struct Task<'a, 'b> {
    pub(super) old: &'a Structure,
    pub(super) new: &'a Structure,
    pub(super) comparison: &'b Comparison,
    pub(super) rows: &'b [&'b LineageRow],
    pub(super) options: &'b Options,
    pub(super) looks: &'b Looks<'a>,
    pub(super) furnishing: &'b Furnishing,
    /// The ways in which the two may stand to each other.
    pub(super) panes: &'b [Panes],
}

/// A form and the room that it would have.
struct Form {
    measures: CardMeasures,
    grows: Grows,
    room: Room,
    /// How large it prints at best: lines only take more room.
    hoped: f64,
}

/// Both structures placed in the form that prints largest, and their room.
pub(super) fn place<'a>(task: &Task<'a, '_>, timings: &mut Timings) -> ([Placed<'a>; 2], Room) {
    let mut forms = forms(task, timings);
    forms.sort_by(|a, b| b.hoped.total_cmp(&a.hoped));
    let start = Instant::now();
    let mut best: Option<(f64, [Placed<'a>; 2], Room)> = None;
    for form in forms.into_iter().take(most(task)) {
        if best
            .as_ref()
            .is_some_and(|(least, ..)| form.hoped <= *least)
        {
            break;
        }
        let placed = task.placed(form.measures, form.grows, form.room.drawing);
        let worth = form.room.worth(drawn_size(&placed, task.options)) * form.weight();
        if best.as_ref().is_none_or(|(least, ..)| worth > *least) {
            best = Some((worth, placed, form.room));
        }
    }
    let (placed, room) = best.map_or_else(
        || {
            let room = Room::default();
            (task.placed(CLOSE, Grows::Down, room.drawing), room)
        },
        |(_, placed, room)| (placed, room),
    );
    timings.route = start.elapsed();
    (placed, room)
}

/// The size that both drawings need.
fn drawn_size(placed: &[Placed<'_>; 2], options: &Options) -> Size {
    let [a, b] = bounds(placed, options).map(|b| b.size());
    Size::new(a.width.max(b.width), a.height.max(b.height))
}

/// What is drawn of each: shared places count in both, so that they lie alike.
pub(super) fn bounds(placed: &[Placed<'_>; 2], options: &Options) -> [Rect; 2] {
    let [a, b] = placed.each_ref().map(Placed::bounds);
    match options.slots {
        Slots::Shared => [a.union(b); 2],
        Slots::Own => [a, b],
    }
}

impl Form {
    fn weight(&self) -> f64 {
        let usual = |usual: bool| if usual { 1.0 } else { USUAL };
        usual(self.grows == Grows::Down) * usual(self.room.panes == Panes::Beside)
    }
}

/// Every way to grow, to share a sheet and to form cards.
fn forms(task: &Task<'_, '_>, timings: &mut Timings) -> Vec<Form> {
    let theme = task.looks.theme();
    let rooms = task.panes.iter();
    let rooms: Vec<Room> = rooms
        .flat_map(|&panes| page::rooms(task.options, task.furnishing, panes, theme))
        .collect();
    let mut out = Vec::new();
    for grows in [Grows::Down, Grows::Right] {
        for measures in CLOSE.variants() {
            let start = Instant::now();
            let pair = task.pair(measures, grows);
            timings.text += start.elapsed();
            let start = Instant::now();
            out.extend(rooms.iter().map(|&room| {
                let rough = room.weighed(joint::rough_scale(&pair, room.drawing));
                let mut form = Form {
                    measures,
                    grows,
                    room,
                    hoped: 0.0,
                };
                form.hoped = rough * form.weight();
                form
            }));
            timings.layout += start.elapsed();
        }
    }
    out
}

impl<'a> Task<'a, '_> {
    fn placed(&self, measures: CardMeasures, grows: Grows, room: Size) -> [Placed<'a>; 2] {
        joint::arrange(self.pair(measures, grows), room)
    }

    fn pair(&self, measures: CardMeasures, grows: Grows) -> Pair<'a, '_> {
        let (old, new) = (self.old, self.new);
        let sheet = |own, other, earlier| {
            plan::compare_sheet(
                (own, other),
                self.comparison,
                earlier,
                self.looks,
                measures,
                self.options.twin.as_deref(),
            )
        };
        Pair {
            sheets: [sheet(old, new, true), sheet(new, old, false)],
            rows: self.rows,
            options: self.options,
            looks: self.looks,
            grows,
        }
    }
}
