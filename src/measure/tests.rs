use super::*;
use crate::compare::fixture::structure;
use crate::model::Seat;

fn measured(text: &str) -> Measures {
    measure(&Project::default(), &structure("s", text))
}

fn of<'a>(measures: &'a Measures, id: &str) -> &'a BodyMeasures {
    measures.body.iter().find(|b| b.id.as_str() == id).unwrap()
}

fn ids(ids: &[BodyId]) -> Vec<&str> {
    ids.iter().map(BodyId::as_str).collect()
}

#[test]
fn levels_count_the_longest_chain_and_a_loop_as_one() {
    for (text, levels) in [
        ("", 0),
        ("a", 1),
        ("a; b", 1),
        ("a > b", 2),
        ("a > b; b > c", 3),
        ("a > b; b > c; a > c", 3),
        ("a > b; b > a", 1),
        ("a > a", 1),
        ("x > a; a > b; b > a; b > top", 3),
        ("a tasked-by b", 1),
    ] {
        assert_eq!(measured(text).levels, levels, "{text}");
    }
}

#[test]
fn a_deep_chain_is_measured_without_running_out_of_stack() {
    let text: Vec<String> = (0..20_000).map(|n| format!("b{n} > b{}", n + 1)).collect();
    let mut deep = Structure::new("s".into(), "Deep");
    for n in 0..=20_000 {
        deep.bodies
            .push(Body::new(format!("b{n}").as_str().into(), "b"));
    }
    for (n, id) in text.iter().enumerate() {
        deep.links.push(crate::model::Link::new(
            crate::model::LinkId::new(id),
            format!("b{n}").as_str().into(),
            LinkKindId::of(StandardLink::ReportsTo),
            format!("b{}", n + 1).as_str().into(),
        ));
    }
    assert_eq!(Hierarchy::new(&deep).levels(), 20_001);
}

#[test]
fn loops_are_told_in_the_order_of_the_lines() {
    let s = structure("s", "c > a; a > b; b > c; x > a; y > y");
    let loops = Hierarchy::new(&s).loops().to_vec();
    let names: Vec<&str> = loops[0]
        .iter()
        .map(|p| s.bodies[*p].name.as_str())
        .collect();
    assert_eq!(loops.len(), 1);
    assert_eq!(names, ["c", "a", "b"]);
}

#[test]
fn neighbours_stand_once_and_in_order() {
    let measures = measured("p; a; b; b > p; a > p; a > p; a tasked-by b; a represented-on p");
    assert_eq!(ids(&of(&measures, "p").reports_directly), ["a", "b"]);
    assert_eq!(ids(&of(&measures, "a").reports_to), ["p"]);
    assert_eq!(ids(&of(&measures, "a").tasked_by), ["b"]);
    assert_eq!(ids(&of(&measures, "a").represented_on), ["p"]);
}

fn row(organisation: &str, number: SeatNumber) -> Seat {
    Seat {
        organisation: Some(organisation.into()),
        number,
        ..Seat::default()
    }
}

#[test]
fn unknown_is_never_zero() {
    use SeatNumber::{AtLeast, Exactly, Open};
    for (seats, per_year, expected) in [
        (vec![], Some(4.0), None),
        (vec![Open], Some(4.0), None),
        (vec![Exactly(5)], None, None),
        (vec![Exactly(0)], Some(4.0), Some(0.0)),
        (vec![Exactly(24), AtLeast(1)], Some(4.0), Some(100.0)),
        (vec![Exactly(6), Open], Some(2.0), Some(12.0)),
        (vec![Exactly(6)], Some(f64::NAN), None),
    ] {
        let mut s = structure("s", "a");
        s.bodies[0].seats = seats.iter().map(|n| row("x", *n)).collect();
        s.bodies[0].meetings.per_year = per_year;
        let measures = measure(&Project::default(), &s);
        assert_eq!(
            measures.body[0].seat_meetings, expected,
            "{seats:?} {per_year:?}"
        );
        assert_eq!(
            measures.seat_meetings.bodies_unknown.is_empty(),
            expected.is_some()
        );
    }
}

#[test]
fn organisations_are_gathered_over_bodies() {
    let mut s = structure("s", "a; b; c");
    s.bodies[0].meetings.per_year = Some(4.0);
    s.bodies[1].meetings.per_year = Some(2.0);
    s.bodies[0].seats = vec![
        row("The Council", SeatNumber::Exactly(1)),
        row(" the  council", SeatNumber::AtLeast(2)),
        row("Police", SeatNumber::Exactly(1)),
        row("", SeatNumber::Exactly(1)),
        Seat::default(),
    ];
    s.bodies[1].seats = vec![row("THE COUNCIL", SeatNumber::Exactly(1))];
    s.bodies[2].seats = vec![Seat {
        sector: Some("public".into()),
        ..row("The Council", SeatNumber::Open)
    }];
    let out = measure(&Project::default(), &s).organisations;
    assert_eq!(out.len(), 2);
    let council = &out[0];
    assert_eq!(council.name, "The Council");
    assert_eq!(council.sector.as_deref(), Some("public"));
    assert_eq!(ids(&council.bodies), ["a", "b", "c"]);
    assert_eq!((council.seats, council.meetings), (4, 6.0));
    assert_eq!(ids(&council.unknown), ["c"]);
}

#[test]
fn bodies_are_split_by_kind_tier_and_standing() {
    let mut s = structure("s", "a; b; c; d");
    s.bodies[0].kind = Some("second".into());
    s.bodies[1].kind = Some("first".into());
    s.bodies[2].kind = Some("unlisted".into());
    s.bodies[3].standing = crate::model::Word::Known(crate::model::Standing::Family);
    let kind = |id: &str| crate::model::BodyKind {
        id: id.into(),
        name: id.into(),
        plural: None,
        look: None,
        in_second: crate::model::InSecond::default(),
        extra: crate::model::Extra::default(),
    };
    let project = Project {
        body_kinds: vec![kind("first"), kind("second"), kind("unused")],
        ..Project::default()
    };
    let out = measure(&project, &s);
    let kinds: Vec<Option<&str>> = out
        .by_kind
        .iter()
        .map(|(k, _)| k.as_ref().map(KindId::as_str))
        .collect();
    assert_eq!(
        kinds,
        [Some("first"), Some("second"), Some("unlisted"), None]
    );
    assert_eq!(out.by_tier, [(None, 4)]);
    assert_eq!(
        out.by_standing,
        [("in-structure".to_owned(), 3), ("family".to_owned(), 1)]
    );
}

#[test]
fn blank_terms_are_listed() {
    let mut s = structure("s", "a");
    assert_eq!(missing_terms(&s.bodies[0]).len(), 7);
    s.bodies[0].chair = Some("  ".into());
    s.bodies[0].meetings.as_stated = Some("quarterly".into());
    let words: Vec<&str> = missing_terms(&s.bodies[0])
        .into_iter()
        .map(Term::as_str)
        .collect();
    assert_eq!(
        words,
        ["purpose", "roles", "seats", "chair", "quorum", "review"]
    );
}
