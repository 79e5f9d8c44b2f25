use super::*;
use crate::model::{
    BodyKind, Extra, LinkKind, Question, Rule, RuleTest, Seat, SeatNumber, Step, Tier,
};

fn with_lists() -> Workspace {
    let mut town = town();
    for command in [
        KindCommand::AddBodyKind {
            name: "Forum".into(),
            plural: Some("Fora".into()),
            look: None,
        },
        KindCommand::AddLinkKind {
            name: "Liaises with".into(),
        },
        KindCommand::AddTier {
            name: "Strategic".into(),
            at: None,
        },
        KindCommand::AddTier {
            name: "Leadership".into(),
            at: Some(0),
        },
    ] {
        town.apply(command).unwrap();
    }
    let mut project = town.project().clone();
    for structure in &mut project.structures {
        structure.bodies[1].kind = Some("forum".into());
        structure.bodies[0].tier = Some("leadership".into());
    }
    project.structures[0].links[0].kind = "liaises-with".into();
    Workspace::new(project)
}

#[test]
fn kinds_and_tiers_in_use_stay() {
    refused_in(
        with_lists(),
        KindCommand::RemoveBodyKind("forum".into()),
        "“Forum” is still the kind of 2 bodies. Give them another kind first.",
    );
    refused_in(
        with_lists(),
        KindCommand::RemoveLinkKind("liaises-with".into()),
        "“Liaises with” is still the kind of 1 link. Give it another kind first.",
    );
    refused_in(
        with_lists(),
        KindCommand::RemoveTier("leadership".into()),
        "“Leadership” is still the tier of 2 bodies. Give them another tier first.",
    );
    let strategic = KindCommand::RemoveTier("strategic".into());
    done_in(with_lists(), strategic.clone(), "Remove tier Strategic");
    let mut town = with_lists();
    let rule = Rule {
        text: "Only strategic bodies report to the board".into(),
        test: Some(RuleTest::OnlyTierReportsTo {
            tier: "strategic".into(),
            bodies: ids("board board"),
        }),
        ..Rule::default()
    };
    town.apply(ListCommand::AddRule(rule)).unwrap();
    refused_in(
        Workspace::new(town.project().clone()),
        strategic,
        "A rule still speaks of the tier “Strategic”. Change the rule first.",
    );
}

#[test]
fn kinds_and_tiers_are_edited() {
    let tiers = |w: &Workspace| {
        let tiers = w.project().tiers.iter();
        tiers.map(|t| t.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(tiers(&with_lists()), ["Leadership", "Strategic"]);
    let kind = BodyKind {
        id: "forum".into(),
        name: "Open forum".into(),
        plural: None,
        look: Some(3),
        in_second: crate::model::InSecond::default(),
        extra: Extra::default(),
    };
    let set = KindCommand::SetBodyKind(kind);
    let town = done_in(with_lists(), set, "Edit kind Forum");
    assert_eq!(town.project().body_kind_name(&"forum".into()), "Open forum");
    let down = KindCommand::MoveTier {
        tier: "leadership".into(),
        to: 1,
    };
    let town = done_in(with_lists(), down, "Reorder tier Leadership");
    assert_eq!(tiers(&town), ["Strategic", "Leadership"]);
    let tier = Tier {
        id: "nowhere".into(),
        name: "X".into(),
        in_second: crate::model::InSecond::default(),
        extra: Extra::default(),
    };
    refused(
        KindCommand::SetTier(tier),
        "That tier is not there any more.",
    );
}

#[test]
fn a_standard_kind_of_link_may_have_other_words() {
    let words = LinkKind {
        id: "reports-to".into(),
        name: "Answers to".into(),
        in_second: crate::model::InSecond::default(),
        extra: Extra::default(),
    };
    let set = KindCommand::SetLinkKind(words);
    let mut town = done(set, "Edit kind of link Reports to");
    let name = |w: &Workspace| w.project().link_kind_name(&"reports-to".into());
    assert_eq!(name(&town), "Answers to");
    town.apply(KindCommand::RemoveLinkKind("reports-to".into()))
        .unwrap();
    assert_eq!(name(&town), "Reports to");
    // A kind of the project's own never takes the id of a standard one.
    town.apply(KindCommand::AddLinkKind {
        name: "Informs".into(),
    })
    .unwrap();
    assert_eq!(town.project().link_kinds[0].id.as_str(), "informs-2");
}

#[test]
fn steps_questions_and_rules() {
    let step = |what: &str, bodies: &str| Step {
        what: what.into(),
        bodies: ids(bodies),
        ..Step::default()
    };
    let mut town = done(ListCommand::AddStep(step("Close", "crew crew")), "Add step");
    assert_eq!(town.project().steps[0].bodies, ids("crew"));
    town.apply(ListCommand::AddStep(step("Open", ""))).unwrap();
    town.apply(ListCommand::MoveStep { at: 1, to: 0 }).unwrap();
    assert_eq!(town.project().steps[0].what, "Open");
    let edit = ListCommand::SetStep {
        at: 1,
        step: step("Closed", "board"),
    };
    let town = done_in(town, edit, "Edit step");
    done_in(town, ListCommand::RemoveStep { at: 1 }, "Remove step");
    let question = Question {
        text: "Who speaks for the arts?".into(),
        ..Question::default()
    };
    done(ListCommand::AddQuestion(question), "Add question");
    refused(
        ListCommand::AddStep(step(" ", "")),
        "A step needs some words.",
    );
    refused(
        ListCommand::AddStep(step("Close", "nobody")),
        "“nobody” is in no structure of this project.",
    );
    refused(
        ListCommand::RemoveRule { at: 0 },
        "That rule is not there any more.",
    );
}

#[test]
fn seats_are_rows_of_a_body() {
    let seat = |post: &str, through: Option<&str>| Seat {
        post: Some(post.into()),
        through: through.map(BodyId::from),
        number: SeatNumber::AtLeast(1),
        ..Seat::default()
    };
    let (structure, body) = (now(), BodyId::new("board"));
    let add = |post: &str, through: Option<&str>| SeatCommand::Add {
        structure: structure.clone(),
        body: body.clone(),
        seat: seat(post, through),
        at: None,
    };
    let posts = |w: &Workspace| {
        let seats = &w.project().structures[0].bodies[0].seats;
        let posts: Vec<_> = seats.iter().filter_map(|s| s.post.clone()).collect();
        posts.join(" ")
    };
    let mut town = done(add("Chair", Some("safety")), "Add seat to Board");
    town.apply(add("Leader", None)).unwrap();
    let set = SeatCommand::Set {
        structure: now(),
        body: "board".into(),
        row: 1,
        seat: seat("Mayor", None),
    };
    let town = done_in(town, set, "Edit seat of Board");
    assert_eq!(posts(&town), "Chair Mayor");
    let swap = SeatCommand::Move {
        structure: now(),
        body: "board".into(),
        row: 0,
        to: 1,
    };
    let town = done_in(town, swap, "Reorder seats of Board");
    assert_eq!(posts(&town), "Mayor Chair");
    let remove = |row| SeatCommand::Remove {
        structure: now(),
        body: "board".into(),
        row,
    };
    let town = done_in(town, remove(0), "Remove seat from Board");
    assert_eq!(posts(&town), "Chair");
    refused(remove(0), "That seat is not there any more.");
    refused(add("Chair", Some("x")), "“x” is not in “Now”.");
}
