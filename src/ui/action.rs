//! Everything that a person can ask for, in one table: words, icon, keys, and when it is not
//! possible, why. Menus, buttons, keys, context menus and the palette all read it.

use egui::KeyboardShortcut;

use crate::editor::{CompareAs, PageSetup, View};
use crate::scene::{Arrange, Orientation, Paper, Slots};

/// Something that a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    New,
    Open,
    Save,
    SaveAs,
    Export,
    CopyPicture,
    CopyDescription,
    CopyTables,
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
    LinkReports,
    LinkTasks,
    LinkRepresents,
    LinkSupports,
    LinkInforms,
    Reverse,
    Merge,
    Split,
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
    ArrangeSelection,
    ArrangeAll,
    ReleasePins,
    Plain,
    Zoned,
    Either,
    A4,
    A3,
    AnyWay,
    Landscape,
    Portrait,
    NoBands,
    Bands,
    AsTyped,
    FewCrossings,
    SharedPlaces,
    OwnPlaces,
    GatherLines,
    Draw,
    Matrix,
    Stages,
    Compare,
    Changes,
    Members,
    Measures,
    Plan,
    ShowInDrawing,
    SideBySide,
    Overlay,
    Morph,
    PlayOrPause,
    NextStep,
    PreviousStep,
    FirstStep,
    LastStep,
    NextChange,
    PreviousChange,
    OnlyChanges,
    Options,
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
    /// Places by hand, and how the Draw view is drawn.
    Arrangement,
    View,
}

impl Group {
    pub(crate) const ALL: [Self; 7] = [
        Self::File,
        Self::Edit,
        Self::Drawing,
        Self::Fate,
        Self::Structure,
        Self::Arrangement,
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
            Self::Arrangement => "Arrangement",
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

impl Action {
    /// All actions, in the order of the menu.
    pub(crate) const ALL: [Self; 80] = [
        Self::New,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::CopyPicture,
        Self::CopyDescription,
        Self::CopyTables,
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
        Self::LinkReports,
        Self::LinkTasks,
        Self::LinkRepresents,
        Self::LinkSupports,
        Self::LinkInforms,
        Self::Reverse,
        Self::Merge,
        Self::Split,
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
        Self::ArrangeSelection,
        Self::ArrangeAll,
        Self::ReleasePins,
        Self::Plain,
        Self::Zoned,
        Self::Either,
        Self::A4,
        Self::A3,
        Self::AnyWay,
        Self::Landscape,
        Self::Portrait,
        Self::NoBands,
        Self::Bands,
        Self::AsTyped,
        Self::FewCrossings,
        Self::SharedPlaces,
        Self::OwnPlaces,
        Self::GatherLines,
        Self::Draw,
        Self::Matrix,
        Self::Stages,
        Self::Compare,
        Self::Changes,
        Self::Members,
        Self::Measures,
        Self::Plan,
        Self::ShowInDrawing,
        Self::SideBySide,
        Self::Overlay,
        Self::Morph,
        Self::PlayOrPause,
        Self::NextStep,
        Self::PreviousStep,
        Self::FirstStep,
        Self::LastStep,
        Self::NextChange,
        Self::PreviousChange,
        Self::OnlyChanges,
        Self::Options,
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
            | Self::CopyPicture
            | Self::CopyDescription
            | Self::CopyTables
            | Self::StartPage
            | Self::Quit => Group::File,
            Self::Undo | Self::Redo | Self::Find | Self::SelectAll => Group::Edit,
            Self::NewBody
            | Self::Rename
            | Self::Link
            | Self::Delete
            | Self::LinkReports
            | Self::LinkTasks
            | Self::LinkRepresents
            | Self::LinkSupports
            | Self::LinkInforms
            | Self::Reverse => Group::Drawing,
            Self::Merge | Self::Split | Self::Replace | Self::End | Self::UnderReview => {
                Group::Fate
            }
            Self::AddStructure
            | Self::Derive
            | Self::Duplicate
            | Self::RenameStructure
            | Self::MoveStructureLeft
            | Self::MoveStructureRight
            | Self::RemoveStructure => Group::Structure,
            Self::ArrangeSelection
            | Self::ArrangeAll
            | Self::ReleasePins
            | Self::Plain
            | Self::Zoned
            | Self::Either
            | Self::A4
            | Self::A3
            | Self::AnyWay
            | Self::Landscape
            | Self::Portrait
            | Self::NoBands
            | Self::Bands
            | Self::AsTyped
            | Self::FewCrossings
            | Self::SharedPlaces
            | Self::OwnPlaces
            | Self::GatherLines => Group::Arrangement,
            Self::Draw
            | Self::Matrix
            | Self::Stages
            | Self::Compare
            | Self::Changes
            | Self::Members
            | Self::Measures
            | Self::Plan
            | Self::ShowInDrawing
            | Self::SideBySide
            | Self::Overlay
            | Self::Morph
            | Self::PlayOrPause
            | Self::NextStep
            | Self::PreviousStep
            | Self::FirstStep
            | Self::LastStep
            | Self::NextChange
            | Self::PreviousChange
            | Self::OnlyChanges
            | Self::Options
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

    /// How it shows two structures.
    pub(crate) fn compares(self) -> Option<CompareAs> {
        match self {
            Self::SideBySide => Some(CompareAs::SideBySide),
            Self::Overlay => Some(CompareAs::Overlay),
            Self::Morph => Some(CompareAs::Morph),
            _ => None,
        }
    }

    /// Whether it goes along the way from one structure to the other.
    pub(crate) fn shows_steps(self) -> bool {
        matches!(
            self,
            Self::PlayOrPause
                | Self::NextStep
                | Self::PreviousStep
                | Self::FirstStep
                | Self::LastStep
        )
    }

    /// The page that it chooses, from the one there is.
    pub(crate) fn page(self, page: PageSetup) -> Option<PageSetup> {
        let arrange = |arrange| Some(PageSetup { arrange, ..page });
        let paper = |paper| Some(PageSetup { paper, ..page });
        let slots = |slots| Some(PageSetup { slots, ..page });
        let lying = |orientation| {
            Some(PageSetup {
                orientation,
                ..page
            })
        };
        match self {
            Self::Plain => arrange(Arrange::Plain),
            // Zones have panels of their own: they take the place of bands, and bands theirs.
            Self::Zoned => Some(PageSetup {
                arrange: Arrange::Zoned,
                tiers: false,
                ..page
            }),
            Self::Bands => Some(PageSetup {
                arrange: Arrange::Plain,
                tiers: true,
                ..page
            }),
            Self::NoBands => Some(PageSetup {
                tiers: false,
                ..page
            }),
            Self::AsTyped => Some(PageSetup {
                reorder: false,
                ..page
            }),
            Self::FewCrossings => Some(PageSetup {
                reorder: true,
                ..page
            }),
            Self::Either => arrange(Arrange::Auto),
            Self::SharedPlaces => slots(Slots::Shared),
            Self::OwnPlaces => slots(Slots::Own),
            Self::A4 => paper(Paper::A4),
            Self::A3 => paper(Paper::A3),
            Self::AnyWay => lying(Orientation::Auto),
            Self::Landscape => lying(Orientation::Landscape),
            Self::Portrait => lying(Orientation::Portrait),
            _ => None,
        }
    }

    /// Whether it is a view that is shown now.
    pub(crate) fn shown(self, view: View) -> bool {
        matches!(
            (self, view),
            (Self::Draw, View::Draw)
                | (Self::Compare, View::Compare)
                | (Self::Changes, View::Changes)
                | (Self::Members, View::Members)
                | (Self::Measures, View::Measures)
        )
    }

    /// The view in which a choice of page is seen.
    pub(crate) fn page_view(self) -> View {
        match self {
            Self::SharedPlaces | Self::OwnPlaces => View::Compare,
            _ => View::Draw,
        }
    }
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
