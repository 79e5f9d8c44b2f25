//! What becomes of bodies, said in the later structure: rename, merge, split, end, replace…
//!
//! Each works on the later structure and on its rows of lineage in one change. A fate that
//! can be derived from the row is not written down; *replaced* and *under review* are stated.

use super::{
    NewBody, Refusal,
    body::{add_body, rename_body},
    body_remove::{remove_body, take_body},
    draft::Draft,
    succeed::{follow, follow_links, row_of},
    words::{bodies_label, body_label, clean_name, short},
};
use crate::model::{Body, BodyId, Fate, LineageRow, Link, Project, StructureId, Word};

/// Commands on a later structure (`to`) and its lineage from an earlier one (`from`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum VerbCommand {
    /// Goes on under another name.
    Rename {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        name: String,
    },
    /// Several bodies become one; a name that one of them has lets that one take in the others.
    ///
    /// Their links and the bodies below them follow, without doubles.
    Merge {
        from: StructureId,
        to: StructureId,
        bodies: Vec<BodyId>,
        name: String,
    },
    /// One body becomes several; a name that it has lets it go on beside the others.
    ///
    /// Each reports where it reported; every other link goes to the first.
    Split {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        names: Vec<String>,
    },
    /// Has no successor: it leaves the later structure, its row stays.
    End {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        reason: Option<String>,
    },
    /// Its place is taken by a new body.
    Replace {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        name: String,
    },
    /// States a fate, such as *under review*, or leaves it to be derived again.
    State {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        fate: Option<Fate>,
    },
    /// A body without predecessor; `body` names the later structure.
    Create { from: StructureId, body: NewBody },
    /// Bodies of the earlier structure go on in the later one as they are.
    ///
    /// For bodies that stand in no row, and for ended ones that are to stay after all.
    Retain {
        from: StructureId,
        to: StructureId,
        /// Bodies of the earlier structure.
        bodies: Vec<BodyId>,
    },
}

impl VerbCommand {
    pub(super) fn label(&self, project: &Project) -> String {
        match self {
            Self::Rename { to, body, .. } => format!("Rename {}", body_label(project, to, body)),
            Self::Merge {
                to, bodies, name, ..
            } => format!(
                "Merge {} into {}",
                bodies_label(project, to, bodies),
                short(name.trim())
            ),
            Self::Split { to, body, .. } => format!("Split {}", body_label(project, to, body)),
            Self::End { to, body, .. } => format!("End {}", body_label(project, to, body)),
            Self::Replace { to, body, name, .. } => format!(
                "Replace {} by {}",
                body_label(project, to, body),
                short(name.trim())
            ),
            Self::State { to, body, fate, .. } => {
                let body = body_label(project, to, body);
                match fate {
                    Some(Fate::UnderReview) => format!("Put {body} under review"),
                    Some(fate) => format!("Call {body} {}", fate.label().to_lowercase()),
                    None => format!("Clear the stated fate of {body}"),
                }
            }
            Self::Create { body, .. } => format!("Create {}", short(body.name.trim())),
            Self::Retain { from, bodies, .. } => {
                format!("Retain {}", bodies_label(project, from, bodies))
            }
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (from, to) = self.structures();
        let earlier = draft.structure(from)?.label();
        draft.structure(to)?;
        if from == to {
            return Err(Refusal::SameStructure(earlier));
        }
        match self {
            Self::Rename { body, name, .. } => rename(draft, from, to, body, name),
            Self::Merge { bodies, name, .. } => merge(draft, from, to, bodies, name),
            Self::Split { body, names, .. } => split(draft, from, to, body, names),
            Self::End { body, reason, .. } => end(draft, from, to, body, reason.as_deref()),
            Self::Replace { body, name, .. } => replace(draft, from, to, body, name),
            Self::State { body, fate, .. } => {
                let at = needed_row(draft, from, to, body)?;
                edit_row(draft, at, |row| row.fate = fate.map(Word::Known))
            }
            Self::Create { body, .. } => {
                let id = add_body(draft, body)?;
                let mut row = LineageRow::new(from.clone(), to.clone());
                row.to.push(id);
                draft.put(usize::MAX, row)
            }
            Self::Retain { bodies, .. } => bodies
                .iter()
                .try_for_each(|body| retain(draft, from, to, body)),
        }
    }

    fn structures(&self) -> (&StructureId, &StructureId) {
        match self {
            Self::Rename { from, to, .. }
            | Self::Merge { from, to, .. }
            | Self::Split { from, to, .. }
            | Self::End { from, to, .. }
            | Self::Replace { from, to, .. }
            | Self::State { from, to, .. }
            | Self::Retain { from, to, .. } => (from, to),
            Self::Create { from, body } => (from, &body.structure),
        }
    }
}

fn rename(
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

fn merge(
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

/// What all predecessors share, the successor has too; seats and meetings are new facts.
fn take_after(new: &mut Body, olds: &[Body]) {
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

fn split(
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

/// The other parts report where the first part reports.
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

fn end(
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

fn replace(
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
        if row.joins(from, to) && row.to.contains(&heir) {
            edit_row(draft, at, |row| {
                row.fate = Some(Word::Known(Fate::Replaced))
            })?;
        }
    }
    take_body(draft, to, body, Some(&heir))
}

fn retain(
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

/// Whether the later structure has a body with this id that no row leads to yet.
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

fn edit_row(
    draft: &mut Draft<'_>,
    at: usize,
    edit: impl FnOnce(&mut LineageRow),
) -> Result<(), Refusal> {
    let mut row = draft.listed::<LineageRow>(at)?.clone();
    edit(&mut row);
    draft.set(at, row)
}

/// The row that leads to a body; without one, nothing can be said of what became of what.
fn needed_row(
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
