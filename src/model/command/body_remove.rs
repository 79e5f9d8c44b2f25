//! Taking a body away, and everything that names it.
//!
//! Its links go; rows of lineage lose it, and empty ones go; seats filled through it are no
//! longer filled through anything; steps, questions and rules forget it once no structure has it.

use super::{Refusal, draft::Draft, grid::hand_on_in_grids};
use crate::model::{
    Body, BodyId, Fate, LineageRow, Link, Question, Rule, RuleTest, Step, StructureId,
};

pub(super) fn remove_body(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    body: &BodyId,
) -> Result<(), Refusal> {
    draft.body(structure, body)?;
    let links = draft.structure(structure)?.links.len();
    for at in (0..links).rev() {
        let touches = draft
            .structure(structure)?
            .links
            .get(at)
            .is_some_and(|link| &link.from == body || &link.to == body);
        if touches {
            draft.take_from::<Link>(structure, at)?;
        }
    }
    for at in (0..draft.project().lineage.len()).rev() {
        leave_row(draft, at, structure, body)?;
    }
    take_body(draft, structure, body, None)
}

/// Takes the record itself; seats, steps, questions and rules turn to the heir, if there is one.
pub(super) fn take_body(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    body: &BodyId,
    heir: Option<&BodyId>,
) -> Result<(), Refusal> {
    let at = draft.body_at(structure, body)?;
    draft.take_from::<Body>(structure, at)?;
    let through = |other: &Body| other.seats.iter().any(|s| s.through.as_ref() == Some(body));
    let bodies = draft.structure(structure)?.bodies.iter();
    let filled: Vec<BodyId> = bodies
        .filter(|b| through(b))
        .map(|b| b.id.clone())
        .collect();
    for id in filled {
        draft.edit_body(structure, &id, |other| {
            for seat in &mut other.seats {
                if seat.through.as_ref() == Some(body) {
                    seat.through = heir.cloned();
                }
            }
        })?;
    }
    hand_on_in_grids(draft, structure, body, heir)?;
    forget_mentions(draft, std::slice::from_ref(body), heir)
}

fn leave_row(
    draft: &mut Draft<'_>,
    at: usize,
    structure: &StructureId,
    body: &BodyId,
) -> Result<(), Refusal> {
    let row = draft.listed::<LineageRow>(at)?;
    let mut after = row.clone();
    if &row.from_structure == structure {
        after.from.retain(|id| id != body);
    }
    if &row.to_structure == structure {
        after.to.retain(|id| id != body);
    }
    if after == *row {
        return Ok(());
    }
    if after.from.is_empty() && after.to.is_empty() {
        return draft.take::<LineageRow>(at).map(drop);
    }
    drop_impossible_fate(&mut after);
    draft.set(at, after)
}

/// A stated fate that the row can no longer have is left to be derived again.
pub(super) fn drop_impossible_fate(row: &mut LineageRow) {
    let Some(fate) = row.fate.as_ref().and_then(|fate| fate.known()) else {
        return;
    };
    let (from, to) = (row.from.len(), row.to.len());
    let possible = match fate {
        Fate::Created => from == 0,
        Fate::Ended => to == 0,
        Fate::Merged => from > 1 && to > 0,
        Fate::Split => from > 0 && to > 1,
        Fate::Retained | Fate::UnderReview | Fate::Renamed | Fate::Replaced => from > 0 && to > 0,
    };
    if !possible {
        row.fate = None;
    }
}

/// Steps, questions and rules name bodies of any structure: those that none has any more go,
/// or the heir takes their place.
pub(super) fn forget_mentions(
    draft: &mut Draft<'_>,
    bodies: &[BodyId],
    heir: Option<&BodyId>,
) -> Result<(), Refusal> {
    let gone: Vec<&BodyId> = bodies.iter().filter(|id| !draft.anywhere(id)).collect();
    if gone.is_empty() {
        return Ok(());
    }
    for at in 0..draft.project().steps.len() {
        let mut step = draft.listed::<Step>(at)?.clone();
        hand_on(&mut step.bodies, &gone, heir);
        draft.set(at, step)?;
    }
    for at in 0..draft.project().questions.len() {
        let mut question = draft.listed::<Question>(at)?.clone();
        hand_on(&mut question.bodies, &gone, heir);
        draft.set(at, question)?;
    }
    for at in 0..draft.project().rules.len() {
        let mut rule = draft.listed::<Rule>(at)?.clone();
        if let Some(RuleTest::OnlyTierReportsTo { bodies, .. }) = &mut rule.test {
            hand_on(bodies, &gone, heir);
        }
        draft.set(at, rule)?;
    }
    Ok(())
}

fn hand_on(list: &mut Vec<BodyId>, gone: &[&BodyId], heir: Option<&BodyId>) {
    if !list.iter().any(|id| gone.contains(&id)) {
        return;
    }
    let mut after: Vec<BodyId> = Vec::with_capacity(list.len());
    for id in list.iter() {
        let id = if gone.contains(&id) { heir } else { Some(id) };
        if let Some(id) = id.filter(|id| !after.contains(id)) {
            after.push(id.clone());
        }
    }
    *list = after;
}
