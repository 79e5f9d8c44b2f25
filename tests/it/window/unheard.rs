//! The window while no screen reader listens: then only the cards that pointer or keyboard could
//! reach are widgets, and everything must work as if all of them were.

use std::path::Path;

use dotted_line::ui::{App, Threads};
use egui::accesskit::{Node, Role};
use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2};

use super::driver::FakeDialogs;

struct Unheard {
    ctx: Context,
    app: App,
}

impl Unheard {
    fn sample(name: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
        let file = file.join(format!("{name}.json"));
        let ctx = Context::default();
        ctx.set_theme(egui::Theme::Light);
        let dialogs = Box::new(FakeDialogs::default());
        let app = App::new(&ctx, Some(file), dialogs, Threads::Off);
        let mut window = Self { ctx, app };
        window.events(&[]);
        window.events(&[]);
        window
    }

    /// Some frames with each event in one of its own.
    fn events(&mut self, events: &[Event]) {
        for event in events {
            self.frame(vec![event.clone()]);
        }
        for _ in 0..4 {
            self.frame(Vec::new());
        }
    }

    fn frame(&mut self, events: Vec<Event>) -> egui::FullOutput {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 720.0))),
            predicted_dt: 1.0 / 60.0,
            events,
            ..RawInput::default()
        };
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        output.textures_delta.clear();
        output
    }

    /// Listens for a moment: all nodes with a label, and which one has the keyboard.
    fn listen(&mut self) -> (Vec<Node>, Option<String>) {
        self.ctx.enable_accesskit();
        let output = self.frame(Vec::new());
        self.ctx.disable_accesskit();
        let tree = output.platform_output.accesskit_update.unwrap();
        let focused = tree.nodes.iter().find(|(id, _)| *id == tree.focus);
        let focused = focused.and_then(|(_, node)| node.label().map(str::to_owned));
        (tree.nodes.into_iter().map(|(_, n)| n).collect(), focused)
    }

    fn cards(&mut self) -> Vec<Node> {
        let (nodes, _) = self.listen();
        let cards = nodes.into_iter();
        cards
            .filter(|n| n.role() == Role::TreeItem && n.level().is_none())
            .collect()
    }

    fn names(&mut self) -> Vec<String> {
        let cards = self.cards();
        let names = cards.iter().map(|n| n.label().unwrap().to_owned());
        names.collect()
    }

    fn middle(&mut self, name: &str) -> Pos2 {
        let cards = self.cards();
        let card = cards.iter().find(|n| n.label().unwrap().starts_with(name));
        let b = card.unwrap_or_else(|| panic!("no card {name}")).bounds();
        let b = b.unwrap();
        Pos2::new(((b.x0 + b.x1) / 2.0) as f32, ((b.y0 + b.y1) / 2.0) as f32)
    }

    fn selected(&mut self) -> Vec<String> {
        let cards = self.cards();
        let chosen = cards.iter().filter(|n| n.is_toggled_or_selected());
        chosen.map(|n| n.label().unwrap().to_owned()).collect()
    }

    fn click(&mut self, at: Pos2) {
        self.events(&[Event::PointerMoved(at), button(at, true), button(at, false)]);
    }
}

trait Selected {
    fn is_toggled_or_selected(&self) -> bool;
}

impl Selected for Node {
    fn is_toggled_or_selected(&self) -> bool {
        self.is_selected() == Some(true) || self.toggled() == Some(egui::accesskit::Toggled::True)
    }
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

fn key(key: Key, modifiers: Modifiers) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    })
}

#[test]
fn a_click_far_from_where_the_pointer_was_selects_the_card() {
    let mut window = Unheard::sample("redcar");
    for name in ["Leadership Forum", "Stronger Communities Partnership"] {
        let at = window.middle(name);
        window.events(&[Event::PointerMoved(Pos2::new(2.0, 2.0))]);
        window.click(at);
        let selected = window.selected();
        assert_eq!(selected.len(), 1, "{selected:?}");
        assert!(selected[0].starts_with(name), "{selected:?}");
    }
}

#[test]
fn tab_goes_through_all_cards_in_order_and_back() {
    let mut window = Unheard::sample("redcar");
    let names = window.names();
    assert!(names.len() > 10);
    let first = window.middle(&names[0]);
    window.click(first);
    // The pointer is away: it brings no card near.
    window.events(&[Event::PointerMoved(Pos2::new(2.0, 2.0))]);
    let mut visited = vec![names[0].clone()];
    for _ in 0..2 * names.len() {
        window.events(&key(Key::Tab, Modifiers::NONE));
        let focused = window.listen().1.unwrap_or_default();
        if !names.contains(&focused) {
            break;
        }
        visited.push(focused);
    }
    // From where the first click was to the last card; then all the way back.
    let last = visited.pop().unwrap();
    let mut back = vec![last.clone()];
    window.events(&key(Key::Tab, Modifiers::SHIFT));
    for _ in 0..names.len() {
        let focused = window.listen().1.unwrap_or_default();
        if !names.contains(&focused) {
            break;
        }
        back.push(focused);
        window.events(&key(Key::Tab, Modifiers::SHIFT));
    }
    visited.push(last);
    back.dedup();
    let mut all = back.clone();
    all.sort();
    let mut expected = names.clone();
    expected.sort();
    assert_eq!(all, expected, "every card once");
    back.reverse();
    assert!(
        back.ends_with(&visited),
        "{visited:?} is not the end of {back:?}"
    );
}

#[test]
fn a_card_is_dragged_over_others_and_let_go() {
    let mut window = Unheard::sample("redcar");
    let names = window.names();
    let (from, over) = (
        window.middle(&names[names.len() - 1]),
        window.middle(&names[0]),
    );
    let mut events = vec![Event::PointerMoved(from), button(from, true)];
    events.extend((1..=10u8).map(|i| Event::PointerMoved(from.lerp(over, f32::from(i) / 10.0))));
    events.push(button(over, false));
    window.events(&events);
    // Dropped onto another card: it is asked what that means.
    let (nodes, _) = window.listen();
    let mut labels = nodes.iter().filter_map(Node::label);
    assert!(labels.any(|label| label.contains("Report to")), "no offer");
}
