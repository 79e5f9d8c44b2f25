//! Notices over a drawing that was fitted before they came.

use super::driver::{FakeDialogs, Window};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// A sample of which something has been copied, so that a notice stands over the drawing.
fn told(size: [f32; 2], compare: bool) -> Window {
    let mut window = Window::sample_with("cheltenham", FakeDialogs::default(), size);
    if compare {
        window.ctrl(egui::Key::Num2);
    }
    window.ctrl(egui::Key::K);
    window.type_in("copy description");
    window.press(egui::Modifiers::NONE, egui::Key::Enter);
    assert!(window.sees_part("Description copied"));
    window
}

/// The top of the highest card.
fn top(window: &Window) -> f32 {
    let nodes = window.h.query_all_by_role(Role::TreeItem);
    let cards = nodes.filter(|node| {
        // Rows of the outline have a level.
        node.accesskit_node().level().is_none()
    });
    cards.map(|card| card.rect().top()).fold(f32::MAX, f32::min)
}

#[test]
fn nothing_of_a_fitted_drawing_is_under_a_notice() {
    // The second size is that of text at 200 %.
    for size in [[1280.0, 720.0], [640.0, 360.0]] {
        let mut again = false;
        for compare in [false, true] {
            let mut window = told(size, compare);
            let notice = window.h.get_by_label("Dismiss").rect();
            let under = top(&window);
            assert!(under >= notice.bottom(), "{under} {notice:?} at {size:?}");
            window.click("Dismiss");
            // Where it hid nothing it moved nothing.
            assert!(top(&window) <= under, "{under} at {size:?}");
            again |= top(&window) < under;
        }
        assert!(again, "it takes its room again at {size:?}");
    }
}

#[test]
fn who_has_moved_the_drawing_keeps_it_where_it_is() {
    let mut window = told([1280.0, 720.0], false);
    window.press(egui::Modifiers::NONE, egui::Key::Plus);
    let moved = top(&window);
    window.click("Dismiss");
    assert!((top(&window) - moved).abs() < 0.01);
}

#[test]
fn the_sentence_of_the_way_is_not_covered() {
    let mut window = told([1280.0, 720.0], true);
    window.click("Morph");
    let (notice, sentence) = (
        window.h.get_by_label("Dismiss").rect(),
        window
            .h
            .get_by_label_contains("The beginning, before")
            .rect(),
    );
    assert!(notice.top() >= sentence.bottom(), "{notice:?} {sentence:?}");
}
