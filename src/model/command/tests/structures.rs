use super::*;
use crate::model::{Head, ShortText};

fn titles(workspace: &Workspace) -> Vec<&str> {
    let structures = workspace.project().structures.iter();
    structures.map(|s| s.head.title.as_str()).collect()
}

#[test]
fn deriving_keeps_ids_and_leaves_fates_to_be_derived() {
    let town = town();
    assert_eq!(see(&town, &proposed()), see(&town, &now()));
    assert_eq!(
        rows(town.project()),
        "board>board, culture-forum>culture-forum, safety>safety, crew>crew, voices>voices"
    );
    let derive = StructureCommand::Derive {
        structure: proposed(),
        title: "As adopted".into(),
    };
    let town = done(derive, "Derive As adopted from Proposed");
    assert_eq!(titles(&town), ["Now", "Proposed", "As adopted"]);
    assert_eq!(town.project().lineage.len(), 10);
}

#[test]
fn a_copy_is_another_option_with_the_same_past() {
    let duplicate = StructureCommand::Duplicate {
        structure: proposed(),
        title: "Option B".into(),
    };
    let town = done(duplicate, "Duplicate Proposed");
    assert_eq!(titles(&town), ["Now", "Proposed", "Option B"]);
    let to: StructureId = "option-b".into();
    assert_eq!(town.project().rows_between(&now(), &to).count(), 5);
}

#[test]
fn structures_come_move_and_go() {
    let add = StructureCommand::Add {
        title: "2015".into(),
        at: Some(0),
    };
    let town = done(add, "Add structure 2015");
    assert_eq!(titles(&town), ["2015", "Now", "Proposed"]);
    let to = StructureCommand::Move {
        structure: now(),
        to: 9,
    };
    assert_eq!(titles(&done(to, "Move structure Now")), ["Proposed", "Now"]);
    let remove = StructureCommand::Remove { structure: now() };
    let town = done(remove, "Remove structure Now");
    assert_eq!(titles(&town), ["Proposed"]);
    assert!(town.project().lineage.is_empty());
    refused(
        StructureCommand::Add {
            title: " ".into(),
            at: None,
        },
        "A structure needs a name.",
    );
    refused(
        StructureCommand::Remove {
            structure: "gone".into(),
        },
        "There is no structure “gone” in this project any more.",
    );
}

#[test]
fn a_removed_structure_leaves_its_id() {
    let mut town = town();
    let structure = now();
    town.apply(StructureCommand::Remove { structure }).unwrap();
    let add = StructureCommand::Add {
        title: "Now".into(),
        at: None,
    };
    assert_eq!(town.apply(add).unwrap().structures[0].as_str(), "now-2");
}

#[test]
fn heads_are_edited() {
    let mut head = town().project().structures[0].head.clone();
    head.status = Some("Draft".into());
    head.note = Some(" ".into());
    let town = done(StructureCommand::SetHead(head), "Edit structure Now");
    let head = &town.project().structures[0].head;
    assert_eq!((head.status.as_deref(), &head.note), (Some("Draft"), &None));
    let mut head = head.clone();
    head.title = "\n".into();
    refused(StructureCommand::SetHead(head), "A structure needs a name.");
    let head = Head {
        title: Some("Our town".into()),
        version: Some("9.9".into()),
        ..Head::default()
    };
    let label = "Edit the project's title and details";
    let town = done(ProjectCommand::SetHead(head), label);
    assert_eq!(town.project().head.title.as_deref(), Some("Our town"));
    assert_eq!(town.project().head.version, None, "the file's own");
}

fn say(with: Option<&str>, words: &str) -> StructureCommand {
    StructureCommand::SetShortText {
        structure: proposed(),
        text: ShortText {
            generated: Some("Diagram of Proposed.".into()),
            ..ShortText::new(with.map(Into::into), words)
        },
    }
}

#[test]
fn the_short_text_is_a_persons_own_until_it_is_emptied() {
    let label = "Edit the short text of Proposed";
    let mut town = done(say(None, "Our five groups."), label);
    town.apply(say(Some("now"), "Nothing changes.")).unwrap();
    let words = |town: &Workspace, with: Option<&str>| {
        let head = &town.project().structure(&proposed()).unwrap().head;
        let with = with.map(StructureId::from);
        head.short_text(with.as_ref()).map(|own| own.text.clone())
    };
    assert_eq!(words(&town, None).as_deref(), Some("Our five groups."));
    assert_eq!(
        words(&town, Some("now")).as_deref(),
        Some("Nothing changes.")
    );
    let town = done_in(town, say(None, " \n"), label);
    assert_eq!(words(&town, None), None);
    let remove = StructureCommand::Remove { structure: now() };
    let town = done_in(town, remove, "Remove structure Now");
    assert!(town.project().structures[0].head.short_texts.is_empty());
}

#[test]
fn a_short_text_is_short_and_about_what_is_there() {
    done(
        say(None, &"x".repeat(250)),
        "Edit the short text of Proposed",
    );
    refused(
        say(None, &"ŵ".repeat(251)),
        "A short text may have up to 250 characters; this one has 251.",
    );
    refused(
        say(Some("gone"), "Words"),
        "There is no structure “gone” in this project any more.",
    );
}
