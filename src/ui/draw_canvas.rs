//! The canvas of the Draw view: the picture, the hand on it, and what is asked and said over it.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align, Frame, Key, Layout, Margin, Modifiers, Pos2, Rect, Ui, Vec2};

use super::action::Action;
use super::app::App;
use super::canvas::convert::{colour, length, page_rect, pos, rect, vec};
use super::canvas::{
    Beside, Faded, Look, PaneOutput, arrow, body_id, context_menu_ui, drop_choice_ui, hint_ui,
    kind_bar_ui, link_anchor, link_panel_ui, link_strip_ui, name_field_ui, said_ui,
};
use super::strips::{covered, strips_ui, told};
use super::widgets::{button, muted};
use super::{stages, theme};
use crate::editor::tool::{self, Input, Spot, Subject, Tool};
use crate::editor::{
    BodyRef, Camera, CollectiveRef, Picture, Session, ViewKey, stands_for, travel,
};
use crate::geom;
use crate::model::{Project, Structure};

/// Height of the row in which the hint stands.
const HINT: f32 = 26.0;
/// A canvas lower than this has no row of its own for the hint.
const LOW: f32 = 300.0;

pub(super) fn canvas_ui(app: &mut App, ui: &mut Ui) {
    let colours = &theme::theme(ui.ctx()).ui;
    if let Some(session) = &mut app.session {
        egui::Panel::top("drawing tools")
            .exact_size(38.0)
            .frame(
                Frame::new()
                    .fill(colour(colours.canvas))
                    .inner_margin(Margin::symmetric(12, 0)),
            )
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| tools_ui(ui, session, &mut app.queue));
            });
    }
    if let Some(session) = &mut app.session {
        stages::bar_ui(ui, session);
    }
    let whole = ui.available_rect_before_wrap();
    let mut area = whole;
    // In a low window the hint stands over the drawing, which needs all the room.
    let low = area.height() <= LOW;
    if !low {
        area.max.y -= HINT;
    }
    let mut canvas = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("canvas"));
    canvas.set_clip_rect(area.intersect(ui.clip_rect()));
    drawing_ui(app, &mut canvas);
    // There it gives way to notices, so that they do not hide the drawing from both sides.
    if let Some(session) = &app.session
        && !(low && told(ui) > 0.0)
    {
        hint_ui(ui, session, whole);
    }
    strips_ui(app, ui, whole);
    context_menu_ui(app, ui);
}

/// What is drawn next, and the way to the structure's grid where it has one.
fn tools_ui(ui: &mut Ui, session: &mut Session, queue: &mut Vec<Action>) {
    if session.shown_grid().is_none() {
        return kind_bar_ui(ui, session, queue);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let offer = Action::Matrix.offer();
        if button(ui, offer.icon, offer.words).clicked() {
            queue.push(Action::Matrix);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            kind_bar_ui(ui, session, queue);
        });
    });
}

fn drawing_ui(app: &mut App, ui: &mut Ui) {
    let area = ui.max_rect();
    let (Some(session), Some(shown)) = (&mut app.session, &mut app.shown) else {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    };
    tool::keep_up(session);
    // The last good picture stays while the next one is made, but never that of another structure.
    let own = ViewKey::Diagram(session.structure.clone());
    let (true, Some(pane)) = (shown.key.view == own, shown.panes.first_mut()) else {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    };
    let before = session.document.revision();
    let up_to_date = shown.key.revision == before;
    let picture = Arc::clone(&pane.picture);
    let mut camera = session.keep_fitted(page_rect(area), picture.bounds(), told(ui));
    let project = session.document.snapshot();
    let title = project.structure(&session.structure).map(Structure::label);
    let name = format!("Diagram of {}", title.unwrap_or_default());
    let stage = stages::shown(session);
    let faded = stages::faded(&stage);
    let before_acts = look(ui, session, &project, (&name, &faded));
    let mut out = pane.sense(ui, area, &mut camera, &before_acts);
    if let Some((from, direction)) = &out.travel
        && let Some(card) = travel(&picture, from, *direction)
    {
        go_to_card(ui, &mut camera, area, &picture, &card.body);
    }
    reveal(ui, session, &mut camera, area, &picture);
    if up_to_date {
        session.follow(&[&picture], page_rect(area), covered(ui), &mut camera);
    }
    scroll_at_the_edge(ui, session, &mut camera, area, &picture);
    session.draw_camera = Some(camera);
    if out.menu.is_some() {
        app.menu_at = out.menu;
    }
    act(ui, session, &picture, &mut out);
    session.hand.pointed = out.collective.as_ref().and_then(|(which, _)| {
        let mut lines = picture.collective.iter();
        let line = lines.find(|line| CollectiveRef::of(&line.role) == *which)?;
        Some(stands_for(&project, &line.role))
    });
    let project = session.document.snapshot();
    let after_acts = look(ui, session, &project, (&name, &faded));
    pane.paint(ui, area, &camera, &after_acts, &out);
    take(session, out);
    let empty = session.shown().is_some_and(|s| s.bodies.is_empty());
    if empty && session.hand.tool == Tool::Rest {
        // The outline has the keyboard, since a structure is typed there quickest.
        let words = "Type the name of the first body in the outline, or double-click here.";
        let middle = Rect::from_center_size(area.center(), Vec2::new(320.0, 48.0));
        let tone = super::widgets::muted_colour(ui);
        let centred = Layout::top_down(Align::Center);
        ui.scope_builder(
            egui::UiBuilder::new().max_rect(middle).layout(centred),
            |ui| ui.add(egui::Label::new(egui::RichText::new(words).color(tone)).wrap()),
        );
    }
    let on = On {
        picture: &picture,
        camera,
        area,
    };
    if let Some(at) = menu_by_key(ui, session, &on) {
        app.menu_at = Some(at);
    }
    for (body, standing) in &stage {
        if let Some(card) = on.card(body).filter(|card| card.intersects(area)) {
            stages::word_ui(ui, card, standing, length(on.camera.zoom));
        }
    }
    over_ui(ui, session, &on, &mut app.queue);
    // An empty drawing is nothing to look at: the first picture with a body is fitted anew.
    if picture.cards.is_empty() {
        session.draw_camera = None;
    }
    if session.document.revision() != before {
        ui.ctx().request_repaint();
    }
}

/// Only a comparison traces lineage.
static NO_BODIES: BTreeSet<BodyRef> = BTreeSet::new();

fn look<'a>(
    ui: &Ui,
    session: &'a Session,
    project: &'a Project,
    (name, faded): (&'a str, &'a Faded),
) -> Look<'a> {
    Look {
        project,
        selection: &session.selection,
        traced: &NO_BODIES,
        faded,
        ledger: None,
        theme: theme::theme(ui.ctx()),
        name,
        hand: Some(&session.hand),
    }
}

/// A picture as it stands on the screen.
struct On<'a> {
    picture: &'a Arc<Picture>,
    camera: Camera,
    area: Rect,
}

impl On<'_> {
    fn place(&self, page: geom::Rect) -> Rect {
        rect(self.camera.screen_rect(page_rect(self.area), page))
    }

    fn pos(&self, page: geom::Point) -> Pos2 {
        pos(self.camera.screen_from_page(page_rect(self.area), page))
    }

    /// A place on the page as something to stand beside.
    fn spot(&self, page: geom::Point) -> Rect {
        Rect::from_center_size(self.pos(page), Vec2::splat(16.0))
    }

    fn card(&self, body: &BodyRef) -> Option<Rect> {
        self.picture.card(body).map(|card| self.place(card.rect))
    }

    /// All cards that are in sight.
    fn cards(&self) -> Vec<Rect> {
        let places = self.picture.cards.iter().map(|card| self.place(card.rect));
        places.filter(|place| place.intersects(self.area)).collect()
    }

    /// What is selected, else the lower edge of the canvas.
    fn selected(&self, session: &Session) -> Rect {
        let body = session.selection.body().and_then(|body| self.card(body));
        let line = || {
            let (middle, _) = link_anchor(self.picture, session.selection.link()?)?;
            Some(self.spot(middle))
        };
        body.or_else(line).unwrap_or_else(|| self.foot())
    }

    /// The lower edge of the canvas.
    fn foot(&self) -> Rect {
        Rect::from_center_size(self.area.center_bottom(), Vec2::splat(64.0))
    }
}

/// Carries out what hand and keyboard did on the picture.
fn act(ui: &Ui, session: &mut Session, picture: &Picture, out: &mut PaneOutput) {
    for input in std::mem::take(&mut out.inputs) {
        tool::step(session, picture, input);
    }
    if let Some(body) = &out.entered {
        tool::rename(session, body);
    }
    let (alt, shift) = ui.input(|i| (i.modifiers.alt, i.modifiers.shift));
    if alt
        && !ui.ctx().text_edit_focused()
        && !session.selection.bodies().is_empty()
        && let Some(direction) = arrow(ui)
    {
        tool::nudge(session, picture, direction, if shift { 20.0 } else { 4.0 });
    }
}

/// Brings the body that an act has led to into sight, and gives it the keyboard.
fn reveal(ui: &Ui, session: &mut Session, camera: &mut Camera, area: Rect, picture: &Picture) {
    if let Some(body) = session.hand.reveal.take() {
        if picture.card(&body).is_some() {
            go_to_card(ui, camera, area, picture, &body);
        } else if body.find(session.project()).is_some() {
            session.hand.reveal = Some(body);
        }
    }
}

/// What is dragged to the edge of the canvas, or over it, draws the page after it: the farther
/// out, the faster. Frames are asked for only meanwhile.
fn scroll_at_the_edge(
    ui: &Ui,
    session: &Session,
    camera: &mut Camera,
    area: Rect,
    picture: &Picture,
) {
    /// How near to the edge it begins, in points of the screen.
    const NEAR: f32 = 8.0;
    /// Points of the screen in a second for each point beyond that.
    const PACE: f32 = 8.0;
    let (at, down, time) = ui.input(|i| {
        let pointer = &i.pointer;
        (pointer.latest_pos(), pointer.primary_down(), i.stable_dt)
    });
    let Some(at) = at.filter(|_| down && session.hand.tool.follows_pointer()) else {
        return;
    };
    let inner = area.shrink(NEAR.min(area.size().min_elem() / 4.0));
    let beyond = (at - inner.clamp(at)).clamp(Vec2::splat(-60.0), Vec2::splat(60.0));
    if beyond == Vec2::ZERO {
        return;
    }
    let before = *camera;
    camera.pan(vec(-beyond * PACE * time.min(0.05)));
    camera.stay_on(picture.bounds());
    if *camera != before {
        ui.ctx().request_repaint();
    }
}

fn go_to_card(ui: &Ui, camera: &mut Camera, area: Rect, picture: &Picture, body: &BodyRef) {
    if let Some(card) = picture.card(body) {
        camera.reveal(page_rect(area), card.rect, 24.0);
        ui.memory_mut(|m| m.request_focus(body_id(body)));
        ui.ctx().request_repaint();
    }
}

/// Takes over what was seen in a pane; where no hand draws, a click selects.
pub(super) fn take(session: &mut Session, out: PaneOutput) {
    if out.hovered.is_some() {
        session.selection.pointed = out.hovered;
    }
    session.selection.focused = out.focused;
    for input in out.inputs {
        match input {
            Input::Click {
                spot: Spot::Card(body),
                ..
            } => session.selection.choose(body),
            Input::Click { .. } => session.selection.clear(),
            _ => {}
        }
    }
}

/// Shift and F10 ask for the menu of what is selected.
fn menu_by_key(ui: &Ui, session: &Session, on: &On<'_>) -> Option<Pos2> {
    let asked = !ui.ctx().text_edit_focused()
        && ui.input(|i| i.modifiers == Modifiers::SHIFT && i.key_pressed(Key::F10));
    asked.then(|| on.area.clamp(on.selected(session).left_bottom()))
}

/// Fields, choices and sentences over the picture.
fn over_ui(ui: &mut Ui, session: &mut Session, on: &On<'_>, queue: &mut Vec<Action>) {
    let middle = Rect::from_center_size(on.area.center(), Vec2::new(0.0, 80.0));
    match session.hand.tool.clone() {
        Tool::Naming(naming) => {
            let beside = match &naming.subject {
                Subject::Body { body } => Beside::Over(on.card(body).unwrap_or(middle)),
                Subject::New(new) if new.first => Beside::Under(middle.translate(-middle.size())),
                Subject::New(new) => match new.at {
                    Some(at) => Beside::Over(Rect::from_min_size(on.pos(at), Vec2::ZERO)),
                    None => Beside::Under(on.selected(session)),
                },
            };
            name_field_ui(ui, session, beside);
        }
        Tool::LinkWith(_) => link_panel_ui(ui, session, &on.cards()),
        Tool::Dropped(dropped) => {
            drop_choice_ui(ui, session, on.picture, on.spot(dropped.at));
        }
        Tool::Rest => {
            if let Some(link) = session.selection.link().cloned()
                && let Some((middle, ends)) = link_anchor(on.picture, &link)
            {
                let cards = on.cards();
                let beside = Beside::Clear(on.spot(middle), ends.map(|end| on.pos(end)), &cards);
                link_strip_ui(ui, session, &link, beside, queue);
            }
        }
        Tool::Marquee(_) | Tool::Shift(_) | Tool::Connect(_) | Tool::Reattach(_) => {}
    }
    let beside = match &session.hand.tool {
        Tool::Connect(line) => on.spot(line.at),
        Tool::Reattach(line) => on.spot(line.at),
        // At the foot, so that the lines that have come are seen.
        _ if session.hand.just_opened.is_some() => on.foot(),
        _ => session
            .hand
            .at
            .map_or_else(|| on.selected(session), |at| on.spot(at)),
    };
    said_ui(ui, session, beside);
}
