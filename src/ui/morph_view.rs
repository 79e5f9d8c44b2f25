//! The way from one structure to the other, in front of a room: the drawing with every change in its turn,
//! a large sentence over it, and below it what goes to and fro.

use std::collections::BTreeSet;
use std::time::Duration;

use egui::accesskit::{Action as Asked, Live, Role};
use egui::{Frame, Id, Margin, Rect, Response, Sense, Stroke, Ui, Vec2};
use egui::{WidgetInfo, WidgetType};

use super::action::Action;
use super::app::{App, Shown};
use super::canvas::convert::{colour, length, page_rect};
use super::canvas::{Look, Posed, body_id};
use super::compare_view::{faded, is_of};
use super::draw_canvas::take;
use super::sides::label;
use super::strips::told;
use super::theme::{self, strong};
use super::widgets::{button, clipped, focus_ring, muted, muted_colour, named};
use crate::editor::{Again, BodyRef, Session};
use crate::geom;
use crate::scene::{Morph, Side};

/// Height of the caption, and of what goes to and fro.
const CAPTION: f32 = 100.0;
const CONTROLS: f32 = 48.0;
/// A canvas lower than this gives the caption two rows less.
const LOW: f32 = 360.0;

/// Sizes of the sentence, the first that fits is taken.
const SIZES: [f32; 4] = [23.0, 20.0, 17.0, 15.0];
const LETTERS: &str =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,;:()/&'’“”–-·";

fn slider_id() -> Id {
    Id::new("place on the way")
}

fn play_id() -> Id {
    Id::new("play the way")
}

fn keys_due() -> Id {
    play_id().with("takes the keyboard")
}

/// The button that plays takes the keyboard as soon as it is there.
pub(super) fn take_keys(ui: &Ui) {
    ui.data_mut(|d| d.insert_temp(keys_due(), true));
}

impl App {
    /// Whether the keys of steps count: no other part of the window that has the keyboard needs them.
    pub(super) fn steps_have_keys(&self, ctx: &egui::Context) -> bool {
        if self.menu_at.is_some() || egui::Popup::is_any_open(ctx) {
            return false;
        }
        let Some(focus) = ctx.memory(|m| m.focused()) else {
            return true;
        };
        let mut panes = self.shown.iter().flat_map(|shown| &shown.panes);
        focus == slider_id() || focus == play_id() || panes.any(|pane| pane.focused(focus))
    }
}

pub(super) fn morph_ui(app: &mut App, ui: &mut Ui) {
    let still = app.settings.still;
    let colours = &theme::theme(ui.ctx()).ui;
    let (Some(session), Some(shown)) = (&mut app.session, &mut app.shown) else {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    };
    if !is_of(shown, session) || shown.morph.is_none() {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    }
    let high = ui.available_height() - CONTROLS - CAPTION > LOW;
    let frame = Frame::new()
        .fill(colour(colours.panel))
        .inner_margin(Margin::symmetric(16, 6));
    if let Some(morph) = &shown.morph {
        session.showing.made(morph.last());
        egui::Panel::bottom("along the way")
            .exact_size(CONTROLS)
            .frame(frame)
            .show(ui, |ui| {
                controls_ui(ui, session, morph, &mut app.queue);
            });
        if !ui.ctx().is_being_dragged(slider_id()) {
            go_on(ui, session, morph, still);
        }
        egui::Panel::top("what happens")
            .exact_size(if high { CAPTION } else { CAPTION - 26.0 })
            .frame(frame)
            .show(ui, |ui| {
                caption_ui(ui, session, morph, if high { 2 } else { 1 });
            });
    }
    let area = ui.available_rect_before_wrap();
    way_ui(session, shown, ui, area);
}

/// Goes on as far as time has; asks for a frame when there is something to see.
fn go_on(ui: &Ui, session: &mut Session, morph: &Morph, still: bool) {
    let now = ui.input(|i| i.time);
    let words = morph.caption(session.showing.goal().min(morph.last()));
    let words = words.split_whitespace().count();
    let again = session.showing.go_on(now, morph.last(), words, still);
    match again {
        Again::Now => ui.ctx().request_repaint(),
        Again::After(seconds) => {
            let wait = Duration::from_secs_f64(seconds.clamp(0.0, 60.0));
            ui.ctx().request_repaint_after(wait);
        }
        Again::Never => {}
    }
}

/// "Step 3 of 17 · 14 October 2011", and what happens in it.
fn caption_ui(ui: &mut Ui, session: &Session, morph: &Morph, rows: usize) {
    let at = session.showing.told().min(morph.last());
    let changes = morph.steps().len();
    let number = match morph.step(at) {
        Some(step) => {
            let date = step.date.iter().map(|date| format!("  ·  {date}"));
            format!("Step {at} of {changes}{}", date.collect::<String>())
        }
        None if at == 0 && changes == 0 => "Nothing changes".to_owned(),
        None if at == 0 && changes == 1 => "The beginning, before one step".to_owned(),
        None if at == 0 => format!("The beginning, before {changes} steps"),
        None => "The end".to_owned(),
    };
    ui.spacing_mut().item_spacing.y = 2.0;
    let tone = muted_colour(ui);
    ui.label(strong(number, 14.0).color(tone));
    // What is longer than its rows is set smaller before anything of it is cut off.
    let caption = morph.caption(at);
    let width = ui.available_width();
    let fits = |size: f32| {
        let font = egui::FontId::new(size, theme::strong_family());
        let galley = ui.painter().layout(caption.to_owned(), font, tone, width);
        galley.rows.len() <= rows
    };
    for size in SIZES {
        // Letters that come later would make the font's picture larger, and all meshes anew, amid a step.
        let font = egui::FontId::new(size, theme::strong_family());
        let _in_the_fonts = ui.painter().layout_no_wrap(LETTERS.to_owned(), font, tone);
    }
    let size = SIZES.into_iter().find(|size| fits(*size)).unwrap_or(15.0);
    let rows = if size > 15.0 { rows } else { rows + 1 };
    let response = ui.add(clipped(ui, strong(caption, size), rows));
    // What only passes by is not read out.
    if at == session.showing.goal() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(Live::Polite);
        });
    }
}

fn controls_ui(ui: &mut Ui, session: &mut Session, morph: &Morph, queue: &mut Vec<Action>) {
    ui.horizontal_centered(|ui| {
        for action in [Action::PreviousStep, Action::PlayOrPause, Action::NextStep] {
            let offer = action.offer();
            let playing = session.showing.playing();
            let (icon, words) = match action {
                Action::PlayOrPause if playing => (egui_phosphor::regular::PAUSE, "Pause"),
                Action::PlayOrPause => (egui_phosphor::regular::PLAY, "Play"),
                _ => (offer.icon, offer.words),
            };
            let response = if action == Action::PlayOrPause {
                play_ui(ui, icon, words)
            } else {
                button(ui, icon, words)
            };
            if response.clicked() {
                queue.push(action);
            }
            if let Some(keys) = offer.keys.first() {
                response.on_hover_text(ui.ctx().format_shortcut(keys));
            }
        }
        ui.add_space(14.0);
        slider_ui(ui, session, morph);
    });
}

/// A button that stays the same one whatever it says.
fn play_ui(ui: &mut Ui, icon: &str, words: &str) -> Response {
    let size = Vec2::new(92.0, ui.spacing().interact_size.y.max(26.0));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, play_id(), Sense::click());
    let text = super::widgets::icon_words(icon, words);
    let look = ui.style().interact(&response);
    let (fill, edge, tone) = (look.weak_bg_fill, look.bg_stroke, look.text_color());
    ui.painter()
        .rect(rect, 4.0, fill, edge, egui::StrokeKind::Inside);
    let font = egui::TextStyle::Button.resolve(ui.style());
    ui.painter()
        .text(rect.center(), egui::Align2::CENTER_CENTER, text, font, tone);
    if ui.data_mut(|d| d.remove_temp::<bool>(keys_due())).is_some() {
        response.request_focus();
    }
    keep_arrows(ui, &response);
    focus_ring(ui, &response);
    named(response, words)
}

/// Arrows are for steps, not for going to the next part of the window.
fn keep_arrows(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let arrows = egui::EventFilter {
            horizontal_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, arrows));
    }
}

/// From today to tomorrow, with a tick for each step.
#[expect(clippy::cast_precision_loss, reason = "there are few steps")]
fn slider_ui(ui: &mut Ui, session: &mut Session, morph: &Morph) {
    let last = morph.last();
    let project = session.document.snapshot();
    let Some((from, to)) = session.pair.clone() else {
        return;
    };
    let words = |ui: &mut Ui, id| {
        let room = ui.available_width();
        ui.scope(|ui| {
            ui.set_max_width((room * 0.2).clamp(40.0, 150.0));
            ui.add(clipped(ui, label(&project, id), 1));
        });
    };
    words(ui, &from);
    let rect = ui
        .with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            words(ui, &to);
            let size = Vec2::new(ui.available_width().max(60.0), 28.0);
            ui.allocate_exact_size(size, Sense::hover()).0
        })
        .inner;
    let response = ui.interact(rect, slider_id(), Sense::click_and_drag());
    let line = rect.shrink2(Vec2::new(10.0, 0.0));
    if (response.dragged() || response.clicked() || response.is_pointer_button_down_on())
        && let Some(at) = ui.input(|i| i.pointer.interact_pos())
    {
        let share = ((at.x - line.left()) / line.width()).clamp(0.0, 1.0);
        session.showing.hold(f64::from(share) * last as f64, last);
    }
    for (asked, back) in [(Asked::Increment, false), (Asked::Decrement, true)] {
        if ui.input(|i| i.has_accesskit_action_request(response.id, asked)) {
            session.showing.step(back, last);
        }
    }
    keep_arrows(ui, &response);
    let at = session.showing.goal().min(last);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Slider, true, "Step"));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_numeric_value(at as f64);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(last as f64);
        node.set_numeric_value_step(1.0);
        node.set_value(format!("{at} of {last}: {}", morph.caption(at)));
        node.add_action(Asked::Increment);
        node.add_action(Asked::Decrement);
    });
    let share = length(session.showing.place() / (last as f64).max(1.0));
    slider_paint(ui, &response, line, share, last);
}

#[expect(clippy::cast_precision_loss, reason = "there are few steps")]
fn slider_paint(ui: &Ui, response: &Response, line: Rect, share: f32, last: usize) {
    let colours = &theme::theme(ui.ctx()).ui;
    let painter = ui.painter();
    let y = line.center().y;
    let x = |share: f32| line.left() + share.clamp(0.0, 1.0) * line.width();
    painter.hline(line.x_range(), y, Stroke::new(3.0, colour(colours.border)));
    let done = Stroke::new(3.0, colour(colours.accent));
    painter.hline(line.left()..=x(share), y, done);
    if line.width() / last as f32 >= 4.0 {
        for step in 0..=last {
            let at = x(step as f32 / last as f32);
            let tone = if at <= x(share) {
                colours.accent
            } else {
                colours.control
            };
            painter.vline(at, y - 6.0..=y + 6.0, Stroke::new(1.0, colour(tone)));
        }
    }
    let knob = egui::pos2(x(share), y);
    painter.circle(knob, 8.0, colour(colours.accent), Stroke::NONE);
    if response.has_focus() {
        let ring = Stroke::new(2.5, colour(colours.focus));
        painter.circle_stroke(knob, 11.0, ring);
    }
}

/// The drawing at this moment.
fn way_ui(session: &mut Session, shown: &mut Shown, ui: &mut Ui, area: Rect) {
    let (Some(morph), Some(pane)) = (&shown.morph, shown.panes.first_mut()) else {
        return;
    };
    let Some((from, to)) = session.pair.clone() else {
        return;
    };
    pane.pose(posed(morph, session));
    let content = pane.picture.bounds();
    let mut camera = session.keep_fitted(page_rect(area), content, told(ui));
    if let Some(body) = session.hand.reveal.take()
        && let Some(card) = pane.picture.card(&body)
    {
        camera.reveal(page_rect(area), card.rect, 24.0);
        ui.memory_mut(|m| m.request_focus(body_id(&card.body)));
    }
    let step = morph.step(session.showing.told());
    let traced: BTreeSet<BodyRef> = step
        .into_iter()
        .flat_map(|step| &step.bodies)
        .map(|(side, body)| match side {
            Side::Earlier => BodyRef::new(&from, body),
            Side::Later => BodyRef::new(&to, body),
        })
        .collect();
    let project = session.document.snapshot();
    let name = format!(
        "The way from {} to {}",
        label(&project, &from),
        label(&project, &to)
    );
    let pale = faded(session, shown);
    let look = Look {
        project: &project,
        selection: &session.selection,
        traced: &traced,
        faded: &pale,
        ledger: shown.ledger.as_ref(),
        theme: theme::theme(ui.ctx()),
        name: &name,
        hand: None,
    };
    let Some(pane) = shown.panes.first_mut() else {
        return;
    };
    let out = pane.show(ui, area, &mut camera, &look);
    session.morph_camera = Some(camera);
    take(session, out);
}

/// Where every group of the film is seen: today's side comes first in it.
fn posed(morph: &Morph, session: &Session) -> Posed {
    let [earlier, later] = morph.sides();
    let first = earlier.groups.len();
    let mut groups = vec![(geom::Vec2::ZERO, 0.0); first + later.groups.len()];
    let place = session.showing.place();
    for pose in morph.after(place) {
        let at = match pose.side {
            Side::Earlier => pose.group,
            Side::Later => first + pose.group,
        };
        if let Some(group) = groups.get_mut(at) {
            *group = (pose.shift, length(pose.opacity));
        }
    }
    Posed {
        groups,
        moving: (place - place.round()).abs() > 0.0,
    }
}
