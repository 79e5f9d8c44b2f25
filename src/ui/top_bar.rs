//! The top bar: which project, which view, export, menu.

use egui::{FontId, Frame, Margin, RichText, Ui};
use egui_phosphor::regular as icon;

use super::action::{Action, Group};
use super::app::App;
use super::canvas::convert::colour;
use super::export_view::exporting_ui;
use super::settings;
use super::theme::{self, strong};
use super::widgets::{button, clipped, icon_words, muted_colour, small_tab, tab};
use crate::editor::View;

pub(super) fn top_bar_ui(app: &mut App, ui: &mut Ui) {
    let theme = theme::theme(ui.ctx());
    egui::Panel::top("top bar")
        .exact_size(44.0)
        .frame(
            Frame::new()
                .fill(colour(theme.ui.panel))
                .inner_margin(Margin {
                    left: 12,
                    right: 12,
                    top: 0,
                    bottom: 0,
                }),
        )
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                title_ui(app, ui);
                ui.add_space(12.0);
                views_ui(app, ui);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    menu_ui(app, ui);
                    acts_ui(app, ui);
                    exporting_ui(app, ui);
                    if let Some(name) = &app.opening {
                        ui.label(format!("Opening “{name}”…"));
                    }
                });
            });
        });
}

/// From this width on all that is done all the time has a button.
const ROOMY: f32 = 1100.0;

/// What is done all the time, as buttons; in a narrow window the menu alone has it.
fn acts_ui(app: &mut App, ui: &mut Ui) {
    let width = ui.ctx().content_rect().width();
    let actions: &[Action] = if width >= ROOMY {
        &[Action::Export, Action::Redo, Action::Undo, Action::Find]
    } else if width >= super::draw_view::NARROW {
        &[Action::Export, Action::Redo, Action::Undo]
    } else {
        &[Action::Export]
    };
    for &action in actions {
        let offer = action.offer();
        let refusal = action.refusal(app);
        let enabled =
            ui.add_enabled_ui(refusal.is_none(), |ui| button(ui, offer.icon, offer.words));
        let response = enabled.inner;
        if response.clicked() {
            app.queue.push(action);
        }
        let keys = offer.keys.first().map(|k| ui.ctx().format_shortcut(k));
        match refusal {
            Some(why) => response.on_disabled_hover_text(why),
            None => response.on_hover_text(keys.unwrap_or_default()),
        };
    }
}

/// Title and status of the project; a long title takes two rows, never more than its room.
fn title_ui(app: &App, ui: &mut Ui) {
    let Some(session) = &app.session else { return };
    let room = (ui.available_width() * 0.34).max(130.0);
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.vertical(|ui| {
            let title = session.document.title();
            let status = session.shown().and_then(|s| s.head.status.clone());
            // At its full size it has one row; what is wider gets two smaller ones.
            let painter = ui.painter();
            let font = FontId::new(15.0, theme::strong_family());
            let tone = ui.visuals().text_color();
            let wide = painter.layout_no_wrap(title.to_owned(), font, tone);
            let long = wide.size().x > room;
            ui.add_space(if status.is_some() || long { 4.0 } else { 12.0 });
            let size = if long { 12.5 } else { 15.0 };
            ui.add(clipped(ui, strong(title, size), 2));
            if let Some(status) = status.filter(|_| !long) {
                ui.label(RichText::new(status).size(12.0).color(muted_colour(ui)));
            }
        });
    });
}

/// The views, each a tab.
const VIEWS: [Action; 5] = [
    Action::Draw,
    Action::Compare,
    Action::Changes,
    Action::Members,
    Action::Measures,
];

/// How wide the buttons at the right are, by the room that the window has for them.
fn acts_width(width: f32) -> f32 {
    if width >= ROOMY {
        460.0
    } else if width >= super::draw_view::NARROW {
        335.0
    } else {
        185.0
    }
}

/// The views as tabs: with less air where room is short, and in a menu where there is none.
fn views_ui(app: &mut App, ui: &mut Ui) {
    let Some(view) = app.session.as_ref().map(|s| s.view) else {
        return;
    };
    let room = ui.available_width() - acts_width(ui.ctx().content_rect().width());
    let font = FontId::new(14.0, theme::strong_family());
    let tone = ui.visuals().text_color();
    let words = VIEWS.map(|action| {
        let words = action.offer().words.to_owned();
        let galley = ui.painter().layout_no_wrap(words, font.clone(), tone);
        galley.size().x
    });
    let words: f32 = words.iter().sum();
    let fits = |padding: f32| words + 2.0 * padding * VIEWS.len() as f32 <= room;
    if !fits(6.0) {
        views_menu_ui(app, ui, view);
        return;
    }
    ui.spacing_mut().item_spacing.x = 0.0;
    for action in VIEWS {
        let refusal = action.refusal(app);
        let response = ui
            .add_enabled_ui(refusal.is_none(), |ui| {
                let (words, on) = (action.offer().words, action.shown(view));
                if fits(12.0) {
                    tab(ui, words, on)
                } else {
                    small_tab(ui, words, on)
                }
            })
            .inner;
        if let Some(why) = refusal {
            response.on_hover_text(why);
        } else if response.clicked() {
            app.queue.push(action);
        }
    }
    ui.spacing_mut().item_spacing.x = 8.0;
}

fn views_menu_ui(app: &mut App, ui: &mut Ui, view: View) {
    let shown = VIEWS.into_iter().find(|action| action.shown(view));
    let words = shown.map_or("View", |action| action.offer().words);
    ui.menu_button(icon_words(icon::CARET_DOWN, words), |ui| {
        ui.set_min_width(220.0);
        for action in VIEWS {
            entry_ui(app, ui, action);
        }
    });
}

fn menu_ui(app: &mut App, ui: &mut Ui) {
    ui.menu_button(icon_words(icon::LIST, "Menu"), |ui| {
        ui.set_min_width(280.0);
        ui.spacing_mut().interact_size.y = 24.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        if ui.ctx().content_rect().height() < 480.0 {
            let height = ui.ctx().content_rect().height() - 80.0;
            let scroll = egui::ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height);
            scroll.show(ui, |ui| entries_ui(app, ui));
        } else {
            entries_ui(app, ui);
        }
    });
}

fn entries_ui(app: &mut App, ui: &mut Ui) {
    for group in Group::ALL {
        ui.menu_button(group.words(), |ui| {
            ui.set_min_width(280.0);
            ui.spacing_mut().interact_size.y = 24.0;
            ui.spacing_mut().item_spacing.y = 2.0;
            for action in group.actions() {
                entry_ui(app, ui, action);
            }
        });
    }
    ui.separator();
    settings::menu_ui(app, ui);
}

/// An action as a row of a menu.
pub(super) fn entry_ui(app: &mut App, ui: &mut Ui, action: Action) -> egui::Response {
    let offer = action.offer();
    let refusal = action.refusal(app);
    let page = app.session.as_ref().map(|s| s.page);
    let chosen = page.is_some_and(|page| action.page(page) == Some(page));
    let sign = if chosen { icon::CHECK } else { offer.icon };
    let mut entry = egui::Button::new(icon_words(sign, offer.words));
    if let Some(keys) = offer.keys.first() {
        entry = entry.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    let response = ui.add_enabled(refusal.is_none(), entry);
    if response.clicked() {
        app.queue.push(action);
        ui.close();
    }
    match refusal {
        Some(why) => response.on_disabled_hover_text(why),
        None => response,
    }
}
