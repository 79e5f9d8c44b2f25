//! Tables of where rows go.

use super::super::outline::tests::{lines, structure};
use super::*;
use crate::model::{Project, Workspace};

/// board (a (a1 a2) b), c and d alone.
fn sample() -> Structure {
    structure(
        &["board", "a", "a1", "a2", "b", "c", "d"],
        &[("a", "board"), ("a1", "a"), ("a2", "a"), ("b", "board")],
    )
}

fn workspace(structure: Structure) -> Workspace {
    let mut project = Project::default();
    project.structures.push(structure);
    Workspace::new(project)
}

/// The outline after moving a body to a spot.
fn moved(s: &Structure, body: &str, spot: Option<Spot>) -> Vec<String> {
    let Some(spot) = spot else {
        return vec!["nowhere".to_owned()];
    };
    let mut w = workspace(s.clone());
    let command = Rows::of(s).move_to(s, &body.into(), &spot).unwrap();
    w.apply(command).unwrap();
    lines(&w.project().structures[0])
}

const ALONE: &str = "No reporting line";

#[test]
fn a_new_row_stands_right_below_on_the_same_level() {
    for (below, expected) in [
        ("a", [" board >a >>a1 >>a2 > new >b", "c d"]),
        ("a1", [" board >a >>a1 >> new >>a2 >b", "c d"]),
        ("b", [" board >a >>a1 >>a2 >b > new", "c d"]),
        ("board", [" board >a >>a1 >>a2 >b", " new c d"]),
        ("c", [" board >a >>a1 >>a2 >b", "c  new d"]),
    ] {
        let s = sample();
        let tried = Rows::of(&s).next(&below.into()).tried(&s);
        let shown = lines(&tried).join(" ");
        assert_eq!(
            shown.replace("  ", " "),
            format!("{} {ALONE} {}", expected[0].trim(), expected[1]).replace("  ", " "),
            "below {below}"
        );
    }
    let empty = structure(&[], &[]);
    assert_eq!(Rows::of(&empty).next(&"x".into()), Spot::default());
    assert_eq!(lines(&Spot::default().tried(&empty)), [ALONE, " new"]);
}

#[test]
fn a_new_row_below_an_outside_body_is_outside_too() {
    let mut s = sample();
    s.bodies[5].standing = Word::Known(Standing::Outside);
    let spot = Rows::of(&s).next(&"c".into());
    assert_eq!(spot.standing, Some(Standing::Outside));
    assert_eq!(lines(&spot.tried(&s)).last().unwrap(), " new");
}

#[test]
fn one_level_in_reports_to_the_row_above() {
    let s = sample();
    for (body, expected) in [
        (
            "b",
            vec!["board", ">a", ">>a1", ">>a2", ">>b", ALONE, "c", "d"],
        ),
        (
            "a2",
            vec!["board", ">a", ">>a1", ">>>a2", ">b", ALONE, "c", "d"],
        ),
        (
            "c",
            vec!["board", ">a", ">>a1", ">>a2", ">b", ">c", ALONE, "d"],
        ),
        ("d", vec!["board", ">a", ">>a1", ">>a2", ">b", "c", ">d"]),
        ("a", vec!["nowhere"]),
        ("a1", vec!["nowhere"]),
        ("board", vec!["nowhere"]),
    ] {
        let spot = Rows::of(&s).inwards(&body.into());
        assert_eq!(moved(&s, body, spot), expected, "{body}");
    }
}

#[test]
fn one_level_out_stands_beside_its_parent() {
    let s = sample();
    for (body, expected) in [
        (
            "a1",
            vec!["board", ">a", ">>a2", ">a1", ">b", ALONE, "c", "d"],
        ),
        (
            "a2",
            vec!["board", ">a", ">>a1", ">a2", ">b", ALONE, "c", "d"],
        ),
        (
            "b",
            vec!["board", ">a", ">>a1", ">>a2", ALONE, "b", "c", "d"],
        ),
        ("a", vec!["board", ">b", "a", ">a1", ">a2", ALONE, "c", "d"]),
        ("board", vec!["nowhere"]),
        ("c", vec!["nowhere"]),
    ] {
        let spot = Rows::of(&s).outwards(&body.into());
        assert_eq!(moved(&s, body, spot), expected, "{body}");
    }
}

#[test]
fn the_draft_row_changes_its_level_before_it_exists() {
    let s = sample();
    let first = Rows::of(&s).next(&"b".into());
    let in_once = Rows::of(&first.tried(&s)).inwards(&unnamed()).unwrap();
    assert_eq!(in_once.parent, Some("b".into()));
    let out = Rows::of(&in_once.tried(&s)).outwards(&unnamed()).unwrap();
    assert_eq!((&out.parent, &out.place), (&first.parent, &first.place));
    let top = Rows::of(&out.tried(&s)).outwards(&unnamed()).unwrap();
    assert_eq!(top.parent, None);
    assert_eq!(Rows::of(&top.tried(&s)).outwards(&unnamed()), None);
}

#[test]
fn rows_pass_their_neighbours_on_the_same_level_only() {
    let s = sample();
    let past = |body: &str, up| Rows::of(&s).past(&body.into(), up);
    for (body, up, expected) in [
        ("b", true, Some(Place::Before("a".into()))),
        ("a", false, Some(Place::After("b".into()))),
        ("a", true, None),
        ("a2", false, None),
        ("c", true, None),
        ("c", false, Some(Place::After("d".into()))),
    ] {
        assert_eq!(past(body, up), expected, "{body} {up}");
    }
}

#[test]
fn a_dragged_row_lands_on_above_or_below_another() {
    use Part::{Above, Below, Onto};
    let s = sample();
    for (body, over, part, expected) in [
        (
            "d",
            "b",
            Onto,
            vec!["board", ">a", ">>a1", ">>a2", ">b", ">>d", ALONE, "c"],
        ),
        (
            "d",
            "b",
            Above,
            vec!["board", ">a", ">>a1", ">>a2", ">d", ">b", ALONE, "c"],
        ),
        (
            "d",
            "b",
            Below,
            vec!["board", ">a", ">>a1", ">>a2", ">b", ">d", ALONE, "c"],
        ),
        (
            "d",
            "a",
            Below,
            vec!["board", ">a", ">>d", ">>a1", ">>a2", ">b", ALONE, "c"],
        ),
        (
            "d",
            "c",
            Above,
            vec!["board", ">a", ">>a1", ">>a2", ">b", ALONE, "d", "c"],
        ),
        (
            "b",
            "d",
            Below,
            vec!["board", ">a", ">>a1", ">>a2", ALONE, "c", "d", "b"],
        ),
        ("a", "a1", Onto, vec!["nowhere"]),
        ("a", "a", Above, vec!["nowhere"]),
    ] {
        let spot = Rows::of(&s).dropped(&body.into(), &over.into(), part);
        assert_eq!(moved(&s, body, spot), expected, "{body} {part:?} {over}");
    }
}

#[test]
fn of_two_parents_only_the_shown_one_is_left() {
    let s = structure(&["t", "u", "x", "y"], &[("x", "t"), ("x", "u"), ("y", "t")]);
    let spot = Rows::of(&s).outwards(&"x".into());
    assert_eq!(moved(&s, "x", spot), ["t", ">y", "u", ">x"]);
}

#[test]
fn dropping_among_the_family_makes_family() {
    let mut s = sample();
    s.bodies[6].standing = Word::Known(Standing::Family);
    let spot = Rows::of(&s).dropped(&"c".into(), &"d".into(), Part::Below);
    let shown = moved(&s, "c", spot);
    assert_eq!(shown[5..], ["In the family", "d", "c"]);
}
