//! Which picture the window needs: everything that it depends on, as a key.

use std::collections::BTreeSet;

use super::{CompareAs, Revision, Session, View};
use crate::model::StructureId;
use crate::scene::theme::ThemeName;
use crate::scene::{Arrange, Filter, Orientation, Paper, Slots};

/// Which picture a view needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewKey {
    /// One structure.
    Diagram(StructureId),
    /// Two structures in shared places.
    Compare(StructureId, StructureId),
    /// Two structures in one drawing.
    Overlay(StructureId, StructureId),
    /// The way from one to the other.
    Morph(StructureId, StructureId),
}

impl ViewKey {
    /// What stands on paper: a page does not move.
    #[must_use]
    pub fn on_paper(self) -> Self {
        match self {
            Self::Morph(from, to) => Self::Compare(from, to),
            other => other,
        }
    }
}

/// How views are drawn: chosen in the window, kept while it is open, in no file.
///
/// The Draw view begins with the plain drawing, whatever an export would choose: while bodies are typed and
/// dragged, each link can be taken hold of, places by hand count, and no letter turns the whole
/// picture into another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageSetup {
    /// Plain, in zones, or whichever reads better.
    pub arrange: Arrange,
    /// The sheet for which it is arranged.
    pub paper: Paper,
    /// Which way the sheet lies.
    pub orientation: Orientation,
    /// Whether the bodies of one tier stand in a band; in plain drawings only.
    pub tiers: bool,
    /// Whether siblings may change places where lines cross less; else they stand as typed.
    pub reorder: bool,
    /// Where the bodies of two structures stand, in the Compare view.
    pub slots: Slots,
}

/// Everything a picture depends on: equal keys, equal pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureKey {
    /// State of the project.
    pub revision: Revision,
    /// What is shown.
    pub view: ViewKey,
    /// Which links are drawn.
    pub filter: Filter,
    /// In which colours.
    pub theme: ThemeName,
    /// How it is drawn; only what counts in the view.
    pub page: PageSetup,
    /// The collective lines that are drawn as single ones.
    pub opened: BTreeSet<String>,
}

impl Session {
    /// What the view shows.
    #[must_use]
    pub fn view_key(&self) -> ViewKey {
        match (&self.view, &self.pair) {
            (View::Compare, Some((from, to))) => {
                let (from, to) = (from.clone(), to.clone());
                match self.compare_as {
                    CompareAs::SideBySide => ViewKey::Compare(from, to),
                    CompareAs::Overlay => ViewKey::Overlay(from, to),
                    CompareAs::Morph => ViewKey::Morph(from, to),
                }
            }
            _ => ViewKey::Diagram(self.structure.clone()),
        }
    }

    /// How the view is drawn: a comparison for the usual page, one structure without regard to others.
    #[must_use]
    pub fn page_key(&self) -> PageSetup {
        match self.view {
            View::Compare if self.compare_as != CompareAs::SideBySide => PageSetup::default(),
            View::Compare => PageSetup {
                slots: self.page.slots,
                ..PageSetup::default()
            },
            _ => PageSetup {
                slots: Slots::default(),
                ..self.page
            },
        }
    }

    /// The picture that the view needs.
    #[must_use]
    pub fn wanted(&self, theme: ThemeName) -> PictureKey {
        PictureKey {
            revision: self.document.revision(),
            view: self.view_key(),
            filter: self.filter().clone(),
            theme,
            page: self.page_key(),
            opened: self.opened_key(),
        }
    }

    /// The collective lines that the view draws as single ones; a plain drawing has none anyway.
    #[must_use]
    pub fn opened_key(&self) -> BTreeSet<String> {
        if self.view == View::Compare || self.page.arrange == Arrange::Plain {
            return BTreeSet::new();
        }
        self.opened_in_draw()
    }

    /// The collective lines of the shown structure that the Draw view draws as single ones.
    #[must_use]
    pub fn opened_in_draw(&self) -> BTreeSet<String> {
        let opened = self.opened.iter();
        let here = opened.filter(|line| line.structure == self.structure);
        here.map(|line| line.id.clone()).collect()
    }
}
