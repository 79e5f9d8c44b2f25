//! Writing the files of an export, off the window's thread: all are made before the first is
//! written, so that a cancelled or failed export leaves nothing half done.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::Project;
use crate::publish::{Order, Progress, PublishError, numbered, publish};
use crate::store::disk;

/// An export as ordered.
#[derive(Clone, Debug)]
pub(crate) struct ExportOrder {
    /// The files; further pages stand beside them.
    pub(crate) files: Vec<(Order, PathBuf)>,
    pub(crate) replace: Replace,
}

/// Which files may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replace {
    Nothing,
    /// Those that the system's dialog has asked about: not the further pages.
    Named,
    /// The person has agreed.
    Everything,
}

/// What came of an export.
#[derive(Debug)]
pub(crate) enum Exported {
    Written(Vec<PathBuf>),
    /// These files are there already, and nobody has agreed to replace them.
    AreThere(Box<ExportOrder>, Vec<PathBuf>),
    Cancelled,
    Failed(String),
}

/// An export under way, seen from both threads.
#[derive(Debug)]
pub(crate) struct Job {
    cancelled: AtomicBool,
    said: Mutex<String>,
    ctx: egui::Context,
    /// What is exported: as it was when it was ordered, whatever is opened meanwhile.
    pub(super) project: Arc<Project>,
    /// The number of the project.
    pub(super) of: u64,
}

impl Job {
    pub(crate) fn new(ctx: &egui::Context, project: Arc<Project>, of: u64) -> Self {
        Self {
            project,
            of,
            cancelled: AtomicBool::new(false),
            said: Mutex::new(String::new()),
            ctx: ctx.clone(),
        }
    }

    /// Ends it as soon as it can be ended.
    pub(crate) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it is to end.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// What is being done.
    pub(crate) fn words(&self) -> String {
        let said = self.said.lock();
        said.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn say(&self, words: String) -> ControlFlow<()> {
        *self.said.lock().unwrap_or_else(PoisonError::into_inner) = words;
        self.ctx.request_repaint();
        if self.is_cancelled() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

/// "Page 2 of 4".
fn words(progress: Progress) -> String {
    match progress {
        Progress::Drawing => "Drawing".to_owned(),
        Progress::Words => "Writing the words".to_owned(),
        Progress::Page(page, of) => format!("Page {page} of {of}"),
        Progress::Binding => "Binding the pages".to_owned(),
    }
}

/// Makes and writes all files.
pub(crate) fn export(order: &ExportOrder, job: &Job) -> Exported {
    export_told(order, &job.project, &|words| job.say(words))
}

fn export_told(
    order: &ExportOrder,
    project: &Project,
    say: &dyn Fn(String) -> ControlFlow<()>,
) -> Exported {
    let of = order.files.len();
    let mut made: Vec<(PathBuf, Vec<u8>, bool)> = Vec::new();
    for ((wanted, path), number) in order.files.iter().zip(1..) {
        let place = if of > 1 {
            format!("File {number} of {of}: ")
        } else {
            String::new()
        };
        let listener = |progress| say(format!("{place}{}", words(progress)));
        match publish(project, wanted, &listener) {
            Ok(published) => {
                let pages = published.files.into_iter().enumerate();
                made.extend(pages.map(|(page, bytes)| (numbered(path, page), bytes, page == 0)));
            }
            Err(PublishError::Cancelled) => return Exported::Cancelled,
            Err(error) => return Exported::Failed(error.to_string()),
        }
    }
    if let Some(name) = twice(made.iter().map(|(path, ..)| path)) {
        return Exported::Failed(format!(
            "Two files of this export would both be called {name}, so nothing was written. Export them one after the other, under names of their own."
        ));
    }
    let there = made.iter().filter(|(path, _, named)| match order.replace {
        Replace::Nothing => disk::is_there(path),
        Replace::Named => !named && disk::is_there(path),
        Replace::Everything => false,
    });
    let there: Vec<PathBuf> = there.map(|(path, ..)| path.clone()).collect();
    if !there.is_empty() {
        return Exported::AreThere(Box::new(order.clone()), there);
    }
    if say("Writing".to_owned()).is_break() {
        return Exported::Cancelled;
    }
    let files = made
        .iter()
        .map(|(path, bytes, _)| (path.as_path(), bytes.as_slice()));
    match write(&files.collect::<Vec<_>>()) {
        Ok(()) => Exported::Written(made.into_iter().map(|(path, ..)| path).collect()),
        Err(sentence) => Exported::Failed(sentence),
    }
}

/// A name that two of the files have; on many disks capitals make no difference.
fn twice<'a>(paths: impl Iterator<Item = &'a PathBuf>) -> Option<String> {
    let mut known = BTreeSet::new();
    let mut paths = paths.map(|path| path.to_string_lossy().to_lowercase());
    let path = paths.find(|path| !known.insert(path.clone()))?;
    let name = Path::new(&path)
        .file_name()
        .map(|n| n.to_string_lossy().into_owned());
    name.or(Some(path))
}

/// Writes all files; where one cannot be written, the new ones before it are taken away again.
fn write(files: &[(&Path, &[u8])]) -> Result<(), String> {
    let mut new: Vec<&Path> = Vec::new();
    let mut replaced = 0;
    for (path, bytes) in files {
        let was_there = disk::is_there(path);
        if let Err(error) = disk::write_atomically(path, bytes) {
            for path in new {
                // The first fault is told; a file that cannot be taken away is whole.
                drop(disk::remove(path));
            }
            let also = match replaced {
                0 => String::new(),
                1 => " One file before it has been replaced already.".to_owned(),
                n => format!(" {n} files before it have been replaced already."),
            };
            return Err(format!("{error}{also}"));
        }
        if was_there {
            replaced += 1;
        } else {
            new.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::SvgText;
    use crate::publish::{Format, What};
    use crate::scene::{Options, Pages, Paper};
    use crate::store;
    use std::cell::RefCell;

    fn project() -> Project {
        let sample = store::sample("redcar").unwrap();
        store::load(sample.json.as_bytes()).unwrap().project
    }

    fn order(format: Format, path: PathBuf) -> (Order, PathBuf) {
        let options = Options {
            paper: Paper::A5,
            pages: Pages::Several,
            ..Options::default()
        };
        let what = What::Diagram("proposed".into());
        (
            Order {
                what,
                format,
                options,
            },
            path,
        )
    }

    const SVG: Format = Format::Svg(SvgText::Paths);

    fn go_on(_: String) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn an_export_cancelled_on_its_second_page_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let files = vec![order(SVG, folder.path().join("out.svg"))];
        let order = ExportOrder {
            files,
            replace: Replace::Nothing,
        };
        let said = RefCell::new(Vec::new());
        let say = |words: String| {
            let stop = words.starts_with("Page 2 of ");
            said.borrow_mut().push(words);
            if stop {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let exported = export_told(&order, &project(), &say);
        assert!(matches!(exported, Exported::Cancelled), "{exported:?}");
        assert!(names(folder.path()).is_empty());
        assert!(said.borrow().iter().any(|w| w.starts_with("Page 1 of ")));
    }

    #[test]
    fn what_cannot_be_written_takes_the_new_files_before_it_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let files = vec![
            order(Format::Mermaid, path("a.mmd")),
            order(Format::Dot, path("no/b.dot")),
        ];
        let order = ExportOrder {
            files,
            replace: Replace::Nothing,
        };
        let Exported::Failed(sentence) = export_told(&order, &project(), &go_on) else {
            panic!("it was written")
        };
        assert!(sentence.contains("b.dot"), "{sentence}");
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn a_file_that_is_there_is_not_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("out-2.svg"), "theirs").unwrap();
        std::fs::write(path("out.svg"), "asked about").unwrap();
        let order = |replace| ExportOrder {
            files: vec![order(SVG, path("out.svg"))],
            replace,
        };
        let there = |replace| match export_told(&order(replace), &project(), &go_on) {
            Exported::AreThere(_, paths) => paths.len(),
            Exported::Written(_) => 0,
            other => panic!("{other:?}"),
        };
        assert_eq!(there(Replace::Nothing), 2);
        assert_eq!(there(Replace::Named), 1);
        assert_eq!(std::fs::read(path("out-2.svg")).unwrap(), b"theirs");
        assert_eq!(there(Replace::Everything), 0);
        assert_ne!(std::fs::read(path("out-2.svg")).unwrap(), b"theirs");
    }
}
