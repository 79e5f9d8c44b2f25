//! Seats of one body.

use super::{
    Refusal,
    draft::Draft,
    words::{blank_is_absent, body_label},
};
use crate::model::{BodyId, Project, Seat, StructureId};

/// Commands on the seat rows of one body. Rows are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum SeatCommand {
    /// A new row, at a place or at the end.
    Add {
        structure: StructureId,
        body: BodyId,
        seat: Seat,
        at: Option<usize>,
    },
    /// Every field of a row as given.
    Set {
        structure: StructureId,
        body: BodyId,
        row: usize,
        seat: Seat,
    },
    /// Takes a row away.
    Remove {
        structure: StructureId,
        body: BodyId,
        row: usize,
    },
    /// Another place in the list, counted without the moved row.
    Move {
        structure: StructureId,
        body: BodyId,
        row: usize,
        to: usize,
    },
}

impl SeatCommand {
    fn place(&self) -> (&StructureId, &BodyId) {
        match self {
            Self::Add {
                structure, body, ..
            }
            | Self::Set {
                structure, body, ..
            }
            | Self::Remove {
                structure, body, ..
            }
            | Self::Move {
                structure, body, ..
            } => (structure, body),
        }
    }

    pub(super) fn label(&self, project: &Project) -> String {
        let (structure, body) = self.place();
        let body = body_label(project, structure, body);
        match self {
            Self::Add { .. } => format!("Add seat to {body}"),
            Self::Set { .. } => format!("Edit seat of {body}"),
            Self::Remove { .. } => format!("Remove seat from {body}"),
            Self::Move { .. } => format!("Reorder seats of {body}"),
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (structure, body) = self.place();
        let mut seats = draft.body(structure, body)?.seats.clone();
        match self {
            Self::Add { seat, at, .. } => {
                let seat = checked(draft, structure, None, seat)?;
                let at = at.unwrap_or(usize::MAX).min(seats.len());
                seats.insert(at, seat);
            }
            Self::Set { row, seat, .. } => {
                let here = seats.get_mut(*row).ok_or(Refusal::Gone("seat"))?;
                *here = checked(draft, structure, Some(here), seat)?;
            }
            Self::Remove { row, .. } => {
                seats.get(*row).ok_or(Refusal::Gone("seat"))?;
                seats.remove(*row);
            }
            Self::Move { row, to, .. } => {
                seats.get(*row).ok_or(Refusal::Gone("seat"))?;
                let seat = seats.remove(*row);
                seats.insert((*to).min(seats.len()), seat);
            }
        }
        draft.edit_body(structure, body, |body| body.seats = seats)
    }
}

fn checked(
    draft: &Draft<'_>,
    structure: &StructureId,
    before: Option<&Seat>,
    seat: &Seat,
) -> Result<Seat, Refusal> {
    let kept = before.is_some_and(|before| before.through == seat.through);
    if let Some(through) = seat.through.as_ref().filter(|_| !kept) {
        draft.body(structure, through)?;
    }
    let mut seat = seat.clone();
    for field in [
        &mut seat.post,
        &mut seat.organisation,
        &mut seat.sector,
        &mut seat.condition,
        &mut seat.note,
    ] {
        blank_is_absent(field);
    }
    Ok(seat)
}
