//! How the window looks: light or dark, size of text, whether the drawing moves.

use std::ffi::OsString;

use egui::{Context, ThemePreference, Ui};
use egui_phosphor::regular as icon;

use super::app::App;
use super::widgets::{icon_words, muted, tick};
use super::work::Request;
use crate::store::look::{Colours, Look};

/// Sizes of text that the menu offers, in per cent.
pub(crate) const SCALES: [u16; 5] = [100, 125, 150, 175, 200];

/// Theme, size of text, movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) theme: ThemePreference,
    /// Size of text in per cent.
    pub(crate) scale: u16,
    /// Nothing moves by itself: cards are at their new places at once.
    pub(crate) still: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemePreference::System,
            scale: 100,
            still: false,
        }
    }
}

impl From<Look> for Settings {
    fn from(look: Look) -> Self {
        Self {
            theme: match look.colours {
                Colours::System => ThemePreference::System,
                Colours::Light => ThemePreference::Light,
                Colours::Dark => ThemePreference::Dark,
            },
            // A size that the menu does not offer could make the menu itself unreadable.
            scale: if SCALES.contains(&look.size) {
                look.size
            } else {
                100
            },
            still: look.still,
        }
    }
}

impl From<Settings> for Look {
    fn from(settings: Settings) -> Self {
        Self {
            colours: match settings.theme {
                ThemePreference::System => Colours::System,
                ThemePreference::Light => Colours::Light,
                ThemePreference::Dark => Colours::Dark,
            },
            size: settings.scale,
            still: settings.still,
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
    fn entries_ui(&mut self, ui: &mut Ui) {
        ui.spacing_mut().interact_size.y = 24.0;
        muted(ui, "Colours");
        for (preference, icon, words) in COLOURS {
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
        ui.separator();
        if tick(ui, self.still, "Reduce motion") {
            self.still = !self.still;
        }
    }
}

/// The colours to choose from.
const COLOURS: [(ThemePreference, &str, &str); 3] = [
    (ThemePreference::System, icon::DESKTOP, "As the system"),
    (ThemePreference::Light, icon::SUN, "Light"),
    (ThemePreference::Dark, icon::MOON, "Dark"),
];

/// One choice of the menu, as it is found by its words.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) icon: &'static str,
    pub(crate) words: String,
    /// Other words that somebody may look for.
    pub(crate) also: Vec<String>,
    /// How the window looks then.
    pub(crate) then: Settings,
}

impl Settings {
    /// Every choice of the menu that would change something.
    pub(crate) fn choices(self) -> Vec<Choice> {
        let colours = COLOURS.map(|(theme, icon, words)| Choice {
            icon,
            words: format!("Colours: {words}"),
            also: vec![format!("{words} colours"), format!("Theme: {words}")],
            then: Self { theme, ..self },
        });
        let sizes = SCALES.map(|scale| Choice {
            icon: icon::TEXT_AA,
            words: format!("Size of text: {scale} %"),
            also: vec![
                format!("Text size {scale} %"),
                format!("Font size {scale} %"),
            ],
            then: Self { scale, ..self },
        });
        let motion = Choice {
            icon: icon::PERSON_SIMPLE_RUN,
            words: if self.still {
                "Do not reduce motion".to_owned()
            } else {
                "Reduce motion".to_owned()
            },
            also: Vec::new(),
            then: Self {
                still: !self.still,
                ..self
            },
        };
        let all = colours.into_iter().chain(sizes).chain([motion]);
        all.filter(|choice| choice.then != self).collect()
    }
}

impl App {
    /// The window looks so from now on, and at the next start.
    pub(super) fn look_so(&mut self, ctx: &Context, settings: Settings) {
        self.settings = settings;
        settings.apply(ctx);
        if let Some(folder) = &self.keep.folder {
            let look = Box::new(Look::from(settings));
            self.worker.send(Request::Look(folder.clone(), look));
        }
    }
}

/// The entries of the menu; what is chosen counts at once and at the next start.
pub(crate) fn menu_ui(app: &mut App, ui: &mut Ui) {
    let mut chosen = app.settings;
    chosen.entries_ui(ui);
    if chosen != app.settings {
        app.look_so(ui.ctx(), chosen);
    }
}

/// Whether this computer is better off without movement, as far as its environment says so: the
/// person has asked for it, or sees the window on a remote desktop of Windows, where each frame of
/// a movement goes over the network. Neither egui nor winit hands on the system's own setting.
pub(crate) fn still_here(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let says = |name| variable(name).map(|value| value.to_string_lossy().into_owned());
    let asked = says("DOTTED_LINE_REDUCE_MOTION").is_some_and(|v| !v.is_empty() && v != "0");
    asked || says("SESSIONNAME").is_some_and(|v| v.to_uppercase().starts_with("RDP-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remote_desktop_and_who_asks_for_it_see_no_movement() {
        let with = |name: &'static str, value: &'static str| {
            still_here(move |n| (n == name).then(|| value.into()))
        };
        assert!(!still_here(|_| None));
        assert!(with("DOTTED_LINE_REDUCE_MOTION", "1"));
        assert!(!with("DOTTED_LINE_REDUCE_MOTION", "0"));
        assert!(with("SESSIONNAME", "RDP-Tcp#12"));
        assert!(!with("SESSIONNAME", "Console"));
    }
}
