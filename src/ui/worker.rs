//! The threads that do the work: one for drawings, one for files, one for recovery copies, so
//! that a long export keeps neither a drawing nor a copy waiting. Without threads (in tests) work
//! is done where it is asked for.

use std::cell::Cell;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::work::{Answer, Request, work};

/// Rest after each recovery copy: typing makes a few copies a second, not a copy for every key.
const REST: Duration = Duration::from_millis(200);

thread_local! {
    /// Whether this is the window's thread and others do the work.
    static WINDOW: Cell<bool> = const { Cell::new(false) };
}

/// Where work is done.
pub(crate) struct Worker {
    lanes: Option<[Sender<Request>; 3]>,
    answers: Receiver<Answer>,
    sender: Sender<Answer>,
    /// Answers of work done here that have not been read.
    ready: usize,
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker")
            .field("threads", &self.lanes.is_some())
            .finish_non_exhaustive()
    }
}

impl Worker {
    /// Threads that wake the window when an answer is there. If the system gives none, work is
    /// done on the window's own thread: slow, but nothing is missing.
    pub(crate) fn threads(ctx: &egui::Context) -> Self {
        let mut worker = Self::inline();
        let drawings = lane("drawings", worker.sender.clone(), ctx.clone());
        let files = lane("files", worker.sender.clone(), ctx.clone());
        let copies = lane("copies", worker.sender.clone(), ctx.clone());
        worker.lanes = drawings.zip(files).zip(copies).map(|((a, b), c)| [a, b, c]);
        WINDOW.set(worker.lanes.is_some());
        worker
    }

    /// Work is done at once, where it is asked for.
    pub(crate) fn inline() -> Self {
        let (sender, answers) = channel();
        Self {
            lanes: None,
            answers,
            sender,
            ready: 0,
        }
    }

    /// Asks for work.
    pub(crate) fn send(&mut self, request: Request) {
        let request = match &self.lanes {
            None => request,
            Some([drawings, files, copies]) => {
                let lane = match request {
                    Request::Copy(..) | Request::Clear(_) => copies,
                    _ if on_disk(&request) => files,
                    _ => drawings,
                };
                match lane.send(request) {
                    Ok(()) => return,
                    // The thread has ended: do its work here.
                    Err(unsent) => unsent.0,
                }
            }
        };
        self.ready += 1;
        WINDOW.set(false);
        // The receiver is ours, so it is there.
        let sent = self.sender.send(done_here(&request));
        debug_assert!(sent.is_ok(), "the receiver lives as long as the worker");
    }

    /// Whether answers may be there already because work is done at once.
    pub(crate) fn inline_answers(&self) -> bool {
        self.ready > 0
    }

    /// The next answer, if there is one.
    pub(crate) fn answer(&mut self) -> Option<Answer> {
        let answer = self.answers.try_recv().ok()?;
        self.ready = self.ready.saturating_sub(1);
        Some(answer)
    }
}

/// Work done on this thread, which is never the window's as long as there are others: a window that
/// lays out or waits for a disk stands still in front of a room.
fn done_here(request: &Request) -> Answer {
    debug_assert!(!WINDOW.get(), "{request:?} on the window's thread");
    work(request)
}

fn on_disk(request: &Request) -> bool {
    matches!(
        request,
        Request::Load { .. }
            | Request::Sample(_)
            | Request::Recover(_)
            | Request::Save(_)
            | Request::Begin(_)
            | Request::Recent(..)
            | Request::Look(..)
            | Request::Export(..)
            | Request::LastChoices(..)
            | Request::KeepChoices(..)
    )
}

fn lane(name: &str, answers: Sender<Answer>, ctx: egui::Context) -> Option<Sender<Request>> {
    let (sender, requests) = channel();
    let run = move || {
        let mut queue: Vec<Request> = Vec::new();
        loop {
            if queue.is_empty() {
                match requests.recv() {
                    Ok(request) => queue.push(request),
                    // The window is closed.
                    Err(_) => return,
                }
            }
            queue.extend(requests.try_iter());
            let Some(request) = next(&mut queue) else {
                continue;
            };
            let answer = work(&request);
            if matches!(request, Request::Copy(..)) {
                thread::sleep(REST);
            }
            if answers.send(answer).is_err() {
                return;
            }
            ctx.request_repaint();
        }
    };
    let spawned = thread::Builder::new().name(name.to_owned()).spawn(run);
    spawned.ok().map(|_| sender)
}

/// Takes the most pressing request out of the queue and drops those that a later one overtakes.
fn next(queue: &mut Vec<Request>) -> Option<Request> {
    let last = |wanted: fn(&Request) -> bool| queue.iter().rposition(wanted);
    let picture = last(|r| matches!(r, Request::Picture(..)));
    let paper = last(|r| matches!(r, Request::Paper(..)));
    // A table is quickly made and looked at now, and so is the preview over everything else.
    let at = last(|r| matches!(r, Request::Report(..)))
        .or_else(|| last(|r| matches!(r, Request::Plan(..))))
        .or(picture)
        .or(paper)
        .or_else(|| last(|r| matches!(r, Request::Check(..))))
        .or_else(|| last(|r| matches!(r, Request::ShortTexts(..))))
        .or_else(|| last(|r| matches!(r, Request::Remedies(..))));
    let Some(at) = at else {
        return (!queue.is_empty()).then(|| queue.remove(0));
    };
    let request = queue.remove(at);
    queue.retain(|r| std::mem::discriminant(r) != std::mem::discriminant(&request));
    Some(request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;
    use std::sync::Arc;

    #[test]
    #[should_panic(expected = "on the window's thread")]
    fn work_on_the_windows_own_thread_is_found_out() {
        let _worker = Worker::threads(&egui::Context::default());
        done_here(&Request::Sample("redcar"));
    }

    #[test]
    fn pictures_come_first_and_old_ones_are_dropped() {
        use crate::editor::{PictureKey, ViewKey};
        let revision = |state| crate::editor::Revision { document: 1, state };
        let picture = |state| {
            let key = PictureKey {
                revision: revision(state),
                view: ViewKey::Diagram("a".into()),
                filter: crate::scene::Filter::default(),
                theme: crate::scene::theme::ThemeName::Light,
                page: crate::editor::PageSetup::default(),
                opened: std::collections::BTreeSet::new(),
            };
            Request::Picture(key, Arc::new(Project::default()))
        };
        let mut queue = vec![
            Request::Load {
                path: "x".into(),
                make: false,
            },
            picture(1),
            Request::Check(revision(1), Arc::new(Project::default())),
            picture(2),
        ];
        let Some(Request::Picture(key, _)) = next(&mut queue) else {
            panic!("a picture comes first")
        };
        assert_eq!(key.revision, revision(2));
        assert!(matches!(next(&mut queue), Some(Request::Check(..))));
        assert!(matches!(next(&mut queue), Some(Request::Load { .. })));
        assert!(next(&mut queue).is_none());
    }
}
