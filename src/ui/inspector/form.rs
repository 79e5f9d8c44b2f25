//! What every page of the inspector works with.

use std::sync::Arc;

use egui::{Id, Key, Ui};

use super::super::action::Action;
use super::super::app::App;
use super::super::widgets::{icon_words, link, muted, named};
use super::field::{Field, Fields, choice_ui, field_ui, sentence_ui, taken};
use super::short_texts::Told;
use crate::editor::{BodyRef, Selected, Session};
use crate::model::{Certainty, Command, Project, Word};

/// What the inspector remembers from frame to frame.
#[derive(Debug, Default)]
pub(crate) struct Inspector {
    pub(crate) fields: Fields,
    /// The part of a body that is shown.
    pub(super) tab: BodyTab,
    /// The seat whose fields are open.
    pub(super) seat: Option<usize>,
    pub(super) short_texts: Told,
    /// A name that is being asked for.
    asking: Option<Asking>,
    /// Why the last act from here was refused.
    told: Option<String>,
    /// What the rest is about.
    of: Selected,
}

/// A name that is being asked for in place.
#[derive(Debug)]
struct Asking {
    id: Id,
    text: String,
    /// Frames since the question was put: the click that put it would take the keyboard away
    /// again, so the field gets it in the next one.
    frames: u8,
}

/// The parts of a body's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum BodyTab {
    #[default]
    Body,
    Seats,
    Links,
    Terms,
}

/// A page at work: the project as it is shown, and the ways to change it.
pub(super) struct Form<'a> {
    pub(super) session: &'a mut Session,
    pub(super) project: Arc<Project>,
    pub(super) state: &'a mut Inspector,
    queue: &'a mut Vec<Action>,
    /// The actions that pages offer, and why they are not possible now.
    offers: Vec<(Action, Option<&'static str>)>,
}

impl<'a> Form<'a> {
    pub(super) fn of(app: &'a mut App) -> Option<Self> {
        let offered = [
            Action::Link,
            Action::Delete,
            Action::Reverse,
            Action::Merge,
            Action::Split,
            Action::Replace,
            Action::End,
            Action::UnderReview,
        ];
        let offers = offered.map(|action| (action, action.refusal(app)));
        let session = app.session.as_mut()?;
        Some(Self {
            project: session.document.snapshot(),
            session,
            state: &mut app.inspector,
            queue: &mut app.queue,
            offers: offers.to_vec(),
        })
    }

    /// Carries a command out; a refusal is told at the head of the page.
    pub(super) fn act(&mut self, command: impl Into<Command>) -> bool {
        let done = self.session.apply(command).is_some();
        let refusal = self.session.refused.take();
        self.state.told = refusal.map(|refusal| refusal.to_string());
        done
    }

    /// Begins the page of what is selected: what was said about another one is over.
    pub(super) fn begin(&mut self, ui: &mut Ui, selected: &Selected) {
        let state = &mut self.state;
        if &state.of != selected {
            state.of = selected.clone();
            (state.seat, state.asking, state.told) = (None, None, None);
        }
        if let Some(sentence) = &state.told {
            sentence_ui(ui, sentence);
        }
    }

    /// Asks for an action at the end of the frame.
    pub(super) fn queue(&mut self, action: Action) {
        self.queue.push(action);
    }

    /// A field that changes something with every keystroke.
    pub(super) fn field(
        &mut self,
        ui: &mut Ui,
        field: Field<'_>,
        value: &str,
        change: impl FnOnce(&str) -> Result<Command, String>,
    ) {
        let fields = &mut self.state.fields;
        field_ui(ui, self.session, fields, field, value, change);
    }

    /// An action of the table as a button.
    pub(super) fn action_ui(&mut self, ui: &mut Ui, action: Action) {
        let offer = action.offer();
        let refusal = self.offers.iter().find(|(a, _)| *a == action);
        let refusal = refusal.and_then(|(_, why)| *why);
        let button = egui::Button::new(icon_words(offer.icon, offer.words));
        let response = named(ui.add_enabled(refusal.is_none(), button), offer.words);
        if response.clicked() {
            self.queue.push(action);
        }
        if let Some(why) = refusal {
            response.on_disabled_hover_text(why);
        }
    }

    /// The name of a body, which leads to it.
    pub(super) fn body_link(&mut self, ui: &mut Ui, body: &BodyRef, words: &str) {
        let response = link(ui, words);
        if response.hovered() {
            self.session.selection.pointed = Some(body.clone());
        }
        if response.clicked() {
            self.session.go_to(body);
        }
    }

    pub(super) fn certainty(
        &mut self,
        ui: &mut Ui,
        of: &str,
        certainty: &Word<Certainty>,
    ) -> Option<Word<Certainty>> {
        let shown = certainty_words(certainty);
        choice_ui(ui, Field::line("Certainty", of), Some(&shown), || {
            let all = Certainty::ALL.iter().map(|c| Word::Known(*c));
            all.map(|word| (certainty_words(&word), word)).collect()
        })
    }

    /// Begins to ask for a name in place.
    pub(super) fn ask(&mut self, ui: &Ui, label: &'static str) {
        self.state.asking = Some(Asking {
            id: Id::new(("asking", label)),
            text: String::new(),
            frames: 0,
        });
        ui.ctx().request_repaint();
    }

    /// The field that asks for a name, while it does; gives the name on Enter.
    pub(super) fn asked_ui(&mut self, ui: &mut Ui, label: &'static str) -> Option<String> {
        let id = Id::new(("asking", label));
        let asking = self.state.asking.as_mut().filter(|of| of.id == id)?;
        asking.frames = asking.frames.saturating_add(1);
        if asking.frames == 2 {
            ui.memory_mut(|m| m.request_focus(id));
        }
        muted(ui, label);
        let edit = egui::TextEdit::singleline(&mut asking.text)
            .id(id)
            .hint_text("Type a name, then Enter")
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 5))
            .event_filter(super::keeps_escape());
        let response = ui.add(edit);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(label);
        });
        ui.add_space(5.0);
        let name = asking.text.trim().to_owned();
        if response.has_focus() && taken(ui, Key::Escape) {
            response.surrender_focus();
            self.state.asking = None;
        } else if response.lost_focus() {
            self.state.asking = None;
            let entered = ui.input(|i| i.key_pressed(Key::Enter));
            return (entered && !name.is_empty()).then_some(name);
        }
        None
    }
}

pub(super) fn certainty_words(certainty: &Word<Certainty>) -> String {
    match certainty.known() {
        Some(Certainty::Stated) => "Stated".to_owned(),
        Some(Certainty::Implied) => "Implied".to_owned(),
        Some(Certainty::Undecided) => "Undecided".to_owned(),
        None => certainty.as_str().to_owned(),
    }
}
