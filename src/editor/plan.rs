//! Questions and steps as they are looked at: what is open, whom they are about.

use super::BodyRef;
use crate::model::{BodyId, Project, Question};
use crate::report::{natural, settled};

/// The statuses that are offered for a question or comment. Other words stay as they are.
pub const STATUSES: [&str; 4] = ["open", "answered", "accepted", "not accepted"];

/// Whether a question still waits for its answer.
#[must_use]
pub fn is_open(question: &Question) -> bool {
    !settled(question)
}

/// The places of the open questions about any of these bodies.
#[must_use]
pub fn open_about(project: &Project, bodies: &[&BodyId]) -> Vec<usize> {
    let questions = project.questions.iter().enumerate();
    let about = |question: &Question| question.bodies.iter().any(|id| bodies.contains(&id));
    let open = questions.filter(|(_, q)| is_open(q) && about(q));
    open.map(|(at, _)| at).collect()
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
            ("awaiting legal advice", "", true),
            ("", "Because.", false),
            ("Answered", "", false),
            ("not accepted", "", false),
        ] {
            assert_eq!(
                is_open(&question(status, response)),
                open,
                "{status} {response}"
            );
        }
        let project = Project {
            questions: vec![question("answered", ""), question("", "")],
            ..Project::default()
        };
        assert_eq!(open_about(&project, &[&"a".into()]), [1]);
        assert!(open_about(&project, &[&"b".into()]).is_empty());
    }
}
