//! What can be said of a body that stands in no row of lineage.

use super::unaccounted;
use crate::model::{
    BodyId, Command, LineageCommand, LineageRow, Project, Structure, StructureId, VerbCommand,
};

/// The ways to account for a body, each with its words: "New in Proposed".
#[must_use]
pub fn accounts(
    project: &Project,
    structure: &StructureId,
    body: &BodyId,
) -> Vec<(String, Command)> {
    let earlier = neighbour(project, structure, Side::Earlier);
    let later = neighbour(project, structure, Side::Later);
    accounts_between(project, (earlier, later), structure, body)
}

/// The same between given structures before and after.
#[must_use]
pub fn accounts_between(
    project: &Project,
    (earlier, later): (Option<&Structure>, Option<&Structure>),
    structure: &StructureId,
    body: &BodyId,
) -> Vec<(String, Command)> {
    let mut out: Vec<(String, Command)> = Vec::new();
    if let Some(earlier) = earlier {
        let row = |from: Vec<BodyId>| add(earlier.id(), structure, from, vec![body.clone()]);
        let label = earlier.label();
        out.push((format!("It is new, not in {label}"), row(Vec::new())));
        for other in unaccounted(project, earlier) {
            let words = format!("It comes from {}", earlier.body_name(&other));
            out.push((words, row(vec![other.clone()])));
        }
    }
    if let Some(later) = later {
        let row = |to: Vec<BodyId>| add(structure, later.id(), vec![body.clone()], to);
        let label = later.label();
        out.push((format!("It ends, not in {label}"), row(Vec::new())));
        for other in unaccounted(project, later) {
            let words = format!("It becomes {}", later.body_name(&other));
            out.push((words, row(vec![other.clone()])));
        }
        let retain = VerbCommand::Retain {
            from: structure.clone(),
            to: later.id().clone(),
            bodies: vec![body.clone()],
        };
        out.push((format!("It goes on as it is in {label}"), retain.into()));
    }
    out
}

/// Ways to say where a body without a past comes from, with their words: what accounts for it, then
/// bodies of the earlier structure that become something already and this one too.
#[must_use]
pub fn origins(
    project: &Project,
    structure: &StructureId,
    body: &BodyId,
) -> Vec<(String, Command)> {
    let Some(earlier) = neighbour(project, structure, Side::Earlier) else {
        return Vec::new();
    };
    let mut rows = project.rows_between(earlier.id(), structure);
    if rows.any(|(_, row)| row.to.contains(body)) {
        return Vec::new();
    }
    let mut out = accounts_between(project, (Some(earlier), None), structure, body);
    for other in &earlier.bodies {
        let mut lines = project
            .rows_between(earlier.id(), structure)
            .filter(|(_, row)| row.from.contains(&other.id));
        // Of a body in several lines it could not be said which of them becomes longer.
        let (Some((at, line)), None) = (lines.next(), lines.next()) else {
            continue;
        };
        // Who ends has nothing to go on in.
        if line.to.is_empty() {
            continue;
        }
        let mut row = Box::new(line.clone());
        row.to.push(body.clone());
        // What was stated of fewer bodies would deny the longer row; the row says it by itself.
        row.fate = None;
        let words = format!("It comes from {} too", other.name);
        out.push((words, LineageCommand::Set { at, row }.into()));
    }
    out
}

fn add(from: &StructureId, to: &StructureId, earlier: Vec<BodyId>, later: Vec<BodyId>) -> Command {
    let mut row = LineageRow::new(from.clone(), to.clone());
    row.from = earlier;
    row.to = later;
    LineageCommand::Add { row: Box::new(row) }.into()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Earlier,
    Later,
}

/// The structure on that side with the most rows of lineage; when no rows tell, the neighbour
/// in the list, unless rows say that it stands on the other side.
fn neighbour<'a>(project: &'a Project, id: &StructureId, side: Side) -> Option<&'a Structure> {
    let rows = |other: &Structure, side: Side| {
        let joined = project.lineage.iter().filter(|row| match side {
            Side::Earlier => row.joins(other.id(), id),
            Side::Later => row.joins(id, other.id()),
        });
        joined.count()
    };
    let others = project.structures.iter().filter(|s| s.id() != id);
    let most = others.clone().rev().max_by_key(|s| rows(s, side));
    if let Some(most) = most.filter(|s| rows(s, side) > 0) {
        return Some(most);
    }
    let any = |s: &Structure| rows(s, Side::Earlier) + rows(s, Side::Later) > 0;
    if others.clone().any(any) {
        return None;
    }
    let at = project.structures.iter().position(|s| s.id() == id)?;
    match side {
        Side::Earlier => project.structures.get(at.checked_sub(1)?),
        Side::Later => project.structures.get(at + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::outline::tests::structure;
    use super::*;
    use crate::model::Workspace;

    fn project() -> Project {
        let mut project = Project::default();
        project.structures.push(structure(&["a", "b"], &[]));
        let mut later = structure(&["a", "c"], &[]);
        later.head.id = StructureId::new("later");
        later.head.title = "Later".to_owned();
        project.structures.push(later);
        project
    }

    fn said(project: &Project, structure: &str, body: &str) -> Vec<String> {
        let all = accounts(project, &structure.into(), &body.into());
        all.into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn a_body_of_today_ends_becomes_or_goes_on() {
        let p = project();
        let expected = [
            "It ends, not in Later",
            "It becomes a",
            "It becomes c",
            "It goes on as it is in Later",
        ];
        assert_eq!(said(&p, "now", "b"), expected);
        let expected = [
            "It is new, not in Now",
            "It comes from a",
            "It comes from b",
        ];
        assert_eq!(said(&p, "later", "c"), expected);
    }

    #[test]
    fn a_body_without_a_past_comes_from_what_is_free_or_becomes_something_already() {
        let later = || StructureId::new("later");
        let mut w = Workspace::new(project());
        let (_, a) = accounts(w.project(), &later(), &"a".into()).remove(1);
        w.apply(a).unwrap();
        let mut row = Box::new(w.project().lineage[0].clone());
        row.fate = Some(crate::model::Word::Known(crate::model::Fate::Retained));
        let stated: Command = LineageCommand::Set { at: 0, row }.into();
        w.apply(stated).unwrap();
        let ways = origins(w.project(), &later(), &"c".into());
        let words: Vec<&str> = ways.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(
            words,
            [
                "It is new, not in Now",
                "It comes from b",
                "It comes from a too"
            ]
        );
        let (_, too) = ways.into_iter().next_back().unwrap();
        w.apply(too).unwrap();
        let row = &w.project().lineage[0];
        assert_eq!((row.from.len(), row.to.len()), (1, 2), "a is split");
        assert_eq!(row.fate, None, "nothing denies it");
        assert!(
            origins(w.project(), &later(), &"c".into()).is_empty(),
            "it has a past now"
        );
        assert!(origins(w.project(), &"now".into(), &"b".into()).is_empty());
    }

    #[test]
    fn every_way_accounts_for_the_body() {
        for (structure, body) in [("now", "b"), ("later", "c")] {
            for (words, command) in accounts(&project(), &structure.into(), &body.into()) {
                let mut w = Workspace::new(project());
                w.apply(command).unwrap();
                let s = w.project().structure(&structure.into()).unwrap();
                assert!(
                    !unaccounted(w.project(), s).contains(&body.into()),
                    "{words}"
                );
            }
        }
    }
}
