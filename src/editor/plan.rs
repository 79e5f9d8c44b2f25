//! Steps and questions as they are looked at: their order, what is open, whom they are about.

use std::cmp::Ordering;

use super::BodyRef;
use crate::model::{BodyId, Project, Question, Step};
use crate::report::natural;

/// The statuses that are offered for a question or comment. Other words stay as they are.
pub const STATUSES: [&str; 4] = ["open", "answered", "accepted", "not accepted"];

/// Whether a question still waits: it has no response, and no status that ends it.
#[must_use]
pub fn is_open(question: &Question) -> bool {
    let status = question.status.as_deref().map(str::trim).unwrap_or("");
    if status.is_empty() {
        let response = question.response.as_deref().unwrap_or("");
        return response.trim().is_empty();
    }
    let ended = ["answered", "accepted", "not accepted", "closed", "withdrawn"];
    !ended.iter().any(|word| word.eq_ignore_ascii_case(status))
}

/// The places of the open questions about any of these bodies.
#[must_use]
pub fn open_about(project: &Project, bodies: &[&BodyId]) -> Vec<usize> {
    let questions = project.questions.iter().enumerate();
    let about = |question: &Question| question.bodies.iter().any(|id| bodies.contains(&id));
    let open = questions.filter(|(_, q)| is_open(q) && about(q));
    open.map(|(at, _)| at).collect()
}

/// The places of the steps by date; those with vague words alone come last, in their order.
#[must_use]
pub fn steps_in_order(project: &Project) -> Vec<usize> {
    let mut order: Vec<usize> = (0..project.steps.len()).collect();
    order.sort_by(|a, b| match (project.steps.get(*a), project.steps.get(*b)) {
        (Some(a), Some(b)) => by_date(a, b),
        _ => Ordering::Equal,
    });
    order
}

fn by_date(a: &Step, b: &Step) -> Ordering {
    let date = |step: &Step| step.date.clone().unwrap_or_default();
    let none = |step: &Step| date(step).is_empty();
    none(a)
        .cmp(&none(b))
        .then_with(|| natural::compare(&date(a), &date(b)))
}

/// When a step is taken, as it is stated.
#[must_use]
pub fn when(step: &Step) -> Option<String> {
    match (&step.when, &step.date) {
        (Some(words), Some(date)) => Some(format!("{words} ({date})")),
        (Some(words), None) => Some(words.clone()),
        (None, date) => date.clone(),
    }
}

/// The body of an id, in the last structure that has it: steps and questions name no structure.
#[must_use]
pub fn anywhere(project: &Project, id: &BodyId) -> Option<BodyRef> {
    let mut structures = project.structures.iter().rev();
    let found = structures.find(|structure| structure.body(id).is_some())?;
    Some(BodyRef::new(found.id(), id))
}

/// All bodies of the project by name, each id once.
#[must_use]
pub fn all_bodies(project: &Project) -> Vec<(BodyId, String)> {
    let mut out: Vec<(BodyId, String)> = Vec::new();
    for structure in project.structures.iter().rev() {
        for body in &structure.bodies {
            if !out.iter().any(|(id, _)| *id == body.id) {
                out.push((body.id.clone(), body.name.clone()));
            }
        }
    }
    out.sort_by(|(_, a), (_, b)| natural::compare(a, b));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(status: &str, response: &str) -> Question {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Question {
            text: "Why?".to_owned(),
            bodies: vec!["a".into()],
            status: some(status),
            response: some(response),
            ..Question::default()
        }
    }

    #[test]
    fn a_question_is_open_until_it_is_answered() {
        for (status, response, open) in [
            ("", "", true),
            ("open", "In part.", true),
            ("awaiting legal advice", "", true),
            ("", "Because.", false),
            ("Answered", "", false),
            ("not accepted", "", false),
        ] {
            assert_eq!(is_open(&question(status, response)), open, "{status} {response}");
        }
        let mut project = Project::default();
        project.questions = vec![question("answered", ""), question("", "")];
        assert_eq!(open_about(&project, &[&"a".into()]), [1]);
        assert!(open_about(&project, &[&"b".into()]).is_empty());
    }

    #[test]
    fn steps_stand_by_date_and_vague_ones_last() {
        let step = |date: &str, words: &str| Step {
            what: "Do".to_owned(),
            date: (!date.is_empty()).then(|| date.to_owned()),
            when: (!words.is_empty()).then(|| words.to_owned()),
            ..Step::default()
        };
        let mut project = Project::default();
        project.steps = vec![
            step("", "soon"),
            step("2012", ""),
            step("2011-10-14", "Autumn 2011"),
            step("2011-9", ""),
        ];
        assert_eq!(steps_in_order(&project), [3, 2, 1, 0]);
        let words: Vec<_> = project.steps.iter().filter_map(when).collect();
        assert_eq!(words, ["soon", "2012", "Autumn 2011 (2011-10-14)", "2011-9"]);
    }
}
