//! A driver that speaks as a person does: press on a, drag onto b, release.

mod links;
mod names;

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
