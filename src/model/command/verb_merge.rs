//! Bodies of the later structure become one, or make room for a new one.

use super::{
    Refusal,
    body_remove::take_body,
    draft::Draft,
    succeed::{follow, follow_links, row_of},
    verb_row::{edit_row, needed_row},
    words::clean_name,
};
use crate::model::{Body, BodyId, Fate, LineageRow, StructureId, Word};

pub(super) fn merge(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    bodies: &[BodyId],
    name: &str,
) -> Result<(), Refusal> {
    let name = clean_name(name, "A body")?;
    let mut olds: Vec<Body> = Vec::new();
    for id in bodies {
        let body = draft.body(to, id)?;
        if !olds.iter().any(|old| old.id == body.id) {
            olds.push(body.clone());
        }
    }
    let [first, _, ..] = olds.as_slice() else {
        return Err(Refusal::MergeNeedsTwo);
    };
    for old in &olds {
        row_of(draft, from, to, &old.id)?;
    }
    let keeper = olds.iter().find(|old| old.name == name);
    let heir = match keeper {
        Some(keeper) => keeper.id.clone(),
        None => {
            let mut new = Body::new(draft.fresh().body(to, &name), name);
            take_after(&mut new, &olds);
            let (id, at) = (new.id.clone(), draft.body_at(to, &first.id)?);
            draft.put_in(to, at, new)?;
            id
        }
    };
    let ids: Vec<BodyId> = olds.into_iter().map(|old| old.id).collect();
    follow_links(draft, to, &ids, &heir)?;
    follow(draft, to, &ids, std::slice::from_ref(&heir))?;
    for old in ids.iter().filter(|id| **id != heir) {
        take_body(draft, to, old, Some(&heir))?;
    }
    Ok(())
}

pub(super) fn replace(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
    name: &str,
) -> Result<(), Refusal> {
    let old = draft.body(to, body)?.clone();
    let name = clean_name(name, "A body")?;
    needed_row(draft, from, to, body)?;
    let mut new = Body::new(draft.fresh().body(to, &name), name);
    take_after(&mut new, std::slice::from_ref(&old));
    let (heir, at) = (new.id.clone(), draft.body_at(to, body)?);
    draft.put_in(to, at, new)?;
    follow_links(draft, to, std::slice::from_ref(body), &heir)?;
    follow(
        draft,
        to,
        std::slice::from_ref(body),
        std::slice::from_ref(&heir),
    )?;
    for at in 0..draft.project().lineage.len() {
        let row = draft.listed::<LineageRow>(at)?;
        if row.joins(from, to) && row.to.as_slice() == std::slice::from_ref(&heir) {
            edit_row(draft, at, |row| {
                row.fate = Some(Word::Known(Fate::Replaced));
            })?;
        }
    }
    take_body(draft, to, body, Some(&heir))
}

pub(super) fn take_after(new: &mut Body, olds: &[Body]) {
    let Some((first, others)) = olds.split_first() else {
        return;
    };
    if others.iter().all(|old| old.kind == first.kind) {
        new.kind.clone_from(&first.kind);
    }
    if others.iter().all(|old| old.tier == first.tier) {
        new.tier.clone_from(&first.tier);
    }
    if others.iter().all(|old| old.standing == first.standing) {
        new.standing.clone_from(&first.standing);
    }
    if others.iter().all(|old| old.certainty == first.certainty) {
        new.certainty.clone_from(&first.certainty);
    }
}
