//! Small parts that several panels use.

use egui::text::LayoutJob;
use egui::{
    Align2, Color32, CursorIcon, FontId, Galley, Label, Margin, Rect, Response, RichText, Sense,
    Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, WidgetText, WidgetType,
};

use egui_phosphor::regular as icon;

use super::canvas::convert::{colour, page_rect};
use super::canvas::paint::{Onto, group_shapes};
use super::theme::{self, strong_family};
use crate::geom;
use crate::scene::{Group, Item, Role};

/// The words of a button: an icon and, always, a word.
pub(crate) fn icon_words(icon: &str, words: &str) -> String {
    if icon.is_empty() {
        words.to_owned()
    } else {
        format!("{icon}  {words}")
    }
}

/// A framed button with an icon and a word, called by its word alone.
pub(crate) fn button(ui: &mut Ui, icon: &str, words: &str) -> Response {
    named(ui.add(egui::Button::new(icon_words(icon, words))), words)
}

/// The filled button of a window: its main way on.
pub(crate) fn primary(ui: &mut Ui, icon: &str, words: &str) -> Response {
    let colours = &theme::theme(ui.ctx()).ui;
    let text = theme::strong(icon_words(icon, words), 13.5).color(colour(colours.on_accent));
    let response = ui.add(egui::Button::new(text).fill(colour(colours.accent)));
    focus_ring(ui, &response);
    named(response, words)
}

/// Words that lead somewhere, underlined; of very long ones the beginning.
pub(crate) fn link(ui: &mut Ui, words: &str) -> Response {
    let colours = &theme::theme(ui.ctx()).ui;
    let text = RichText::new(words)
        .color(colour(colours.accent))
        .underline();
    let response = ui
        .add(clipped(ui, text, 3).sense(Sense::click()))
        .on_hover_cursor(CursorIcon::PointingHand);
    focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, words));
    response
}

/// Gives a widget the name by which screen readers and tests know it.
pub(crate) fn named(response: Response, words: &str) -> Response {
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, response.enabled(), words));
    response
}

/// The ring round what has the keyboard.
pub(crate) fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let colours = &theme::theme(ui.ctx()).ui;
        let stroke = Stroke::new(2.5, colour(colours.focus));
        ui.painter()
            .rect_stroke(response.rect.expand(1.0), 4.0, stroke, StrokeKind::Outside);
    }
}

/// A tab: a word with a 3 pt line under it when it is the one.
pub(crate) fn tab(ui: &mut Ui, words: &str, selected: bool) -> Response {
    padded_tab(ui, words, selected, 12.0)
}

/// A tab for narrow panels.
pub(crate) fn small_tab(ui: &mut Ui, words: &str, selected: bool) -> Response {
    padded_tab(ui, words, selected, 6.0)
}

fn padded_tab(ui: &mut Ui, words: &str, selected: bool, padding: f32) -> Response {
    let colours = &theme::theme(ui.ctx()).ui;
    let tone = colour(if selected {
        colours.accent
    } else {
        colours.text
    });
    let font = FontId::new(14.0, strong_family());
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, tone);
    let size = Vec2::new(
        galley.size().x + 2.0 * padding,
        ui.available_height().max(28.0),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let painter = ui.painter();
    if response.hovered() && !selected {
        painter.rect_filled(
            rect.shrink2(Vec2::new(0.0, 4.0)),
            4.0,
            colour(colours.raised),
        );
    }
    if selected {
        let line = Rect::from_min_max(
            rect.left_bottom() - Vec2::new(0.0, 3.0),
            rect.right_bottom(),
        );
        painter.rect_filled(line, 0.0, colour(colours.accent));
    }
    let text = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
    painter.galley(text.min, galley, tone);
    focus_ring(ui, &response);
    response
        .widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, selected, words));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Tab);
    });
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A tick box with a word, filled when it is ticked; gives whether it was clicked.
pub(crate) fn tick(ui: &mut Ui, on: bool, words: &str) -> bool {
    tick_box(ui, on, words).clicked()
}

/// The same, as it answers.
pub(crate) fn tick_box(ui: &mut Ui, on: bool, words: &str) -> Response {
    let colours = &theme::theme(ui.ctx()).ui;
    let font = FontId::proportional(13.0);
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font, colour(colours.text));
    let size = Vec2::new(galley.size().x + 22.0, galley.size().y.max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, words));
    let square =
        Rect::from_center_size(rect.left_center() + Vec2::new(8.0, 0.0), Vec2::splat(15.0));
    let painter = ui.painter();
    let edge = if response.hovered() {
        colours.accent
    } else {
        colours.control
    };
    if on {
        painter.rect_filled(square, 3.0, colour(colours.accent));
        let points = [(-4.0, 0.0), (-1.0, 3.0), (4.0, -3.5)];
        let points = points.map(|(x, y)| square.center() + Vec2::new(x, y));
        let pen = Stroke::new(1.8, colour(colours.on_accent));
        painter.line(points.to_vec(), pen);
    } else {
        let pen = Stroke::new(1.2, colour(edge));
        painter.rect(square, 3.0, colour(colours.panel), pen, StrokeKind::Inside);
    }
    let text =
        Align2::LEFT_CENTER.anchor_size(rect.left_center() + Vec2::new(21.0, 0.0), galley.size());
    painter.galley(text.min, galley, colour(colours.text));
    focus_ring(ui, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Allocates a small box and paints items of the scene in it; they are made for that box.
pub(crate) fn sample(ui: &mut Ui, size: Vec2, items: impl FnOnce(geom::Rect) -> Vec<Item>) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    paint_sample(ui, rect, items);
}

/// Paints items of the scene in a box of the window.
pub(crate) fn paint_sample(ui: &Ui, rect: Rect, items: impl FnOnce(geom::Rect) -> Vec<Item>) {
    let onto = Onto {
        zoom: 1.0,
        origin: Vec2::ZERO,
        clip: rect.expand(2.0),
    };
    let group = Group {
        role: Role::Legend,
        items: items(page_rect(rect)),
    };
    let mut shapes = Vec::new();
    group_shapes(ui.painter(), &onto, &group, &mut shapes);
    ui.painter().extend(shapes);
}

/// Words of a person, which may be very long: at most so many rows of them, all of them on
/// pointing. Screen readers hear the whole.
pub(crate) fn clipped(ui: &Ui, text: impl Into<WidgetText>, rows: usize) -> Label {
    let job = text.into().into_layout_job(
        ui.style(),
        egui::FontSelection::Default,
        egui::Align::Center,
    );
    let mut job = std::sync::Arc::unwrap_or_clone(job);
    job.wrap.max_rows = rows;
    Label::new(job).wrap()
}

/// The same as shaped text, to be painted.
pub(crate) fn clipped_galley(
    ui: &Ui,
    (words, font, tone): (&str, FontId, Color32),
    width: f32,
    rows: usize,
) -> std::sync::Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), font, tone, width);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

/// A field in a bar or a panel over the canvas, as high as every other.
pub(crate) fn high(edit: TextEdit<'_>) -> TextEdit<'_> {
    edit.margin(Margin::symmetric(8, 5))
        .min_size(Vec2::new(0.0, 28.0))
}

/// Small words in the muted colour.
pub(crate) fn muted(ui: &mut Ui, words: &str) -> Response {
    let tone = muted_colour(ui);
    ui.add(Label::new(RichText::new(words).size(12.0).color(tone)).wrap())
}

/// The muted colour.
pub(crate) fn muted_colour(ui: &Ui) -> Color32 {
    colour(theme::theme(ui.ctx()).ui.muted)
}

/// The bar under the top bar, in the same form in every view.
pub(super) fn view_bar(ui: &mut Ui, id: &'static str, content: impl FnOnce(&mut Ui)) {
    let theme = theme::theme(ui.ctx());
    egui::Panel::top(id)
        .exact_size(36.0)
        .frame(
            egui::Frame::new()
                .fill(colour(theme.ui.raised))
                .inner_margin(Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| ui.horizontal_centered(content));
}

/// Whether the window is so low, or its text so large, that what is over a table must be small.
pub(crate) fn low(ui: &Ui) -> bool {
    const LOW: f32 = 640.0;
    ui.ctx().content_rect().height() < LOW
}

/// What could stand over a table, as a menu.
pub(crate) fn in_short_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let words = "In short";
    let menu = ui.menu_button(icon_words(icon::LIST, words), |ui| {
        ui.set_min_width(420.0_f32.min(ui.ctx().content_rect().width() - 40.0));
        content(ui);
    });
    named(menu.response, words);
}
