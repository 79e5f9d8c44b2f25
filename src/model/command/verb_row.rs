//! What becomes of one body: renamed, ended, retained; and the row of lineage that says so.

use super::{Refusal, body::rename_body, body_remove::remove_body, draft::Draft, succeed::row_of};
use crate::model::{BodyId, Fate, LineageRow, StructureId};

pub(super) fn rename(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
    name: &str,
) -> Result<(), Refusal> {
    rename_body(draft, to, body, name)?;
    let Some(at) = row_of(draft, from, to, body)? else {
        return Ok(());
    };
    edit_row(draft, at, |row| {
        let stated = row.fate.as_ref().and_then(|fate| fate.known());
        if matches!(stated, Some(Fate::Retained | Fate::Renamed)) {
            row.fate = None;
        }
    })
}

pub(super) fn end(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    let at = needed_row(draft, from, to, body)?;
    if let Some(reason) = reason.map(str::trim).filter(|reason| !reason.is_empty()) {
        edit_row(draft, at, |row| row.reason = Some(reason.to_owned()))?;
    }
    remove_body(draft, to, body)
}

pub(super) fn retain(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
) -> Result<(), Refusal> {
    let original = draft.body(from, body)?.clone();
    let rows = &draft.project().lineage;
    let row_at = rows
        .iter()
        .position(|row| row.joins(from, to) && row.from.contains(body));
    let goes_on = row_at
        .and_then(|at| rows.get(at))
        .is_some_and(|row| !row.to.is_empty());
    if goes_on {
        return Err(Refusal::AlreadyGoesOn {
            body: original.name,
            structure: draft.structure(to)?.label(),
        });
    }
    let heir = if unaccounted(draft, from, to, body)? {
        body.clone()
    } else {
        let mut copy = original;
        copy.id = draft.fresh().body(to, &copy.name);
        for seat in &mut copy.seats {
            let there = |id: &BodyId| draft.body(to, id).is_ok();
            seat.through = seat.through.take().filter(there);
        }
        let id = copy.id.clone();
        draft.put_in(to, usize::MAX, copy)?;
        id
    };
    if let Some(at) = row_at {
        let mut row = draft.listed::<LineageRow>(at)?.clone();
        if row.from.len() == 1 {
            row.fate = None;
            row.to.push(heir);
            return draft.set(at, row);
        }
        // The others of the row have still ended; the one that stays gets its own row.
        row.from.retain(|id| id != body);
        draft.set(at, row)?;
    }
    let mut row = LineageRow::new(from.clone(), to.clone());
    row.from.push(body.clone());
    row.to.push(heir);
    draft.put(usize::MAX, row)
}

fn unaccounted(
    draft: &Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
) -> Result<bool, Refusal> {
    let there = draft.structure(to)?.body(body).is_some();
    let mut rows = draft.project().rows_between(from, to);
    Ok(there && !rows.any(|(_, row)| row.to.contains(body)))
}

pub(super) fn edit_row(
    draft: &mut Draft<'_>,
    at: usize,
    edit: impl FnOnce(&mut LineageRow),
) -> Result<(), Refusal> {
    let mut row = draft.listed::<LineageRow>(at)?.clone();
    edit(&mut row);
    draft.set(at, row)
}

pub(super) fn needed_row(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
) -> Result<usize, Refusal> {
    let name = draft.body(to, body)?.name.clone();
    let structure = draft.structure(from)?.label();
    let found = row_of(draft, from, to, body)?;
    let led_to = found.filter(|at| {
        let row = draft.listed::<LineageRow>(*at);
        row.is_ok_and(|row| !row.from.is_empty())
    });
    led_to.ok_or(Refusal::NoPredecessor {
        body: name,
        structure,
    })
}
