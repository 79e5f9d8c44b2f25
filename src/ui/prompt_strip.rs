//! A question asked in place: a strip over the top of the canvas.

use egui::{ComboBox, Frame, Id, Key, Margin, Modifiers, RichText, TextEdit, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::canvas::convert::colour;
use super::theme::{self, strong};
use super::widgets::{button, clipped, focus_ring, high, named};
use crate::editor::{Asked, Becomes, Fated, Prompt, Session};
use crate::model::{BodyId, Project};

/// What the person did in the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Did {
    Answer,
    GiveUp,
}

pub(super) fn prompt_strip_ui(ui: &mut Ui, session: &mut Session) {
    let project = session.document.snapshot();
    let Some(mut prompt) = session.prompt.take() else {
        return;
    };
    if !prompt.holds(&project) {
        return;
    }
    let colours = &theme::theme(ui.ctx()).ui;
    let frame = Frame::new()
        .fill(colour(colours.accent_tint))
        .inner_margin(Margin::symmetric(12, 8));
    let did = frame
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            strip_ui(ui, &mut prompt, &project)
        })
        .inner;
    match did {
        Some(Did::GiveUp) => {}
        Some(Did::Answer) => {
            session.prompt = Some(prompt);
            session.answer_prompt();
            // The field keeps the keyboard as long as the question stays.
            if let Some(prompt) = &mut session.prompt {
                prompt.fresh = true;
            }
            ui.ctx().request_repaint();
        }
        None => session.prompt = Some(prompt),
    }
}

fn strip_ui(ui: &mut Ui, prompt: &mut Prompt, project: &Project) -> Option<Did> {
    let mut did = None;
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.add(clipped(ui, strong(prompt.sentence(project), 13.5), 3));
    ui.horizontal_wrapped(|ui| {
        let fresh = std::mem::take(&mut prompt.fresh);
        let mut chosen = false;
        if let Asked::Removal { fated, becomes, .. } = &mut prompt.asked {
            let before = becomes.clone();
            if choices_ui(ui, becomes, fated, project, fresh) {
                did = Some(Did::Answer);
            }
            chosen = *becomes != before;
        }
        if chosen {
            prompt.refused = None;
        }
        let choosing = matches!(prompt.asked, Asked::Removal { .. });
        if field_ui(ui, prompt, fresh && !choosing) {
            did = Some(Did::Answer);
        }
        offered_ui(ui, prompt);
        if button(ui, icon::CHECK, prompt.button()).clicked() {
            did = Some(Did::Answer);
        }
        if button(ui, icon::X, "Cancel").clicked() {
            did = Some(Did::GiveUp);
        }
    });
    if let Some(sentence) = &prompt.refused {
        let colours = &theme::theme(ui.ctx()).ui;
        let words = RichText::new(format!("{}  {sentence}", icon::WARNING));
        let response = ui.add(egui::Label::new(words.color(colour(colours.danger))).wrap());
        named_sentence(&response, sentence);
    }
    did
}

/// A sentence is read out without its sign.
fn named_sentence(response: &egui::Response, sentence: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, sentence));
}

/// The text field; gives whether Enter was pressed in it.
fn field_ui(ui: &mut Ui, prompt: &mut Prompt, focus: bool) -> bool {
    let Some(field) = prompt.field() else {
        return false;
    };
    let id = Id::new("prompt field");
    let edit = TextEdit::singleline(&mut prompt.text)
        .id(id)
        .hint_text(field.hint)
        .char_limit(crate::model::MAX_NAME + 1);
    // Word and field keep together when the row breaks.
    let width = 240.0_f32.min(ui.max_rect().width() - 150.0);
    let words = egui::WidgetText::from(field.label);
    let words = words.into_galley(ui, None, f32::INFINITY, egui::TextStyle::Body);
    let size = Vec2::new(words.size().x + 8.0 + width, 28.0);
    let row = egui::Layout::left_to_right(egui::Align::Center);
    let response = ui.allocate_ui_with_layout(size, row, |ui| {
        let label = ui.label(field.label);
        ui.add(high(edit).desired_width(width))
            .labelled_by(label.id)
    });
    let response = response.inner;
    if focus {
        response.request_focus();
        select_all(ui, id, &prompt.text);
    }
    if response.changed() {
        prompt.refused = None;
    }
    response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))
}

/// A button with words that often stand in the field, while it is blank.
fn offered_ui(ui: &mut Ui, prompt: &mut Prompt) {
    if let Some(words) = prompt.offered().filter(|_| prompt.text.is_empty())
        && button(ui, icon::PLUS, words).clicked()
    {
        prompt.text = words.to_owned();
    }
}

/// A suggestion is overwritten by the first letter typed.
fn select_all(ui: &Ui, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    let all = CCursorRange::two(CCursor::new(0), end);
    state.cursor.set_char_range(Some(all));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// What becomes of bodies that go; gives whether Enter was pressed on a choice.
fn choices_ui(
    ui: &mut Ui,
    becomes: &mut Becomes,
    fated: &Fated,
    project: &Project,
    focus: bool,
) -> bool {
    let mut entered = false;
    let mut choice = |ui: &mut Ui, becomes: &mut Becomes, words: &str, value: Becomes| {
        let same = std::mem::discriminant(becomes) == std::mem::discriminant(&value);
        let enter = ui.input(|i| i.key_pressed(Key::Enter) && i.modifiers == Modifiers::NONE);
        let response = ui.selectable_label(same, words);
        focus_ring(ui, &response);
        if same && focus {
            response.request_focus();
        }
        // Enter does what Space has chosen; it is a click as well, which is not meant here.
        if response.has_focus() && enter {
            entered = true;
        }
        if response.clicked() && !same {
            *becomes = value;
        }
    };
    choice(ui, becomes, "Ended", Becomes::Ended);
    choice(
        ui,
        becomes,
        "Merged into another body",
        Becomes::Merged(None),
    );
    if fated.bodies.len() == 1 {
        choice(ui, becomes, "Replaced by a new body", Becomes::Replaced);
    }
    choice(ui, becomes, "It was a mistake", Becomes::Mistake);
    if let Becomes::Merged(heir) = becomes {
        heir_ui(ui, heir, fated, project);
    }
    entered
}

/// The body that takes the others in.
fn heir_ui(ui: &mut Ui, heir: &mut Option<BodyId>, fated: &Fated, project: &Project) {
    let Some(structure) = project.structure(&fated.to) else {
        return;
    };
    let chosen = heir.as_ref().and_then(|id| structure.body(id));
    let words = chosen.map_or("Choose a body", |body| &body.name).to_owned();
    let combo = ComboBox::from_id_salt("heir")
        .selected_text(&words)
        .width(220.0)
        .truncate()
        .show_ui(ui, |ui| {
            let others = structure.bodies.iter();
            for body in others.filter(|body| !fated.bodies.contains(&body.id)) {
                let id = Some(body.id.clone());
                ui.selectable_value(heir, id, &body.name);
            }
        });
    named(combo.response, &format!("Merged into: {words}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::{BodyRef, Document, Origin};
    use crate::model::{BodyCommand, NewBody, Structure};
    use egui_kittest::{Harness, kittest::Queryable as _};

    /// A strip that asks what becomes of "Culture" in a derived structure.
    fn strip() -> Harness<'static, Option<Session>> {
        let mut harness = Harness::builder()
            .with_size([1000.0, 300.0])
            .build_ui_state(
                |ui, session: &mut Option<Session>| match session {
                    Some(session) => prompt_strip_ui(ui, session),
                    // Fonts count from the next frame on.
                    None => {
                        theme::install(ui.ctx());
                        *session = Some(asking());
                        ui.ctx().request_repaint();
                    }
                },
                None,
            );
        harness.run();
        harness
    }

    fn asking() -> Session {
        let mut project = Project::default();
        let now = Structure::new("now".into(), "Now");
        project.structures.push(now);
        let mut session = Session::new(Document::new(project, Origin::New, Vec::new(), 1)).unwrap();
        for name in ["Board", "Culture", "Sport"] {
            session.apply(BodyCommand::Add(NewBody::named("now".into(), name)));
        }
        session.ask_derive();
        session.answer_prompt();
        assert!(session.ask_removal(&[BodyRef::new(&"proposed".into(), &"culture".into())]));
        session
    }

    fn left(harness: &Harness<'_, Option<Session>>) -> Vec<String> {
        let session = harness.state().as_ref().unwrap();
        let bodies = session.shown().unwrap().bodies.iter();
        bodies.map(|body| body.name.clone()).collect()
    }

    fn click(harness: &mut Harness<'_, Option<Session>>, label: &str) {
        harness.get_by_label(label).click();
        harness.run();
    }

    #[test]
    fn enter_ends_a_body_at_once() {
        let mut harness = strip();
        harness.get_by_label("What becomes of Culture?");
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(left(&harness), ["Board", "Sport"]);
        assert!(harness.query_by_label("Cancel").is_none());
    }

    #[test]
    fn another_body_takes_it_in_once_it_is_chosen() {
        let mut harness = strip();
        click(&mut harness, "Merged into another body");
        click(&mut harness, "Remove");
        harness.get_by_label("Choose the body that takes it in.");
        click(&mut harness, "Merged into: Choose a body");
        click(&mut harness, "Sport");
        click(&mut harness, "Remove");
        assert_eq!(left(&harness), ["Board", "Sport"]);
        let session = harness.state().as_ref().unwrap();
        let mut rows = session.project().lineage.iter();
        assert!(rows.any(|row| row.from.len() == 2 && row.to == ["sport".into()]));
    }

    #[test]
    fn a_mistake_leaves_no_row_and_cancel_changes_nothing() {
        let mut harness = strip();
        click(&mut harness, "Cancel");
        assert_eq!(left(&harness), ["Board", "Culture", "Sport"]);
        let mut harness = strip();
        click(&mut harness, "It was a mistake");
        click(&mut harness, "Remove");
        assert_eq!(left(&harness), ["Board", "Sport"]);
        assert_eq!(harness.state().as_ref().unwrap().project().lineage.len(), 2);
    }

    #[test]
    fn a_new_body_takes_its_place_under_the_name_typed() {
        let mut harness = strip();
        click(&mut harness, "Replaced by a new body");
        harness.get_by_label("Name of the new body").focus();
        harness.run();
        harness.event(egui::Event::Text("Arts".to_owned()));
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(left(&harness), ["Board", "Arts", "Sport"]);
    }
}
