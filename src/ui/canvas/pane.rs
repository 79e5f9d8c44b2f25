//! One pane of the canvas: moves its camera, lets cards be pointed at and focused, paints.
//!
//! Sensing and painting are two steps, so that what a hand did is carried out in between: a
//! frame shows its own state and no further one is needed.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{CursorIcon, Id, Key, PointerButton, Pos2, Rect, Response, Sense, Ui};
use egui::{WidgetInfo, WidgetType};

use super::bridge::{CanvasGraph, Faded};
use super::cards::Cards;
use super::carry::carried;
use super::convert::{colour, page_rect, point, pos, vec};
use super::glide::{By, Glide, Posed};
use super::{gathered, handles, overlay};
use crate::editor::tool::{Hand, Input, Spot};
use crate::editor::{
    BodyRef, Camera, CollectiveRef, Direction, Ledger, Line, LinkRef, Picture, Selection,
};
use crate::geom::Point;
use crate::model::Project;
use crate::scene::Role;
use crate::scene::theme::Theme;

/// How near to a line the pointer must be, in screen points.
const LINE_REACH: f64 = 6.0;

/// A picture and the graph that paints it.
#[derive(Debug)]
pub(crate) struct Pane {
    pub(crate) picture: Arc<Picture>,
    graph: CanvasGraph,
    /// The cards' places among egui's widgets.
    ids: Vec<Id>,
    /// How it comes out of the picture before.
    glide: Glide,
}

/// What a pane is shown with.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    pub(crate) project: &'a Project,
    pub(crate) selection: &'a Selection,
    /// Bodies joined by lineage to the one pointed at.
    pub(crate) traced: &'a BTreeSet<BodyRef>,
    /// What is shown pale.
    pub(crate) faded: &'a Faded,
    /// What becomes of the bodies, for screen readers.
    pub(crate) ledger: Option<&'a Ledger>,
    pub(crate) theme: &'a Theme,
    /// Name of the pane for screen readers.
    pub(crate) name: &'a str,
    /// The hand that draws here; without one the pane is only looked at.
    pub(crate) hand: Option<&'a Hand>,
}

/// What happened in a pane.
#[derive(Debug, Default)]
pub(crate) struct PaneOutput {
    pub(crate) hovered: Option<BodyRef>,
    /// The line under the pointer.
    pub(crate) line: Option<LinkRef>,
    /// The collective line under the pointer or with the keyboard, and whether it has that.
    pub(crate) collective: Option<(CollectiveRef, bool)>,
    pub(crate) focused: Option<BodyRef>,
    /// What a hand did, in its order.
    pub(crate) inputs: Vec<Input>,
    /// An arrow key on the focused card.
    pub(crate) travel: Option<(BodyRef, Direction)>,
    /// Enter on a card that is focused and selected.
    pub(crate) entered: Option<BodyRef>,
    /// Where a context menu was asked for.
    pub(crate) menu: Option<Pos2>,
}

/// The place of a body's card among egui's widgets.
pub(crate) fn body_id(body: &BodyRef) -> Id {
    Id::new(("body", body.structure.as_str(), body.body.as_str()))
}

/// The link of a line.
pub(crate) fn link_of(picture: &Picture, line: &Line) -> Option<LinkRef> {
    match &picture.groups.get(line.group)?.role {
        Role::Link(role) => Some(LinkRef {
            structure: role.structure.clone(),
            link: role.link.clone(),
        }),
        _ => None,
    }
}

impl Pane {
    pub(crate) fn new(picture: Arc<Picture>) -> Self {
        Self {
            graph: CanvasGraph::of(&picture),
            ids: picture.cards.iter().map(|c| body_id(&c.body)).collect(),
            glide: Glide::default(),
            picture,
        }
    }

    /// Comes after the pane of the last picture of the same view: what both have need not be made
    /// anew. If cards move there, this is what they are moved by.
    pub(crate) fn come_after(&mut self, last: &mut Self, moved: Option<&By<'_>>) {
        let carried = carried(&last.picture, &self.picture);
        self.graph.take_over(&mut last.graph, &carried);
        if let Some(by) = moved {
            let last = (last.picture.as_ref(), &last.glide);
            self.glide = Glide::between(last, &self.picture, &carried, by);
        }
    }

    /// Shows each group where and as much as is said here.
    pub(crate) fn pose(&mut self, posed: Posed) {
        self.glide.pose(posed);
    }

    /// Whether a card of this pane has the keyboard.
    pub(crate) fn focused(&self, focus: Id) -> bool {
        self.ids.contains(&focus)
    }

    /// The picture before was looked at by this camera.
    pub(crate) fn seen_by(&mut self, camera: Option<Camera>) {
        self.glide.seen_by(camera);
    }

    /// Whether what was painted in this frame must be painted again; said once.
    pub(crate) fn outdated(&mut self, ctx: &egui::Context) -> bool {
        self.graph.outdated(ctx)
    }

    /// Shows the pane in a box of the window.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        area: Rect,
        camera: &mut Camera,
        look: &Look<'_>,
    ) -> PaneOutput {
        let out = self.sense(ui, area, camera, look);
        self.paint(ui, area, camera, look, &out);
        out
    }

    /// Takes what pointer and keyboard do in a box of the window.
    pub(crate) fn sense(
        &self,
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
        let spoken = ui.ctx().accesskit_node_builder(ground.id, |node| {
            node.set_role(egui::accesskit::Role::Canvas);
            node.set_description(description.as_str());
        });
        let spoken = spoken.is_some();
        self.move_camera(&ui, &ground, area, camera, look.hand.is_none());
        let seen = Seen {
            view: page_rect(area),
            camera: *camera,
            drawing: look.hand.is_some(),
        };
        let spot = self.spot_under(&ui, &ground, &seen, &mut out);
        take_inputs(&ui, &ground, spot, &seen, &mut out);
        let mut panned = pan_of(&ui, &ground, seen.drawing);
        let cards = Cards {
            seen: &seen,
            look,
            ids: &self.ids,
            glide: &self.glide,
            spoken,
        };
        panned += cards.sense(&mut ui, &self.picture, area, &mut out);
        if let Some(hand) = look.hand {
            gathered::sense(&ui, &self.picture, look, &seen, area, &mut out);
            handles::sense(&mut ui, &self.picture, look, hand, &seen, &mut out);
            follow(&ui, hand, &seen, &mut out);
        }
        if panned != egui::Vec2::ZERO {
            camera.pan(vec(panned));
            camera.stay_on(self.picture.bounds());
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        } else if (out.line.is_some() || out.collective.is_some()) && out.hovered.is_none() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        out
    }

    /// Paints the picture and, over it, what is pointed at, selected and being done.
    pub(crate) fn paint(
        &mut self,
        ui: &Ui,
        area: Rect,
        camera: &Camera,
        look: &Look<'_>,
        out: &PaneOutput,
    ) {
        let view = page_rect(area);
        let painter = ui.painter_at(area);
        let camera = &on_pixels(camera, view, painter.pixels_per_point());
        painter.rect_filled(area, 0.0, colour(look.theme.ui.canvas));
        self.glide.looked_at(camera);
        if self.glide.go_on(ui.input(|i| i.time)) {
            ui.ctx().request_repaint();
        }
        let glide = &self.glide;
        self.graph.paint(&painter, camera, view, look.faded, glide);
        overlay::Overlay {
            painter: &painter,
            picture: &self.picture,
            camera,
            view,
            look,
            glide,
        }
        .paint(out);
    }

    /// Two fingers or the wheel move; Ctrl and the wheel or a pinch zoom at the pointer. Where
    /// nothing is drawn, dragging the ground moves too.
    fn move_camera(
        &self,
        ui: &Ui,
        ground: &Response,
        area: Rect,
        camera: &mut Camera,
        by_ground: bool,
    ) {
        let before = *camera;
        let view = page_rect(area);
        if by_ground && ground.dragged_by(PointerButton::Primary) {
            camera.pan(vec(ground.drag_delta()));
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
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

    /// What of the lines is under the pointer: a single one, or one that stands for several.
    fn spot_under(&self, ui: &Ui, ground: &Response, seen: &Seen, out: &mut PaneOutput) -> Spot {
        let pointer = ui.input(|i| i.pointer.hover_pos());
        let Some(at) = pointer.filter(|_| seen.drawing && ground.hovered()) else {
            return Spot::Ground;
        };
        let reach = LINE_REACH / seen.camera.zoom;
        let line = self.picture.line_at(seen.page(at), reach);
        out.line = line.and_then(|line| link_of(&self.picture, line));
        if let Some(line) = &out.line {
            return Spot::Line(line.clone());
        }
        let gathered = gathered::under(&self.picture, seen, at, LINE_REACH);
        out.collective = gathered.clone().map(|line| (line, false));
        gathered.map_or(Spot::Ground, Spot::Collective)
    }
}

/// The camera with the page's origin on a whole pixel, so that what was made sharp round the
/// origin is sharp on the screen.
fn on_pixels(camera: &Camera, view: crate::geom::Rect, pixels_per_point: f32) -> Camera {
    let origin = camera.screen_from_page(view, Point::ZERO);
    let mut on_pixels = *camera;
    on_pixels.pan(point(pos(origin).round_to_pixels(pixels_per_point)) - origin);
    on_pixels
}

/// How a pane is seen while its input is taken.
pub(super) struct Seen {
    pub(super) view: crate::geom::Rect,
    pub(super) camera: Camera,
    /// Whether a hand draws here.
    pub(super) drawing: bool,
}

impl Seen {
    pub(super) fn page(&self, at: Pos2) -> Point {
        self.camera.page_from_screen(self.view, point(at))
    }
}

/// How far a part of the canvas is dragged to move the page: by the middle button, or with the
/// space bar held.
pub(super) fn pan_of(ui: &Ui, response: &Response, drawing: bool) -> egui::Vec2 {
    let spaced = drawing && response.dragged_by(PointerButton::Primary) && space_held(ui);
    if spaced || response.dragged_by(PointerButton::Middle) {
        response.drag_delta()
    } else {
        egui::Vec2::ZERO
    }
}

fn space_held(ui: &Ui) -> bool {
    ui.input(|i| i.key_down(Key::Space))
}

/// Clicks and the beginning of a drag on a part of the canvas.
pub(super) fn take_inputs(
    ui: &Ui,
    response: &Response,
    spot: Spot,
    seen: &Seen,
    out: &mut PaneOutput,
) {
    // Most cards see nothing; the state of the pointer is looked up for the others alone.
    if !response.clicked() && !response.secondary_clicked() && !response.drag_started() {
        return;
    }
    let (shift, origin, now) = ui.input(|i| {
        let pointer = &i.pointer;
        let (origin, now) = (pointer.press_origin(), pointer.interact_pos());
        (i.modifiers.shift, origin, now)
    });
    let at = seen.page(now.unwrap_or(response.rect.center()));
    if response.secondary_clicked() {
        out.menu = now;
        out.inputs.push(Input::Point { spot, at });
    } else if seen.drawing && response.double_clicked() {
        out.inputs.push(Input::DoubleClick { spot, at });
    } else if response.clicked() {
        let add = shift;
        out.inputs.push(Input::Click { spot, at, add });
    } else if seen.drawing
        && response.drag_started_by(PointerButton::Primary)
        && !space_held(ui)
        && let Some(origin) = origin
    {
        out.inputs.push(Input::Press {
            spot,
            at: seen.page(origin),
            add: shift,
        });
    }
}

/// What was taken hold of follows the pointer wherever it goes, until the button is let go.
fn follow(ui: &Ui, hand: &Hand, seen: &Seen, out: &mut PaneOutput) {
    let pressed = matches!(out.inputs.last(), Some(Input::Press { .. }));
    if !pressed && !hand.tool.follows_pointer() {
        return;
    }
    let (at, down) = ui.input(|i| (i.pointer.interact_pos(), i.pointer.primary_down()));
    if let Some(at) = at.map(|at| seen.page(at)) {
        out.inputs.push(if down {
            Input::Drag(at)
        } else {
            Input::Release(at)
        });
    }
}

/// The arrow key that was pressed.
pub(crate) fn arrow(ui: &Ui) -> Option<Direction> {
    ui.input(|i| {
        let keys = [
            (Key::ArrowUp, Direction::Up),
            (Key::ArrowDown, Direction::Down),
            (Key::ArrowLeft, Direction::Left),
            (Key::ArrowRight, Direction::Right),
        ];
        let mut keys = keys.into_iter();
        keys.find(|(key, _)| i.key_pressed(*key))
            .map(|(_, direction)| direction)
    })
}
