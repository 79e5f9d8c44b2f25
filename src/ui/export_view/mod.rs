//! The export dialog, a view of its own over the window: choices at the left, at the right the
//! pages of the file as they will be, under them whether they will read.

mod choices;
mod copy;
mod form;
mod job;
mod kept;
mod planned;
mod preview;
mod reading;
mod run;
mod settings;
mod will_read;

use egui::{Frame, Key, Modifiers, Rect, ScrollArea, Ui, UiBuilder, Vec2};
use egui_phosphor::regular as icon;

pub(crate) use copy::{Clip, Clipped, clip};
pub(crate) use job::{ExportOrder, Exported, Job, export};
pub(crate) use planned::{PlanKey, Planned, Stop, planned};
pub(crate) use preview::Preview;
pub(crate) use reading::{Remedy, remedies};

pub(crate) use run::{LastChoices, exporting_ui};

use choices::{Choices, Wanted};
use reading::NEARLY;
use will_read::{reading_height, reading_ui};

use super::action::Action;
use super::app::App;
use super::canvas::convert::colour;
use super::notice::notices_ui;
use super::theme::{self, strong};
use super::widgets::{button, named, primary};
use super::work::Request;
use crate::editor::Session;
use crate::scene::READABLE;

/// The dialog while it is open.
#[derive(Debug)]
pub(crate) struct ExportView {
    pub(super) choices: Choices,
    pub(crate) preview: Preview,
    /// Which of the files is previewed.
    file: usize,
    /// Files that are there already: may they be replaced?
    pub(super) asks: Option<run::Doubt>,
    /// The first frame gives the keyboard to the main button.
    fresh: bool,
    /// Its files are being written: then it closes when they are.
    started: bool,
    /// A field had the keyboard in the last frame: then Escape only leaves it.
    typing: bool,
    /// What had the keyboard in the last frame.
    focused: Option<egui::Id>,
}

impl ExportView {
    pub(super) fn new(choices: Choices) -> Self {
        Self {
            choices,
            preview: Preview::default(),
            file: 0,
            asks: None,
            fresh: true,
            focused: None,
            started: false,
            typing: false,
        }
    }

    /// The file that is previewed.
    pub(super) fn previewed(&self, session: &Session) -> Option<Wanted> {
        let files = self.choices.files(session);
        let at = self.file.min(files.len().saturating_sub(1));
        files.into_iter().nth(at)
    }
}

/// Height of the bars over and under the preview, and of the foot of the choices.
const HEAD: f32 = 44.0;
const BAR: f32 = 40.0;
const FOOT: f32 = 56.0;

pub(super) fn export_ui(app: &mut App, ui: &mut Ui) {
    if !app.notices.is_empty() {
        let now = app.session.as_ref().map(|s| s.document.revision());
        egui::Panel::bottom("export notices")
            .frame(Frame::new())
            .show(ui, |ui| {
                app.queue.extend(notices_ui(ui, &mut app.notices, now));
            });
    }
    let theme = theme::theme(ui.ctx());
    let frame = Frame::new().fill(colour(theme.ui.panel));
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        let area = ui.max_rect();
        let head = Rect::from_min_size(area.min, Vec2::new(area.width(), HEAD));
        within(ui, head, 12.0, |ui| head_ui(app, ui));
        let line = egui::Stroke::new(1.0, colour(theme.ui.border));
        ui.painter().hline(area.x_range(), head.max.y, line);
        let width = (area.width() * 0.34).clamp(250.0_f32.min(area.width() * 0.5), 340.0);
        let (left, right) = Rect::from_min_max(head.left_bottom(), area.max)
            .split_left_right_at_x(area.min.x + width);
        ui.painter().vline(left.max.x, left.y_range(), line);
        left_ui(app, ui, left);
        right_ui(app, ui, right);
    });
    app.ask_for_preview();
    app.take_export_keys(ui.ctx());
}

/// A part of the window, with a margin at its sides.
fn within<R>(ui: &mut Ui, rect: Rect, margin: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let rect = rect.shrink2(Vec2::new(margin, 0.0));
    let builder = UiBuilder::new().max_rect(rect);
    ui.scope_builder(builder, |ui| {
        ui.set_clip_rect(
            rect.expand2(Vec2::new(margin - 1.0, 0.0))
                .intersect(ui.clip_rect()),
        );
        content(ui)
    })
    .inner
}

fn head_ui(app: &mut App, ui: &mut Ui) {
    ui.horizontal_centered(|ui| {
        ui.label(strong("Export", 18.0));
        ui.add_space(12.0);
        let roomy = ui.available_width() > 520.0;
        let mut copy = |ui: &mut Ui| {
            for action in [
                Action::CopyPicture,
                Action::CopyDescription,
                Action::CopyTables,
            ] {
                let offer = action.offer();
                if button(ui, offer.icon, offer.words).clicked() {
                    app.queue.push(action);
                    ui.close();
                }
            }
        };
        if roomy {
            copy(ui);
        } else {
            let menu = ui.menu_button(format!("{}  Copy", icon::COPY), copy);
            named(menu.response, "Copy");
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if button(ui, icon::X, "Close").clicked() {
                app.close_export();
            }
        });
    });
}

/// Brings what the keyboard has just come to into sight.
fn in_sight(ui: &Ui, before: &mut Option<egui::Id>) {
    let now = ui.memory(|memory| memory.focused());
    if now == *before {
        return;
    }
    *before = now;
    let rect = now.and_then(|id| ui.ctx().read_response(id));
    if let Some(rect) = rect.map(|response| response.rect)
        && ui.min_rect().contains_rect(rect)
    {
        ui.scroll_to_rect(rect.expand(8.0), None);
    }
}

fn left_ui(app: &mut App, ui: &mut Ui, left: Rect) {
    let (above, foot) = left.split_top_bottom_at_y(left.max.y - FOOT);
    let (Some(view), Some(session)) = (&mut app.export, &app.session) else {
        return;
    };
    within(ui, above, 12.0, |ui| {
        ScrollArea::vertical()
            .id_salt("export choices")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.add_space(8.0);
                let before = view.choices.clone();
                form::form_ui(ui, &mut view.choices, session);
                in_sight(ui, &mut view.focused);
                if view.choices != before {
                    view.file = fresh_file(&before, &view.choices, session).unwrap_or(view.file);
                }
                ui.add_space(8.0);
            });
    });
    let line = egui::Stroke::new(1.0, colour(theme::theme(ui.ctx()).ui.border));
    ui.painter().hline(foot.x_range(), foot.min.y, line);
    within(ui, foot, 12.0, |ui| {
        ui.horizontal_centered(|ui| foot_ui(app, ui));
    });
}

/// What has just been ticked is what is previewed.
fn fresh_file(before: &Choices, now: &Choices, session: &Session) -> Option<usize> {
    let known: Vec<String> = before.files(session).into_iter().map(|f| f.name).collect();
    let files = now.files(session);
    files.iter().position(|file| !known.contains(&file.name))
}

/// The way on, or how far the export is.
fn foot_ui(app: &mut App, ui: &mut Ui) {
    if let Some(job) = &app.exporting {
        if button(ui, icon::X, "Cancel").clicked() {
            job.cancel();
        }
        ui.add(egui::Label::new(run::progress_words(job)).truncate());
        return;
    }
    let (Some(view), Some(session)) = (&mut app.export, &app.session) else {
        return;
    };
    let files = view.choices.files(session);
    let words = match files.len() {
        _ if !view.choices.batch => "Save as…".to_owned(),
        0 => "Save…".to_owned(),
        1 => "Save 1 file into a folder…".to_owned(),
        n => format!("Save {n} files into a folder…"),
    };
    let save = ui.add_enabled_ui(!files.is_empty(), |ui| {
        primary(ui, icon::FLOPPY_DISK, &words)
    });
    if std::mem::take(&mut view.fresh) {
        save.inner.request_focus();
    }
    if save.inner.clicked() {
        let ctx = ui.ctx().clone();
        app.ask_where_to_export(&ctx, files);
    }
}

fn right_ui(app: &mut App, ui: &mut Ui, right: Rect) {
    let theme = theme::theme(ui.ctx());
    let wide = right.width() >= 760.0;
    let bar = if wide { BAR } else { 2.0 * BAR - 8.0 };
    let (head, rest) = right.split_top_bottom_at_y(right.min.y + bar);
    let foot = reading_height(app, rest);
    let (page, foot) = rest.split_top_bottom_at_y(rest.max.y - foot);
    let (Some(view), Some(session)) = (&mut app.export, &app.session) else {
        return;
    };
    let key = view.key(session);
    let current = key
        .as_ref()
        .is_none_or(|key| view.preview.of(key).is_some());
    within(ui, head, 12.0, |ui| {
        let bar_ui = |ui: &mut Ui| view.preview.bar_ui(ui, current);
        if wide {
            ui.horizontal_centered(bar_ui);
        } else {
            ui.add_space(6.0);
            ui.horizontal_wrapped(bar_ui);
        }
    });
    ui.painter().rect_filled(page, 0.0, colour(theme.ui.canvas));
    within(ui, page, 1.0, |ui| view.preview.page_ui(ui));
    let line = egui::Stroke::new(1.0, colour(theme.ui.border));
    ui.painter().hline(page.x_range(), page.min.y, line);
    ui.painter().hline(page.x_range(), page.max.y, line);
    within(ui, foot, 12.0, |ui| {
        ScrollArea::vertical()
            .id_salt("will it read")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.add_space(6.0);
                reading_ui(app, ui);
            });
    });
}

impl ExportView {
    /// What the preview depends on.
    fn key(&self, session: &Session) -> Option<PlanKey> {
        Some(PlanKey {
            revision: session.document.revision(),
            order: self.previewed(session)?.order,
        })
    }

    /// Whether text of this drawing prints too small.
    fn is_small(&self, key: &PlanKey) -> bool {
        let Some(Ok(planned)) = self.preview.like(key) else {
            return false;
        };
        let floor = key.order.options.floor.max(READABLE);
        let small = planned.smallest.is_some_and(|size| size < floor - NEARLY);
        small && key.order.what.subject().has_pictures()
    }
}

impl App {
    fn ask_for_preview(&mut self) {
        let (Some(view), Some(session)) = (&mut self.export, &self.session) else {
            return;
        };
        let Some(key) = view.key(session) else { return };
        let project = session.document.snapshot();
        if let Some(stop) = view.preview.asks(&key) {
            let request = Request::Plan(Box::new(key.clone()), project.clone(), stop);
            self.worker.send(request);
        }
        let smallest = match view.preview.of(&key) {
            Some(Ok(planned)) => planned.smallest,
            _ => None,
        };
        if let Some(smallest) = smallest
            && view.is_small(&key)
            && key.order.what.subject().is_drawn()
            && let Some(stop) = view.preview.asks_remedies(&key)
        {
            let request = Request::Remedies(Box::new(key), smallest, project, stop);
            self.worker.send(request);
        }
    }

    /// Escape gives the window back.
    fn take_export_keys(&mut self, ctx: &egui::Context) {
        let Some(view) = &mut self.export else { return };
        let typing = std::mem::replace(&mut view.typing, ctx.text_edit_focused());
        if view.asks.is_none()
            && !typing
            && !egui::Popup::is_any_open(ctx)
            && ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.close_export();
        }
    }
}
