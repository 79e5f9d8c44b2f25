//! Bodies of today and their successors, taken together where rows share a body.

use std::collections::BTreeMap;

use crate::compare::phrase;
use crate::model::BodyId;
use crate::report::changes::{Changes, Named};

/// Bodies that are compared with each other.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) reference: Option<String>,
    pub(super) from: Vec<Named>,
    pub(super) to: Vec<Named>,
    pub(super) told: bool,
}

/// All bodies of both structures, each in one unit; units in the order of their first rows.
pub(super) fn units(ledger: &Changes) -> Vec<Unit> {
    // The unit of each row: the first row with which it shares a body, directly or through others.
    let mut unit_of: Vec<usize> = (0..ledger.rows.len()).collect();
    let mut first: BTreeMap<(bool, &BodyId), usize> = BTreeMap::new();
    for (at, row) in ledger.rows.iter().enumerate() {
        let bodies = row.from.iter().map(|body| (true, &body.id));
        for key in bodies.chain(row.to.iter().map(|body| (false, &body.id))) {
            let other = *first.entry(key).or_insert(at);
            let (a, b) = (root(&unit_of, other), root(&unit_of, at));
            if let Some(slot) = unit_of.get_mut(a.max(b)) {
                *slot = a.min(b);
            }
        }
    }
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..ledger.rows.len() {
        rows.entry(root(&unit_of, at)).or_default().push(at);
    }
    rows.into_values()
        .filter_map(|places| unit(ledger, &places))
        .collect()
}

fn root(unit_of: &[usize], mut at: usize) -> usize {
    while let Some(&up) = unit_of.get(at) {
        if up == at {
            break;
        }
        at = up;
    }
    at
}

fn unit(ledger: &Changes, places: &[usize]) -> Option<Unit> {
    let mut out = Unit {
        reference: None,
        from: Vec::new(),
        to: Vec::new(),
        told: true,
    };
    let mut references = Vec::new();
    for row in places.iter().filter_map(|at| ledger.rows.get(*at)) {
        references.extend(row.reference());
        out.told &= row.fate.is_some();
        for (all, more) in [(&mut out.from, &row.from), (&mut out.to, &row.to)] {
            for body in more.iter().filter(|body| !body.missing) {
                if !all.contains(body) {
                    all.push(body.clone());
                }
            }
        }
    }
    out.reference = (!references.is_empty()).then(|| phrase::list(references));
    // A row that names no body that exists has no members.
    (!out.from.is_empty() || !out.to.is_empty()).then_some(out)
}
