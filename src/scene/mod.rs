//! Everything drawable: pages of positioned items in pt, all text shaped.
//!
//! One scene for each view and page; canvas, SVG, PNG and every later format print that one.
//! An exporter never has to think: colours are final, rows are broken, lines are routed.

pub mod sample;
pub mod theme;
mod tiers;

mod arrangement;
mod card;
mod choice;
mod compare;
mod crowd;
mod diagram;
mod draw;
mod forms;
mod furniture;
mod ink;
mod item;
mod joint;
mod legend;
mod line;
mod morph;
mod notes;
mod options;
mod overlay;
mod page;
mod pages;
mod pattern;
mod pinned;
mod place;
mod plan;
mod sight;
mod style;
mod surround;
mod transform;
mod words;
mod zoned;
mod zoned_draw;

pub use arrangement::{
    Arranged, ArrangedCollective, Arrangement, PlacedBody, Timings, Zone, arrangement,
    joint_arrangement,
};
pub use compare::{compare, compare_sides};
pub use diagram::{Drawing, diagram, drawing, title_of};
pub use item::{
    BodyRole, CollectiveRole, Colour, Geometry, Group, Item, LinkRole, Page, Pane, Role, Scene,
    Stroke,
};
pub use morph::{Morph, MorphSlide, Pose, Side, Step, morph, morph_slides};
pub use options::{
    Arrange, Filter, Ink, Languages, Options, Orientation, Pages, Paper, READABLE, Slots, Surround,
};
pub use overlay::{overlay, overlay_drawing};
pub use pinned::met_pins;
pub use sight::{Sight, difference};
pub use style::{End, LinkLook, Looks};

use crate::compare::{CompareError, known_structures};
use crate::model::{Project, Structure, StructureId};

/// Why a picture cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SceneError {
    /// There is no such structure.
    #[error("This project has no structure called “{missing}”. {}", known_structures(.known))]
    NoStructure {
        /// The id asked for.
        missing: StructureId,
        /// The ids there are.
        known: Vec<StructureId>,
    },
    /// The two structures cannot be compared.
    #[error(transparent)]
    Compare(#[from] CompareError),
}

/// A structure of a project.
///
/// # Errors
/// [`SceneError::NoStructure`] when there is none of that id.
pub fn find<'a>(project: &'a Project, id: &StructureId) -> Result<&'a Structure, SceneError> {
    project
        .structure(id)
        .ok_or_else(|| SceneError::NoStructure {
            missing: id.clone(),
            known: project
                .structures
                .iter()
                .map(|s| s.head.id.clone())
                .collect(),
        })
}
