//! The project's own lists of kinds of body, kinds of link and tiers.

use super::{
    Refusal,
    draft::{Draft, Listed},
    words::{blank_is_absent, clean_name, short},
};
use crate::model::{
    BodyKind, Extra, InSecond, KindId, LinkKind, LinkKindId, Project, RuleTest, Tier, TierId,
};

/// Commands on kinds of body, kinds of link and tiers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum KindCommand {
    /// A new kind of body at the end; its id is made from its name.
    AddBodyKind {
        name: String,
        plural: Option<String>,
        look: Option<u32>,
    },
    /// Every field of a kind of body as given; the id in it says which.
    SetBodyKind(BodyKind),
    /// Takes a kind of body away that no body has.
    RemoveBodyKind(KindId),
    /// Another place in the list, counted without the moved one.
    MoveBodyKind { kind: KindId, to: usize },
    /// A new kind of link at the end; its id is made from its name.
    AddLinkKind { name: String },
    /// Words for a kind of link; a standard one is put into the list when it is not there.
    SetLinkKind(LinkKind),
    /// Takes a kind of link away that no link has; a standard one gets its usual words back.
    RemoveLinkKind(LinkKindId),
    /// A new tier at the bottom or at a place from the top; its id is made from its name.
    AddTier { name: String, at: Option<usize> },
    /// Every field of a tier as given; the id in it says which.
    SetTier(Tier),
    /// Takes a tier away that no body has and no rule names.
    RemoveTier(TierId),
    /// Another place from the top, counted without the moved one.
    MoveTier { tier: TierId, to: usize },
}

impl KindCommand {
    pub(super) fn label(&self, project: &Project) -> String {
        let kind = |id: &KindId| short(&project.body_kind_name(id));
        let link = |id: &LinkKindId| short(&project.link_kind_name(id));
        let tier = |id: &TierId| {
            let found = project.tier(id);
            short(found.map_or(id.as_str(), |tier| tier.name.as_str()))
        };
        match self {
            Self::AddBodyKind { name, .. } => format!("Add kind {}", short(name.trim())),
            Self::SetBodyKind(record) => format!("Edit kind {}", kind(&record.id)),
            Self::RemoveBodyKind(id) => format!("Remove kind {}", kind(id)),
            Self::MoveBodyKind { kind: id, .. } => format!("Reorder kind {}", kind(id)),
            Self::AddLinkKind { name } => format!("Add kind of link {}", short(name.trim())),
            Self::SetLinkKind(record) => format!("Edit kind of link {}", link(&record.id)),
            Self::RemoveLinkKind(id) => format!("Remove kind of link {}", link(id)),
            Self::AddTier { name, .. } => format!("Add tier {}", short(name.trim())),
            Self::SetTier(record) => format!("Edit tier {}", tier(&record.id)),
            Self::RemoveTier(id) => format!("Remove tier {}", tier(id)),
            Self::MoveTier { tier: id, .. } => format!("Reorder tier {}", tier(id)),
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::AddBodyKind { name, plural, look } => {
                let name = clean_name(name, "A kind of body")?;
                let mut kind = BodyKind {
                    id: draft.fresh().kind(&name),
                    name,
                    plural: plural.clone(),
                    look: *look,
                    in_second: InSecond::default(),
                    extra: Extra::default(),
                };
                blank_is_absent(&mut kind.plural);
                draft.put(usize::MAX, kind)
            }
            Self::SetBodyKind(kind) => {
                let at = find(draft, |k: &BodyKind| k.id == kind.id)?;
                let mut kind = kind.clone();
                kind.name = clean_name(&kind.name, "A kind of body")?;
                blank_is_absent(&mut kind.plural);
                kind.in_second.drop_blank();
                draft.set(at, kind)
            }
            Self::RemoveBodyKind(id) => remove_body_kind(draft, id),
            Self::MoveBodyKind { kind, to } => {
                let at = find(draft, |k: &BodyKind| &k.id == kind)?;
                draft.shift::<BodyKind>(at, *to)
            }
            Self::AddLinkKind { name } => {
                let name = clean_name(name, "A kind of link")?;
                let id = draft.fresh().link_kind(&name);
                let in_second = InSecond::default();
                let extra = Extra::default();
                draft.put(
                    usize::MAX,
                    LinkKind {
                        id,
                        name,
                        in_second,
                        extra,
                    },
                )
            }
            Self::SetLinkKind(kind) => set_link_kind(draft, kind),
            Self::RemoveLinkKind(id) => remove_link_kind(draft, id),
            Self::AddTier { name, at } => {
                let name = clean_name(name, "A tier")?;
                let id = draft.fresh().tier(&name);
                let in_second = InSecond::default();
                let extra = Extra::default();
                let tier = Tier {
                    id,
                    name,
                    in_second,
                    extra,
                };
                draft.put(at.unwrap_or(usize::MAX), tier)
            }
            Self::SetTier(tier) => {
                let at = find(draft, |t: &Tier| t.id == tier.id)?;
                let mut tier = tier.clone();
                tier.name = clean_name(&tier.name, "A tier")?;
                tier.in_second.drop_blank();
                draft.set(at, tier)
            }
            Self::RemoveTier(id) => remove_tier(draft, id),
            Self::MoveTier { tier, to } => {
                let at = find(draft, |t: &Tier| &t.id == tier)?;
                draft.shift::<Tier>(at, *to)
            }
        }
    }
}

fn find<T: Listed>(draft: &Draft<'_>, is: impl Fn(&T) -> bool) -> Result<usize, Refusal> {
    let at = T::list(draft.project()).iter().position(is);
    at.ok_or(Refusal::Gone(T::WHAT))
}

fn remove_body_kind(draft: &mut Draft<'_>, id: &KindId) -> Result<(), Refusal> {
    let at = find(draft, |k: &BodyKind| &k.id == id)?;
    let count = bodies(draft, |body| body.kind.as_ref() == Some(id));
    if count > 0 {
        let name = draft.project().body_kind_name(id);
        return Err(Refusal::KindInUse { name, count });
    }
    draft.take::<BodyKind>(at).map(drop)
}

fn set_link_kind(draft: &mut Draft<'_>, kind: &LinkKind) -> Result<(), Refusal> {
    let mut kind = kind.clone();
    kind.name = clean_name(&kind.name, "A kind of link")?;
    kind.in_second.drop_blank();
    match find(draft, |k: &LinkKind| k.id == kind.id) {
        Ok(at) => draft.set(at, kind),
        Err(_) if kind.id.standard().is_some() => draft.put(usize::MAX, kind),
        Err(refusal) => Err(refusal),
    }
}

fn remove_link_kind(draft: &mut Draft<'_>, id: &LinkKindId) -> Result<(), Refusal> {
    let at = find(draft, |k: &LinkKind| &k.id == id)?;
    let structures = draft.project().structures.iter();
    let count = structures
        .flat_map(|s| &s.links)
        .filter(|link| &link.kind == id)
        .count();
    if count > 0 && id.standard().is_none() {
        let name = draft.project().link_kind_name(id);
        return Err(Refusal::LinkKindInUse { name, count });
    }
    draft.take::<LinkKind>(at).map(drop)
}

fn remove_tier(draft: &mut Draft<'_>, id: &TierId) -> Result<(), Refusal> {
    let at = find(draft, |t: &Tier| &t.id == id)?;
    let name = draft.listed::<Tier>(at)?.name.clone();
    let count = bodies(draft, |body| body.tier.as_ref() == Some(id));
    if count > 0 {
        return Err(Refusal::TierInUse { name, count });
    }
    let mut rules = draft.project().rules.iter();
    let named = rules.any(
        |rule| matches!(&rule.test, Some(RuleTest::OnlyTierReportsTo { tier, .. }) if tier == id),
    );
    if named {
        return Err(Refusal::TierInRule(name));
    }
    draft.take::<Tier>(at).map(drop)
}

fn bodies(draft: &Draft<'_>, is: impl Fn(&crate::model::Body) -> bool) -> usize {
    let structures = draft.project().structures.iter();
    structures
        .flat_map(|s| &s.bodies)
        .filter(|body| is(body))
        .count()
}

/// A kind that is in the list, or that a body of the file already has.
pub(super) fn check_kind(draft: &Draft<'_>, kind: Option<&KindId>) -> Result<(), Refusal> {
    let Some(kind) = kind else { return Ok(()) };
    let known = draft.project().body_kind(kind).is_some()
        || bodies(draft, |body| body.kind.as_ref() == Some(kind)) > 0;
    if known {
        Ok(())
    } else {
        Err(Refusal::NoKind(kind.to_string()))
    }
}

/// A tier that is in the list, or that a body of the file already has.
pub(super) fn check_tier(draft: &Draft<'_>, tier: Option<&TierId>) -> Result<(), Refusal> {
    let Some(tier) = tier else { return Ok(()) };
    let known = draft.project().tier(tier).is_some()
        || bodies(draft, |body| body.tier.as_ref() == Some(tier)) > 0;
    if known {
        Ok(())
    } else {
        Err(Refusal::NoTier(tier.to_string()))
    }
}
