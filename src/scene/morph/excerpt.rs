//! What a slide of one change shows where the whole would be too small: the bodies of the change, and
//! those that they report to or that report to them, before and after it.

use std::collections::BTreeSet;

use super::{Side, Step};
use crate::compare::{Also, Comparison, Row};
use crate::model::{Body, BodyId, Fate, Link, Structure};

/// The bodies of each structure that are shown.
pub(super) type Kept = [BTreeSet<BodyId>; 2];

/// Both structures as far as they are shown, and what is told of these bodies.
pub(super) struct Excerpt {
    pub(super) kept: Kept,
    pub(super) sides: [Structure; 2],
    pub(super) comparison: Comparison,
}

impl Excerpt {
    pub(super) fn of(step: &Step, comparison: &Comparison, sides: [&Structure; 2]) -> Self {
        let mut kept = touched(step);
        let touched = kept.clone();
        for ((kept, structure), touched) in kept.iter_mut().zip(sides).zip(&touched) {
            let near = |link: &&Link| touched.contains(&link.from) || touched.contains(&link.to);
            let lines = structure.links.iter().filter(|link| link.hierarchy());
            keep(kept, lines.filter(near));
        }
        if of_lines_alone(step, comparison) {
            let links = &comparison.links;
            for ((kept, links), touched) in kept
                .iter_mut()
                .zip([&links.removed, &links.added])
                .zip(&touched)
            {
                let near =
                    |link: &&Link| touched.contains(&link.from) || touched.contains(&link.to);
                keep(kept, links.iter().filter(near));
            }
        }
        complete(&mut kept, comparison, sides);
        let [old, new] = sides;
        let [before, after] = &kept;
        let [first, last] = &touched;
        let sides = [part(old, before, first), part(new, after, last)];
        let comparison = Comparison {
            rows: comparison
                .rows
                .iter()
                .filter(|row| tells_of(row, &kept))
                .cloned()
                .collect(),
            ..comparison.clone()
        };
        Self {
            kept,
            sides,
            comparison,
        }
    }
}

/// The bodies that a step is about.
fn touched(step: &Step) -> Kept {
    [Side::Earlier, Side::Later].map(|side| {
        let bodies = step.bodies.iter().filter(|(of, _)| *of == side);
        bodies.map(|(_, body)| body.clone()).collect()
    })
}

fn keep<'a>(kept: &mut BTreeSet<BodyId>, links: impl Iterator<Item = &'a Link>) {
    for link in links {
        kept.insert(link.from.clone());
        kept.insert(link.to.clone());
    }
}

/// Whether other links of its bodies are all that changes.
fn of_lines_alone(step: &Step, comparison: &Comparison) -> bool {
    let [before, _] = touched(step);
    let mut rows = comparison.rows.iter();
    rows.any(|row| {
        row.from.iter().any(|id| before.contains(id))
            && matches!(row.fate, Fate::Retained | Fate::UnderReview)
            && row.also == [Also::Links]
    })
}

fn tells_of(row: &Row, [before, after]: &Kept) -> bool {
    row.from.iter().any(|id| before.contains(id)) || row.to.iter().any(|id| after.contains(id))
}

/// Whoever is shown before is shown after, and nobody seems to have no reporting line who has one.
fn complete(kept: &mut Kept, comparison: &Comparison, sides: [&Structure; 2]) {
    loop {
        let count: usize = kept.iter().map(BTreeSet::len).sum();
        let rows: Vec<&Row> = comparison
            .rows
            .iter()
            .filter(|row| tells_of(row, kept))
            .collect();
        let [before, after] = kept;
        for row in rows {
            before.extend(row.from.iter().cloned());
            after.extend(row.to.iter().cloned());
        }
        for (kept, structure) in kept.iter_mut().zip(sides) {
            let lines = || structure.links.iter().filter(|link| link.hierarchy());
            let shown = |link: &&Link| kept.contains(&link.from) && kept.contains(&link.to);
            let held: BTreeSet<&BodyId> = lines()
                .filter(shown)
                .flat_map(|link| [&link.from, &link.to])
                .collect();
            let up = |link: &&Link| kept.contains(&link.from) && !held.contains(&link.from);
            let parents: Vec<BodyId> = lines().filter(up).map(|link| link.to.clone()).collect();
            kept.extend(parents);
        }
        if kept.iter().map(BTreeSet::len).sum::<usize>() == count {
            return;
        }
    }
}

/// The part of a structure that is shown: reporting lines, and other links of the bodies that change.
fn part(structure: &Structure, kept: &BTreeSet<BodyId>, touched: &BTreeSet<BodyId>) -> Structure {
    let bodies = structure
        .bodies
        .iter()
        .filter(|body| kept.contains(&body.id));
    let links = structure.links.iter().filter(|link| {
        let shown = kept.contains(&link.from) && kept.contains(&link.to);
        let near = touched.contains(&link.from) || touched.contains(&link.to);
        shown && (link.hierarchy() || near)
    });
    let bodies: Vec<Body> = bodies.cloned().collect();
    Structure {
        links: links.cloned().collect(),
        bodies,
        ..structure.clone()
    }
}
