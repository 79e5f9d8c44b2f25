//! What a person looks at and points at, without a screen: selection, camera, hit testing,
//! tracing of lineage, the outline, and which pictures are wanted.
//!
//! Nothing here names egui, reads a file or waits. The window feeds it positions in page pt
//! and draws what it answers, so every rule of looking can be tested as a plain function.

mod body_ref;
mod camera;
mod document;
mod facts;
mod ledger;
mod lines;
mod outline;
mod picture;
mod prompt;
mod selection;
mod session;
mod trace;
mod travel;

pub use body_ref::BodyRef;
pub use camera::{Camera, MAX_ZOOM, MIN_ZOOM};
pub use document::{Document, Origin, Revision};
pub use facts::{Fact, Facts, Relative, facts};
pub use ledger::{FateGroup, Ledger, word};
pub use lines::{LineEntry, line_entries};
pub use outline::{OutlineGroup, OutlineRow, outline, unaccounted};
pub use picture::{Card, Line, Picture};
pub use prompt::{Asked, Becomes, Fated, Prompt, PromptField};
pub use selection::{LinkRef, Selected, Selection};
pub use session::{PictureKey, Session, View, ViewKey};
pub use trace::trace;
pub use travel::{Direction, travel};
