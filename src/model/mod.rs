//! The project and how it may change. Knows no file, no screen and no graph library.
//!
//! A person's act is a [`Command`]; applied to a project it gives a [`Change`]
//! (records before and after) or a [`Refusal`], which is a sentence. [`History`] keeps
//! the changes, so that undo is nothing but a change turned round; [`Workspace`] owns both.

mod added;
mod body;
mod change;
mod classes;
mod command;
mod date;
mod extra;
mod free_words;
mod grid;
mod history;
mod id;
mod id_book;
mod known_words;
mod language;
mod link;
mod names;
mod project;
mod short_text;
mod squash;
mod translated;
mod words;
mod workspace;

pub use body::{Body, ClassCount, Meetings, Pin, Seat, SeatCount, SeatNumber};
pub use change::{Change, Mismatch, RecordEdit, Slot};
pub use classes::Classes;
pub use command::{
    BodyCommand, Command, GridCell, GridCommand, KindCommand, LineageCommand, LinkCommand, LinkEnd,
    ListCommand, MAX_NAME, NewBody, Place, ProjectCommand, Refusal, SeatCommand, StructureCommand,
    VerbCommand,
};
pub use date::{Date, DateError, parse_date};
pub use extra::Extra;
pub use grid::Grid;
pub use history::History;
pub use id::{
    BodyId, GridId, KindId, LinkId, LinkKindId, MAX_ID, StructureId, TierId, id_from_name, is_id,
};
pub use id_book::IdBook;
pub use language::{InSecond, Language, TRANSLATED};
pub use link::{Link, StandardLink};
pub use names::fold;
pub use project::{
    BodyKind, Head, LineageRow, LinkKind, Project, Question, Rule, RuleTest, Step, Structure,
    StructureHead, Tier,
};
pub use short_text::{MAX_SHORT_TEXT, ShortText};
pub use translated::TextOf;
pub use words::{Certainty, Fate, Standing, Word};
pub use workspace::{Outcome, Workspace};
