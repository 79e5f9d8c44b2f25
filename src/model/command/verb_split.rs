//! A body of the later structure becomes several.

use super::{
    Refusal,
    body_remove::take_body,
    draft::Draft,
    succeed::{follow, follow_links, row_of},
    verb_merge::take_after,
    words::clean_name,
};
use crate::model::{Body, BodyId, Link, StructureId};

pub(super) fn split(
    draft: &mut Draft<'_>,
    from: &StructureId,
    to: &StructureId,
    body: &BodyId,
    names: &[String],
) -> Result<(), Refusal> {
    let old = draft.body(to, body)?.clone();
    let names = names
        .iter()
        .map(|name| clean_name(name, "A body"))
        .collect::<Result<Vec<_>, _>>()?;
    if names.len() < 2 {
        return Err(Refusal::SplitNeedsTwo(old.name));
    }
    row_of(draft, from, to, body)?;
    let mut news: Vec<BodyId> = Vec::new();
    let mut at = draft.body_at(to, body)?;
    for name in names {
        if name == old.name && !news.contains(body) {
            news.push(body.clone());
            at = draft.body_at(to, body)? + 1;
            continue;
        }
        let mut new = Body::new(draft.fresh().body(to, &name), name);
        take_after(&mut new, std::slice::from_ref(&old));
        news.push(new.id.clone());
        draft.put_in(to, at, new)?;
        at += 1;
    }
    let goes_on = news.contains(body);
    let first = if goes_on { Some(body) } else { news.first() };
    let Some(first) = first.cloned() else {
        return Err(Refusal::SplitNeedsTwo(old.name));
    };
    follow_links(draft, to, std::slice::from_ref(body), &first)?;
    copy_parents(draft, to, &first, &news)?;
    follow(draft, to, std::slice::from_ref(body), &news)?;
    if goes_on {
        return Ok(());
    }
    take_body(draft, to, body, Some(&first))
}

fn copy_parents(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    first: &BodyId,
    parts: &[BodyId],
) -> Result<(), Refusal> {
    let links = draft.structure(structure)?.links.iter();
    let lines: Vec<Link> = links
        .filter(|l| l.hierarchy() && &l.from == first && &l.to != first)
        .cloned()
        .collect();
    for part in parts.iter().filter(|part| *part != first) {
        for line in &lines {
            let mut line = line.clone();
            line.id = draft.fresh().link(structure, part, &line.kind, &line.to);
            line.from = part.clone();
            draft.put_in(structure, usize::MAX, line)?;
        }
    }
    Ok(())
}
