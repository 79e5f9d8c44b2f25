use super::*;
use crate::compare::fixture::{body, project};
use crate::model::{Certainty, Word};

fn outline(text: &str) -> String {
    let project = project(text, "", "");
    describe_structure(&project, &"old".into())
        .unwrap()
        .to_markdown()
}

#[test]
fn the_outline_goes_depth_first_and_lists_a_body_once() {
    let text = outline("top; a > top; b > top; a1 > a; a1 > b");
    assert!(
        text.contains("- top\n  - a\n    - a1: also reports to b\n  - b\n    - a1: see above\n"),
        "{text}"
    );
    assert!(text.contains("- More than one reporting line: a1.\n"));
    assert!(text.contains("- The reporting lines have 3 levels.\n- At the top: top.\n"));
}

#[test]
fn a_circle_is_told_as_a_sentence_and_still_listed() {
    let text = outline("a > b; b > a; c > b; s > s");
    assert!(text.contains("- The reporting lines run in a circle: a reports to b reports to a.\n"));
    assert!(
        text.contains("- a: reports to b\n  - b\n    - a: see above\n    - c\n"),
        "{text}"
    );
    assert!(text.contains("- Said to report to itself: s.\n"));
    assert!(text.contains("\n- s\n"));
}

#[test]
fn past_four_levels_a_new_heading_starts() {
    let text = outline("b > a; c > b; d > c; e > d; f > e");
    assert!(
        text.contains(
            "- a\n  - b\n    - c\n      - d; 1 body reports to it, under its own heading below\n\n\
         ### Reporting to d\n\n- e\n  - f\n"
        ),
        "{text}"
    );
}

#[test]
fn every_body_is_named_whatever_the_lines() {
    for text in [
        "a; b",
        "a > b; c",
        "a > a",
        "a > b; b > c; c > a; d > c; e",
        "a > b; b > b",
    ] {
        let project = project(text, "", "");
        let words = describe_structure(&project, &"old".into()).unwrap();
        for body in &project.structures[0].bodies {
            let listed = words.blocks.iter().any(|block| match block {
                Block::List(items) => items.iter().any(|item| {
                    item.text == body.name || item.text.starts_with(&format!("{}:", body.name))
                }),
                _ => false,
            });
            assert!(listed, "{text}: {}", body.name);
        }
    }
}

#[test]
fn other_links_are_sentences() {
    let mut project = project(
        "a tasked-by b; a tasked-by c; a represented-on b; a links-to c",
        "",
        "",
    );
    let links = &mut project.structures[0].links;
    links[0].permission = true;
    links[1].permission = true;
    links[2].seats = Some(2);
    links[2].label = Some("chair".into());
    let text = describe_structure(&project, &"old".into())
        .unwrap()
        .to_markdown();
    for line in [
        "### Tasked by\n\n- a may be tasked by b and c.\n",
        "### Represented on\n\n- a is represented on b (2 seats; chair).\n",
        "### Links to\n\n- a links to c.\n",
        "- Nobody reports to anybody: there is no hierarchy.\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn changes_are_told_in_words() {
    let project = project(
        "a > p; q; x; u",
        "a > q; p; y",
        "a => a; p => p; q => q; x => y",
    );
    let text = describe_changes(&project, &"old".into(), &"new".into())
        .unwrap()
        .to_markdown();
    for part in [
        "- Retained: 3\n- Renamed: 1\n- Moved to another reporting line: 1\n- Bodies of which nothing is said: 1\n",
        "| R1 | a | a | Retained; moved |  |\n",
        "- R4: x is renamed y.\n",
        "## Nothing is said about what becomes of\n\n- u\n",
        "## New links\n\n- a reports to q.\n",
        "## Links that go\n\n- a reports to p.\n",
    ] {
        assert!(text.contains(part), "{text}");
    }
    assert!(!text.contains("- R2:"), "what stays needs no sentence");
}

/// Kind, words on the line and the sentence.
#[test]
fn links_are_told_without_saying_a_thing_twice() {
    for (kind, label, permission, expected) in [
        ("supports", "supports b", false, "a supports b."),
        ("supports", "Supports", false, "a supports b."),
        ("supports", "b", false, "a supports b (b)."),
        (
            "endorses",
            "endorses the plan",
            false,
            "a endorses b (the plan).",
        ),
        ("endorses", "the plan", true, "a may endorse b (the plan)."),
        ("part-of", "part of b", false, "a – part of – b."),
        (
            "tasked-by",
            "may be tasked where it helps",
            true,
            "a may be tasked by b (where it helps).",
        ),
    ] {
        let mut project = project(&format!("a {kind} b"), "", "");
        let link = &mut project.structures[0].links[0];
        link.label = Some(label.into());
        link.permission = permission;
        let text = describe_structure(&project, &"old".into()).unwrap();
        let text = text.to_markdown();
        assert!(text.contains(&format!("\n- {expected}\n")), "{text}");
    }
}

#[test]
fn links_that_change_alike_are_told_together() {
    let mut project = project(
        "a > p; b > p; c > p; d informs p; e supports p",
        "a > q; b > q; c > q; d informs q; e informs q",
        "a => a; b => b; c => c; d => d; e => e; p => q",
    );
    for (structure, link, label, certainty) in [
        (1, 0, "card", Certainty::Stated),
        (1, 1, "card", Certainty::Stated),
        (0, 2, "", Certainty::Implied),
        (0, 3, "news", Certainty::Stated),
    ] {
        let link = &mut project.structures[structure].links[link];
        link.label = Some(label.into());
        link.certainty = Word::Known(certainty);
    }
    let text = describe_changes(&project, &"old".into(), &"new".into()).unwrap();
    let text = text.to_markdown();
    for line in [
        "- a and b report to q (card). Before: p.\n",
        "- c reports to q. Before: p (implied).\n",
        "- d informs q. Before: p (news).\n",
        "- e informs q. Before: e supports p.\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn reasons_stand_as_sentences_and_say_nothing_twice() {
    for (reason, lead, expected) in [
        ("to save time", "", "- R1: a is renamed b. To save time.\n"),
        (
            "A is renamed",
            "Clerk",
            "- R1: a is renamed b. Lead: Clerk.\n",
        ),
    ] {
        let mut project = project("a", "b", "a => b");
        project.lineage[0].reason = Some(reason.into());
        project.lineage[0].lead = Some(lead.into());
        let text = describe_changes(&project, &"old".into(), &"new".into()).unwrap();
        let text = text.to_markdown();
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn alternative_texts_are_short_whatever_the_names() {
    let mut project = project("a > b", "a > b", "a => a; b => b");
    assert_eq!(
        alt_text(&project, &project.structures[0]),
        "Diagram of old: 2 bodies on 2 levels, with b at the top."
    );
    let comparison = compare(&project, &"old".into(), &"new".into()).unwrap();
    assert_eq!(
        alt_text_compare(&project, &comparison),
        "Comparison of old with new: 2 bodies before, 2 after. 2 retained."
    );
    project.head.place = Some("p\n".repeat(500));
    project.structures[0].head.title = "ä".repeat(1000);
    body(&mut project, "old", "b").name = "n".repeat(1000);
    let alt = alt_text(&project, &project.structures[0]);
    assert!(alt.chars().count() <= MAX_ALT && !alt.contains('\n'));
}

#[test]
fn names_that_look_like_markup_stay_names() {
    let mut project = project("a; b", "", "");
    body(&mut project, "old", "a").name = "*A* [x](y) <b>\nZ".into();
    body(&mut project, "old", "b").name = "1. # B".into();
    let text = describe_structure(&project, &"old".into())
        .unwrap()
        .to_markdown();
    assert!(
        text.contains("- \\*A\\* \\[x\\](y) \\<b> Z\n- 1\\. # B\n"),
        "{text}"
    );
}

#[test]
fn a_grid_shows_its_links_from_both_sides_and_what_is_not_stated() {
    use super::grid::{CellState, grid_table};
    let mut project = project(
        "a; b; x; y; a supports x; y tasked-by a; b > x; b > x",
        "a",
        "",
    );
    project.link_kinds.push(crate::model::LinkKind {
        id: "crosses".into(),
        name: "Works across".into(),
        in_second: crate::model::InSecond::default(),
        extra: crate::model::Extra::default(),
    });
    let structure = &mut project.structures[0];
    structure.links[0].certainty = Word::Known(Certainty::Implied);
    structure.links[0].label = Some("as host".into());
    structure.links[3].permission = true;
    let link = crate::model::Link::new("l".into(), "x".into(), "crosses".into(), "a".into());
    structure.links.push(link);
    let mut grid = crate::model::Grid::new("plan".into(), "Plan");
    grid.rows = vec!["a".into(), "b".into(), "x".into(), "gone".into()];
    grid.columns = vec!["x".into(), "y".into()];
    grid.none = vec![("b".into(), "y".into())];
    grid.certainty = Word::Known(Certainty::Undecided);
    structure.grids.push(grid);
    let structure = &project.structures[0];
    let table = grid_table(&project, structure, &structure.grids[0]);
    assert_eq!(table.title, "Plan (undecided)");
    let words: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.words.as_str()).collect())
        .collect();
    assert_eq!(
        words,
        [
            ["Supports (implied); x: works across", "y is tasked by it"],
            ["Reports to; Reports to (may be)", "none"],
            ["—", "not stated"],
            ["not stated", "not stated"],
        ]
    );
    let cell = &table.rows[0].cells[0];
    assert_eq!(
        (cell.state, cell.notes.as_slice()),
        (CellState::Linked, ["as host".to_owned()].as_slice())
    );
    assert!(table.rows[3].head.missing && !table.rows[0].head.missing);
    let text = describe_structure(&project, &"old".into())
        .unwrap()
        .to_markdown();
    assert!(text.contains("## Plan (undecided)"), "{text}");
    // Kinds that do not count stay out.
    let mut grid = structure.grids[0].clone();
    grid.kinds = vec!["crosses".into()];
    let table = grid_table(&project, structure, &grid);
    assert_eq!(table.rows[0].cells[0].words, "x: works across");
    assert_eq!(table.rows[1].cells[0].words, "not stated");
}
