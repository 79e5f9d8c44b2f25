//! What the program has to say: results that stay until dismissed, and files that cannot be
//! opened, with all their faults.

use egui::{Frame, Id, Margin, Modal, RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::action::Action;
use super::canvas::convert::colour;
use super::theme;
use super::widgets::{button, clipped, muted, primary};
use super::work::Unreadable;
use crate::editor::Revision;

/// A sentence that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) words: String,
    pub(crate) problem: bool,
    offer: Option<Offered>,
}

/// What can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Offered {
    action: Action,
    /// Only in this state of the project.
    during: Option<Revision>,
}

impl Notice {
    pub(crate) fn done(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            problem: false,
            offer: None,
        }
    }

    pub(crate) fn problem(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            problem: true,
            offer: None,
        }
    }

    /// With a button for an action; only in one state of the project, if that is given.
    pub(crate) fn offering(mut self, action: Action, during: Option<Revision>) -> Self {
        self.offer = Some(Offered { action, during });
        self
    }

    /// Whether it has a button for this action.
    pub(crate) fn offers(&self, action: Action) -> bool {
        self.offer.is_some_and(|offer| offer.action == action)
    }
}

/// Shows notices one under the other; gives the action that was asked for.
pub(crate) fn notices_ui(
    ui: &mut Ui,
    notices: &mut Vec<Notice>,
    now: Option<Revision>,
) -> Option<Action> {
    let mut asked = None;
    let colours = &theme::theme(ui.ctx()).ui;
    let mut dismissed = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (i, notice) in notices.iter().enumerate() {
        let (ground, tone, sign) = if notice.problem {
            (colours.danger_tint, colours.danger, icon::WARNING)
        } else {
            (colours.accent_tint, colours.accent, icon::CHECK_CIRCLE)
        };
        let frame = Frame::new()
            .fill(colour(ground))
            .inner_margin(Margin::symmetric(12, 4));
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(RichText::new(sign).color(colour(tone)).size(16.0));
                let offer = notice
                    .offer
                    .filter(|o| o.during.is_none() || o.during == now);
                let room = ui.available_width() - if offer.is_some() { 230.0 } else { 110.0 };
                ui.scope(|ui| {
                    ui.set_max_width(room.max(120.0));
                    ui.add(clipped(ui, notice.words.as_str(), 4));
                });
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if button(ui, icon::X, "Dismiss").clicked() {
                        dismissed = Some(i);
                    }
                    if let Some(Offered { action, .. }) = offer
                        && button(ui, action.offer().icon, action.offer().words).clicked()
                    {
                        dismissed = Some(i);
                        asked = Some(action);
                    }
                });
            });
        });
    }
    if let Some(i) = dismissed {
        notices.remove(i);
    }
    asked
}

/// The frame of windows that wait for an answer.
pub(crate) fn modal_frame(ctx: &egui::Context) -> Frame {
    Frame::popup(&ctx.global_style()).inner_margin(Margin::same(20))
}

/// Shows why a file cannot be opened; gives whether the person has read it.
pub(crate) fn unreadable_ui(ctx: &egui::Context, file: &Unreadable) -> bool {
    let modal = Modal::new(Id::new("unreadable"))
        .frame(modal_frame(ctx))
        .show(ctx, |ui| {
            let height = (ctx.content_rect().height() - 220.0).max(120.0);
            ui.set_width((ctx.content_rect().width() - 80.0).clamp(240.0, 560.0));
            ui.heading(format!("“{}” cannot be opened", file.name));
            ui.add_space(4.0);
            match file.faults.len() {
                0 | 1 => muted(ui, "The file has not been changed."),
                n => muted(
                    ui,
                    &format!("It has {n} faults. The file has not been changed."),
                ),
            };
            ui.add_space(8.0);
            if file.faults.len() > 5 {
                let scroll = ScrollArea::vertical()
                    .max_height(height)
                    .min_scrolled_height(height);
                scroll.show(ui, |ui| faults_ui(ui, &file.faults));
            } else {
                faults_ui(ui, &file.faults);
            }
            ui.add_space(12.0);
            let close = primary(ui, icon::CHECK, "Close");
            if ui.memory(|m| m.focused().is_none()) {
                close.request_focus();
            }
            close.clicked()
        });
    modal.inner || modal.should_close()
}

fn faults_ui(ui: &mut Ui, faults: &[String]) {
    for fault in faults {
        ui.horizontal_top(|ui| {
            ui.label("•");
            ui.add(egui::Label::new(fault).wrap().selectable(true));
        });
    }
}
