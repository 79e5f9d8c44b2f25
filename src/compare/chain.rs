//! Lineage between two structures: its own rows, or rows composed along a chain of stages.
//!
//! Rows of their own win. Without any, the chain with the fewest stages is taken, and among
//! equals the one whose structures come first in the file. Bodies joined by rows on the way,
//! directly or through others, make one composed row. A body of which nothing is said at one
//! stage is never ended or new for that: where nothing else is known of it, it stands in no row.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::fate::{Bodies, bodies_of, fate_among};
use crate::model::{BodyId, Certainty, Classes, Fate, LineageRow, Project, StructureId, Word};

/// The rows between two structures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lineage {
    /// Structures on the way, in order; none where the file joins the two directly.
    pub stages: Vec<StructureId>,
    /// One for each row of the file, or for each composed row.
    pub rows: Vec<Joined>,
}

/// One row between two structures.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// The row as stated; a composed one in the same form, its fate always said.
    pub record: LineageRow,
    /// Places of the rows in the project's lineage from which it comes, stage by stage.
    pub made_of: Vec<usize>,
    /// Bodies on the way of which nothing is said, by the structure they stand in.
    pub open: Vec<Open>,
}

/// A body on the way of which a stage says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The body.
    pub body: BodyId,
    /// Where it stands.
    pub structure: StructureId,
    /// Whether its origin is not told; else what becomes of it.
    pub origin: bool,
}

/// The rows from one structure to another: stated ones, else composed ones.
#[must_use]
pub fn lineage_between(project: &Project, from: &StructureId, to: &StructureId) -> Lineage {
    let direct: Vec<Joined> = project
        .rows_between(from, to)
        .map(|(at, row)| Joined {
            record: row.clone(),
            made_of: vec![at],
            open: Vec::new(),
        })
        .collect();
    if !direct.is_empty() || from == to {
        return Lineage {
            stages: Vec::new(),
            rows: direct,
        };
    }
    let Some(path) = path(project, from, to) else {
        return Lineage::default();
    };
    let inner = path.get(1..path.len().saturating_sub(1));
    Lineage {
        rows: composed(project, &path),
        stages: inner
            .unwrap_or_default()
            .iter()
            .map(|id| (*id).clone())
            .collect(),
    }
}

/// The structures that rows lead to from each structure, both in the order of the file.
fn next_stages(project: &Project) -> BTreeMap<&StructureId, Vec<&StructureId>> {
    let joined: BTreeSet<(&StructureId, &StructureId)> = project
        .lineage
        .iter()
        .map(|row| (&row.from_structure, &row.to_structure))
        .collect();
    let all = || project.structures.iter().map(|structure| structure.id());
    all()
        .map(|from| {
            let next = all().filter(|to| joined.contains(&(from, *to)));
            (from, next.collect())
        })
        .collect()
}

/// The shortest chain of stages from one structure to another, both included.
fn path<'a>(
    project: &'a Project,
    from: &StructureId,
    to: &StructureId,
) -> Option<Vec<&'a StructureId>> {
    let next = next_stages(project);
    let start = project.structure(from)?.id();
    let mut before: BTreeMap<&StructureId, &StructureId> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(here) = queue.pop_front() {
        for &stage in next.get(here).into_iter().flatten() {
            if stage == to {
                let mut path = vec![stage];
                let mut at = Some(here);
                while let Some(here) = at {
                    path.push(here);
                    at = before.get(here).copied();
                }
                path.reverse();
                return Some(path);
            }
            if stage != start && !before.contains_key(stage) {
                before.insert(stage, here);
                queue.push_back(stage);
            }
        }
    }
    None
}

/// A row of one stage of the way.
struct Step<'a> {
    stage: usize,
    at: usize,
    row: &'a LineageRow,
    fate: Fate,
}

/// The rows of every stage of a path.
fn steps<'a>(project: &'a Project, path: &[&'a StructureId]) -> Vec<Step<'a>> {
    let mut out = Vec::new();
    for (stage, pair) in path.windows(2).enumerate() {
        let [from, to] = *pair else { continue };
        let bodies = |id: &StructureId| project.structure(id).map(bodies_of).unwrap_or_default();
        let (old, new): (Bodies<'_>, Bodies<'_>) = (bodies(from), bodies(to));
        out.extend(project.rows_between(from, to).map(|(at, row)| {
            Step {
                stage,
                at,
                row,
                fate: row
                    .fate
                    .as_ref()
                    .and_then(Word::known)
                    .unwrap_or_else(|| fate_among(row, &old, &new)),
            }
        }));
    }
    out
}

/// Rows joined by bodies on the way, each group as one row.
fn composed(project: &Project, path: &[&StructureId]) -> Vec<Joined> {
    let steps = steps(project, path);
    // Every body of every stage, by its place in the chain.
    let mut places: BTreeMap<(usize, &BodyId), usize> = BTreeMap::new();
    let mut classes = Classes::new(steps.len());
    for (at, step) in steps.iter().enumerate() {
        let earlier = step.row.from.iter().map(|id| (step.stage, id));
        let later = step.row.to.iter().map(|id| (step.stage + 1, id));
        for key in earlier.chain(later) {
            let first = *places.entry(key).or_insert(at);
            classes.join(first, at);
        }
    }
    let mut groups: BTreeMap<usize, Vec<&Step<'_>>> = BTreeMap::new();
    let mut order: Vec<usize> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let class = classes.of(at);
        let group = groups.entry(class).or_default();
        if group.is_empty() {
            order.push(class);
        }
        group.push(step);
    }
    let bodies = |id: Option<&&StructureId>| {
        let structure = id.and_then(|id| project.structure(id));
        structure.map(bodies_of).unwrap_or_default()
    };
    let ends = (bodies(path.first()), bodies(path.last()));
    order
        .iter()
        .filter_map(|class| row_of(&ends, path, groups.get(class)?))
        .collect()
}

/// One group as a row; nothing where it says nothing about the two ends.
fn row_of(
    (old, new): &(Bodies<'_>, Bodies<'_>),
    path: &[&StructureId],
    group: &[&Step<'_>],
) -> Option<Joined> {
    let (first, last) = (*path.first()?, *path.last()?);
    let end = path.len().checked_sub(2)?;
    let mut row = LineageRow::new(first.clone(), last.clone());
    row.from = gathered(group.iter().filter(|s| s.stage == 0).map(|s| &s.row.from));
    row.to = gathered(group.iter().filter(|s| s.stage == end).map(|s| &s.row.to));
    let open = open_bodies(path, group);
    if row.from.is_empty() && row.to.is_empty() {
        return None;
    }
    if !open.is_empty() && (row.from.is_empty() || row.to.is_empty()) {
        // Not told to the end: neither ended nor new, but unaccounted.
        return None;
    }
    let derived = fate_among(&row, old, new);
    row.fate = Some(Word::Known(fate(&row, derived, group, end)));
    row.reason = said(group.iter().map(|s| s.row.reason.as_deref()));
    row.source = said(group.iter().map(|s| s.row.source.as_deref()));
    row.lead = said(group.iter().map(|s| s.row.lead.as_deref()));
    row.date = date(group);
    row.certainty = weakest(group, !open.is_empty());
    Some(Joined {
        record: row,
        made_of: group.iter().map(|step| step.at).collect(),
        open,
    })
}

/// Bodies of several lists, each once, in their order.
fn gathered<'a>(lists: impl Iterator<Item = &'a Vec<BodyId>>) -> Vec<BodyId> {
    let mut out: Vec<BodyId> = Vec::new();
    let mut seen = BTreeSet::new();
    for id in lists.flatten() {
        if seen.insert(id) {
            out.push(id.clone());
        }
    }
    out
}

/// Bodies between the two ends that only one of the two stages around them names.
fn open_bodies(path: &[&StructureId], group: &[&Step<'_>]) -> Vec<Open> {
    let mut reached: BTreeSet<(usize, &BodyId)> = BTreeSet::new();
    let mut left: BTreeSet<(usize, &BodyId)> = BTreeSet::new();
    for step in group {
        reached.extend(step.row.to.iter().map(|id| (step.stage + 1, id)));
        left.extend(step.row.from.iter().map(|id| (step.stage, id)));
    }
    let inner = 1..path.len().saturating_sub(1);
    let both: BTreeSet<_> = reached.union(&left).copied().collect();
    both.into_iter()
        .filter(|(stage, _)| inner.contains(stage))
        .filter(|key| !(reached.contains(key) && left.contains(key)))
        .filter_map(|key| {
            Some(Open {
                body: key.1.clone(),
                structure: (*path.get(key.0)?).clone(),
                origin: !reached.contains(&key),
            })
        })
        .collect()
}

/// The fate of the whole way. One turn on the way (merged, split, replaced) that the ends allow
/// is the fate; else it follows from the ends, and what was replaced once is not retained.
fn fate(row: &LineageRow, derived: Fate, group: &[&Step<'_>], end: usize) -> Fate {
    if row.from.is_empty() || row.to.is_empty() {
        return derived;
    }
    let turns: BTreeSet<Fate> = group
        .iter()
        .map(|step| step.fate)
        .filter(|fate| matches!(fate, Fate::Merged | Fate::Split | Fate::Replaced))
        .collect();
    let mut each = turns.iter();
    match (each.next(), each.next()) {
        (Some(Fate::Merged), None) if row.from.len() > 1 => Fate::Merged,
        (Some(Fate::Split), None) if row.to.len() > 1 => Fate::Split,
        (Some(Fate::Replaced), None) => Fate::Replaced,
        _ if turns.contains(&Fate::Replaced) && goes_on(derived) => Fate::Replaced,
        _ => {
            let mut last = group.iter().filter(|step| step.stage == end);
            let review = last.any(|step| step.fate == Fate::UnderReview);
            if derived == Fate::Retained && review {
                Fate::UnderReview
            } else {
                derived
            }
        }
    }
}

fn goes_on(fate: Fate) -> bool {
    matches!(fate, Fate::Retained | Fate::UnderReview | Fate::Renamed)
}

/// Different words, stage by stage.
fn said<'a>(words: impl Iterator<Item = Option<&'a str>>) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    for text in words.flatten().map(str::trim) {
        if !text.is_empty() && !out.contains(&text) {
            out.push(text);
        }
    }
    (!out.is_empty()).then(|| out.join("; "))
}

/// When the last turn is taken; nothing where that stage states several dates.
fn date(group: &[&Step<'_>]) -> Option<String> {
    let dated = |turn: bool| {
        group
            .iter()
            .filter(move |step| !turn || !goes_on(step.fate) || step.fate == Fate::Renamed)
            .filter_map(|step| Some((step.stage, step.row.date.as_deref()?.trim())))
            .filter(|(_, date)| !date.is_empty())
    };
    let turn = dated(true).next().is_some();
    let stage = dated(turn).map(|(stage, _)| stage).max()?;
    let dates: BTreeSet<&str> = dated(turn)
        .filter(|(at, _)| *at == stage)
        .map(|(_, date)| date)
        .collect();
    let mut dates = dates.into_iter();
    match (dates.next(), dates.next()) {
        (Some(date), None) => Some(date.to_owned()),
        _ => None,
    }
}

/// The weakest word on the way; what is not told to the end is undecided.
fn weakest(group: &[&Step<'_>], open: bool) -> Word<Certainty> {
    let rank = |word: &Word<Certainty>| match word.known() {
        Some(Certainty::Stated) => 0,
        Some(Certainty::Implied) => 1,
        None => 2,
        Some(Certainty::Undecided) => 3,
    };
    if open {
        return Word::Known(Certainty::Undecided);
    }
    group
        .iter()
        .map(|step| &step.row.certainty)
        .rev()
        .max_by_key(|word| rank(word))
        .cloned()
        .unwrap_or_default()
}
