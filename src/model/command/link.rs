//! Links of one structure.

use super::{
    Refusal,
    draft::Draft,
    words::{already, blank_is_absent, bodies_label, body_label, link_label},
};
use crate::model::{BodyId, Link, LinkId, LinkKindId, Project, Structure, StructureId};

/// One end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkEnd {
    /// The body that reports, is tasked, is represented, supports or informs.
    From,
    /// The other one.
    To,
}

/// Commands on links of one structure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum LinkCommand {
    /// A link between two bodies.
    Connect {
        structure: StructureId,
        from: BodyId,
        kind: LinkKindId,
        to: BodyId,
        /// "May be tasked by" rather than "is tasked by".
        permission: bool,
        /// For *represented on*.
        seats: Option<u32>,
    },
    /// Links from each of some bodies to each of others, leaving out those that are there.
    ConnectAll {
        structure: StructureId,
        from: Vec<BodyId>,
        kind: LinkKindId,
        to: Vec<BodyId>,
        permission: bool,
    },
    /// Every field of a link as given; the id in it says which link.
    Set {
        structure: StructureId,
        link: Box<Link>,
    },
    /// The other way round.
    Reverse {
        structure: StructureId,
        link: LinkId,
    },
    /// One end at another body.
    Reattach {
        structure: StructureId,
        link: LinkId,
        end: LinkEnd,
        body: BodyId,
    },
    /// Takes links away.
    Remove {
        structure: StructureId,
        links: Vec<LinkId>,
    },
}

impl LinkCommand {
    pub(super) fn label(&self, project: &Project) -> String {
        match self {
            Self::Connect {
                structure,
                from,
                to,
                ..
            } => format!(
                "Link {} with {}",
                body_label(project, structure, from),
                body_label(project, structure, to)
            ),
            Self::ConnectAll {
                structure,
                from,
                to,
                ..
            } => format!(
                "Link {} with {}",
                bodies_label(project, structure, from),
                bodies_label(project, structure, to)
            ),
            Self::Set { structure, link } => {
                format!("Edit {}", link_label(project, structure, &link.id))
            }
            Self::Reverse { structure, link } => {
                format!("Reverse {}", link_label(project, structure, link))
            }
            Self::Reattach {
                structure, link, ..
            } => format!("Reattach {}", link_label(project, structure, link)),
            Self::Remove { structure, links } => match links.as_slice() {
                [link] => format!("Remove {}", link_label(project, structure, link)),
                _ => format!("Remove {} links", links.len()),
            },
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::Connect {
                structure,
                from,
                kind,
                to,
                permission,
                seats,
            } => connect(draft, structure, from, kind, to, |link| {
                link.permission = *permission;
                link.seats = *seats;
            }),
            Self::ConnectAll {
                structure,
                from,
                kind,
                to,
                permission,
            } => connect_all(draft, structure, (from, to), kind, *permission),
            Self::Set { structure, link } => set_link(draft, structure, (**link).clone()),
            Self::Reverse { structure, link } => {
                let mut link = draft.link(structure, link)?.clone();
                std::mem::swap(&mut link.from, &mut link.to);
                set_link(draft, structure, link)
            }
            Self::Reattach {
                structure,
                link,
                end,
                body,
            } => {
                let mut link = draft.link(structure, link)?.clone();
                match end {
                    LinkEnd::From => link.from = body.clone(),
                    LinkEnd::To => link.to = body.clone(),
                }
                set_link(draft, structure, link)
            }
            Self::Remove { structure, links } => {
                for link in links {
                    let at = draft.link_at(structure, link)?;
                    draft.take_from::<Link>(structure, at)?;
                }
                Ok(())
            }
        }
    }
}

/// Another link that says the same: same ends, same kind, both standing or both permissions.
pub(super) fn twin<'a>(structure: &'a Structure, link: &Link) -> Option<&'a Link> {
    structure.links.iter().find(|other| {
        other.id != link.id
            && other.from == link.from
            && other.to == link.to
            && other.kind == link.kind
            && other.permission == link.permission
    })
}

/// "“Culture Forum” already reports to “Partnership Board”."
pub(super) fn same_link(draft: &Draft<'_>, structure: &StructureId, link: &Link) -> Refusal {
    let name = |id: &BodyId| {
        let found = draft.body(structure, id);
        found.map_or_else(|_| id.to_string(), |body| body.name.clone())
    };
    Refusal::SameLink {
        from: name(&link.from),
        already: already(draft.project(), &link.kind, link.permission),
        to: name(&link.to),
    }
}

/// Makes a link; `fill` states what goes beyond ends and kind.
pub(super) fn connect(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    from: &BodyId,
    kind: &LinkKindId,
    to: &BodyId,
    fill: impl FnOnce(&mut Link),
) -> Result<(), Refusal> {
    let id = draft.fresh().link(structure, from, kind, to);
    let mut link = Link::new(id, from.clone(), kind.clone(), to.clone());
    fill(&mut link);
    check(draft, structure, None, &link)?;
    draft.put_in(structure, usize::MAX, link)
}

fn connect_all(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    (from, to): (&[BodyId], &[BodyId]),
    kind: &LinkKindId,
    permission: bool,
) -> Result<(), Refusal> {
    if from.is_empty() || to.is_empty() {
        return Err(Refusal::NothingChosen);
    }
    let mut made = false;
    for (a, b) in from.iter().flat_map(|a| to.iter().map(move |b| (a, b))) {
        if a == b {
            continue;
        }
        match connect(draft, structure, a, kind, b, |link| {
            link.permission = permission;
        }) {
            Ok(()) => made = true,
            Err(Refusal::SameLink { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    if made {
        Ok(())
    } else {
        Err(Refusal::AllLinked)
    }
}

fn set_link(draft: &mut Draft<'_>, structure: &StructureId, mut link: Link) -> Result<(), Refusal> {
    let at = draft.link_at(structure, &link.id)?;
    let before = draft.link(structure, &link.id)?;
    check(draft, structure, Some(before), &link)?;
    blank_is_absent(&mut link.label);
    blank_is_absent(&mut link.source);
    link.in_second.drop_blank();
    draft.set_in(structure, at, link)
}

/// What was so before may stay: files hold self-links and twins, gestures make none.
fn check(
    draft: &Draft<'_>,
    structure: &StructureId,
    before: Option<&Link>,
    link: &Link,
) -> Result<(), Refusal> {
    let from = draft.body(structure, &link.from)?;
    draft.body(structure, &link.to)?;
    let known = link.kind.standard().is_some()
        || before.is_some_and(|b| b.kind == link.kind)
        || draft.project().link_kinds.iter().any(|k| k.id == link.kind);
    if !known {
        return Err(Refusal::NoLinkKind(link.kind.to_string()));
    }
    let was_self = before.is_some_and(|b| b.from == b.to);
    if link.from == link.to && !was_self {
        return Err(Refusal::SelfLink(from.name.clone()));
    }
    let says = |l: &Link| (l.from.clone(), l.kind.clone(), l.to.clone(), l.permission);
    let says_same = before.is_some_and(|b| says(b) == says(link));
    if !says_same && twin(draft.structure(structure)?, link).is_some() {
        return Err(same_link(draft, structure, link));
    }
    Ok(())
}
