//! Under the preview: which file it is, whether it will read, what would help, and the findings.

use egui::{Rect, Ui};

use super::reading::Reads;
use crate::publish::Setting;
use crate::ui::app::App;
use crate::ui::canvas::convert::colour;
use crate::ui::status::findings_menu_ui;
use crate::ui::theme::{self, strong};
use crate::ui::widgets::muted;

/// Room for the words under the preview: it is the same whether there are remedies or not, so
/// that the page does not jump while they are looked for.
pub(super) fn reading_height(app: &App, room: Rect) -> f32 {
    let batch = app.export.as_ref().is_some_and(|view| view.choices.batch);
    let wanted = if batch { 116.0 } else { 84.0 };
    f32::min(wanted, room.height() * 0.4)
}

/// Whether it will read, and what would help.
pub(super) fn reading_ui(app: &mut App, ui: &mut Ui) {
    ui.spacing_mut().interact_size.y = 24.0;
    let mut go = None;
    if app.export.as_ref().is_some_and(|view| view.choices.batch) {
        files_ui(app, ui);
    }
    ui.horizontal_wrapped(|ui| {
        read_words_ui(app, ui);
        ui.label("·");
        go = findings_menu_ui(app, ui);
    });
    if let (Some(body), Some(session)) = (go, &mut app.session) {
        session.go_to(&body);
        app.close_export();
        return;
    }
    remedies_ui(app, ui);
}

/// Which of several files is previewed, and what is left out.
fn files_ui(app: &mut App, ui: &mut Ui) {
    let (Some(view), Some(session)) = (&mut app.export, &app.session) else {
        return;
    };
    let files = view.choices.files(session);
    let at = view.file.min(files.len().saturating_sub(1));
    let name = files.get(at).map_or("no file", |file| file.name.as_str());
    ui.horizontal_wrapped(|ui| {
        ui.label("Preview of");
        let combo = egui::ComboBox::from_id_salt("file").selected_text(name);
        let combo = combo.show_ui(ui, |ui| {
            for (other, file) in files.iter().enumerate() {
                ui.selectable_value(&mut view.file, other, &file.name);
            }
        });
        combo.response.widget_info(|| {
            let words = format!("Preview of {name}");
            egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, words)
        });
        for sentence in view.choices.left_out() {
            muted(ui, &format!("Left out: {sentence}"));
        }
    });
}

fn read_words_ui(app: &App, ui: &mut Ui) {
    let (Some(view), Some(session)) = (&app.export, &app.session) else {
        return;
    };
    ui.label(strong("Will it read?", 13.5));
    let planned = view
        .key(session)
        .and_then(|key| view.preview.like(&key).cloned());
    let Some(Ok(planned)) = planned else {
        ui.label(if planned.is_some() {
            "It cannot be made."
        } else {
            "Being made…"
        });
        return;
    };
    let Some(size) = planned.smallest else {
        ui.label("There is no text on it.");
        for note in &planned.notes {
            ui.label(note);
        }
        return;
    };
    let reads = Reads::of(size);
    let colours = &theme::theme(ui.ctx()).ui;
    let tone = match reads {
        Reads::Not => colours.danger,
        Reads::Poorly => colours.warning,
        Reads::Easily | Reads::Clearly => colours.text,
    };
    let order = view.previewed(session).map(|file| file.order);
    let on_paper = order.filter(|o| o.format.heeds(Setting::Paper, o.what.subject()));
    let paper = on_paper.map(|order| format!(" on {}", order.options.paper.name()));
    let paper = paper.unwrap_or_default();
    let words = format!(
        "The smallest text is {size:.1} pt{paper}: {}.",
        reads.words()
    );
    ui.label(egui::RichText::new(words).color(colour(tone)));
    for note in &planned.notes {
        ui.label(note);
    }
}

/// Why nothing is tried for a pack or a talk: each try would lay out all of its drawings anew, which
/// takes seconds.
const TOGETHER: &str = "What would make it larger is tried for one drawing at a time, since trying it for all of them takes long: choose the drawing above to see it.";

/// What would make small text larger, as buttons.
fn remedies_ui(app: &mut App, ui: &mut Ui) {
    let (Some(view), Some(session)) = (&mut app.export, &app.session) else {
        return;
    };
    let Some(key) = view.key(session) else { return };
    if !view.is_small(&key) {
        return;
    }
    if !key.order.what.subject().is_drawn() {
        muted(ui, TOGETHER);
        return;
    }
    let Some(remedies) = view.preview.remedies_like(&key) else {
        muted(ui, "What would make it larger is being tried.");
        return;
    };
    if remedies.is_empty() {
        muted(
            ui,
            "No other paper or arrangement prints it larger. Shorter names or fewer bodies would.",
        );
        return;
    }
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.label("Larger:");
        for remedy in remedies {
            if ui.button(&remedy.words).clicked() {
                chosen = Some(remedy.change);
            }
        }
    });
    if let Some(change) = chosen {
        change.make(&mut view.choices.options);
    }
}
