//! How each action is offered: words, icon, keys.

use egui::{Key, KeyboardShortcut, Modifiers};
use egui_phosphor::regular as icon;

use super::action::{Action, Group, Offer};

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
    /// Its words, icon and keys.
    pub(crate) fn offer(self) -> Offer {
        match self.group() {
            Group::File | Group::Edit => self.offer_of_file(),
            Group::Drawing | Group::Fate => self.offer_of_drawing(),
            Group::Structure => self.offer_of_structure(),
            Group::Arrangement => self.offer_of_arrangement(),
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
            Self::CopyPicture => offer("Copy picture", icon::IMAGE, NONE),
            Self::CopyDescription => offer("Copy description", icon::TEXT_ALIGN_LEFT, NONE),
            Self::CopyTables => offer("Copy tables", icon::TABLE, NONE),
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
            Self::Split => offer("Split into…", icon::ARROWS_SPLIT, NONE),
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

    fn offer_of_arrangement(self) -> Offer {
        const NONE: &[KeyboardShortcut] = &[];
        match self {
            Self::ArrangeSelection => {
                offer("Arrange selection", icon::GRAPH, const { &[plain(Key::A)] })
            }
            Self::ArrangeAll => offer(
                "Arrange all",
                icon::TREE_STRUCTURE,
                const { &[KeyboardShortcut::new(Modifiers::SHIFT, Key::A)] },
            ),
            Self::ReleasePins => offer(
                "Release pins",
                icon::PUSH_PIN_SLASH,
                const { &[plain(Key::P)] },
            ),
            Self::Plain => offer("Plain drawing", icon::TREE_VIEW, NONE),
            Self::Zoned => offer("Drawing in zones", icon::SQUARES_FOUR, NONE),
            Self::Either => offer("Plain or in zones, automatically", icon::MAGIC_WAND, NONE),
            Self::A4 => offer("Paper A4", icon::FILE, NONE),
            Self::A3 => offer("Paper A3", icon::FILE, NONE),
            Self::AnyWay => offer(
                "Landscape or portrait, automatically",
                icon::MAGIC_WAND,
                NONE,
            ),
            Self::Landscape => offer("Landscape", icon::RECTANGLE, NONE),
            Self::Portrait => offer("Portrait", icon::DEVICE_MOBILE, NONE),
            Self::NoBands => offer("No bands of tiers", icon::TREE_VIEW, NONE),
            Self::Bands => offer("Tiers as bands", icon::ROWS, NONE),
            Self::AsTyped => offer("Siblings in the order of the outline", icon::LIST, NONE),
            Self::FewCrossings => offer("Siblings where lines cross least", icon::SHUFFLE, NONE),
            Self::SharedPlaces => offer("Compare in the same places", icon::COLUMNS, NONE),
            Self::OwnPlaces => offer("Compare each by itself", icon::STACK, NONE),
            _ => offer("Gather lines again", icon::ARROWS_MERGE, NONE),
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
            Self::Matrix => offer("Matrix", icon::GRID_NINE, const { &[alt(Key::X)] }),
            Self::Stages => offer(
                "Stages in time",
                icon::CALENDAR_DOTS,
                const { &[alt(Key::T)] },
            ),
            Self::Compare => offer("Compare", icon::COLUMNS, const { &[ctrl(Key::Num2)] }),
            Self::Changes => offer("Changes", icon::TABLE, const { &[ctrl(Key::Num3)] }),
            Self::Members => offer("Members", icon::USERS_THREE, const { &[ctrl(Key::Num4)] }),
            Self::Measures => offer("Measures", icon::CHART_BAR, const { &[ctrl(Key::Num5)] }),
            Self::Plan => offer(
                "Plan: steps and questions",
                icon::LIST_CHECKS,
                const { &[ctrl(Key::Num6)] },
            ),
            Self::ShowInDrawing => offer("Show in the drawing", icon::CROSSHAIR, NONE),
            Self::SideBySide => offer("Side by side", icon::COLUMNS, const { &[alt(Key::S)] }),
            Self::Overlay => offer("Overlay", icon::SUBTRACT, const { &[alt(Key::O)] }),
            Self::Morph => offer("Morph", icon::FILM_STRIP, const { &[alt(Key::M)] }),
            Self::PlayOrPause => offer(
                "Play or pause",
                icon::PLAY_PAUSE,
                const { &[plain(Key::Space)] },
            ),
            Self::NextStep => offer(
                "Next step",
                icon::ARROW_RIGHT,
                const { &[plain(Key::ArrowRight)] },
            ),
            Self::PreviousStep => offer(
                "Previous step",
                icon::ARROW_LEFT,
                const { &[plain(Key::ArrowLeft)] },
            ),
            Self::FirstStep => offer(
                "Go to the beginning",
                icon::SKIP_BACK,
                const { &[plain(Key::Home)] },
            ),
            Self::LastStep => offer(
                "Go to the end",
                icon::SKIP_FORWARD,
                const { &[plain(Key::End)] },
            ),
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
            Self::Options => offer(
                "Options side by side",
                icon::TABLE,
                const { &[alt(Key::P)] },
            ),
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
}

const fn offer(
    words: &'static str,
    icon: &'static str,
    keys: &'static [KeyboardShortcut],
) -> Offer {
    Offer { words, icon, keys }
}
