//! The cards of a pane as widgets: to be pointed at, focused, read aloud.

use egui::{Id, Key, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use std::collections::BTreeSet;

use super::convert::rect;
use super::glide::Glide;
use super::pane::{Look, PaneOutput, Seen, arrow, pan_of, take_inputs};
use crate::editor::tool::Spot;
use crate::editor::{Card, Picture};
use crate::model::{Project, StandardLink};

/// Cards lower than this on the screen are too small to be pointed at.
const LOWEST: f32 = 4.0;
/// How far from the pointer a card may still be what is meant by it.
const NEAR: f32 = 40.0;

/// What the cards are sensed with.
pub(super) struct Cards<'a> {
    pub(super) seen: &'a Seen,
    pub(super) look: &'a Look<'a>,
    /// The places of the picture's cards among egui's widgets.
    pub(super) ids: &'a [Id],
    /// Cards may be on their way, or hidden.
    pub(super) glide: &'a Glide,
    /// Whether someone listens who has to know of every card.
    pub(super) spoken: bool,
}

/// A card in sight.
struct InSight<'a> {
    card: &'a Card,
    id: Id,
    place: Rect,
}

/// What a pointer or the keyboard could reach in this frame.
struct Reach {
    pointer: Option<Pos2>,
    dragged: Option<Id>,
    /// Place of the focused card among those in sight.
    focused: Option<usize>,
    last: usize,
}

impl Reach {
    /// Whether a card must be a widget now: thousands of widgets that nobody can reach before
    /// the next frame would cost more than the picture. The first and the last one, and those
    /// before and behind the focused one, are where the Tab key leads.
    fn reaches(&self, at: usize, id: Id, place: Rect) -> bool {
        let beside = self
            .focused
            .is_some_and(|focused| focused.abs_diff(at) <= 1);
        let near = |pointer: Pos2| place.expand(NEAR).contains(pointer);
        at == 0
            || at == self.last
            || beside
            || self.dragged == Some(id)
            || self.pointer.is_some_and(near)
    }
}

impl Cards<'_> {
    /// Takes what is done on the cards in sight; returns how far the page was dragged.
    pub(super) fn sense(
        &self,
        ui: &mut Ui,
        picture: &Picture,
        area: Rect,
        out: &mut PaneOutput,
    ) -> Vec2 {
        let mut once = BTreeSet::new();
        let in_sight: Vec<InSight<'_>> = picture
            .cards
            .iter()
            .zip(self.ids)
            .filter_map(|(card, id)| {
                let mut at = card.rect;
                if self.glide.is_posed() {
                    // Of several cards of one body only the one that is seen counts.
                    if self.glide.hides(card.group) || !once.insert(&card.body) {
                        return None;
                    }
                    at = at + self.glide.offset(card.group);
                }
                let place = rect(self.seen.camera.screen_rect(self.seen.view, at));
                let (id, seen) = (*id, area.intersects(place) && place.height() >= LOWEST);
                let place = place.intersect(area);
                seen.then_some(InSight { card, id, place })
            })
            .collect();
        let focus = ui.memory(|m| m.focused());
        let reach = Reach {
            pointer: ui.input(|i| i.pointer.latest_pos()),
            dragged: ui.ctx().dragged_id(),
            focused: in_sight.iter().position(|c| focus == Some(c.id)),
            last: in_sight.len().saturating_sub(1),
        };
        let mut panned = Vec2::ZERO;
        for (at, card) in in_sight.iter().enumerate() {
            if self.spoken || reach.reaches(at, card.id, card.place) {
                let response = self.card_ui(ui, card, focus == Some(card.id), out);
                panned += pan_of(ui, &response, self.seen.drawing);
            }
        }
        panned
    }

    fn card_ui(
        &self,
        ui: &Ui,
        shown: &InSight<'_>,
        focused: bool,
        out: &mut PaneOutput,
    ) -> Response {
        let InSight { card, id, place } = *shown;
        let drawing = self.seen.drawing;
        let sense = if drawing {
            Sense::click_and_drag()
        } else {
            Sense::click()
        };
        let response = ui.interact(place, id, sense);
        let selected = self.look.selection.holds(&card.body);
        response.widget_info(|| {
            let words = spoken(self.look.project, card);
            WidgetInfo::selected(WidgetType::SelectableLabel, true, selected, words)
        });
        if self.spoken {
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(egui::accesskit::Role::TreeItem);
                let told = self.look.ledger.map(|ledger| ledger.told(&card.body));
                if let Some(told) = told.filter(|told| !told.is_empty()) {
                    node.set_description(told);
                }
            });
        }
        if response.hovered() {
            out.hovered = Some(card.body.clone());
        }
        let entered = focused && ui.input(|i| i.key_pressed(Key::Enter));
        if entered && drawing && selected {
            out.entered = Some(card.body.clone());
        } else {
            take_inputs(ui, &response, Spot::Card(card.body.clone()), self.seen, out);
        }
        if response.clicked() {
            response.request_focus();
        }
        if response.has_focus() {
            out.focused = Some(card.body.clone());
            let arrows = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..egui::EventFilter::default()
            };
            ui.memory_mut(|m| m.set_focus_lock_filter(id, arrows));
            let pressed = arrow(ui).filter(|_| ui.input(|i| i.modifiers.is_none()));
            out.travel = pressed.map(|direction| (card.body.clone(), direction));
        }
        response
    }
}

/// A card in words: name, kind, whom it reports to, what becomes of it.
fn spoken(project: &Project, card: &Card) -> String {
    let mut words = vec![card.body.name(project).to_owned()];
    if let Some(kind) = &card.kind {
        words.push(project.body_kind_name(kind));
    }
    if let Some(structure) = project.structure(&card.body.structure) {
        let reports = structure.links.iter();
        let parents: Vec<&str> = reports
            .filter(|l| l.kind.is(StandardLink::ReportsTo) && l.from == card.body.body)
            .map(|l| structure.body_name(&l.to))
            .collect();
        if !parents.is_empty() {
            words.push(format!("reports to {}", parents.join(" and ")));
        }
    }
    words.extend(card.fate.map(|fate| fate.label().to_lowercase()));
    words.join(", ")
}
