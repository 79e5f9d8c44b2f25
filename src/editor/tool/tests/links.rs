//! Drawing links and changing them.

use super::*;

#[test]
fn a_line_selects_its_link_and_the_kind_keys_change_it() {
    let mut table = Table::new();
    let link = LinkRef {
        structure: StructureId::new("now"),
        link: LinkId::new("l"),
    };
    let (spot, at) = (Spot::Line(link.clone()), Point::new(150.0, 20.0));
    let add = false;
    table.step(Input::Click { spot, at, add });
    assert_eq!(table.session.selection.selected(), &Selected::Link(link));
    choose_kind(&mut table.session, &LinkKindId::of(StandardLink::TaskedBy));
    assert_eq!(table.links(), ["a tasked-by b"]);
    assert!(table.session.hand.kind.is(StandardLink::ReportsTo));
    turn_round(&mut table.session);
    assert_eq!(table.links(), ["b tasked-by a"]);
    table.click("c", false);
    choose_kind(&mut table.session, &LinkKindId::of(StandardLink::Informs));
    assert_eq!(table.links(), ["b tasked-by a"]);
    assert!(table.session.hand.kind.is(StandardLink::Informs));
}

#[test]
fn a_line_from_a_handle_to_a_card_links_them() {
    let mut table = Table::new();
    table.press_handle("c").drag_onto("d");
    assert!(hint(&table.session).contains("“Body C” reports to “Body D”"));
    table.drop_on("d");
    assert_eq!(table.links(), ["a reports-to b", "c reports-to d"]);
    assert!(table.session.selection.link().is_some());
    table.session.undo();
    assert_eq!(table.links(), ["a reports-to b"]);
}

#[test]
fn a_new_link_is_never_hidden() {
    let mut table = Table::new();
    let kind = LinkKindId::of(StandardLink::Supports);
    table.session.draw_filter.hidden.insert(kind.clone());
    choose_kind(&mut table.session, &kind);
    table.press_handle("c").drop_on("d");
    assert!(!table.session.draw_filter.hidden.contains(&kind));
}

#[test]
fn a_target_that_is_refused_says_why_before_and_after_the_drop() {
    for (from, to, part) in [
        ("a", "b", "already reports to"),
        ("a", "a", "cannot be linked with itself"),
    ] {
        let mut table = Table::new();
        table.press_handle(from).drag_onto(to);
        assert!(table.why().unwrap().contains(part), "{:?}", table.why());
        assert_eq!(cursor(&table.session.hand.tool), Cursor::Refused);
        table.drop_on(to);
        assert!(table.refused().contains(part), "{}", table.refused());
        assert_eq!(table.links(), ["a reports-to b"]);
        table.escape();
        assert!(table.refused().is_empty());
    }
}

#[test]
fn a_circle_is_allowed_and_told() {
    let mut table = Table::new();
    table.press_handle("b").drop_on("a");
    assert_eq!(table.links(), ["a reports-to b", "b reports-to a"]);
    let told = table.session.hand.told.clone().unwrap_or_default();
    assert!(told.contains("“Body B” and “Body A”"), "{told}");
    table.click("c", false);
    assert_eq!(table.session.hand.told, None);
}

#[test]
fn a_line_to_empty_ground_asks_for_a_new_body_and_is_one_act() {
    let mut table = Table::new();
    table.press_handle("d").drag_to(GROUND).drop_at(GROUND);
    assert_eq!(table.names().len(), 4, "no body without a name");
    table.type_name("Culture Forum");
    assert!(finish_name(&mut table.session));
    assert_eq!(
        table.links(),
        ["a reports-to b", "d reports-to culture-forum"]
    );
    assert_eq!(table.selected(), ["culture-forum"]);
    table.session.undo();
    assert_eq!(table.names().len(), 4);
    assert_eq!(table.undo_label(), None);
}

#[test]
fn escape_gives_a_line_up_and_a_handle_let_go_at_once_does_nothing() {
    let mut table = Table::new();
    table.press_handle("c").drag_onto("d").escape().drop_on("d");
    assert_eq!(table.links(), ["a reports-to b"]);
    let at = Table::middle("c") + Vec2::new(55.0, 0.0);
    table.press_handle("c").drop_at(at);
    assert_eq!(table.session.hand.tool, Tool::Rest);
}

#[test]
fn an_end_goes_to_another_card() {
    let mut table = Table::new();
    let link = LinkRef {
        structure: StructureId::new("now"),
        link: LinkId::new("l"),
    };
    let spot = Spot::LinkEnd(link.clone(), LinkEnd::To);
    table.press(spot.clone(), Table::middle("b")).drop_on("c");
    assert_eq!(table.links(), ["a reports-to c"]);
    table.press(spot.clone(), Table::middle("c")).drop_on("a");
    assert!(table.refused().contains("itself"), "{}", table.refused());
    table.press(spot, Table::middle("c")).drop_at(GROUND);
    assert_eq!(table.links(), ["a reports-to c"]);
}

#[test]
fn bodies_are_found_by_name_and_linked_by_keyboard() {
    let mut table = Table::new();
    table.click("a", false).click("c", true);
    link_with(&mut table.session);
    let Tool::LinkWith(sought) = &mut table.session.hand.tool else {
        panic!("looks for a body");
    };
    sought.type_query("body".into());
    let sought = sought.clone();
    let offered = found(&table.session, &sought);
    let names: Vec<&str> = offered.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(names, ["Body B", "Body D"], "none of those that are linked");
    LinkWith::accept(&mut table.session, &Table::body("b"));
    assert_eq!(table.links(), ["a reports-to b", "c reports-to b"]);
    link_with(&mut table.session);
    LinkWith::accept(&mut table.session, &Table::body("b"));
    assert_eq!(table.why(), Some("All of these links are there already."));
    table.escape();
    assert_eq!(
        table.selected(),
        ["a", "c"],
        "Escape closes before it clears"
    );
    assert!(table.escape().selected().is_empty());
}

#[test]
fn the_choice_goes_round_its_ends() {
    let mut sought = LinkWith::new(Vec::new(), LinkKindId::of(StandardLink::ReportsTo));
    sought.step(3, true);
    assert_eq!(sought.chosen, 2);
    sought.step(3, false);
    assert_eq!(sought.chosen, 0);
    sought.step(0, false);
    let kinds = StandardLink::ALL.map(LinkKindId::of);
    let before = LinkWith::next_kind(&kinds, &kinds[0], true);
    assert_eq!(before.as_ref(), Some(&kinds[4]));
    assert_eq!(LinkWith::next_kind(&[], &kinds[0], true), None);
}

#[test]
fn seats_are_stated_and_go_with_the_kind() {
    let mut table = Table::new();
    let link = LinkRef {
        structure: StructureId::new("now"),
        link: LinkId::new("l"),
    };
    set_kind(
        &mut table.session,
        &link,
        &LinkKindId::of(StandardLink::RepresentedOn),
    );
    change_seats(&mut table.session, &link, Some(2));
    let seats = |t: &Table| t.session.shown().unwrap().links[0].seats;
    assert_eq!(seats(&table), Some(2));
    set_kind(
        &mut table.session,
        &link,
        &LinkKindId::of(StandardLink::Informs),
    );
    assert_eq!(seats(&table), None);
}
