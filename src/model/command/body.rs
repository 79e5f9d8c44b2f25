//! Bodies of one structure: added, renamed, edited. Places and parents: `body_place`.

use super::{
    Refusal, body_place,
    body_remove::remove_body,
    draft::Draft,
    kind::{check_kind, check_tier},
    words::{blank_is_absent, bodies_label, body_label, clean_name, edit_verb, short},
};
use crate::model::{Body, BodyId, KindId, Pin, Project, StructureId, TierId};

/// A place in the list of bodies, which is the order of the outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Behind all others.
    #[default]
    End,
    /// Just before this body.
    Before(BodyId),
    /// Just behind this body.
    After(BodyId),
}

/// What is known of a body when it is added. Its id is made from its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBody {
    /// The structure it stands in.
    pub structure: StructureId,
    /// Its name.
    pub name: String,
    /// Its kind, if known.
    pub kind: Option<KindId>,
    /// Its tier, if known.
    pub tier: Option<TierId>,
    /// The body that it reports to.
    pub parent: Option<BodyId>,
    /// Its place in the outline.
    pub place: Place,
}

impl NewBody {
    /// A body with a name and nothing else, behind all others.
    #[must_use]
    pub fn named(structure: StructureId, name: impl Into<String>) -> Self {
        Self {
            structure,
            name: name.into(),
            kind: None,
            tier: None,
            parent: None,
            place: Place::End,
        }
    }
}

/// Commands on bodies of one structure.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum BodyCommand {
    /// A new body, with its reporting line if a parent is given.
    Add(NewBody),
    /// Another name; the id stays.
    Rename {
        structure: StructureId,
        body: BodyId,
        name: String,
    },
    /// Every field of a body as given; the id in it says which body.
    Set {
        structure: StructureId,
        body: Box<Body>,
    },
    /// Takes bodies away, with their links and their places in lineage.
    Remove {
        structure: StructureId,
        bodies: Vec<BodyId>,
    },
    /// Another place in the outline; several keep the order in which they are given.
    Reorder {
        structure: StructureId,
        bodies: Vec<BodyId>,
        place: Place,
    },
    /// Reports to another body instead, or to nobody.
    ///
    /// A loop is allowed: it is drawn, and named as a finding.
    SetParent {
        structure: StructureId,
        body: BodyId,
        /// The new parent; `None` takes the line away.
        parent: Option<BodyId>,
        /// Of several parents the one that is left; `None` leaves all of them.
        instead_of: Option<BodyId>,
    },
    /// Puts bodies at places of the page.
    Pin {
        structure: StructureId,
        pins: Vec<(BodyId, Pin)>,
    },
    /// Leaves the places of these bodies to the program again.
    Unpin {
        structure: StructureId,
        bodies: Vec<BodyId>,
    },
    /// Leaves all places to the program again.
    UnpinAll { structure: StructureId },
}

impl BodyCommand {
    pub(super) fn label(&self, project: &Project) -> String {
        match self {
            Self::Add(new) => format!("Add {}", short(new.name.trim())),
            Self::Rename {
                structure, body, ..
            } => format!("Rename {}", body_label(project, structure, body)),
            Self::Set { structure, body } => {
                let before = project.structure(structure).and_then(|s| s.body(&body.id));
                let verb = before.map_or("Edit", |before| edit_verb(before, body));
                format!("{verb} {}", body_label(project, structure, &body.id))
            }
            Self::Remove { structure, bodies } => {
                format!("Remove {}", bodies_label(project, structure, bodies))
            }
            Self::Reorder {
                structure, bodies, ..
            } => format!("Reorder {}", bodies_label(project, structure, bodies)),
            Self::SetParent {
                structure,
                body,
                parent,
                ..
            } => body_place::parent_label(project, structure, body, parent.as_ref()),
            Self::Pin { structure, pins } => {
                let bodies: Vec<BodyId> = pins.iter().map(|(id, _)| id.clone()).collect();
                format!("Move {}", bodies_label(project, structure, &bodies))
            }
            Self::Unpin { structure, bodies } => {
                format!("Unpin {}", bodies_label(project, structure, bodies))
            }
            Self::UnpinAll { .. } => "Unpin all bodies".to_owned(),
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add(new) => add_body(draft, new).map(drop),
            Self::Rename {
                structure,
                body,
                name,
            } => rename_body(draft, structure, body, name),
            Self::Set { structure, body } => set_body(draft, structure, body),
            Self::Remove { structure, bodies } => {
                if bodies.is_empty() {
                    return Err(Refusal::NothingChosen);
                }
                bodies
                    .iter()
                    .try_for_each(|body| remove_body(draft, structure, body))
            }
            Self::Reorder {
                structure,
                bodies,
                place,
            } => body_place::reorder(draft, structure, bodies, place),
            Self::SetParent {
                structure,
                body,
                parent,
                instead_of,
            } => {
                body_place::set_parent(draft, structure, body, parent.as_ref(), instead_of.as_ref())
            }
            Self::Pin { structure, pins } => pins.iter().try_for_each(|(body, pin)| {
                draft.edit_body(structure, body, |body| body.pin = Some(*pin))
            }),
            Self::Unpin { structure, bodies } => bodies
                .iter()
                .try_for_each(|body| draft.edit_body(structure, body, |body| body.pin = None)),
            Self::UnpinAll { structure } => {
                let bodies = &draft.structure(structure)?.bodies;
                let pinned = bodies.iter().filter(|body| body.pin.is_some());
                let ids: Vec<BodyId> = pinned.map(|body| body.id.clone()).collect();
                ids.iter()
                    .try_for_each(|body| draft.edit_body(structure, body, |body| body.pin = None))
            }
        }
    }
}

/// Adds a body and gives its id.
pub(super) fn add_body(draft: &mut Draft<'_>, new: &NewBody) -> Result<BodyId, Refusal> {
    let name = clean_name(&new.name, "A body")?;
    draft.structure(&new.structure)?;
    check_kind(draft, new.kind.as_ref())?;
    check_tier(draft, new.tier.as_ref())?;
    let at = body_place::index(draft, &new.structure, &new.place)?;
    let id = draft.fresh().body(&new.structure, &name);
    let mut body = Body::new(id.clone(), name);
    body.kind.clone_from(&new.kind);
    body.tier.clone_from(&new.tier);
    draft.put_in(&new.structure, at, body)?;
    if let Some(parent) = &new.parent {
        body_place::report_to(draft, &new.structure, &id, parent)?;
    }
    Ok(id)
}

pub(super) fn rename_body(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    body: &BodyId,
    name: &str,
) -> Result<(), Refusal> {
    draft.body(structure, body)?;
    let name = clean_name(name, "A body")?;
    draft.edit_body(structure, body, |body| body.name = name)
}

fn set_body(draft: &mut Draft<'_>, structure: &StructureId, body: &Body) -> Result<(), Refusal> {
    let at = draft.body_at(structure, &body.id)?;
    let before = draft.body(structure, &body.id)?;
    let mut after = body.clone();
    if after.name != before.name {
        after.name = clean_name(&after.name, "A body")?;
    }
    if after.kind != before.kind {
        check_kind(draft, after.kind.as_ref())?;
    }
    if after.tier != before.tier {
        check_tier(draft, after.tier.as_ref())?;
    }
    if after
        .meetings
        .per_year
        .is_some_and(|n| !n.is_finite() || n < 0.0)
    {
        return Err(Refusal::BadMeetings);
    }
    for through in after.seats.iter().filter_map(|seat| seat.through.as_ref()) {
        let known = before
            .seats
            .iter()
            .any(|s| s.through.as_ref() == Some(through));
        if !known {
            draft.body(structure, through)?;
        }
    }
    tidy(&mut after);
    draft.set_in(structure, at, after)
}

/// Fields and rows that were emptied are not stated.
fn tidy(body: &mut Body) {
    body.in_second.drop_blank();
    for seat in &mut body.seats {
        seat.in_second.drop_blank();
    }
    for field in [
        &mut body.short,
        &mut body.state,
        &mut body.from,
        &mut body.until,
        &mut body.shadow_from,
        &mut body.statutory_from,
        &mut body.purpose,
        &mut body.meetings.as_stated,
        &mut body.chair,
        &mut body.lead,
        &mut body.quorum,
        &mut body.review,
        &mut body.note,
        &mut body.source,
    ] {
        blank_is_absent(field);
    }
    body.aliases.retain(|alias| !alias.trim().is_empty());
    body.roles.retain(|role| !role.trim().is_empty());
}
