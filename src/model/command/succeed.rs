//! How links and rows of lineage follow from bodies to their successors.

use super::{Refusal, body_remove::drop_impossible_fate, draft::Draft, link::twin};
use crate::model::{BodyId, LineageRow, Link, StructureId};

/// The first row between two structures that leads to a body of the later one.
///
/// A body that has kept its id and stands in no row on either side gets its row here, since
/// a derived structure keeps ids.
pub(super) fn row_of(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
) -> Result<Option<usize>, Refusal> {
    let rows = || draft.project().rows_between(from, to);
    if let Some((at, _)) = rows().find(|(_, row)| row.to.contains(body)) {
        return Ok(Some(at));
    }
    let earlier = draft.structure(from)?.body(body).is_some();
    let taken = rows().any(|(_, row)| row.from.contains(body));
    if !earlier || taken {
        return Ok(None);
    }
    let mut row = LineageRow::new(from.clone(), to.clone());
    row.from.push(body.clone());
    row.to.push(body.clone());
    let at = draft.project().lineage.len();
    draft.put(at, row)?;
    Ok(Some(at))
}

/// Links of the old bodies go to the heir; doubles and links among them fall away.
pub(super) fn follow_links(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    olds: &[BodyId],
    heir: &BodyId,
) -> Result<(), Refusal> {
    let links: Vec<Link> = draft
        .structure(structure)?
        .links
        .iter()
        .filter(|l| olds.contains(&l.from) || olds.contains(&l.to))
        .cloned()
        .collect();
    for mut link in links {
        let at = draft.link_at(structure, &link.id)?;
        for end in [&mut link.from, &mut link.to] {
            if olds.contains(end) {
                end.clone_from(heir);
            }
        }
        if link.from == link.to || twin(draft.structure(structure)?, &link).is_some() {
            draft.take_from::<Link>(structure, at)?;
        } else {
            draft.set_in(structure, at, link)?;
        }
    }
    Ok(())
}

/// Rows that name the old bodies of a structure name the new ones instead.
///
/// Rows that lead to old bodies only become one row when several bodies become one; a row
/// that also leads elsewhere keeps its other end.
pub(super) fn follow(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    olds: &[BodyId],
    news: &[BodyId],
) -> Result<(), Refusal> {
    let mut base: Vec<(StructureId, usize)> = Vec::new();
    let mut joined: Vec<usize> = Vec::new();
    for at in 0..draft.project().lineage.len() {
        let mut row = draft.listed::<LineageRow>(at)?.clone();
        if &row.from_structure == structure {
            swap(&mut row.from, olds, news);
            drop_impossible_fate(&mut row);
            draft.set(at, row)?;
            continue;
        }
        if &row.to_structure != structure || !row.to.iter().any(|id| olds.contains(id)) {
            continue;
        }
        let whole = row.to.iter().all(|id| olds.contains(id));
        swap(&mut row.to, olds, news);
        if !whole {
            drop_impossible_fate(&mut row);
            draft.set(at, row)?;
            continue;
        }
        row.fate = None;
        let found = base.iter().find(|(from, _)| from == &row.from_structure);
        match found {
            Some((_, base_at)) if olds.len() > 1 => {
                let base_at = *base_at;
                let mut whole_row = draft.listed::<LineageRow>(base_at)?.clone();
                join(&mut whole_row, row);
                draft.set(base_at, whole_row)?;
                joined.push(at);
            }
            _ => {
                base.push((row.from_structure.clone(), at));
                draft.set(at, row)?;
            }
        }
    }
    for at in joined.into_iter().rev() {
        draft.take::<LineageRow>(at)?;
    }
    Ok(())
}

/// The new ids take the place of the first old one.
fn swap(ids: &mut Vec<BodyId>, olds: &[BodyId], news: &[BodyId]) {
    let mut out: Vec<BodyId> = Vec::with_capacity(ids.len() + news.len());
    for id in ids.iter() {
        let taking = if olds.contains(id) {
            news
        } else {
            std::slice::from_ref(id)
        };
        for id in taking {
            if !out.contains(id) {
                out.push(id.clone());
            }
        }
    }
    *ids = out;
}

/// Two rows as one: bodies together, words one after the other, the first stated date and lead.
fn join(row: &mut LineageRow, other: LineageRow) {
    for id in other.from {
        if !row.from.contains(&id) {
            row.from.push(id);
        }
    }
    join_words(&mut row.reason, other.reason);
    join_words(&mut row.source, other.source);
    row.date = row.date.take().or(other.date);
    row.lead = row.lead.take().or(other.lead);
}

fn join_words(words: &mut Option<String>, other: Option<String>) {
    *words = match (words.take(), other) {
        (Some(a), Some(b)) if a != b => Some(format!("{a}; {b}")),
        (a, b) => a.or(b),
    };
}
