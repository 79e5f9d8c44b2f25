//! Why a command cannot be done, as a sentence for the person who asked.

use crate::model::Mismatch;

/// A command that is not carried out, and why. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each variant's sentence says what it means")]
pub enum Refusal {
    #[error("There is no structure “{0}” in this project any more.")]
    NoStructure(String),
    #[error("“{body}” is not in “{structure}”.")]
    NoBody { body: String, structure: String },
    #[error("“{0}” is in no structure of this project.")]
    NoBodyAnywhere(String),
    #[error("That {0} is not there any more.")]
    Gone(&'static str),
    #[error("{0} needs a name.")]
    NoName(&'static str),
    #[error("{0} needs some words.")]
    NoWords(&'static str),
    #[error("A name may have up to 1,000 characters; this one has {}.", thousands(.0))]
    LongName(usize),
    #[error("A short text may have up to 250 characters; this one has {}.", thousands(.0))]
    LongShortText(usize),
    #[error("“{0}” cannot be linked with itself.")]
    SelfLink(String),
    #[error("“{0}” cannot report to itself.")]
    SelfParent(String),
    #[error("“{from}” {already} “{to}”.")]
    SameLink {
        from: String,
        /// "already reports to".
        already: String,
        to: String,
    },
    #[error("All of these links are there already.")]
    AllLinked,
    #[error("“{0}” reports to nobody.")]
    NoParent(String),
    #[error("There is no kind of body “{0}”. Add it to the list of kinds first.")]
    NoKind(String),
    #[error("There is no kind of link “{0}”. Add it to the list of links first.")]
    NoLinkKind(String),
    #[error("There is no tier “{0}”. Add it to the list of tiers first.")]
    NoTier(String),
    #[error("“{name}” is still the kind of {}. Give {} another kind first.", bodies(.count), them(.count))]
    KindInUse { name: String, count: usize },
    #[error("“{name}” is still the kind of {}. Give {} another kind first.", links(.count), them(.count))]
    LinkKindInUse { name: String, count: usize },
    #[error("“{name}” is still the tier of {}. Give {} another tier first.", bodies(.count), them(.count))]
    TierInUse { name: String, count: usize },
    #[error("A rule still speaks of the tier “{0}”. Change the rule first.")]
    TierInRule(String),
    #[error("“{body}” is no part of the grid “{grid}”. Add it to the rows or columns first.")]
    NotInGrid { body: String, grid: String },
    #[error("The grid “{grid}” does not show “{kind}”. Choose another kind of link.")]
    KindNotInGrid { kind: String, grid: String },
    #[error("Meetings a year must be a number, zero or more.")]
    BadMeetings,
    #[error("Lineage joins two different structures; both are “{0}”.")]
    SameStructure(String),
    #[error("A row of lineage needs at least one body.")]
    EmptyRow,
    #[error("Choose at least one body first.")]
    NothingChosen,
    #[error("Choose at least two bodies to merge.")]
    MergeNeedsTwo,
    #[error("Give at least two names into which “{0}” splits.")]
    SplitNeedsTwo(String),
    #[error(
        "Nothing in “{structure}” is said to become “{body}”. Add a row of lineage for it first."
    )]
    NoPredecessor { body: String, structure: String },
    #[error("“{body}” already goes on in “{structure}”.")]
    AlreadyGoesOn { body: String, structure: String },
    #[error(transparent)]
    Mismatch(#[from] Mismatch),
}

/// "1,204".
fn thousands(count: &usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn bodies(count: &usize) -> String {
    match count {
        1 => "1 body".to_owned(),
        n => format!("{n} bodies"),
    }
}

fn links(count: &usize) -> String {
    match count {
        1 => "1 link".to_owned(),
        n => format!("{n} links"),
    }
}

fn them(count: &usize) -> &'static str {
    if *count == 1 { "it" } else { "them" }
}
