//! The recovery copy: written a moment after every change, taken away when the work is saved or
//! given up, offered by the next window when this one ended without either.

use std::sync::Arc;

use super::action::Action;
use super::app::App;
use super::file_work::Begun;
use super::notice::Notice;
use super::work::Request;
use super::worker::Worker;
use crate::editor::{Document, Origin, Revision, Session, View};
use crate::model::Structure;
use crate::store::recovery::{Left, Note, Print, Shown, Slot};

/// What the window knows of recovery copies.
#[derive(Debug, Default)]
pub(super) struct Copying {
    /// This window's place.
    slot: Option<Arc<Slot>>,
    /// Copies that other windows left behind.
    left: Vec<Left>,
    /// What the copy on the disk holds; `None` when there is none.
    copied: Option<Revision>,
    /// A copy is being written; the next one waits for it.
    writing: bool,
    /// Copies being taken away.
    clearing: usize,
    /// The person knows that no copies can be written.
    told: bool,
}

impl Copying {
    /// Whether the disk has not answered yet, or holds a copy that is to go.
    pub(super) fn busy(&self) -> bool {
        self.writing || self.clearing > 0 || self.copied.is_some()
    }

    /// The copies that others left behind.
    pub(super) fn left(&self) -> &[Left] {
        &self.left
    }

    /// Goes on with a copy that was left behind as the own one of project `number`.
    fn adopting(mut self, slot: Arc<Slot>, number: u64, worker: &mut Worker) -> Self {
        self.left.retain(|left| !Arc::ptr_eq(&left.slot, &slot));
        if let Some(old) = self.slot.replace(slot)
            && (self.copied.is_some() || self.writing)
        {
            self.clearing += 1;
            worker.send(Request::Clear(old));
        }
        self.copied = Some(Revision {
            document: number,
            state: 0,
        });
        self
    }

    /// Takes a copy that was left behind off the disk.
    pub(super) fn discard(&mut self, at: usize, worker: &mut Worker) {
        if at < self.left.len() {
            let left = self.left.remove(at);
            self.clearing += 1;
            worker.send(Request::Clear(left.slot));
        }
    }
}

impl App {
    /// Brings the copy on the disk in step with the project: at most one write at a time, and
    /// the latest state wins.
    pub(super) fn keep_copy(&mut self) {
        let keep = &mut self.keep.copying;
        let Some(slot) = &keep.slot else { return };
        if keep.writing {
            return;
        }
        let open = self.session.as_ref().filter(|_| !self.keep.closing);
        let document = open.map(|s| &s.document).filter(|d| worth_a_copy(d, keep));
        match document {
            // What was looked at is noted with the next change.
            Some(document) if keep.copied != Some(document.revision()) => {
                let note = Note {
                    name: super::saving::file_name(document),
                    path: match &document.origin {
                        // Where the next window is started from may be elsewhere.
                        Origin::File(path) => std::path::absolute(path).ok(),
                        Origin::Sample(_) | Origin::New => None,
                    },
                    print: self.keep.basis.as_ref().map(|file| Print::of(file.bytes())),
                    shown: open.map(shown_by),
                };
                keep.writing = true;
                self.worker.send(Request::Copy(
                    Arc::clone(slot),
                    Box::new(note),
                    document.revision(),
                    document.snapshot(),
                ));
            }
            None if keep.copied.take().is_some() => {
                keep.clearing += 1;
                self.worker.send(Request::Clear(Arc::clone(slot)));
            }
            _ => {}
        }
    }

    /// Takes over the place of a recovered copy, and gives up the one that this window had.
    pub(super) fn adopt(&mut self, slot: Option<Arc<Slot>>) {
        if let Some(slot) = slot {
            let before = std::mem::take(&mut self.keep.copying);
            self.keep.copying = before.adopting(slot, self.opened, &mut self.worker);
        }
    }

    pub(super) fn take_begun(&mut self, begun: Result<Begun, String>) {
        match begun {
            Ok(begun) => {
                self.keep.copying.slot = Some(begun.slot);
                self.keep.copying.left = begun.left;
                if self.session.is_some() {
                    self.tell_of_left_copies();
                }
            }
            Err(sentence) => self.tell_of_no_copies(&sentence),
        }
    }

    pub(super) fn take_copied(&mut self, revision: Revision, written: Result<(), String>) {
        self.keep.copying.writing = false;
        // Said once, and not tried again for this state: the next change tries anew.
        self.keep.copying.copied = Some(revision);
        match written {
            Ok(()) => self.keep.copying.told = false,
            Err(sentence) => self.tell_of_no_copies(&sentence),
        }
    }

    pub(super) fn take_cleared(&mut self, cleared: Result<(), String>) {
        self.keep.copying.clearing = self.keep.copying.clearing.saturating_sub(1);
        if let Err(sentence) = cleared {
            self.notices.push(Notice::problem(sentence));
        }
    }

    fn tell_of_no_copies(&mut self, sentence: &str) {
        if !std::mem::replace(&mut self.keep.copying.told, true) {
            let words = format!("No recovery copies can be kept, so save often. {sentence}");
            self.notices.push(Notice::problem(words));
        }
    }

    /// Who starts with a file does not see the start page, where the copies are offered.
    pub(super) fn tell_of_left_copies(&mut self) {
        let words = match self.keep.copying.left.as_slice() {
            [] => return,
            [Left { note: Ok(note), .. }] => {
                format!(
                    "Recovered work on “{}”, not saved, is on the start page.",
                    note.name
                )
            }
            _ => "Recovered work, not saved, is on the start page.".to_owned(),
        };
        let notice = Notice::done(words);
        self.notices.push(notice.offering(Action::StartPage, None));
    }
}

/// What a window shows, for the one that goes on with its work.
fn shown_by(session: &Session) -> Shown {
    let compared = session
        .pair
        .as_ref()
        .filter(|_| session.view == View::Compare);
    Shown {
        structure: session.structure.to_string(),
        compared: compared.map(|(from, to)| (from.to_string(), to.to_string())),
    }
}

/// Shows again what was shown, as far as it is there.
pub(super) fn show_again(session: &mut Session, shown: &Shown) {
    let found = |id: &str| {
        let mut ids = session.project().structures.iter().map(Structure::id);
        ids.find(|known| known.as_str() == id).cloned()
    };
    let compared = shown.compared.as_ref();
    let pair = compared.and_then(|(from, to)| found(from).zip(found(to)));
    if let Some(structure) = found(&shown.structure) {
        session.show_structure(&structure);
    }
    if let Some((from, to)) = pair {
        session.compare(&from, &to);
        session.show_view(View::Compare);
    }
}

/// Whether a project holds work that no file holds. An empty one that nobody has touched does
/// not, though it is unsaved.
fn worth_a_copy(document: &Document, keep: &Copying) -> bool {
    let revision = document.revision();
    let recovered = keep.copied.is_some_and(|c| c.document == revision.document);
    document.unsaved() && (revision.state > 0 || recovered)
}
