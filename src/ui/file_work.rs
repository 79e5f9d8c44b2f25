//! Work on project files off the window's thread: opening, saving, recovery copies, the list of
//! recent files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::work::Unreadable;
use crate::editor::{Document, Origin};
use crate::model::{Project, Structure};
use crate::store::{
    self, File, disk,
    recent::{self as list, Recent},
    recovery::{self, Left, Print, Shown, Slot},
};

/// An opened project.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) project: Project,
    pub(crate) origin: Origin,
    pub(crate) issues: Vec<String>,
    /// What was read, so that an unchanged project is never rewritten.
    pub(crate) basis: Option<Arc<File>>,
    /// It holds something that no file holds.
    pub(crate) unsaved: bool,
    /// The place of the recovery copy that it was read from.
    pub(crate) slot: Option<Arc<Slot>>,
    /// What the window that wrote the copy showed.
    pub(crate) shown: Option<Shown>,
}

impl Opened {
    /// A project with one empty structure.
    pub(crate) fn new(origin: Origin) -> Self {
        let mut project = Project::default();
        project.structures.push(current());
        Self {
            project,
            origin,
            issues: Vec::new(),
            basis: None,
            unsaved: false,
            slot: None,
            shown: None,
        }
    }

    /// The document; `number` tells it apart from those opened before.
    pub(crate) fn into_document(self, number: u64) -> Document {
        let mut document = Document::new(self.project, self.origin, self.issues, number);
        if self.unsaved {
            document.mark_unsaved();
        }
        document
    }
}

fn current() -> Structure {
    Structure::new("current".into(), "Current")
}

/// What a save expects at its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// What was read or saved last.
    Basis,
    /// No file.
    Nothing,
    /// Whatever is there: the person has agreed to replace it.
    Anything,
}

/// A save as ordered.
#[derive(Clone, Debug)]
pub(crate) struct SaveOrder {
    pub(crate) path: PathBuf,
    pub(crate) project: Arc<Project>,
    /// Which project, and the state of its history that is saved.
    pub(crate) document: u64,
    pub(crate) state: u64,
    pub(crate) basis: Option<Arc<File>>,
    pub(crate) expected: Expected,
    /// Under another name than before: then a save goes on even when reading it again fails.
    pub(crate) elsewhere: bool,
}

/// What came of a save.
#[derive(Debug)]
pub(crate) enum Saved {
    /// The file is written; there may be something to say about it.
    Written(Arc<File>, Option<String>),
    /// Somebody else has changed the file. Nothing was written.
    Changed,
    /// Nothing was written, and why.
    Failed(String),
}

/// Writes a project unless that would destroy what somebody else has written.
pub(crate) fn save(order: &SaveOrder) -> Saved {
    let there = match disk::read(&order.path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.missing => None,
        Err(error) if order.expected != Expected::Anything => {
            return Saved::Failed(error.to_string());
        }
        Err(_) => None,
    };
    let basis = order.basis.as_deref();
    let expected = match (order.expected, &there) {
        (Expected::Anything, _) | (_, None) => true,
        (Expected::Nothing, Some(_)) => false,
        (Expected::Basis, Some(bytes)) => basis.is_some_and(|file| file.bytes() == bytes),
    };
    if !expected {
        return Saved::Changed;
    }
    let bytes = match basis {
        Some(file) => file.to_save(&order.project).into_owned(),
        None => store::save(&order.project).into_bytes(),
    };
    let mut remark = store::self_check(&bytes, &order.project);
    if let Some(sentence) = &remark
        && !order.elsewhere
    {
        return Saved::Failed(sentence.clone());
    }
    if there.as_ref() != Some(&bytes)
        && let Err(error) = disk::write_atomically(&order.path, &bytes)
    {
        return Saved::Failed(error.to_string());
    }
    if there.is_none() && order.expected == Expected::Basis {
        remark = Some(format!(
            "The file was no longer there, so it was written anew: {}",
            order.path.display()
        ));
    }
    let project = Project::clone(&order.project);
    Saved::Written(Arc::new(File::saved(bytes, project)), remark)
}

/// Opens a file; one that is not there becomes a new project if so wished.
pub(crate) fn load(path: &Path, make: bool) -> Result<Box<Opened>, Unreadable> {
    let refuse = |faults| Unreadable {
        name: path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        ),
        faults,
    };
    let origin = Origin::File(path.to_owned());
    match disk::read(path) {
        Ok(bytes) => read(bytes, origin).map_err(refuse),
        Err(error) if error.missing && make => Ok(Box::new(Opened {
            unsaved: true,
            ..Opened::new(origin)
        })),
        Err(error) => Err(refuse(vec![error.to_string()])),
    }
}

/// Opens a copy of a built-in sample.
pub(crate) fn open_sample(name: &str) -> Result<Box<Opened>, Unreadable> {
    let refuse = |faults| Unreadable {
        name: name.to_owned(),
        faults,
    };
    let sample = store::sample(name).ok_or_else(|| refuse(Vec::new()))?;
    let origin = Origin::Sample(sample.title.to_owned());
    read(sample.json.as_bytes().to_vec(), origin).map_err(refuse)
}

fn read(bytes: Vec<u8>, origin: Origin) -> Result<Box<Opened>, Vec<String>> {
    let (file, issues) = File::read(bytes).map_err(|error| {
        let mut faults: Vec<String> = error.faults.iter().map(ToString::to_string).collect();
        if error.more > 0 {
            faults.push(format!("… and {} more faults.", error.more));
        }
        faults
    })?;
    let mut project = file.project().clone();
    let mut issues: Vec<String> = issues.iter().map(ToString::to_string).collect();
    let empty = project.structures.is_empty();
    if empty {
        project.structures.push(current());
        issues.push("This project had no structures; an empty one, “Current”, was added.".into());
    }
    Ok(Box::new(Opened {
        project,
        origin,
        issues,
        basis: Some(Arc::new(file)),
        unsaved: empty,
        slot: None,
        shown: None,
    }))
}

/// What there is at the start: a place for this window's copies, and those left behind.
#[derive(Debug)]
pub(crate) struct Begun {
    pub(crate) slot: Arc<Slot>,
    pub(crate) left: Vec<Left>,
}

/// Takes a place for recovery copies.
pub(crate) fn begin(folder: &Path) -> Result<Begun, String> {
    let (slot, left) = recovery::begin(folder).map_err(|error| error.to_string())?;
    Ok(Begun {
        slot: Arc::new(slot),
        left,
    })
}

/// Opens a copy that a window left behind. Its file becomes the basis only if it is still as it
/// was; otherwise Save will ask before it replaces it.
pub(crate) fn recover(slot: &Arc<Slot>) -> Result<Box<Opened>, Unreadable> {
    let refuse = |faults| Unreadable {
        name: "Recovery copy".to_owned(),
        faults,
    };
    let (note, bytes) = slot.read().map_err(|sentence| refuse(vec![sentence]))?;
    let origin = note.path.clone().map_or(Origin::New, Origin::File);
    let mut opened = read(bytes, origin).map_err(refuse)?;
    let now = note.path.and_then(|path| disk::read(&path).ok());
    let as_it_was = now.filter(|bytes| Some(Print::of(bytes)) == note.print);
    let file = as_it_was.and_then(|bytes| File::read(bytes).ok());
    opened.basis = file.map(|(file, _)| Arc::new(file));
    opened.unsaved = true;
    opened.shown = note.shown;
    opened.slot = Some(Arc::clone(slot));
    Ok(opened)
}

/// A change of the list of recent files.
#[derive(Clone, Debug)]
pub(crate) enum RecentAct {
    Read,
    Remember(PathBuf),
    Forget(PathBuf),
}

/// Changes the list of recent files; gives it as it is then.
pub(crate) fn recent(folder: &Path, act: &RecentAct) -> Vec<Recent> {
    match act {
        RecentAct::Read => {}
        RecentAct::Remember(path) => list::remember(folder, path),
        RecentAct::Forget(path) => list::forget(folder, path),
    }
    list::recent(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_told_in_a_sentence_or_made() {
        let path = Path::new("no/such/file.json");
        let Err(error) = load(path, false) else {
            panic!("it opened")
        };
        assert_eq!((error.name.as_str(), error.faults.len()), ("file.json", 1));
        let made = load(path, true).unwrap();
        assert!(made.unsaved && made.basis.is_none());
        assert_eq!(made.origin, Origin::File(path.to_owned()));
        assert_eq!(made.project.structures[0].head.title, "Current");
    }

    fn order(path: PathBuf, opened: &Opened, expected: Expected) -> SaveOrder {
        SaveOrder {
            path,
            project: Arc::new(opened.project.clone()),
            document: 1,
            state: 0,
            basis: opened.basis.clone(),
            expected,
            elsewhere: false,
        }
    }

    #[test]
    fn an_unchanged_project_keeps_its_bytes_and_a_changed_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        let text = "{\"version\":\"1.0\",  \"format\":\"dotted-line\",\n\"structures\":[{\"id\":\"now\",\"title\":\"Now\"}]}";
        std::fs::write(&path, text).unwrap();
        let mut opened = load(&path, false).unwrap();
        let order_as = |opened: &Opened, expected| order(path.clone(), opened, expected);
        let saved = save(&order_as(&opened, Expected::Basis));
        assert!(matches!(saved, Saved::Written(_, None)), "{saved:?}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        opened.project.head.title = Some("Ours".into());
        std::fs::write(&path, "theirs").unwrap();
        let saved = save(&order_as(&opened, Expected::Basis));
        assert!(matches!(saved, Saved::Changed), "{saved:?}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "theirs");
        let saved = save(&order_as(&opened, Expected::Anything));
        assert!(matches!(saved, Saved::Written(_, None)), "{saved:?}");
        std::fs::remove_file(&path).unwrap();
        let saved = save(&order_as(&opened, Expected::Basis));
        let Saved::Written(_, Some(remark)) = saved else {
            panic!("{saved:?}")
        };
        assert!(remark.contains("written anew"), "{remark}");
        let saved = save(&order_as(&opened, Expected::Nothing));
        assert!(matches!(saved, Saved::Changed), "{saved:?}");
    }
}
