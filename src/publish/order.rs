//! What somebody wants in a file.

use super::Format;
use crate::model::StructureId;
use crate::scene::Options;

/// A file as ordered.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What it holds.
    pub what: What,
    /// In which format.
    pub format: Format,
    /// How pictures in it are drawn.
    pub options: Options,
}

/// What a file holds, and of which structures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// One structure, drawn.
    Diagram(StructureId),
    /// Two structures side by side, drawn.
    Compare(StructureId, StructureId),
    /// Two structures in one drawing.
    Overlay(StructureId, StructureId),
    /// What becomes of every body, with plan and questions.
    Changes(StructureId, StructureId),
    /// Seats and meetings before and after.
    Members(StructureId, StructureId),
    /// Figures of one structure, or of several beside each other.
    Measures(Vec<StructureId>),
    /// Tables of bodies, links and seats, and of lineage where there are several structures.
    Tables(Vec<StructureId>),
    /// A whole paper: of one structure, or of what becomes of it in the other.
    Pack(StructureId, Option<StructureId>),
    /// Slides: these structures, then two of them side by side and every change on the way.
    Talk(Vec<StructureId>, Option<(StructureId, StructureId)>),
}

/// What a file holds, whatever the structures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One structure, drawn.
    Diagram,
    /// Two structures side by side, drawn.
    Compare,
    /// Two structures in one drawing.
    Overlay,
    /// What becomes of every body.
    Changes,
    /// Seats and meetings before and after.
    Members,
    /// Figures.
    Measures,
    /// Tables of everything.
    Tables,
    /// A whole paper.
    Pack,
    /// Slides about all of it.
    Talk,
}

impl What {
    /// What it is, whatever the structures.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Diagram(_) => Subject::Diagram,
            Self::Compare(..) => Subject::Compare,
            Self::Overlay(..) => Subject::Overlay,
            Self::Changes(..) => Subject::Changes,
            Self::Members(..) => Subject::Members,
            Self::Measures(_) => Subject::Measures,
            Self::Tables(_) => Subject::Tables,
            Self::Pack(..) => Subject::Pack,
            Self::Talk(..) => Subject::Talk,
        }
    }
}

impl Subject {
    /// Whether it is a drawing rather than words and tables.
    #[must_use]
    pub fn is_drawn(self) -> bool {
        matches!(self, Self::Diagram | Self::Compare | Self::Overlay)
    }

    /// Whether pictures stand in it.
    #[must_use]
    pub fn has_pictures(self) -> bool {
        self.is_drawn() || matches!(self, Self::Pack | Self::Talk)
    }

    /// A few words for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Diagram => "the drawing of one structure",
            Self::Compare => "two structures side by side",
            Self::Overlay => "two structures in one drawing",
            Self::Changes => "the schedule of changes",
            Self::Members => "the table of members",
            Self::Measures => "the table of measures",
            Self::Tables => "the tables of bodies and links",
            Self::Pack => "the committee pack",
            Self::Talk => "the slides of a talk",
        }
    }
}
