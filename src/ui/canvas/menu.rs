//! What can be done with what was pointed at, as a menu from the action table.

use egui::containers::menu::menu_style;
use egui::{Id, Popup, PopupAnchor, PopupKind, Ui};
use egui_phosphor::regular as icon;

use crate::editor::Selected;
use crate::editor::tool::{kinds, set_kind};
use crate::ui::action::{Action, Group};
use crate::ui::app::App;
use crate::ui::top_bar::entry_ui;
use crate::ui::widgets::icon_words;

/// Shows the menu that was asked for, until something is chosen or it is closed.
pub(crate) fn context_menu_ui(app: &mut App, ui: &Ui) {
    let Some(at) = app.menu_at else { return };
    let id = Id::new("menu of the canvas");
    let fresh = ui.ctx().read_response(id).is_none();
    let mut open = true;
    let anchor = PopupAnchor::Position(at);
    Popup::new(id, ui.ctx().clone(), anchor, ui.layer_id())
        .kind(PopupKind::Menu)
        .layout(egui::Layout::top_down_justified(egui::Align::Min))
        .style(menu_style)
        .open_bool(&mut open)
        .show(|ui| {
            ui.set_min_width(280.0);
            ui.spacing_mut().interact_size.y = 24.0;
            ui.spacing_mut().item_spacing.y = 2.0;
            entries_ui(app, ui, fresh);
        });
    if !open {
        app.menu_at = None;
    }
}

fn entries_ui(app: &mut App, ui: &mut Ui, fresh: bool) {
    let selected = app.session.as_ref().map(|s| s.selection.selected().clone());
    let derived = app.session.as_ref().is_some_and(|s| s.earlier().is_some());
    let actions: &[Action] = match selected {
        Some(Selected::Bodies(_)) => &[
            Action::Rename,
            Action::NewBody,
            Action::Link,
            Action::ArrangeSelection,
            Action::ReleasePins,
            Action::FitSelection,
            Action::Delete,
        ],
        Some(Selected::Link(_)) => &[Action::Reverse, Action::Delete],
        _ => &[
            Action::NewBody,
            Action::SelectAll,
            Action::ArrangeAll,
            Action::Fit,
            Action::Undo,
            Action::Redo,
        ],
    };
    let mut first = fresh;
    for action in actions {
        let response = entry_ui(app, ui, *action);
        if first && response.enabled() {
            response.request_focus();
            first = false;
        }
    }
    match selected {
        Some(Selected::Bodies(_)) if derived => {
            ui.separator();
            for action in Group::Fate.actions() {
                entry_ui(app, ui, action);
            }
        }
        Some(Selected::Link(link)) => {
            if let Some(session) = &mut app.session {
                ui.separator();
                for kind in kinds(session) {
                    let structure = session.project().structure(&link.structure);
                    let record = structure.and_then(|s| s.link(&link.link));
                    let own = record.is_some_and(|l| l.kind == kind);
                    let words = session.project().link_kind_name(&kind);
                    let mark = if own { icon::CHECK } else { icon::LINE_SEGMENT };
                    if ui.button(icon_words(mark, &words)).clicked() {
                        set_kind(session, &link, &kind);
                        ui.close();
                    }
                }
            }
        }
        _ => {}
    }
}
