//! One pane of the canvas: moves its camera, lets cards be pointed at and focused, paints.
//!
//! Input is handled before anything is painted, so that a pane shows the state of this frame
//! and no further frame is needed.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{
    CursorIcon, Id, Key, PointerButton, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
};

use super::bridge::CanvasGraph;
use super::convert::{colour, length, page_rect, point, rect, vec};
use crate::editor::{BodyRef, Camera, Card, Direction, Picture, Selection};
use crate::geom;
use crate::model::{Project, StandardLink};
use crate::scene::theme::UiColours;

/// A picture and the graph that paints it.
#[derive(Debug)]
pub(crate) struct Pane {
    pub(crate) picture: Arc<Picture>,
    graph: CanvasGraph,
}

/// What a pane is shown with.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    pub(crate) project: &'a Project,
    pub(crate) selection: &'a Selection,
    /// Bodies joined by lineage to the one pointed at.
    pub(crate) traced: &'a BTreeSet<BodyRef>,
    pub(crate) colours: &'a UiColours,
    /// Name of the pane for screen readers.
    pub(crate) name: &'a str,
}

/// What was clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Click {
    Card(BodyRef),
    Ground,
}

/// What happened in a pane.
#[derive(Debug, Default)]
pub(crate) struct PaneOutput {
    pub(crate) hovered: Option<BodyRef>,
    pub(crate) focused: Option<BodyRef>,
    pub(crate) clicked: Option<Click>,
    /// An arrow key on the focused card.
    pub(crate) travel: Option<(BodyRef, Direction)>,
}

/// The place of a body's card among egui's widgets.
pub(crate) fn body_id(body: &BodyRef) -> Id {
    Id::new(("body", body.structure.as_str(), body.body.as_str()))
}

impl Pane {
    pub(crate) fn new(picture: Arc<Picture>) -> Self {
        Self {
            graph: CanvasGraph::of(&picture),
            picture,
        }
    }

    /// Shows the pane in a box of the window.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        area: Rect,
        camera: &mut Camera,
        look: &Look<'_>,
    ) -> PaneOutput {
        let mut ui = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(area)
                .id_salt(("pane", look.name)),
        );
        ui.set_clip_rect(area.intersect(ui.clip_rect()));
        let mut out = PaneOutput::default();
        let ground = ui.interact(area, ui.id().with("ground"), Sense::CLICK | Sense::DRAG);
        ground.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, look.name));
        let description = &self.picture.description;
        ui.ctx().accesskit_node_builder(ground.id, |node| {
            node.set_role(egui::accesskit::Role::Canvas);
            node.set_description(description.as_str());
        });
        self.move_camera(&ui, &ground, area, camera);
        if ground.clicked() {
            out.clicked = Some(Click::Ground);
        }
        let view = page_rect(area);
        for card in &self.picture.cards {
            let place = rect(camera.screen_rect(view, card.rect));
            if area.intersects(place) && place.height() >= 2.0 {
                card_ui(&mut ui, card, place.intersect(area), look, &mut out);
            }
        }
        let painter = ui.painter_at(area);
        painter.rect_filled(area, 0.0, colour(look.colours.canvas));
        self.graph.paint(&painter, camera, view);
        self.paint_states(&painter, camera, view, look, &out);
        if ground.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        out
    }

    /// Drag, two fingers or the wheel move; Ctrl and the wheel or a pinch zoom at the pointer.
    fn move_camera(&self, ui: &Ui, ground: &egui::Response, area: Rect, camera: &mut Camera) {
        let before = *camera;
        let view = page_rect(area);
        if ground.dragged_by(PointerButton::Primary) || ground.dragged_by(PointerButton::Middle) {
            camera.pan(vec(ground.drag_delta()));
        }
        if ground.contains_pointer() {
            let (scroll, zoom, pointer) = ui.input(|i| {
                (
                    i.smooth_scroll_delta(),
                    i.zoom_delta(),
                    i.pointer.hover_pos(),
                )
            });
            if let Some(pointer) = pointer.filter(|_| zoom != 1.0) {
                camera.zoom_at(view, point(pointer), f64::from(zoom));
            } else if scroll != egui::Vec2::ZERO {
                camera.pan(vec(scroll));
            }
        }
        if *camera != before {
            camera.stay_on(self.picture.bounds());
        }
    }

    /// Hovered, traced, selected, focused: edges over the card.
    fn paint_states(
        &self,
        painter: &egui::Painter,
        camera: &Camera,
        view: geom::Rect,
        look: &Look<'_>,
        out: &PaneOutput,
    ) {
        let radius = length(camera.zoom * 4.0);
        let accent = colour(look.colours.accent);
        let edge = |body: &BodyRef, width: f32| {
            if let Some(card) = self.picture.card(body) {
                let place = rect(camera.screen_rect(view, card.rect));
                let stroke = Stroke::new(width, accent);
                painter.rect_stroke(place, radius, stroke, StrokeKind::Middle);
            }
        };
        for body in look.traced {
            edge(body, 1.75);
        }
        let hovered = out.hovered.as_ref().or(look.selection.hovered.as_ref());
        if let Some(body) = hovered {
            edge(body, 1.75);
        }
        for body in look.selection.bodies() {
            edge(body, 2.5);
        }
        if let Some(card) = out.focused.as_ref().and_then(|b| self.picture.card(b)) {
            let place = rect(camera.screen_rect(view, card.rect)).expand(2.0);
            let stroke = Stroke::new(2.5, colour(look.colours.focus));
            painter.rect_stroke(place, radius + 2.0, stroke, StrokeKind::Outside);
        }
    }
}

fn card_ui(ui: &mut Ui, card: &Card, place: Rect, look: &Look<'_>, out: &mut PaneOutput) {
    let id = body_id(&card.body);
    let response = ui.interact(place, id, Sense::click());
    let selected = look.selection.holds(&card.body);
    response.widget_info(|| {
        let words = spoken(look.project, card);
        WidgetInfo::selected(WidgetType::SelectableLabel, true, selected, words)
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(egui::accesskit::Role::TreeItem);
    });
    if response.hovered() {
        out.hovered = Some(card.body.clone());
    }
    if response.clicked() {
        response.request_focus();
        out.clicked = Some(Click::Card(card.body.clone()));
    }
    if response.has_focus() {
        out.focused = Some(card.body.clone());
        let arrows = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(id, arrows));
        let pressed = ui.input(|i| {
            let keys = [
                (Key::ArrowUp, Direction::Up),
                (Key::ArrowDown, Direction::Down),
                (Key::ArrowLeft, Direction::Left),
                (Key::ArrowRight, Direction::Right),
            ];
            keys.into_iter()
                .find(|(key, _)| i.modifiers.is_none() && i.key_pressed(*key))
                .map(|(_, direction)| direction)
        });
        out.travel = pressed.map(|direction| (card.body.clone(), direction));
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
