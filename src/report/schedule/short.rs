//! The changes in at most six sentences, weightiest first.

use super::story::{Story, stories};
use super::{not_stated, prose, welsh};
use crate::compare::phrase;
use crate::model::{Fate, Language};
use crate::report::changes::{Changes, Group, Named};

/// Nobody reads more over a table.
const MOST: usize = 6;

/// The changes in short.
#[must_use]
pub fn in_short(ledger: &Changes) -> Vec<String> {
    let groups = Group::ALL.into_iter().filter(|group| {
        !matches!(
            group,
            Group::NotStated | Group::UnderReview | Group::Retained
        )
    });
    let told: Vec<(Group, Vec<Story<'_>>)> = groups
        .map(|group| (group, stories(ledger, group)))
        .filter(|(_, stories)| !stories.is_empty())
        .collect();
    // Whoever nobody accounts for is never left out.
    let open = match ledger.language {
        Language::English => not_stated(&ledger.coverage),
        Language::Welsh => welsh::not_stated(&ledger.coverage),
    };
    let rest: Vec<String> = going_on(ledger).into_iter().chain(open).collect();
    let room = MOST - rest.len();
    let each: usize = told.iter().map(|(_, stories)| stories.len()).sum();
    let mut out: Vec<String> = Vec::new();
    for (group, stories) in &told {
        match stories.as_slice() {
            // What the first sentence of a move tells is that the body is retained.
            all if *group != Group::Moved && (all.len() == 1 || each <= room) => {
                out.extend(all.iter().map(|story| match ledger.language {
                    Language::English => prose::first(story, ledger),
                    Language::Welsh => welsh::first(story),
                }));
            }
            all => out.push(match ledger.language {
                Language::English => together(*group, all),
                Language::Welsh => welsh::together(*group, all),
            }),
        }
    }
    // Nothing is left out: the lighter ones share the last sentence.
    if out.len() > room {
        let lighter = out.split_off(room - 1);
        let joined: Vec<&str> = lighter.iter().map(|s| s.trim_end_matches('.')).collect();
        out.push(format!("{}.", joined.join("; ")));
    }
    out.extend(rest);
    out
}

/// "14 bodies are retained, 2 of them with another reporting line; 1 more is under review." As
/// everywhere, a row counts by its fate, and a move comes on top.
fn going_on(ledger: &Changes) -> Option<String> {
    let of = |fate: Fate| ledger.rows.iter().filter(move |row| row.fate == Some(fate));
    let (all, review) = (of(Fate::Retained).count(), of(Fate::UnderReview).count());
    let moved = of(Fate::Retained)
        .filter(|row| row.group() == Group::Moved)
        .count();
    if ledger.language == Language::Welsh {
        return welsh::going_on(all, moved, review);
    }
    let bodies = |n: usize| phrase::count(n, "body", "bodies");
    let are = |n: usize| if n == 1 { "is" } else { "are" };
    let moved = match (all, moved) {
        (_, 0) => String::new(),
        (1, _) => ", with another reporting line".to_owned(),
        (_, moved) => format!(", {moved} of them with another reporting line"),
    };
    match (all, review) {
        (0, 0) => None,
        (0, n) => Some(format!("{} {} retained under review.", bodies(n), are(n))),
        (all, 0) => Some(format!("{} {} retained{moved}.", bodies(all), are(all))),
        (all, n) => Some(format!(
            "{} {} retained{moved}; {n} more {} under review.",
            bodies(all),
            are(all),
            are(n)
        )),
    }
}

/// Several stories of one group in one sentence: with names where there are two bodies, else with
/// their number.
fn together(group: Group, stories: &[Story<'_>]) -> String {
    let new = group == Group::New;
    let bodies = stories
        .iter()
        .flat_map(|s| if new { &s.to } else { &s.from });
    let bodies: Vec<&Named> = bodies.copied().collect();
    let who = match bodies.as_slice() {
        few if few.len() <= 2 => phrase::list(few.iter().map(|body| body.name.as_str())),
        many => phrase::count(many.len(), "body", "bodies"),
    };
    let one = bodies.len() == 1;
    let what = match group {
        Group::Replaced => "are replaced",
        Group::Merged => "merge with others",
        Group::Split => "split",
        Group::Renamed => "have a new name",
        Group::Moved if one => "moves to another reporting line",
        Group::Moved => "move to another reporting line",
        Group::New => "are new",
        _ => "end",
    };
    let possible = match stories.iter().map(Story::possible).sum::<usize>() {
        0 => String::new(),
        _ if !new => String::new(),
        n => format!(", {n} of them only possible"),
    };
    format!("{who} {what}{possible}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::report::changes::changes;

    #[test]
    fn every_sample_is_told_in_six_sentences_at_most() {
        for sample in crate::store::samples() {
            let project = crate::store::load(sample.json.as_bytes()).unwrap().project;
            let [from, to, ..] = project.structures.as_slice() else {
                continue;
            };
            let comparison = compare(&project, from.id(), to.id()).unwrap();
            let ledger = changes(&project, &comparison);
            let short = in_short(&ledger);
            assert!(
                (1..=MOST).contains(&short.len()),
                "{}: {short:#?}",
                sample.name
            );
            assert!(short.iter().all(|s| s.ends_with('.') && !s.contains("..")));
            let moved = short
                .iter()
                .any(|s| s.contains("to another reporting line"));
            let moves = ledger.of_group(Group::Moved).count() > 0;
            assert_eq!(moved, moves, "{}: {short:#?}", sample.name);
            let retained = comparison.count(Fate::Retained);
            let told = short.iter().any(|s| {
                s.starts_with(&phrase::count(retained, "body", "bodies")) && s.contains("retained")
            });
            assert_eq!(told, retained > 0, "{}: {short:#?}", sample.name);
        }
    }
}
