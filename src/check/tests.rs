use super::*;
use crate::compare::fixture::{body, project};
use crate::model::{Link, Rule, RuleTest, Seat, SeatNumber, Standing, Step, Tier, Word};

/// The findings of one rule, as their texts.
fn found(project: &Project, rule: &str) -> Vec<Finding> {
    check(project, &[])
        .into_iter()
        .filter(|finding| finding.rule == rule)
        .collect()
}

pub(super) fn texts(project: &Project, rule: &str) -> Vec<String> {
    found(project, rule).into_iter().map(|f| f.text).collect()
}

pub(super) fn count(project: &Project, rule: &str) -> usize {
    found(project, rule).len()
}

#[test]
fn a_sound_project_has_no_findings() {
    let project = project(
        "b; a > b; c > b; c tasked-by a; f",
        "b; a > b; c > b; c tasked-by a; f",
        "b => b; a => a; c => c; f => f",
    );
    let mut project = project;
    for structure in ["old", "new"] {
        body(&mut project, structure, "f").standing = Word::Known(Standing::Family);
    }
    assert_eq!(check(&project, &[]), []);
    assert_eq!(check(&Project::default(), &[]), []);
}

#[test]
fn a_circle_of_reporting_lines_is_named() {
    let project = project("a > b; b > c; c > a; x > a; s > s", "", "");
    let findings = found(&project, "reports-to-loop");
    assert_eq!(findings.len(), 1);
    assert_eq!(
        findings[0].text,
        "The reporting lines run in a circle: “a” reports to “b” reports to “c” reports to “a”."
    );
    assert_eq!(findings[0].links.len(), 3);
    assert_eq!(found(&project, "self-link")[0].bodies, ["s".into()]);
}

#[test]
fn the_same_link_twice_is_found_but_another_label_is_another_link() {
    let mut project = project("a > b; a > b; a tasked-by b", "", "");
    let finding = &found(&project, "duplicate-link")[0];
    assert_eq!(finding.links.len(), 2);
    project.structures[0].links[1].label = Some("on budgets".into());
    assert_eq!(count(&project, "duplicate-link"), 0);
}

#[test]
fn names_that_are_missing_or_alike_are_found() {
    let mut project = project("a; b; c", "", "");
    body(&mut project, "old", "b").name = " A ".into();
    body(&mut project, "old", "c").name = " \t".into();
    assert_eq!(
        texts(&project, "duplicate-name"),
        ["2 bodies of “old” are called “a”."]
    );
    assert_eq!(texts(&project, "empty-name"), ["The body “c” has no name."]);
    project.structures[1].head.title = String::new();
    assert_eq!(count(&project, "empty-name"), 2);
}

fn seat(number: SeatNumber, through: Option<&str>, organisation: Option<&str>) -> Seat {
    Seat {
        number,
        through: through.map(Into::into),
        organisation: organisation.map(Into::into),
        ..Seat::default()
    }
}

#[test]
fn links_and_lists_of_seats_must_agree() {
    use SeatNumber::{AtLeast, Exactly, Open};
    for (rows, seats, disagrees) in [
        (vec![], Some(1), false),
        (vec![seat(Exactly(2), Some("v"), None)], Some(2), false),
        (vec![seat(Exactly(2), Some("v"), None)], Some(1), true),
        (vec![seat(Exactly(2), Some("v"), None)], None, false),
        (
            vec![seat(Exactly(2), None, Some(" voluntary  FORUM"))],
            Some(1),
            true,
        ),
        (vec![seat(Exactly(2), None, Some("VSF"))], Some(3), true),
        (vec![seat(AtLeast(2), Some("v"), None)], Some(3), false),
        (vec![seat(AtLeast(2), Some("v"), None)], Some(1), true),
        (vec![seat(Open, Some("v"), None)], Some(9), false),
        (
            vec![
                seat(Exactly(1), Some("v"), None),
                seat(Exactly(1), Some("v"), None),
            ],
            Some(2),
            false,
        ),
        // Rows that do not name the body: only more seats than there are disagree.
        (
            vec![seat(Exactly(5), None, Some("each of 5 partnerships"))],
            Some(1),
            false,
        ),
        (vec![seat(Exactly(1), None, Some("someone"))], Some(2), true),
        (
            vec![seat(Exactly(1), None, Some("someone")), Seat::default()],
            Some(2),
            false,
        ),
    ] {
        let mut project = project("v represented-on board", "", "");
        let v = body(&mut project, "old", "v");
        v.name = "Voluntary Forum".into();
        v.short = Some("VSF".into());
        body(&mut project, "old", "board").seats = rows.clone();
        project.structures[0].links[0].seats = seats;
        assert_eq!(
            count(&project, "seats-disagree") == 1,
            disagrees,
            "{rows:?} {seats:?}"
        );
    }
}

#[test]
fn a_seat_through_a_missing_body_is_an_error() {
    let mut project = project("a", "", "");
    body(&mut project, "old", "a").seats = vec![seat(SeatNumber::Exactly(1), Some("gone"), None)];
    assert_eq!(
        found(&project, "seat-through-missing-body")[0].severity,
        Severity::Error
    );
}

#[test]
fn bodies_that_nothing_joins_are_advice() {
    let mut project = project(
        "a > b; lone; family; tasked; tasked tasked-by b",
        "x; y",
        "",
    );
    body(&mut project, "old", "family").standing = Word::Known(Standing::Family);
    let findings = found(&project, "no-reporting-line");
    assert_eq!(findings.len(), 1, "none where nobody reports to anybody");
    assert_eq!(findings[0].bodies, ["lone".into()]);
    assert_eq!(findings[0].severity, Severity::Advice);
}

#[test]
fn kinds_tiers_and_words_outside_the_lists_are_found() {
    let mut project = project("a > b; a liaises-with b", "", "");
    let a = body(&mut project, "old", "a");
    a.kind = Some("board".into());
    a.tier = Some("top".into());
    a.standing = Word::Other("guest".into());
    a.certainty = Word::Other("likely".into());
    project.structures[0].links[0].certainty = Word::Other("maybe".into());
    assert_eq!(
        texts(&project, "unknown-kind"),
        ["1 body of “old” has the kind of body “board”, which is not in the project's list."]
    );
    assert_eq!(count(&project, "unknown-tier"), 1);
    assert_eq!(count(&project, "unknown-link-kind"), 1);
    assert_eq!(count(&project, "unknown-word"), 3);
}

#[test]
fn lineage_to_nothing_is_an_error() {
    let mut project = project("a", "a", "a gone => a; => ; a => a : vanished");
    let mut row = project.lineage[0].clone();
    row.to_structure = "later".into();
    project.lineage.push(row);
    assert_eq!(
        texts(&project, "lineage-missing-body")[0],
        "In the lineage, row R1 from “old” to “new” names “gone”, not in “old”."
    );
    assert_eq!(count(&project, "lineage-missing-structure"), 1);
    assert_eq!(count(&project, "lineage-empty-row"), 1);
    assert_eq!(count(&project, "unknown-word"), 1);
}

#[test]
fn steps_and_rules_about_missing_bodies_are_errors() {
    let mut project = project("a", "b", "a => b");
    project.steps.push(Step {
        what: "Close it".into(),
        bodies: vec!["a".into(), "b".into(), "gone".into()],
        ..Step::default()
    });
    project.rules.push(Rule {
        test: Some(RuleTest::Other("{}".into())),
        ..Rule::default()
    });
    assert_eq!(
        texts(&project, "missing-body"),
        ["The step “Close it” names “gone”, which no structure has."]
    );
    assert_eq!(count(&project, "untested-rule"), 1);
}

#[test]
fn fates_that_their_rows_deny_are_found() {
    let found = texts(
        &project("a; b; c", "x; c", "a b => x : renamed; c => c : ended"),
        "fate-contradicts-row",
    );
    assert_eq!(
        found,
        [
            "Row R1 (“a”, “b” and “x”) says “Renamed”, but the row names more than one body on a side.",
            "Row R2 (“c”) says “Ended”, but the row names a body after the change.",
        ]
    );
}

#[test]
fn a_body_in_two_rows_is_found_unless_they_tell_one_story() {
    for (rows, n) in [
        ("a => a; a =>", 1),
        ("a => a; b => a", 1),
        ("a => a : merged; b => a : merged", 0),
        ("a => x : split; a => a : split", 0),
        ("a => a : replaced; b => a : replaced", 0),
        ("a b => a", 0),
        ("a a => a", 0),
    ] {
        let project = project("a; b", "a; x", rows);
        assert_eq!(count(&project, "body-in-several-rows"), n, "{rows}");
    }
}

#[test]
fn nobody_is_forgotten() {
    let project = project("a; b", "a; c", "a => a");
    assert_eq!(
        texts(&project, "unaccounted"),
        [
            "Nothing is said about what becomes of 1 body of “old” in “new”: “b”.",
            "Nothing in “old” is said to come before 1 body of “new”: “c”.",
        ]
    );
    let none = crate::compare::fixture::project("a", "a", "");
    assert_eq!(count(&none, "unaccounted"), 2);
}

#[test]
fn dates_are_years_months_or_days_of_the_calendar() {
    for good in [
        "2011",
        "2011-12",
        "2012-02-29",
        "2000-02-29",
        " 2011-07-22 ",
    ] {
        assert!(parse_date(good).is_ok(), "{good}");
    }
    for (bad, error) in [
        ("2011-02-30", DateError::Calendar),
        ("2011-02-29", DateError::Calendar),
        ("1900-02-29", DateError::Calendar),
        ("2011-13", DateError::Calendar),
        ("2011-00", DateError::Calendar),
        ("2011-04-31", DateError::Calendar),
        ("2011-04-00", DateError::Calendar),
        ("0000", DateError::Calendar),
        ("April 2011", DateError::Form),
        ("11-04-30", DateError::Form),
        ("2011-4", DateError::Form),
        ("2011-04-30-1", DateError::Form),
        ("+011", DateError::Form),
        ("", DateError::Form),
    ] {
        assert_eq!(parse_date(bad), Err(error), "{bad}");
    }
}

#[test]
fn impossible_dates_are_found_everywhere() {
    let mut project = project("a", "a", "a => a");
    let bad = || Some("2011-02-31".to_owned());
    project.head.date = bad();
    project.structures[0].head.date = bad();
    let a = body(&mut project, "old", "a");
    (a.from, a.until, a.shadow_from, a.statutory_from) = (bad(), bad(), bad(), bad());
    project.lineage[0].date = bad();
    project.steps.push(Step {
        date: bad(),
        when: Some("Autumn 2009".into()),
        ..Step::default()
    });
    assert_eq!(count(&project, "impossible-date"), 8);
}

#[test]
fn dates_that_run_backwards_are_found() {
    for (from, until, backwards) in [
        ("2011", "2010", true),
        ("2011-05", "2011", false),
        ("2011-05", "2011-04", true),
        ("2011-05-02", "2011-05-01", true),
        ("2011-05-02", "2011-05", false),
        ("2010-12", "2011-01", false),
    ] {
        let mut project = project("a", "", "");
        let a = body(&mut project, "old", "a");
        (a.from, a.until) = (Some(from.into()), Some(until.into()));
        assert_eq!(
            count(&project, "dates-backwards") == 1,
            backwards,
            "{from} {until}"
        );
    }
}

#[test]
fn characters_outside_the_font_are_found() {
    let mut project = project("a > b", "", "");
    body(&mut project, "old", "a").name = "Board 会議".into();
    body(&mut project, "old", "b").name = "Dŵr Cymru".into();
    project.structures[0].links[0].label = Some("→ 会".into());
    let findings = found(&project, "missing-glyph");
    assert_eq!(findings.len(), 2);
    assert!(findings[0].text.contains("“会” and “議”"));
}

#[test]
fn a_time_limited_body_needs_an_end() {
    let mut project = project("a", "", "");
    body(&mut project, "old", "a").state = Some("time-limited".into());
    assert_eq!(count(&project, "no-end-date"), 1);
    body(&mut project, "old", "a").until = Some("2012".into());
    assert_eq!(count(&project, "no-end-date"), 0);
}

#[test]
fn only_one_tier_may_report_to_the_board() {
    let mut project = project("a > board; c > board", "a > forum; c > a", "");
    for structure in ["old", "new"] {
        body(&mut project, structure, "a").tier = Some("thematic".into());
    }
    project.tiers.push(Tier {
        id: "thematic".into(),
        name: "Thematic".into(),
        in_second: crate::model::InSecond::default(),
        extra: crate::model::Extra::default(),
    });
    project.rules.push(Rule {
        text: "Only thematic partnerships report to the top.".into(),
        test: Some(RuleTest::OnlyTierReportsTo {
            tier: "thematic".into(),
            bodies: vec!["board".into(), "forum".into()],
        }),
        ..Rule::default()
    });
    let findings = found(&project, "only-tier-reports-to");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].bodies, ["c".into()]);
    assert_eq!(findings[0].links.len(), 1);
    assert_eq!(
        findings[0].text,
        "“c” reports to “board” in “old”, but is not of the tier “Thematic”. \
         The rule: “Only thematic partnerships report to the top.”"
    );
    // A permission to report is no reporting line.
    let link: &mut Link = &mut project.structures[0].links[1];
    link.permission = true;
    assert_eq!(count(&project, "only-tier-reports-to"), 0);
}

#[test]
fn findings_stand_in_order_of_gravity() {
    let mut project = project("a > b; lone", "a; z", "a gone => a");
    body(&mut project, "old", "a").name = "会".into();
    let findings = check(&project, &[]);
    let mut sorted: Vec<Severity> = findings.iter().map(|f| f.severity).collect();
    sorted.sort();
    assert_eq!(
        findings.iter().map(|f| f.severity).collect::<Vec<_>>(),
        sorted
    );
    assert_eq!(findings[0].severity, Severity::Error);
    assert_eq!(findings.last().unwrap().severity, Severity::Advice);
    for finding in &findings {
        assert!(finding.text.ends_with(['.', '”']) && finding.remedy.ends_with('.'));
    }
}

#[test]
fn a_tier_that_reverses_a_reporting_line_is_told() {
    let mut project = project("a > b; c > b; d > b", "", "");
    let tier = |id: &str, name: &str| Tier {
        id: id.into(),
        name: name.to_owned(),
        in_second: crate::model::InSecond::default(),
        extra: crate::model::Extra::default(),
    };
    project.tiers = vec![tier("top", "Leadership"), tier("low", "Delivery")];
    // One above its parent, one on its parent's tier, one without a tier.
    for (id, tier) in [("a", "top"), ("b", "low"), ("c", "low")] {
        body(&mut project, "old", id).tier = Some(tier.into());
    }
    assert_eq!(
        texts(&project, "tier-reversed"),
        ["“a” reports to “b”, but its tier (Leadership) stands above that body’s (Delivery)."]
    );
    body(&mut project, "old", "a").tier = Some("low".into());
    assert_eq!(count(&project, "tier-reversed"), 0);
}

#[test]
fn pins_that_meet_are_told_with_both_bodies() {
    let project = project("a > b; c", "a", "");
    let (old, [a, c]) = ("old".into(), ["a", "c"].map(BodyId::from));
    let found = check(&project, &[(&old, [&a, &c])]);
    let told = found.iter().find(|f| f.rule == "pins-meet").unwrap();
    assert_eq!(
        told.text,
        "“a” and “c” are placed by hand where their cards overlap."
    );
    assert_eq!(told.bodies, [a, c]);
    assert_eq!(told.structure, Some(old));
    assert_eq!(count(&project, "pins-meet"), 0);
}

#[test]
fn grids_that_name_what_is_not_there_are_told() {
    let mut project = project("a; b; x; a supports x", "a", "");
    let mut grid = crate::model::Grid::new("plan".into(), "Plan");
    grid.rows = vec!["a".into(), "gone".into()];
    grid.columns = vec!["x".into()];
    grid.kinds = vec!["supports".into(), "haunts".into()];
    grid.none = vec![("a".into(), "x".into()), ("b".into(), "x".into())];
    grid.certainty = Word::Other("vague".into());
    project.structures[0].grids = vec![grid, crate::model::Grid::new("bare".into(), " ")];
    let one = |rule: &str| {
        let found = texts(&project, rule);
        assert_eq!(found.len(), 1, "{rule}: {found:?}");
        found[0].clone()
    };
    assert_eq!(
        one("grid-missing-body"),
        "The grid “Plan” of “old” names “gone”, which is not there."
    );
    assert_eq!(
        one("grid-unknown-kind"),
        "The grid “Plan” of “old” shows links of a kind that is not in the project's list: “haunts”."
    );
    assert_eq!(
        one("grid-none-linked"),
        "The grid “Plan” of “old” says “none” for “a” and “x”, but they are linked."
    );
    assert_eq!(
        one("grid-none-outside"),
        "The grid “Plan” of “old” says “none” for “b” and “x”, which are no row and column of it."
    );
    assert_eq!(
        one("grid-empty"),
        "The grid “bare” of “old” has no rows or no columns."
    );
    assert!(one("unknown-word").contains("vague"));
}
