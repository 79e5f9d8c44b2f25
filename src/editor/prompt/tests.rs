use super::*;
use crate::editor::{BodyRef, Document, Origin, Session};
use crate::model::{Fate, NewBody, Word};

/// Four bodies today, all derived, and one that is new in the proposal.
fn session() -> Session {
    let mut project = Project::default();
    let now = Structure::new("now".into(), "Now");
    project.structures.push(now);
    let document = Document::new(project, Origin::New, Vec::new(), 1);
    let mut s = Session::new(document).unwrap();
    for name in ["Board", "Culture", "Health", "Sport"] {
        s.apply(BodyCommand::Add(NewBody::named("now".into(), name)));
    }
    s.ask_derive();
    s.answer_prompt();
    s.apply(BodyCommand::Add(NewBody::named(
        "proposed".into(),
        "Brand new",
    )));
    s
}

fn body(id: &str) -> BodyRef {
    BodyRef::new(&"proposed".into(), &id.into())
}

fn ids(s: &Session) -> Vec<&str> {
    let structure = s.project().structure(&"proposed".into()).unwrap();
    structure.bodies.iter().map(|b| b.id.as_str()).collect()
}

fn rows_from(s: &Session, id: &str) -> usize {
    let rows = s.project().lineage.iter();
    rows.filter(|row| row.from.contains(&id.into())).count()
}

#[test]
fn deriving_suggests_a_title_and_shows_what_it_made() {
    let mut s = session();
    assert_eq!(s.structure.as_str(), "proposed");
    assert_eq!(s.pair, Some(("now".into(), "proposed".into())));
    s.ask_derive();
    assert_eq!(s.prompt.as_ref().unwrap().text, "Proposed 2");
}

#[test]
fn a_refusal_stays_in_the_strip_with_what_was_typed() {
    let mut s = session();
    s.prompt = Some(Prompt::new(Asked::AddStructure, "  "));
    s.answer_prompt();
    let prompt = s.prompt.as_ref().unwrap();
    assert_eq!(prompt.refused.as_deref(), Some("A structure needs a name."));
    assert_eq!((prompt.text.as_str(), &s.refused), ("  ", &None));
    s.prompt.as_mut().unwrap().text = "Option B".to_owned();
    s.answer_prompt();
    assert_eq!((&s.prompt, s.structure.as_str()), (&None, "option-b"));
}

#[test]
fn bodies_that_come_from_nowhere_are_not_asked_about() {
    let mut s = session();
    assert!(!s.ask_removal(&[body("brand-new")]));
    assert!(!s.ask_removal(&[]));
    let now = BodyRef::new(&"now".into(), &"board".into());
    assert!(!s.ask_removal(&[now]), "the first structure has no past");
    assert!(s.prompt.is_none());
    assert!(s.ask_removal(&[body("culture"), body("brand-new")]));
    let sentence = s.prompt.as_ref().unwrap().sentence(s.project());
    assert_eq!(
        sentence,
        "What becomes of Culture? Brand new is new here and simply removed."
    );
}

#[test]
fn every_answer_to_a_removal_is_one_act_and_undo_takes_it_back() {
    let answers: [(Becomes, &str, &[&str], usize); 4] = [
        (
            Becomes::Ended,
            "No longer needed",
            &["board", "health", "sport"],
            1,
        ),
        (
            Becomes::Merged(Some("health".into())),
            "",
            &["board", "health", "sport"],
            1,
        ),
        (
            Becomes::Replaced,
            "Arts",
            &["board", "arts", "health", "sport"],
            1,
        ),
        (Becomes::Mistake, "", &["board", "health", "sport"], 0),
    ];
    for (answer, text, left, rows) in answers {
        let mut s = session();
        let before = s.document.snapshot();
        assert!(s.ask_removal(&[body("culture"), body("brand-new")]));
        let prompt = s.prompt.as_mut().unwrap();
        prompt.text = text.to_owned();
        if let Asked::Removal { becomes, .. } = &mut prompt.asked {
            *becomes = answer.clone();
        }
        s.answer_prompt();
        assert_eq!(s.prompt, None, "{answer:?}");
        assert_eq!(ids(&s), left, "{answer:?}");
        assert_eq!(rows_from(&s, "culture"), rows, "{answer:?}");
        s.undo();
        assert_eq!(s.project(), &*before, "{answer:?}");
    }
}

#[test]
fn what_is_missing_is_said() {
    let mut s = session();
    s.ask_removal(&[body("culture"), body("sport")]);
    let set = |s: &mut Session, answer| {
        if let Some(Asked::Removal { becomes, .. }) = s.prompt.as_mut().map(|p| &mut p.asked) {
            *becomes = answer;
        }
        s.answer_prompt();
        s.prompt.as_ref().unwrap().refused.clone().unwrap()
    };
    assert!(set(&mut s, Becomes::Merged(None)).starts_with("Choose the body"));
    assert!(set(&mut s, Becomes::Replaced).contains("merging"));
}

#[test]
fn several_bodies_end_for_one_reason() {
    let mut s = session();
    s.selection.choose_all(vec![body("culture"), body("sport")]);
    let fated = s.fated().unwrap();
    s.prompt = Some(Prompt::new(Asked::End(fated), "Saving"));
    let sentence = s.prompt.as_ref().unwrap().sentence(s.project());
    assert_eq!(sentence, "Culture and Sport end.");
    s.answer_prompt();
    let rows = s.project().lineage.iter();
    let ended = rows.filter(|row| row.to.is_empty() && row.reason.as_deref() == Some("Saving"));
    assert_eq!(ended.count(), 2);
    assert_eq!(
        s.document.history().undo_label(),
        Some("End Culture and Sport")
    );
}

#[test]
fn merging_selects_what_came_of_it_and_replacing_states_its_fate() {
    let mut s = session();
    s.selection.choose_all(vec![body("culture"), body("sport")]);
    let fated = s.fated().unwrap();
    s.prompt = Some(Prompt::new(Asked::Merge(fated), "Leisure"));
    s.answer_prompt();
    assert_eq!(s.selection.body(), Some(&body("leisure")));
    s.selection.choose(body("health"));
    let fated = s.fated().unwrap();
    s.prompt = Some(Prompt::new(Asked::Replace(fated), "Care"));
    s.answer_prompt();
    let rows = s.project().lineage.iter();
    let stated = rows.filter(|row| row.fate == Some(Word::Known(Fate::Replaced)));
    assert_eq!(stated.count(), 1);
}

#[test]
fn a_question_about_what_is_gone_holds_no_longer() {
    let mut s = session();
    s.ask_removal(&[body("culture")]);
    let prompt = s.prompt.clone().unwrap();
    assert!(prompt.holds(s.project()));
    s.apply(BodyCommand::Remove {
        structure: "proposed".into(),
        bodies: vec!["culture".into()],
    });
    assert!(!prompt.holds(s.project()));
}
