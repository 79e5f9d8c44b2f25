//! The choice in the Compare view: two structures side by side, in one drawing, or the way between them.

use egui::Ui;

use super::action::Action;
use super::app::App;
use super::morph_view::take_keys;
use super::widgets::small_tab;

pub(super) fn compare_as_ui(app: &mut App, ui: &mut Ui) {
    let Some(session) = &app.session else { return };
    let shown = session.compare_as;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for action in [Action::SideBySide, Action::Overlay, Action::Morph] {
            let offer = action.offer();
            let chosen = action.compares() == Some(shown);
            let response = small_tab(ui, offer.words, chosen);
            if response.clicked() && !chosen {
                app.queue.push(action);
                if action == Action::Morph && response.has_focus() {
                    // Space plays there, also while the way is still being made.
                    response.surrender_focus();
                    take_keys(ui);
                }
            }
            if let Some(keys) = offer.keys.first() {
                response.on_hover_text(ui.ctx().format_shortcut(keys));
            }
        }
    });
}
