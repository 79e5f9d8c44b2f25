//! Copies of unsaved work, for the case that the program or the computer stops.
//!
//! Each running window has a number and holds the lock file of that number; its copy stands
//! beside it. A copy whose lock nobody holds was left behind by a window that is gone: it is
//! offered at the next start. The system lets a lock go however a program ends, so no window
//! has to tidy up for this to hold.
//!
//! A copy is one file, written in one step: a line of marks, a line that says where the work
//! comes from, then the project as in its own file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::disk::{self, DiskError, Lock};
use super::save;
use crate::model::Project;

const MARK: &[u8] = b"dotted-line-recovery 1\n";

/// More windows than anybody has; a bound for the search for a free number.
const MOST: u32 = 1_000;

/// Where recovered work comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What the project is called.
    pub name: String,
    /// The file that it was opened from or saved to, if any.
    pub path: Option<PathBuf>,
    /// What that file held when it was last read or written, if it was there.
    pub print: Option<Print>,
    /// What was looked at when the copy was written; older copies do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

/// What a window showed: it belongs to the person, not to the project, so its file has none of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Id of the structure that was worked on.
    pub structure: String,
    /// The structures that were compared, when it was a comparison.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared: Option<(String, String)>,
}

/// Tells whether a file holds what it held: its length and a checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    length: usize,
    sum: u64,
}

impl Print {
    /// The print of these bytes (FNV-1a, which is short and the same everywhere).
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let sum = bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self {
            length: bytes.len(),
            sum,
        }
    }
}

/// The place of one window's copy.
#[derive(Debug)]
pub struct Slot {
    copy: PathBuf,
    _lock: Lock,
}

/// A copy that a window left behind.
#[derive(Clone, Debug)]
pub struct Left {
    /// Its place: to go on with it as one's own, or to clear it.
    pub slot: Arc<Slot>,
    /// How long ago it was written, if the system says.
    pub age: Option<Duration>,
    /// Where the work comes from, or why the copy cannot be used, as a sentence.
    pub note: Result<Note, String>,
}

/// Takes a number for this window and finds the copies that others left behind.
///
/// # Errors
/// When nothing can be kept in this folder.
pub fn begin(folder: &Path) -> Result<(Slot, Vec<Left>), DiskError> {
    disk::make_folder(folder)?;
    let (mut own, mut left) = (None, Vec::new());
    for number in 1..=MOST {
        let lock_file = folder.join(format!("{number}.lock"));
        let known = disk::is_there(&lock_file);
        if !known && own.is_some() {
            break;
        }
        let Some(lock) = Lock::take(&lock_file)? else {
            continue;
        };
        let slot = Slot {
            copy: folder.join(format!("{number}.recovered")),
            _lock: lock,
        };
        if disk::is_there(&slot.copy) {
            left.push(Left {
                age: disk::age(&slot.copy),
                note: slot.read().map(|(note, _)| note),
                slot: Arc::new(slot),
            });
        } else if own.is_none() {
            own = Some(slot);
        }
    }
    let own = own.ok_or_else(|| DiskError {
        sentence: "There are too many recovery copies in this folder:".to_owned(),
        path: folder.to_owned(),
        missing: false,
    })?;
    Ok((own, left))
}

impl Slot {
    /// Replaces the copy by the project as it is now.
    ///
    /// # Errors
    /// When it cannot be written; the copy before is then still whole.
    pub fn write(&self, note: &Note, project: &Project) -> Result<(), DiskError> {
        let mut bytes = MARK.to_vec();
        bytes.extend(head(note).into_bytes());
        bytes.push(b'\n');
        bytes.extend(save(project).into_bytes());
        disk::write_atomically(&self.copy, &bytes)
    }

    /// Takes the copy away: the work is saved, or nobody wants it.
    ///
    /// # Errors
    /// When it is there and cannot be deleted.
    pub fn clear(&self) -> Result<(), DiskError> {
        disk::remove(&self.copy)
    }

    /// The note of a copy and the project file in it.
    ///
    /// # Errors
    /// A sentence when the copy is damaged.
    pub fn read(&self) -> Result<(Note, Vec<u8>), String> {
        let bytes = disk::read(&self.copy).map_err(|error| error.to_string())?;
        parts(&bytes)
            .ok_or_else(|| format!("This recovery copy is damaged: {}", self.copy.display()))
    }
}

/// The note as one line. A path that is no Unicode cannot stand in JSON: the work is then
/// recovered without its file, and Save asks for one.
fn head(note: &Note) -> String {
    serde_json::to_string(note)
        .or_else(|_| {
            serde_json::to_string(&Note {
                name: note.name.clone(),
                path: None,
                print: None,
                shown: note.shown.clone(),
            })
        })
        .unwrap_or_default()
}

fn parts(bytes: &[u8]) -> Option<(Note, Vec<u8>)> {
    let rest = bytes.strip_prefix(MARK)?;
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (line, project) = rest.split_at(end);
    let note = serde_json::from_slice(line).ok()?;
    Some((note, project.get(1..)?.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Structure;

    fn note(name: &str) -> Note {
        Note {
            name: name.to_owned(),
            path: Some("/plans/review.json".into()),
            print: Some(Print::of(b"as it was")),
            shown: Some(Shown {
                structure: "current".into(),
                compared: Some(("current".into(), "proposed".into())),
            }),
        }
    }

    fn project(title: &str) -> Project {
        let mut project = Project::default();
        project.head.title = Some(title.to_owned());
        project
            .structures
            .push(Structure::new("current".into(), "Current"));
        project
    }

    #[test]
    fn a_copy_is_offered_once_its_window_is_gone_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let (first, left) = begin(folder.path()).unwrap();
        assert!(left.is_empty());
        first.write(&note("Review"), &project("Review")).unwrap();
        let (second, left) = begin(folder.path()).unwrap();
        assert!(left.is_empty(), "the first window is running");
        drop((first, second));
        let (_third, left) = begin(folder.path()).unwrap();
        let [one] = left.as_slice() else {
            panic!("{left:?}")
        };
        let (found, bytes) = one.slot.read().unwrap();
        assert_eq!(found, note("Review"));
        assert_eq!(
            super::super::load(&bytes).unwrap().project,
            project("Review")
        );
        let (_fourth, left) = begin(folder.path()).unwrap();
        assert!(left.is_empty(), "it is offered by one window only");
    }

    #[test]
    fn a_copy_taken_over_keeps_its_place_until_it_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let (slot, _) = begin(folder.path()).unwrap();
        slot.write(&note("A"), &project("A")).unwrap();
        drop(slot);
        let (own, mut left) = begin(folder.path()).unwrap();
        let taken = left.remove(0).slot;
        drop(own);
        taken.write(&note("A"), &project("A, later")).unwrap();
        taken.clear().unwrap();
        taken.clear().unwrap();
        drop(taken);
        assert!(begin(folder.path()).unwrap().1.is_empty());
    }

    #[test]
    fn a_damaged_copy_is_told_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let whole = {
            let (slot, _) = begin(folder.path()).unwrap();
            slot.write(&note("A"), &project("A")).unwrap();
            std::fs::read(&slot.copy).unwrap()
        };
        let path = folder.path().join("1.recovered");
        for cut in [0, 5, MARK.len(), MARK.len() + 9] {
            std::fs::write(&path, &whole[..cut]).unwrap();
            let (_own, left) = begin(folder.path()).unwrap();
            let sentence = left[0].note.as_ref().unwrap_err();
            assert!(sentence.contains("1.recovered"), "{sentence}");
            assert!(path.exists());
        }
    }

    #[test]
    fn a_copy_of_an_older_program_does_not_say_what_was_shown() {
        let line = r#"{"name":"Review","path":null,"print":null}"#;
        let note: Note = serde_json::from_str(line).unwrap();
        assert_eq!((note.name.as_str(), note.shown), ("Review", None));
    }

    #[test]
    fn prints_tell_contents_apart() {
        assert_eq!(Print::of(b"abc"), Print::of(b"abc"));
        assert_ne!(Print::of(b"abc"), Print::of(b"abd"));
        assert_ne!(Print::of(b""), Print::of(b"\0"));
    }

    #[test]
    #[cfg(unix)]
    fn a_name_that_is_no_unicode_does_not_hold_the_copy_back() {
        use std::os::unix::ffi::OsStringExt as _;
        let odd = PathBuf::from(std::ffi::OsString::from_vec(vec![b'/', 0xff]));
        let line = head(&Note {
            path: Some(odd),
            ..note("A")
        });
        let back: Note = serde_json::from_str(&line).unwrap();
        assert_eq!((back.name.as_str(), back.path), ("A", None));
    }
}
