//! Everything that a person can ask for, in one table: words, icon, keys, and when it is not
//! possible, why. Menus, buttons, keys, context menus and the palette all read it.

use egui::{Key, KeyboardShortcut, Modifiers};
use egui_phosphor::regular as icon;

use crate::editor::View;

/// Something that a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    New,
    Open,
    Save,
    SaveAs,
    Export,
    StartPage,
    Quit,
    Undo,
    Redo,
    Find,
    SelectAll,
    NewBody,
    Rename,
    Link,
    Delete,
    ReleasePins,
    LinkReports,
    LinkTasks,
    LinkRepresents,
    LinkSupports,
    LinkInforms,
    Reverse,
    Merge,
    Replace,
    End,
    UnderReview,
    AddStructure,
    Derive,
    Duplicate,
    RenameStructure,
    MoveStructureLeft,
    MoveStructureRight,
    RemoveStructure,
    Draw,
    Compare,
    NextChange,
    PreviousChange,
    OnlyChanges,
    ZoomIn,
    ZoomOut,
    FullSize,
    Fit,
    FitSelection,
}

/// Where an action stands in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    File,
    Edit,
    /// Bodies and links of the structure that is shown.
    Drawing,
    /// What becomes of the selected bodies.
    Fate,
    Structure,
    View,
}

impl Group {
    pub(crate) const ALL: [Self; 6] = [
        Self::File,
        Self::Edit,
        Self::Drawing,
        Self::Fate,
        Self::Structure,
        Self::View,
    ];

    /// Its words in the menu.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Drawing => "Bodies and links",
            Self::Fate => "What becomes of it",
            Self::Structure => "Structure",
            Self::View => "View",
        }
    }

    /// Its actions in the order of the menu.
    pub(crate) fn actions(self) -> impl Iterator<Item = Action> {
        Action::ALL.into_iter().filter(move |a| a.group() == self)
    }
}

/// How an action is offered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offer {
    /// Its words.
    pub(crate) words: &'static str,
    /// Its icon, which never stands without the words.
    pub(crate) icon: &'static str,
    /// Its keys; the first is the one shown.
    pub(crate) keys: &'static [KeyboardShortcut],
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

impl Action {
    /// All actions, in the order of the menu.
    pub(crate) const ALL: [Self; 43] = [
        Self::New,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::StartPage,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Find,
        Self::SelectAll,
        Self::NewBody,
        Self::Rename,
        Self::Link,
        Self::Delete,
        Self::ReleasePins,
        Self::LinkReports,
        Self::LinkTasks,
        Self::LinkRepresents,
        Self::LinkSupports,
        Self::LinkInforms,
        Self::Reverse,
        Self::Merge,
        Self::Replace,
        Self::End,
        Self::UnderReview,
        Self::AddStructure,
        Self::Derive,
        Self::Duplicate,
        Self::RenameStructure,
        Self::MoveStructureLeft,
        Self::MoveStructureRight,
        Self::RemoveStructure,
        Self::Draw,
        Self::Compare,
        Self::NextChange,
        Self::PreviousChange,
        Self::OnlyChanges,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::FullSize,
        Self::Fit,
        Self::FitSelection,
    ];

    /// Where it stands in the menu.
    pub(crate) fn group(self) -> Group {
        match self {
            Self::New
            | Self::Open
            | Self::Save
            | Self::SaveAs
            | Self::Export
            | Self::StartPage
            | Self::Quit => Group::File,
            Self::Undo | Self::Redo | Self::Find | Self::SelectAll => Group::Edit,
            Self::NewBody
            | Self::Rename
            | Self::Link
            | Self::Delete
            | Self::ReleasePins
            | Self::LinkReports
            | Self::LinkTasks
            | Self::LinkRepresents
            | Self::LinkSupports
            | Self::LinkInforms
            | Self::Reverse => Group::Drawing,
            Self::Merge | Self::Replace | Self::End | Self::UnderReview => Group::Fate,
            Self::AddStructure
            | Self::Derive
            | Self::Duplicate
            | Self::RenameStructure
            | Self::MoveStructureLeft
            | Self::MoveStructureRight
            | Self::RemoveStructure => Group::Structure,
            Self::Draw
            | Self::Compare
            | Self::NextChange
            | Self::PreviousChange
            | Self::OnlyChanges
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::FullSize
            | Self::Fit
            | Self::FitSelection => Group::View,
        }
    }

    /// Whether its keys count while a text field has the keyboard: those that no text field
    /// has a use for.
    pub(crate) fn while_typing(self) -> bool {
        !matches!(self, Self::Undo | Self::Redo | Self::SelectAll)
    }

    /// Its words, icon and keys.
    pub(crate) fn offer(self) -> Offer {
        match self.group() {
            Group::File | Group::Edit => self.offer_of_file(),
            Group::Drawing | Group::Fate => self.offer_of_drawing(),
            Group::Structure => self.offer_of_structure(),
            Group::View => self.offer_of_view(),
        }
    }

    fn offer_of_file(self) -> Offer {
        const NONE: &[KeyboardShortcut] = &[];
        const REDO: &[KeyboardShortcut] = &[ctrl(Key::Y), ctrl_shift(Key::Z)];
        const ALL: &[KeyboardShortcut] = &[ctrl(Key::A)];
        match self {
            Self::New => offer("New", icon::FILE_PLUS, const { &[ctrl(Key::N)] }),
            Self::Open => offer("Open…", icon::FOLDER_OPEN, const { &[ctrl(Key::O)] }),
            Self::Save => offer("Save", icon::FLOPPY_DISK, const { &[ctrl(Key::S)] }),
            Self::SaveAs => offer(
                "Save as…",
                icon::FLOPPY_DISK_BACK,
                const { &[ctrl_shift(Key::S)] },
            ),
            Self::Export => offer("Export…", icon::EXPORT, const { &[ctrl(Key::E)] }),
            Self::Quit => offer("Quit", icon::SIGN_OUT, const { &[ctrl(Key::Q)] }),
            Self::Undo => offer("Undo", icon::ARROW_U_UP_LEFT, const { &[ctrl(Key::Z)] }),
            Self::Redo => offer("Redo", icon::ARROW_U_UP_RIGHT, REDO),
            Self::Find => offer(
                "Find or run…",
                icon::MAGNIFYING_GLASS,
                const { &[ctrl(Key::K)] },
            ),
            Self::SelectAll => offer("Select all bodies", icon::SELECTION_ALL, ALL),
            _ => offer("Start page", icon::HOUSE, NONE),
        }
    }

    fn offer_of_drawing(self) -> Offer {
        const NONE: &[KeyboardShortcut] = &[];
        const DELETE: &[KeyboardShortcut] = &[plain(Key::Delete), plain(Key::Backspace)];
        match self {
            Self::NewBody => offer("New body", icon::PLUS_SQUARE, const { &[plain(Key::N)] }),
            Self::Rename => offer("Rename", icon::TEXTBOX, const { &[plain(Key::F2)] }),
            Self::Link => offer("Link with…", icon::LINE_SEGMENT, const { &[plain(Key::L)] }),
            Self::Delete => offer("Delete", icon::TRASH, DELETE),
            Self::ReleasePins => offer(
                "Release pin",
                icon::PUSH_PIN_SLASH,
                const { &[plain(Key::P)] },
            ),
            Self::LinkReports => offer(
                "Draw “reports to”",
                icon::LINK,
                const { &[plain(Key::Num1)] },
            ),
            Self::LinkTasks => offer(
                "Draw “tasked by”",
                icon::LINK,
                const { &[plain(Key::Num2)] },
            ),
            Self::LinkRepresents => offer(
                "Draw “represented on”",
                icon::LINK,
                const { &[plain(Key::Num3)] },
            ),
            Self::LinkSupports => {
                offer("Draw “supports”", icon::LINK, const { &[plain(Key::Num4)] })
            }
            Self::LinkInforms => offer("Draw “informs”", icon::LINK, const { &[plain(Key::Num5)] }),
            Self::Reverse => offer(
                "Turn the link round",
                icon::SWAP,
                const { &[plain(Key::R)] },
            ),
            Self::Merge => offer("Merge…", icon::ARROWS_MERGE, const { &[ctrl(Key::M)] }),
            Self::Replace => offer("Replace by a new body…", icon::SWAP, NONE),
            Self::End => offer("End…", icon::PROHIBIT, NONE),
            _ => offer("Put under review", icon::HOURGLASS, NONE),
        }
    }

    fn offer_of_structure(self) -> Offer {
        const NONE: &[KeyboardShortcut] = &[];
        match self {
            Self::AddStructure => offer("Add an empty structure…", icon::PLUS, NONE),
            Self::Derive => offer(
                "Derive proposed…",
                icon::GIT_FORK,
                const { &[ctrl(Key::D)] },
            ),
            Self::Duplicate => offer("Duplicate structure…", icon::COPY, NONE),
            Self::RenameStructure => offer("Rename structure…", icon::TEXTBOX, NONE),
            Self::MoveStructureLeft => offer("Move tab left", icon::ARROW_LEFT, NONE),
            Self::MoveStructureRight => offer("Move tab right", icon::ARROW_RIGHT, NONE),
            _ => offer("Delete structure", icon::TRASH, NONE),
        }
    }

    fn offer_of_view(self) -> Offer {
        const NONE: &[KeyboardShortcut] = &[];
        const IN: &[KeyboardShortcut] = &[
            plain(Key::Plus),
            plain(Key::Equals),
            ctrl(Key::Plus),
            ctrl(Key::Equals),
        ];
        const OUT: &[KeyboardShortcut] = &[plain(Key::Minus), ctrl(Key::Minus)];
        const FIT: &[KeyboardShortcut] = &[plain(Key::Num0), ctrl(Key::Num0)];
        match self {
            Self::Draw => offer("Draw", icon::TREE_STRUCTURE, const { &[ctrl(Key::Num1)] }),
            Self::Compare => offer("Compare", icon::COLUMNS, const { &[ctrl(Key::Num2)] }),
            Self::NextChange => offer(
                "Next change",
                icon::CARET_RIGHT,
                const { &[plain(Key::F8)] },
            ),
            Self::PreviousChange => offer(
                "Previous change",
                icon::CARET_LEFT,
                const { &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F8)] },
            ),
            Self::OnlyChanges => offer("Only what changes", icon::FUNNEL, const { &[alt(Key::C)] }),
            Self::ZoomIn => offer("Zoom in", icon::MAGNIFYING_GLASS_PLUS, IN),
            Self::ZoomOut => offer("Zoom out", icon::MAGNIFYING_GLASS_MINUS, OUT),
            Self::FullSize => offer("Zoom to 100 %", icon::MAGNIFYING_GLASS, NONE),
            Self::Fit => offer("Fit", icon::FRAME_CORNERS, FIT),
            _ => offer(
                "Fit the selection",
                icon::CORNERS_OUT,
                const { &[plain(Key::F)] },
            ),
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

const fn offer(
    words: &'static str,
    icon: &'static str,
    keys: &'static [KeyboardShortcut],
) -> Offer {
    Offer { words, icon, keys }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_keys_or_words_and_each_stands_once_in_the_menu() {
        let mut seen: Vec<KeyboardShortcut> = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        for action in Action::ALL {
            let offer = action.offer();
            assert!(!offer.words.is_empty() && !offer.icon.is_empty());
            assert!(!words.contains(&offer.words), "{} twice", offer.words);
            words.push(offer.words);
            for keys in offer.keys {
                assert!(!seen.contains(keys), "{keys:?} twice");
                seen.push(*keys);
            }
        }
        let mut menu: Vec<Action> = Group::ALL.into_iter().flat_map(Group::actions).collect();
        menu.sort();
        assert_eq!(menu, Action::ALL);
    }
}
