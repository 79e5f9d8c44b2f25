//! The system's file dialogs, behind a trait: tests answer in their place.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// What a dialog asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A project to open.
    Open,
    /// Where to save the project.
    SaveProject {
        /// Name to suggest, with its extension.
        name: String,
        /// The folder to begin in, if there is a good one.
        folder: Option<PathBuf>,
    },
    /// Where to write an export.
    Save {
        /// Name to suggest, with its extension.
        name: String,
        /// The extension ("svg").
        extension: &'static str,
    },
    /// Into which folder to write several exports.
    Folder,
}

/// Takes the answer: a path, or `None` when the dialog was closed.
pub type Reply = Box<dyn FnOnce(Option<PathBuf>) + Send>;

/// Asks a person for a file.
pub trait Dialogs {
    /// Shows a dialog. It must not wait: the answer comes through `reply`, later.
    fn ask(&mut self, question: Question, reply: Reply);
}

/// The system's own dialogs.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

impl Dialogs for SystemDialogs {
    fn ask(&mut self, question: Question, reply: Reply) {
        // The dialog is made here, because macOS wants it made on the main thread; waiting for
        // its answer is left to a thread of its own.
        let dialog = rfd::AsyncFileDialog::new();
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> =
            match question {
                Question::Open => Box::pin(
                    dialog
                        .set_title("Open a project")
                        .add_filter("Dotted Line project", &["json"])
                        .add_filter("All files", &["*"])
                        .pick_file(),
                ),
                Question::SaveProject { name, folder } => {
                    let mut dialog = dialog
                        .set_title("Save the project as")
                        .set_file_name(name)
                        .add_filter("Dotted Line project", &["json"]);
                    if let Some(folder) = folder {
                        dialog = dialog.set_directory(folder);
                    }
                    Box::pin(dialog.save_file())
                }
                Question::Save { name, extension } => Box::pin(
                    dialog
                        .set_title("Export")
                        .set_file_name(name)
                        .add_filter(extension.to_uppercase(), &[extension])
                        .save_file(),
                ),
                Question::Folder => Box::pin(dialog.set_title("Export into").pick_folder()),
            };
        let wait = move || reply(block_on(answer).map(|file| file.path().to_owned()));
        // Without a thread there is no dialog; the person can still drop a file on the window.
        let spawned = thread::Builder::new().name("dialog".to_owned()).spawn(wait);
        drop(spawned);
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits on this thread for a future.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_when_another_thread_wakes_it() {
        let mut polled = 0;
        let value = block_on(std::future::poll_fn(|cx| {
            polled += 1;
            if polled == 3 {
                return Poll::Ready(polled);
            }
            let waker = cx.waker().clone();
            thread::spawn(move || waker.wake());
            Poll::Pending
        }));
        assert_eq!(value, 3);
    }
}
