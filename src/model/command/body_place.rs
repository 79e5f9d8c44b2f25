//! Where a body stands: in the outline and below which parent.

use super::{
    Place, Refusal,
    draft::Draft,
    link::{connect, same_link, twin},
    words::body_label,
};
use crate::model::{Body, BodyId, Link, LinkKindId, Project, StandardLink, StructureId};

/// Place in the list from 0, as a new body takes it.
pub(super) fn index(
    draft: &Draft<'_>,
    structure: &StructureId,
    place: &Place,
) -> Result<usize, Refusal> {
    match place {
        Place::End => Ok(draft.structure(structure)?.bodies.len()),
        Place::Before(body) => draft.body_at(structure, body),
        Place::After(body) => Ok(draft.body_at(structure, body)? + 1),
    }
}

pub(super) fn reorder(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    bodies: &[BodyId],
    place: &Place,
) -> Result<(), Refusal> {
    let (Place::Before(anchor) | Place::After(anchor)) = place else {
        return bodies
            .iter()
            .try_for_each(|body| shift(draft, structure, body, place));
    };
    draft.body(structure, anchor)?;
    let mut next = place.clone();
    for body in bodies.iter().filter(|body| *body != anchor) {
        shift(draft, structure, body, &next)?;
        if matches!(place, Place::After(_)) {
            next = Place::After(body.clone());
        }
    }
    Ok(())
}

fn shift(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    body: &BodyId,
    place: &Place,
) -> Result<(), Refusal> {
    let at = draft.body_at(structure, body)?;
    let wanted = index(draft, structure, place)?;
    let to = if at < wanted { wanted - 1 } else { wanted };
    if at == to {
        return Ok(());
    }
    let record = draft.take_from::<Body>(structure, at)?;
    draft.put_in(structure, to, record)
}

pub(super) fn parent_label(
    project: &Project,
    structure: &StructureId,
    body: &BodyId,
    parent: Option<&BodyId>,
) -> String {
    let body = body_label(project, structure, body);
    match parent {
        Some(parent) => format!(
            "Move {body} under {}",
            body_label(project, structure, parent)
        ),
        None => format!("Take {body} out of the hierarchy"),
    }
}

/// A plain reporting line.
pub(super) fn report_to(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    body: &BodyId,
    parent: &BodyId,
) -> Result<(), Refusal> {
    let kind = LinkKindId::of(StandardLink::ReportsTo);
    connect(draft, structure, body, &kind, parent, |_| {})
}

/// The first line that is left leads to the new parent and keeps its id; others go.
pub(super) fn set_parent(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    body: &BodyId,
    parent: Option<&BodyId>,
    instead_of: Option<&BodyId>,
) -> Result<(), Refusal> {
    let name = draft.body(structure, body)?.name.clone();
    if parent == Some(body) {
        return Err(Refusal::SelfParent(name));
    }
    if let Some(parent) = parent {
        draft.body(structure, parent)?;
    }
    let links = &draft.structure(structure)?.links;
    let mut lines: Vec<Link> = links
        .iter()
        .filter(|l| &l.from == body && l.hierarchy())
        .filter(|l| instead_of.is_none_or(|left| &l.to == left))
        .cloned()
        .collect();
    let Some(parent) = parent else {
        if lines.is_empty() {
            return Err(Refusal::NoParent(name));
        }
        return drop_links(draft, structure, &lines);
    };
    let mut target = match lines.first() {
        Some(_) => lines.remove(0),
        None => return report_to(draft, structure, body, parent),
    };
    if &target.to == parent && lines.is_empty() {
        return Err(same_link(draft, structure, &target));
    }
    drop_links(draft, structure, &lines)?;
    target.to = parent.clone();
    if twin(draft.structure(structure)?, &target).is_some() {
        // It reports there by another line already: only the one that is left goes.
        return drop_links(draft, structure, &[target]);
    }
    let at = draft.link_at(structure, &target.id)?;
    draft.set_in(structure, at, target)
}

fn drop_links(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    links: &[Link],
) -> Result<(), Refusal> {
    for link in links {
        let at = draft.link_at(structure, &link.id)?;
        draft.take_from::<Link>(structure, at)?;
    }
    Ok(())
}
