//! A driver that speaks as a person does: press on a, drag onto b, release.

use super::*;
use crate::editor::picture::tests::picture;
use crate::editor::{Direction, Document, Origin, Selected};
use crate::geom::Vec2;
use crate::model::{Body, BodyId, Link, LinkId, MAX_NAME, Pin, Project, Structure, StructureId};

/// Four bodies in a row; "a" reports to "b".
struct Table {
    session: Session,
    picture: Picture,
}

const CARDS: [(&str, f64); 4] = [("a", 0.0), ("b", 200.0), ("c", 400.0), ("d", 600.0)];

impl Table {
    fn new() -> Self {
        let mut project = Project::default();
        let mut structure = Structure::new(StructureId::new("now"), "Now");
        for (id, _) in CARDS {
            let name = format!("Body {}", id.to_uppercase());
            structure.bodies.push(Body::new(BodyId::new(id), name));
        }
        structure.links.push(Link::new(
            LinkId::new("l"),
            BodyId::new("a"),
            LinkKindId::of(StandardLink::ReportsTo),
            BodyId::new("b"),
        ));
        project.structures.push(structure);
        let origin = Origin::Sample("test".into());
        let document = Document::new(project, origin, Vec::new(), 1);
        let cards = CARDS.map(|(id, x)| (id, Rect::new(x, 0.0, x + 100.0, 40.0)));
        Self {
            session: Session::new(document).unwrap(),
            picture: picture(&cards, &[("l", "a", "b")]),
        }
    }

    fn body(id: &str) -> BodyRef {
        BodyRef::new(&StructureId::new("now"), &BodyId::new(id))
    }

    fn middle(id: &str) -> Point {
        let (_, x) = CARDS.into_iter().find(|(name, _)| *name == id).unwrap();
        Point::new(x + 50.0, 20.0)
    }

    fn step(&mut self, input: Input) -> &mut Self {
        step(&mut self.session, &self.picture, input);
        self
    }

    fn click(&mut self, id: &str, add: bool) -> &mut Self {
        let (spot, at) = (Spot::Card(Self::body(id)), Self::middle(id));
        self.step(Input::Click { spot, at, add })
    }

    fn press(&mut self, spot: Spot, at: Point) -> &mut Self {
        let add = false;
        self.step(Input::Press { spot, at, add })
    }

    fn press_card(&mut self, id: &str) -> &mut Self {
        self.press(Spot::Card(Self::body(id)), Self::middle(id))
    }

    fn press_handle(&mut self, id: &str) -> &mut Self {
        let at = Self::middle(id) + Vec2::new(50.0, 0.0);
        self.press(Spot::Handle(Self::body(id)), at)
    }

    fn drag_to(&mut self, at: Point) -> &mut Self {
        self.step(Input::Drag(at))
    }

    fn drag_onto(&mut self, id: &str) -> &mut Self {
        self.drag_to(Self::middle(id))
    }

    fn drop_at(&mut self, at: Point) -> &mut Self {
        self.step(Input::Release(at))
    }

    fn drop_on(&mut self, id: &str) -> &mut Self {
        self.drop_at(Self::middle(id))
    }

    fn escape(&mut self) -> &mut Self {
        escape(&mut self.session);
        self
    }

    fn selected(&self) -> Vec<&str> {
        let bodies = self.session.selection.bodies().iter();
        bodies.map(|b| b.body.as_str()).collect()
    }

    fn links(&self) -> Vec<String> {
        let links = self.session.shown().unwrap().links.iter();
        links
            .map(|l| format!("{} {} {}", l.from, l.kind, l.to))
            .collect()
    }

    fn names(&self) -> Vec<&str> {
        let bodies = self.session.shown().unwrap().bodies.iter();
        bodies.map(|b| b.name.as_str()).collect()
    }

    fn pin(&self, id: &str) -> Option<Pin> {
        Self::body(id).find(self.session.project()).unwrap().pin
    }

    fn undo_label(&self) -> Option<&str> {
        self.session.document.history().undo_label()
    }

    fn refused(&self) -> String {
        let refused = self.session.refused.as_ref();
        refused.map(ToString::to_string).unwrap_or_default()
    }

    fn why(&self) -> Option<&str> {
        match &self.session.hand.tool {
            Tool::Naming(naming) => naming.why.as_deref(),
            Tool::LinkWith(sought) => sought.why.as_deref(),
            tool => tool.why(),
        }
    }

    fn type_name(&mut self, text: &str) -> &mut Self {
        type_name(&mut self.session, text.to_owned());
        self
    }
}

const GROUND: Point = Point::new(300.0, 300.0);

#[test]
fn a_click_selects_shift_toggles_and_ground_clears() {
    let mut table = Table::new();
    assert_eq!(table.click("a", false).selected(), ["a"]);
    assert_eq!(table.click("b", true).selected(), ["a", "b"]);
    assert_eq!(table.click("a", true).selected(), ["b"]);
    assert_eq!(table.click("c", false).selected(), ["c"]);
    let (spot, at, add) = (Spot::Ground, GROUND, true);
    table.step(Input::Click { spot, at, add });
    assert_eq!(
        table.selected(),
        ["c"],
        "Shift and the ground change nothing"
    );
    let (spot, add) = (Spot::Ground, false);
    table.step(Input::Click { spot, at, add });
    assert!(table.selected().is_empty());
}

#[test]
fn a_box_selects_what_it_touches_and_escape_brings_back_what_was() {
    let mut table = Table::new();
    table.press(Spot::Ground, Point::new(150.0, -50.0));
    assert_eq!(
        table.drag_to(Point::new(450.0, 10.0)).selected(),
        ["b", "c"]
    );
    assert_eq!(table.drop_at(Point::new(250.0, 10.0)).selected(), ["b"]);
    let (spot, at) = (Spot::Ground, Point::new(550.0, -50.0));
    table.step(Input::Press {
        spot,
        at,
        add: true,
    });
    assert_eq!(
        table.drag_to(Point::new(650.0, 10.0)).selected(),
        ["b", "d"]
    );
    assert_eq!(table.escape().selected(), ["b"]);
    table.drag_to(Point::new(0.0, 0.0)).drop_at(GROUND);
    assert_eq!(table.selected(), ["b"], "a box given up follows no more");
}

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
fn dragging_a_card_moves_all_selected_ones_as_one_act() {
    let mut table = Table::new();
    table.click("a", false).click("c", true);
    table
        .press_card("c")
        .drag_to(Table::middle("c") + Vec2::new(0.0, 61.0));
    table.drop_at(Table::middle("c") + Vec2::new(0.0, 101.0));
    assert_eq!(table.pin("a"), Some(Pin { x: 0, y: 100 }));
    assert_eq!(table.pin("c"), Some(Pin { x: 400, y: 100 }));
    assert_eq!(table.pin("b"), None);
    table.session.undo();
    assert_eq!((table.pin("a"), table.pin("c")), (None, None));
}

#[test]
fn a_tremble_is_no_move_and_escape_leaves_cards_where_they_were() {
    let mut table = Table::new();
    table
        .press_card("a")
        .drop_at(Table::middle("a") + Vec2::new(1.0, 1.0));
    assert_eq!(table.selected(), ["a"]);
    table
        .press_card("a")
        .drag_to(GROUND)
        .escape()
        .drop_at(GROUND);
    assert_eq!(table.undo_label(), None);
}

#[test]
fn dropped_on_another_card_it_may_report_to_it_or_stay_there_or_neither() {
    let mut table = Table::new();
    table.press_card("a").drag_onto("c").drop_on("c").escape();
    assert_eq!(table.undo_label(), None);
    table.press_card("a").drag_onto("c").drop_on("c");
    drop_reports(&mut table.session);
    assert_eq!(table.links(), ["a reports-to c"]);
    table.press_card("a").drag_onto("d").drop_on("d");
    drop_moves(&mut table.session, &table.picture);
    assert_eq!(table.pin("a"), Some(Pin { x: 600, y: 0 }));
    assert_eq!(table.links(), ["a reports-to c"]);
}

#[test]
fn several_report_together_or_not_at_all() {
    let mut table = Table::new();
    table.click("a", false).click("c", true);
    table.press_card("c").drag_onto("b").drop_on("b");
    drop_reports(&mut table.session);
    assert!(table.refused().contains("already reports to"));
    assert_eq!(table.links(), ["a reports-to b"]);
    assert_eq!(table.undo_label(), None);
}

#[test]
fn arrows_nudge_from_the_pin_and_pins_are_released() {
    let mut table = Table::new();
    table.click("b", false);
    for _ in 0..2 {
        nudge(&mut table.session, &table.picture, Direction::Right, 4.0);
    }
    nudge(&mut table.session, &table.picture, Direction::Up, 20.0);
    assert_eq!(table.pin("b"), Some(Pin { x: 208, y: -20 }));
    release_pins(&mut table.session);
    assert_eq!(table.pin("b"), None);
}

#[test]
fn a_name_is_written_through_and_escape_brings_the_old_one_back() {
    let mut table = Table::new();
    rename(&mut table.session, &Table::body("b"));
    assert!(table.session.hold_picture);
    table.type_name("Board");
    assert_eq!(table.names()[1], "Board", "known at every keystroke");
    table.type_name("");
    assert_eq!(table.why(), Some("A body needs a name."));
    assert_eq!(table.names()[1], "Board", "the last good name stays");
    assert!(!finish_name(&mut table.session));
    table.escape();
    assert_eq!(table.names()[1], "Body B");
    assert!(!table.session.hold_picture);
    assert_eq!(table.undo_label(), None);
    rename(&mut table.session, &Table::body("b"));
    table.type_name("Bo").type_name("Board");
    assert!(finish_name(&mut table.session));
    assert_eq!(table.undo_label(), Some("Rename Body B"));
    table.session.undo();
    assert_eq!(table.names()[1], "Body B");
}

#[test]
fn long_names_and_control_characters_are_said_or_cleaned() {
    let mut table = Table::new();
    rename(&mut table.session, &Table::body("a"));
    table.type_name("Culture\u{7}\r\nForum");
    assert_eq!(table.names()[0], "Culture  Forum");
    table.type_name(&"x".repeat(MAX_NAME + 1));
    assert!(table.why().unwrap().contains("1,001"), "{:?}", table.why());
    table.type_name(&"x".repeat(MAX_NAME));
    assert_eq!(table.why(), None);
    assert!(finish_name(&mut table.session));
}

#[test]
fn a_name_that_is_too_long_keeps_its_field_whatever_is_clicked() {
    let mut table = Table::new();
    new_body(&mut table.session, Some(GROUND));
    table.type_name(&"x".repeat(MAX_NAME + 1)).click("a", false);
    assert!(table.why().unwrap().contains("1,001"));
    assert!(table.selected().is_empty());
    table.press_card("a").drop_on("c");
    assert!(matches!(table.session.hand.tool, Tool::Naming(_)));
    table.escape();
    assert_eq!(table.session.hand.tool, Tool::Rest);
}

#[test]
fn a_new_body_is_a_sibling_of_the_selected_one_or_stands_alone() {
    let mut table = Table::new();
    table.click("a", false);
    new_body(&mut table.session, None);
    table.type_name("Sibling");
    assert!(finish_name(&mut table.session));
    assert_eq!(table.names()[1], "Sibling");
    assert_eq!(table.links(), ["a reports-to b", "sibling reports-to b"]);
    assert_eq!(table.selected(), ["sibling"]);
    let (spot, at) = (Spot::Ground, GROUND);
    table.step(Input::DoubleClick { spot, at });
    assert!(!finish_name(&mut table.session));
    assert_eq!(table.why(), Some("A body needs a name."));
    table.type_name("Alone").click("a", false);
    assert_eq!(
        table.names().last(),
        Some(&"Alone"),
        "leaving the field counts"
    );
    assert_eq!(table.links().len(), 2);
    assert_eq!(table.selected(), ["a"]);
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
    let mut sought = LinkWith::default();
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
fn another_structure_ends_what_was_begun() {
    let mut table = Table::new();
    rename(&mut table.session, &Table::body("a"));
    table.type_name("Anew");
    table.session.structure = StructureId::new("other");
    keep_up(&mut table.session);
    assert_eq!(table.session.hand.tool, Tool::Rest);
    assert!(!table.session.hold_picture);
    assert_eq!(table.undo_label(), Some("Rename Body A"));
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

#[test]
fn every_tool_has_a_hint_and_escape_ends_it() {
    let starts: [fn(&mut Table); 7] = [
        |t| {
            t.press(Spot::Ground, GROUND).drag_to(Point::ZERO);
        },
        |t| {
            t.press_card("a").drag_to(GROUND);
        },
        |t| {
            t.press_card("a").drag_onto("c").drop_on("c");
        },
        |t| {
            t.press_handle("a").drag_to(GROUND);
        },
        |t| rename(&mut t.session, &Table::body("a")),
        |t| new_body(&mut t.session, None),
        |t| {
            t.click("a", false);
            link_with(&mut t.session);
        },
    ];
    for (i, start) in starts.into_iter().enumerate() {
        let mut table = Table::new();
        start(&mut table);
        assert_ne!(table.session.hand.tool, Tool::Rest, "{i}");
        let words = hint(&table.session);
        assert!(words.ends_with('.') && words.len() < 100, "{words}");
        table.escape();
        assert_eq!(table.session.hand.tool, Tool::Rest, "{i}");
        assert_eq!(table.undo_label(), None, "{i}");
    }
}
