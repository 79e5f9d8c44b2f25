//! What the outline remembers from frame to frame.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Context, Event, Id, Ui};

use crate::editor::{
    BodyRef, OutlineRow, Revision, Rows, Section, Session, Spot, outline, unnamed,
};
use crate::model::{BodyId, Structure, StructureId};

/// Height of a row with one line of text, and of headings.
pub(super) const ROW: f32 = 24.0;
/// Height of the row that is being named.
pub(super) const NAMING: f32 = 30.0;
/// Rows deeper than this are not set in further: they must stay readable.
const DEEPEST: usize = 8;

/// The outline of the structure that is shown.
#[derive(Debug, Default)]
pub(crate) struct OutlineState {
    /// The opened project and structure that the rest is about.
    of: Option<(u64, StructureId)>,
    /// The row that has the keyboard, or had it last.
    pub(super) cursor: Option<BodyId>,
    /// Whether Tab moves rows. It does not when the keyboard just passes through the window.
    pub(super) entered: bool,
    pub(super) naming: Option<super::naming::Naming>,
    pub(super) folded: BTreeSet<BodyId>,
    pub(super) dragged: Option<BodyId>,
    /// Keys that came in the same frame as an Enter, for the row after it.
    pub(super) ahead: Vec<Event>,
    /// A question was open in the last frame: its answer may have led to an empty structure, and
    /// whoever gave it has not asked for a field.
    pub(super) asked: bool,
    /// Whether the empty list has offered its field once.
    pub(super) greeted: bool,
    pub(super) listing: Listing,
    /// Brings the row with the keyboard into sight.
    pub(super) reveal: bool,
    /// What gets the keyboard, once it is sure to be shown: a focus on something that is not
    /// there would mislead screen readers.
    pub(in crate::ui) focus: Option<Id>,
    missing: Option<(Revision, Vec<BodyId>)>,
}

impl OutlineState {
    /// Forgets what was about another structure.
    pub(super) fn follow(&mut self, session: &Session) {
        let of = (
            session.document.revision().document,
            session.structure.clone(),
        );
        if self.of.as_ref() != Some(&of) {
            *self = Self {
                of: Some(of),
                asked: self.asked,
                ..Self::default()
            };
        }
    }

    /// The bodies that stand in no row of lineage, found again after each change.
    pub(super) fn missing(
        &mut self,
        session: &Session,
        find: impl FnOnce() -> Vec<BodyId>,
    ) -> Vec<BodyId> {
        let revision = session.document.revision();
        let known = self.missing.as_ref().filter(|(of, _)| *of == revision);
        let found = known.map_or_else(find, |(_, missing)| missing.clone());
        self.missing = Some((revision, found.clone()));
        found
    }

    /// Whether a row is dragged: then Escape is for the dragging.
    pub(crate) fn drags(&self) -> bool {
        self.dragged.is_some()
    }

    /// Whether one of the rows has the keyboard.
    pub(super) fn holds_keyboard(&self, ctx: &Context, structure: &Structure) -> bool {
        let focused = ctx.memory(|m| m.focused());
        self.cursor
            .as_ref()
            .is_some_and(|cursor| focused == Some(row_id(&BodyRef::new(structure.id(), cursor))))
    }

    /// Hands the keyboard to what is about to be shown.
    pub(super) fn hand_over(&mut self, ctx: &Context) {
        if let Some(id) = self.focus.take() {
            ctx.memory_mut(|m| m.request_focus(id));
        }
    }

    /// The row that the keyboard goes to: the one it was on, the selected one, or the first.
    pub(super) fn target(&self, session: &Session, focused: bool) -> Option<BodyId> {
        let there = |id: &&BodyId| self.listing.line_of(id).is_some();
        let cursor = self.cursor.as_ref().filter(there);
        let selected = session.selection.body();
        let selected = selected.filter(|b| b.structure == session.structure);
        let selected = selected.map(|b| &b.body).filter(there);
        let first = self.listing.bodies().next();
        let (one, other) = if focused {
            (cursor, selected)
        } else {
            (selected, cursor)
        };
        one.or(other).or(first).cloned()
    }
}

/// The name by which a row has the keyboard.
pub(super) fn row_id(body: &BodyRef) -> Id {
    Id::new(("outline row", body))
}

/// A line of the list.
#[derive(Clone, Debug)]
pub(super) enum Line {
    Heading(Section, usize),
    Row {
        body: BodyId,
        /// Place in the structure's list; `None` for the row that has no body yet.
        at: Option<usize>,
        depth: usize,
        parent: bool,
    },
}

/// The lines as they are shown, with their places; made anew only when something changes.
#[derive(Debug, Default)]
pub(super) struct Listing {
    key: Option<Key>,
    pub(super) lines: Vec<Line>,
    /// The upper edge of each line, and the lower edge of the last.
    pub(super) tops: Vec<f32>,
    pub(super) rows: Rows,
    /// The line of each body.
    places: BTreeMap<BodyId, usize>,
    /// Heights of names that were measured, for this width of the panel.
    heights: BTreeMap<(usize, String), f32>,
}

#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: Revision,
    draft: Option<Spot>,
    named: Option<BodyId>,
    new: Option<BodyId>,
    folded: BTreeSet<BodyId>,
    width: f32,
    scale: f32,
}

/// What is being typed in the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed<'a> {
    /// The spot of a row that has no body yet.
    pub(super) draft: Option<&'a Spot>,
    /// The row with the field.
    pub(super) named: Option<&'a BodyId>,
    /// That row, when it was opened for a new body.
    pub(super) new: Option<&'a BodyId>,
}

impl Listing {
    /// Brings the lines up to date.
    pub(super) fn refresh(
        &mut self,
        ui: &Ui,
        session: &Session,
        structure: &Structure,
        typed: Typed<'_>,
        folded: &BTreeSet<BodyId>,
    ) {
        let Typed { draft, named, new } = typed;
        let key = Key {
            revision: session.document.revision(),
            draft: draft.cloned(),
            named: named.cloned(),
            new: new.cloned(),
            folded: folded.clone(),
            width: ui.available_width(),
            scale: ui.ctx().pixels_per_point(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let same = |k: &Key| (k.width, k.scale) == (key.width, key.scale);
        if !self.key.as_ref().is_some_and(same) {
            self.heights.clear();
        }
        let tried = draft.map(|spot| spot.tried(structure));
        let groups = outline(tried.as_ref().unwrap_or(structure));
        self.rows = Rows::listed(&groups);
        let bodies = structure.bodies.iter().enumerate();
        let places: BTreeMap<&BodyId, usize> = bodies.map(|(at, body)| (&body.id, at)).collect();
        self.lines.clear();
        for group in &groups {
            // A row that is only being typed makes no part: nothing is said of it yet, and it
            // stands still meanwhile.
            let typed = |row: &&OutlineRow| Some(&row.body) == new || row.body == unnamed();
            if group.section.title().is_some() && !group.rows.iter().all(|row| typed(&row)) {
                let there = group.rows.iter().filter(|row| row.body != unnamed());
                self.lines.push(Line::Heading(group.section, there.count()));
            }
            let mut hidden_below = None;
            for row in &group.rows {
                if hidden_below.is_some_and(|depth| row.depth > depth) {
                    continue;
                }
                hidden_below = folded.contains(&row.body).then_some(row.depth);
                self.lines.push(Line::Row {
                    at: places.get(&row.body).copied(),
                    body: row.body.clone(),
                    depth: row.depth,
                    parent: row.parent,
                });
            }
        }
        let rows = self.lines.iter().enumerate();
        let rows = rows.filter_map(|(at, line)| match line {
            Line::Row { body, .. } => Some((body.clone(), at)),
            Line::Heading(..) => None,
        });
        self.places = rows.collect();
        self.measure(ui, structure, named);
        self.key = Some(key);
    }

    fn measure(&mut self, ui: &Ui, structure: &Structure, named: Option<&BodyId>) {
        self.tops.clear();
        let mut top = 0.0;
        for line in &self.lines {
            self.tops.push(top);
            top += match line {
                Line::Heading(..) => ROW + 6.0,
                Line::Row { body, .. } if named == Some(body) || body == &unnamed() => NAMING,
                Line::Row { at, depth, .. } => {
                    let name = at.and_then(|at| structure.bodies.get(at));
                    let name = name.map_or("", |body| body.name.as_str());
                    let key = ((*depth).min(DEEPEST), name.to_owned());
                    *self
                        .heights
                        .entry(key)
                        .or_insert_with(|| super::row::height(ui, name, *depth))
                }
            };
        }
        self.tops.push(top);
    }

    pub(super) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// Where a line begins and ends.
    pub(super) fn span(&self, line: usize) -> Option<(f32, f32)> {
        Some((*self.tops.get(line)?, *self.tops.get(line + 1)?))
    }

    /// The line at a height.
    pub(super) fn line_at(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }

    pub(super) fn line_of(&self, body: &BodyId) -> Option<usize> {
        self.places.get(body).copied()
    }

    /// The bodies in sight of the folds, from the top down.
    pub(super) fn bodies(&self) -> impl DoubleEndedIterator<Item = &BodyId> {
        self.lines.iter().filter_map(|line| match line {
            Line::Row { body, .. } => Some(body),
            Line::Heading(..) => None,
        })
    }

    /// The row so many rows further down, or up; the last one at the end.
    pub(super) fn further(&self, from: &BodyId, steps: isize) -> Option<&BodyId> {
        let bodies: Vec<&BodyId> = self.bodies().collect();
        let at = bodies.iter().position(|b| *b == from)?;
        let to = at.saturating_add_signed(steps).min(bodies.len() - 1);
        bodies.get(to).copied()
    }
}

/// How far in the text of a row begins.
pub(super) fn indent(depth: usize) -> f32 {
    let depth = u8::try_from(depth.min(DEEPEST)).unwrap_or(u8::MAX);
    26.0 + 15.0 * f32::from(depth)
}
