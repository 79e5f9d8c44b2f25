//! The form of `dotted-line compare`.

use serde::Serialize;

use super::Counts;
use crate::compare;
use crate::model::{BodyId, Fate, Link};

/// What becomes of every body and link.
#[derive(Debug, Serialize)]
pub struct Comparison<'a> {
    from: &'a str,
    to: &'a str,
    rows: Vec<Row<'a>>,
    unaccounted: Ends<'a>,
    links: Links<'a>,
    counts: Counts,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    r#ref: String,
    from: Vec<&'a str>,
    to: Vec<&'a str>,
    fate: &'static str,
    also: Vec<&'static str>,
    moved: Option<Ends<'a>>,
    text: &'a str,
    reason: Option<&'a str>,
    source: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Ends<'a> {
    from: Vec<&'a str>,
    to: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Links<'a> {
    added: Vec<LinkEntry<'a>>,
    removed: Vec<LinkEntry<'a>>,
    changed: Vec<LinkEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct LinkEntry<'a> {
    id: &'a str,
    from: &'a str,
    to: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<Was<'a>>,
}

/// The link of the earlier structure, with those of its terms that differ.
#[derive(Debug, Serialize)]
struct Was<'a> {
    id: &'a str,
    from: &'a str,
    to: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    seats: Option<Option<u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Option<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    permission: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'a str>,
}

impl<'a> Comparison<'a> {
    /// The answer's form.
    #[must_use]
    pub fn of(comparison: &'a compare::Comparison) -> Self {
        Self {
            from: comparison.from.as_str(),
            to: comparison.to.as_str(),
            rows: comparison.rows.iter().map(row).collect(),
            unaccounted: Ends {
                from: ids(&comparison.unaccounted.from),
                to: ids(&comparison.unaccounted.to),
            },
            links: Links {
                added: comparison.links.added.iter().map(entry).collect(),
                removed: comparison.links.removed.iter().map(entry).collect(),
                changed: comparison.links.changed.iter().map(changed).collect(),
            },
            counts: Counts(
                Fate::ALL
                    .iter()
                    .filter(|fate| comparison.count(**fate) > 0)
                    .map(|fate| (fate.as_str().to_owned(), comparison.count(*fate)))
                    .collect(),
            ),
        }
    }
}

fn row(row: &compare::Row) -> Row<'_> {
    Row {
        r#ref: row.reference(),
        from: ids(&row.from),
        to: ids(&row.to),
        fate: row.fate.as_str(),
        also: row.also.iter().map(|also| also.as_str()).collect(),
        moved: row.moved.as_ref().map(|moved| Ends {
            from: ids(&moved.from),
            to: ids(&moved.to),
        }),
        text: &row.text,
        reason: row.reason.as_deref(),
        source: row.source.as_deref(),
    }
}

fn ids(ids: &[BodyId]) -> Vec<&str> {
    ids.iter().map(BodyId::as_str).collect()
}

fn entry(link: &Link) -> LinkEntry<'_> {
    LinkEntry {
        id: link.id.as_str(),
        from: link.from.as_str(),
        to: link.to.as_str(),
        kind: link.kind.as_str(),
        was: None,
    }
}

fn changed(change: &compare::ChangedLink) -> LinkEntry<'_> {
    let (now, was) = (&change.now, &change.was);
    LinkEntry {
        was: Some(Was {
            id: was.id.as_str(),
            from: was.from.as_str(),
            to: was.to.as_str(),
            kind: was.kind.as_str(),
            seats: (was.seats != now.seats).then_some(was.seats),
            label: (was.label != now.label).then_some(was.label.as_deref()),
            permission: (was.permission != now.permission).then_some(was.permission),
            certainty: (was.certainty != now.certainty).then_some(was.certainty.as_str()),
        }),
        ..entry(now)
    }
}
