//! What is told of a body that goes on, and what is noise.

use super::*;
use crate::model::{Certainty, Pin, SeatNumber, Standing, Word};

#[test]
fn properties_that_change_are_told() {
    type Edit = fn(&mut crate::model::Body);
    let edits: [(Edit, &str); 9] = [
        (|b| b.kind = Some("board".into()), "kind"),
        (|b| b.name = "A new name".into(), "name"),
        (|b| b.meetings.per_year = Some(4.0), "meetings"),
        (
            |b| b.meetings.as_stated = Some("monthly".into()),
            "meetings",
        ),
        (|b| b.seats.push(Seat::default()), "seats"),
        (|b| b.seats.push(seat("Police", 2)), "seats"),
        (|b| b.standing = Word::Known(Standing::Family), "standing"),
        (|b| b.standing = Word::Other("guest".into()), "standing"),
        (
            |b| b.certainty = Word::Known(Certainty::Undecided),
            "certainty",
        ),
    ];
    for (edit, expected) in edits {
        let mut project = project("a", "a", "a => a : retained");
        edit(body(&mut project, "new", "a"));
        assert_eq!(rows(&project), [format!("retained {expected}")]);
    }
}

#[test]
fn order_spaces_capitals_and_pins_are_noise() {
    let mut project = project(
        "b; a > b; c > b; c tasked-by a",
        "b; a > b; c > b; c tasked-by a",
        "b => b; a => a; c => c",
    );
    for structure in ["old", "new"] {
        let a = body(&mut project, structure, "a");
        a.name = "The Culture Forum".into();
        a.seats = vec![seat("Police", 2), seat("Fire Brigade", 1)];
        a.meetings.per_year = Some(8.0);
        a.meetings.as_stated = Some("6 weekly".into());
    }
    let before = compared(&project);
    let new = &mut project.structures[1];
    new.bodies.reverse();
    new.links.reverse();
    new.links[0].label = Some(String::new());
    let a = body(&mut project, "new", "a");
    a.name = " the  culture FORUM ".into();
    a.pin = Some(Pin { x: 3, y: 4 });
    a.seats.reverse();
    a.seats[0].organisation = Some(" fire brigade".into());
    a.seats[1].note = Some("a note".into());
    a.meetings.as_stated = Some("every six weeks".into());
    let after = compared(&project);
    assert_eq!(rows(&project), ["retained", "retained", "retained"]);
    assert_eq!(after.links, before.links);
    assert_eq!(after.links, LinkChanges::default());
}

#[test]
fn a_seat_filled_through_a_body_follows_its_lineage() {
    let through = |id: &str| Seat {
        through: Some(id.into()),
        number: SeatNumber::Exactly(1),
        ..Seat::default()
    };
    let mut project = project("b; p", "b; q; r", "b => b; p => q; => r");
    body(&mut project, "old", "b").seats = vec![through("p")];
    body(&mut project, "new", "b").seats = vec![through("q")];
    assert_eq!(rows(&project)[0], "retained");
    body(&mut project, "new", "b").seats = vec![through("r")];
    assert_eq!(rows(&project)[0], "retained seats");
}
