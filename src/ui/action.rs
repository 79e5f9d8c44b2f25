//! Everything that a person can ask for, in one table: words, icon, keys, and when it is not
//! possible, why. Menus, buttons and keys all read it.

use egui::{Key, KeyboardShortcut, Modifiers};
use egui_phosphor::regular as icon;

use super::App;
use crate::editor::View;

/// Something that a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Open,
    StartPage,
    Export,
    Draw,
    Compare,
    ZoomIn,
    ZoomOut,
    FullSize,
    Fit,
}

/// How an action is offered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offer {
    pub(crate) words: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) keys: &'static [KeyboardShortcut],
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

impl Action {
    /// All actions, in the order of the menu.
    pub(crate) const ALL: [Self; 9] = [
        Self::Open,
        Self::StartPage,
        Self::Export,
        Self::Draw,
        Self::Compare,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::FullSize,
        Self::Fit,
    ];

    /// Its words, icon and keys.
    pub(crate) fn offer(self) -> Offer {
        const OPEN: &[KeyboardShortcut] = &[ctrl(Key::O)];
        const EXPORT: &[KeyboardShortcut] = &[ctrl(Key::E)];
        const DRAW: &[KeyboardShortcut] = &[ctrl(Key::Num1)];
        const COMPARE: &[KeyboardShortcut] = &[ctrl(Key::Num2)];
        const IN: &[KeyboardShortcut] = &[
            plain(Key::Plus),
            plain(Key::Equals),
            ctrl(Key::Plus),
            ctrl(Key::Equals),
        ];
        const OUT: &[KeyboardShortcut] = &[plain(Key::Minus), ctrl(Key::Minus)];
        const FULL: &[KeyboardShortcut] = &[plain(Key::Num1)];
        const FIT: &[KeyboardShortcut] = &[plain(Key::Num0), ctrl(Key::Num0)];
        let (words, icon, keys) = match self {
            Self::Open => ("Open…", icon::FOLDER_OPEN, OPEN),
            Self::StartPage => ("Start page", icon::HOUSE, &[] as &[_]),
            Self::Export => ("Export…", icon::EXPORT, EXPORT),
            Self::Draw => ("Draw", icon::TREE_STRUCTURE, DRAW),
            Self::Compare => ("Compare", icon::COLUMNS, COMPARE),
            Self::ZoomIn => ("Zoom in", icon::MAGNIFYING_GLASS_PLUS, IN),
            Self::ZoomOut => ("Zoom out", icon::MAGNIFYING_GLASS_MINUS, OUT),
            Self::FullSize => ("Zoom to 100 %", icon::MAGNIFYING_GLASS, FULL),
            Self::Fit => ("Fit", icon::FRAME_CORNERS, FIT),
        };
        Offer { words, icon, keys }
    }

    /// Why it is not possible now, as a sentence; `None` when it is.
    pub(crate) fn refusal(self, app: &App) -> Option<&'static str> {
        let closed = "Open a project first.";
        let Some(session) = &app.session else {
            return (self != Self::Open).then_some(closed);
        };
        match self {
            Self::Open | Self::StartPage | Self::Export | Self::Draw => None,
            Self::Compare => session
                .pair
                .is_none()
                .then_some("This project has one structure; a comparison needs two."),
            Self::ZoomIn | Self::ZoomOut | Self::FullSize | Self::Fit => session
                .camera()
                .is_none()
                .then_some("The drawing is being made."),
        }
    }

    /// Whether it is a view that is shown now.
    pub(crate) fn shown(self, view: View) -> bool {
        matches!(
            (self, view),
            (Self::Draw, View::Draw) | (Self::Compare, View::Compare)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_keys_and_each_has_words_and_an_icon() {
        let mut seen: Vec<KeyboardShortcut> = Vec::new();
        for action in Action::ALL {
            let offer = action.offer();
            assert!(!offer.words.is_empty() && !offer.icon.is_empty());
            for keys in offer.keys {
                assert!(!seen.contains(keys), "{keys:?} twice");
                seen.push(*keys);
            }
        }
    }
}
