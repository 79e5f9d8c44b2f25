//! What a person means to do with the project.
//!
//! Each command reads in four parts: what was meant (its fields), why it may be refused,
//! which records change, and what the undo menu says. None of them knows how to undo:
//! the change it gives holds every record before and after.

mod body;
mod body_place;
mod body_remove;
mod draft;
mod grid;
mod kind;
mod lineage;
mod link;
mod list;
mod project;
mod refusal;
mod seat;
mod structure;
mod succeed;
mod verb;
mod verb_merge;
mod verb_row;
mod verb_split;
mod words;

#[cfg(test)]
mod tests;

pub use body::{BodyCommand, NewBody, Place};
pub use grid::{GridCell, GridCommand};
pub use kind::KindCommand;
pub use lineage::LineageCommand;
pub use link::{LinkCommand, LinkEnd};
pub use list::ListCommand;
pub use project::ProjectCommand;
pub use refusal::Refusal;
pub use seat::SeatCommand;
pub use structure::StructureCommand;
pub use verb::VerbCommand;
pub use words::MAX_NAME;

use super::{Change, IdBook, Project};
use draft::Draft;

/// One act of a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// On the project's head.
    Project(ProjectCommand),
    /// On whole structures.
    Structure(StructureCommand),
    /// On bodies of one structure.
    Body(BodyCommand),
    /// On links of one structure.
    Link(LinkCommand),
    /// On grids of one structure.
    Grid(GridCommand),
    /// On seats of one body.
    Seat(SeatCommand),
    /// On rows of lineage.
    Lineage(LineageCommand),
    /// What becomes of bodies in a later structure: merge, split, end…
    Verb(VerbCommand),
    /// On kinds of body, kinds of link and tiers.
    Kind(KindCommand),
    /// On steps, questions and rules.
    List(ListCommand),
    /// Several as one: later ones see the effect of earlier ones; one refused, all refused.
    Several {
        /// In their order.
        commands: Vec<Self>,
        /// What the undo menu says.
        label: String,
    },
}

impl Command {
    /// What the command would change in this project, or why it cannot be done.
    ///
    /// An empty change means that everything is already as it was meant to be.
    ///
    /// # Errors
    /// [`Refusal`], whose display is a sentence.
    pub fn plan(&self, project: &Project, ids: &IdBook) -> Result<Change, Refusal> {
        let mut draft = Draft::new(project, ids);
        self.draft(&mut draft)?;
        if draft.project() == project {
            // There and back again within one command is nothing to undo.
            return Ok(Change::default());
        }
        Ok(draft.finish())
    }

    /// What the undo menu says: "Rename Culture Forum".
    #[must_use]
    pub fn label(&self, project: &Project) -> String {
        match self {
            Self::Project(command) => command.label(),
            Self::Structure(command) => command.label(project),
            Self::Body(command) => command.label(project),
            Self::Link(command) => command.label(project),
            Self::Grid(command) => command.label(project),
            Self::Seat(command) => command.label(project),
            Self::Lineage(command) => command.label(),
            Self::Verb(command) => command.label(project),
            Self::Kind(command) => command.label(project),
            Self::List(command) => command.label(),
            Self::Several { label, .. } => label.clone(),
        }
    }

    fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::Project(command) => command.draft(draft),
            Self::Structure(command) => command.draft(draft),
            Self::Body(command) => command.draft(draft),
            Self::Link(command) => command.draft(draft),
            Self::Grid(command) => command.draft(draft),
            Self::Seat(command) => command.draft(draft),
            Self::Lineage(command) => command.draft(draft),
            Self::Verb(command) => command.draft(draft),
            Self::Kind(command) => command.draft(draft),
            Self::List(command) => command.draft(draft),
            Self::Several { commands, .. } => {
                commands.iter().try_for_each(|command| command.draft(draft))
            }
        }
    }
}

macro_rules! into_command {
    ($($variant:ident($group:ident)),*) => {$(
        impl From<$group> for Command {
            fn from(command: $group) -> Self {
                Self::$variant(command)
            }
        }
    )*};
}
into_command!(
    Project(ProjectCommand),
    Structure(StructureCommand),
    Body(BodyCommand),
    Link(LinkCommand),
    Grid(GridCommand),
    Seat(SeatCommand),
    Lineage(LineageCommand),
    Verb(VerbCommand),
    Kind(KindCommand),
    List(ListCommand)
);
