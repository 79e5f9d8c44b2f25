//! What a person looks at and points at, without a screen: selection, camera, hit testing,
//! tracing of lineage, the outline, and which pictures are wanted.
//!
//! Nothing here names egui, reads a file or waits. The window feeds it positions in page pt
//! and draws what it answers, so every rule of looking can be tested as a plain function.

mod account;
mod arrange;
mod body_ref;
mod camera;
mod collective;
mod document;
mod facts;
pub mod field;
mod find;
mod follow;
mod ledger;
mod lines;
mod outline;
mod outline_edit;
mod picture;
pub mod plan;
mod prompt;
pub mod schedule;
mod selection;
mod session;
pub mod sheets;
mod short_texts;
mod showing;
pub mod tool;
mod trace;
mod travel;
mod wanted;

pub use account::{accounts, accounts_between, origins};
pub use arrange::ArrangeOrder;
pub use body_ref::BodyRef;
pub use camera::{Camera, MAX_ZOOM, MIN_ZOOM};
pub use collective::{CollectiveRef, OpenedLine, stands_for};
pub use document::{Document, Origin, Revision};
pub use facts::{Descent, Kin, Tie, descent, fate_of, seats_in_words, ties};
pub use find::{Hit, find, rank, rank_body};
pub use ledger::{FateGroup, Ledger, word};
pub use lines::{Counted, LineEntry, Tallied, line_entries};
pub use outline::{OutlineGroup, OutlineRow, Section, outline, unaccounted};
pub use outline_edit::{Part, Rows, Spot, unnamed};
pub use picture::{Card, CollectiveLine, Line, Picture};
pub use plan::{is_open, open_about};
pub use prompt::{Asked, Becomes, Fated, Prompt, PromptField};
pub use schedule::{ChangesPage, Schedule};
pub use selection::{LinkRef, Selected, Selection};
pub use session::{Session, View, naming};
pub use short_texts::{Generated, ShortTextOf, generated_texts, short_texts};
pub use showing::{Again, CompareAs, Showing};
pub use trace::trace;
pub use travel::{Direction, travel};
pub use wanted::{PageSetup, PictureKey, ViewKey};
