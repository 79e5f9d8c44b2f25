//! The Measures view.

use egui::Ui;

use super::app::App;
use super::tables::one_structure_ui;

pub(super) fn measures_ui(app: &mut App, ui: &mut Ui) {
    one_structure_ui(app, ui, "Measures");
}
