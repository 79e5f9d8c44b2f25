//! How the window looks: light or dark, size of text.

use egui::{Context, ThemePreference, Ui};
use egui_phosphor::regular as icon;

use super::widgets::{icon_words, muted};

/// Sizes of text that the menu offers, in per cent.
pub(crate) const SCALES: [u16; 5] = [100, 125, 150, 175, 200];

/// Theme and size of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) theme: ThemePreference,
    /// Size of text in per cent.
    pub(crate) scale: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemePreference::System,
            scale: 100,
        }
    }
}

impl Settings {
    /// Tells egui about them.
    pub(crate) fn apply(self, ctx: &Context) {
        ctx.set_theme(self.theme);
        ctx.set_zoom_factor(f32::from(self.scale) / 100.0);
    }

    /// The entries of the menu.
    pub(crate) fn menu_ui(&mut self, ui: &mut Ui) {
        let before = *self;
        ui.spacing_mut().interact_size.y = 24.0;
        muted(ui, "Colours");
        for (preference, icon, words) in [
            (ThemePreference::System, icon::DESKTOP, "As the system"),
            (ThemePreference::Light, icon::SUN, "Light"),
            (ThemePreference::Dark, icon::MOON, "Dark"),
        ] {
            ui.radio_value(&mut self.theme, preference, icon_words(icon, words));
        }
        ui.separator();
        muted(ui, "Size of text");
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding.x = 6.0;
            for scale in SCALES {
                ui.selectable_value(&mut self.scale, scale, format!("{scale} %"));
            }
        });
        if *self != before {
            self.apply(ui.ctx());
        }
    }
}
