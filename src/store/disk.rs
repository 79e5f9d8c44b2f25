//! The file system: reading a file whole and replacing it in one step.
//!
//! The only place that names `std::fs`. A save writes a temporary file beside the target, brings
//! it to the disk and renames it over the target, so that at every instant either the old or
//! the new file is there, whole.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::MAX_FILE;

/// A file that could not be read or written: a sentence, the path last.
#[derive(Debug, thiserror::Error)]
#[error("{sentence} {path}", path = .path.display())]
pub struct DiskError {
    /// What happened and what to do.
    pub sentence: String,
    /// The file.
    pub path: PathBuf,
    /// Whether the file does not exist.
    pub missing: bool,
}

/// How many times a rename is tried when another program holds the target for a moment.
const TRIES: u32 = 5;

/// Reads a file whole.
///
/// # Errors
/// When it is missing, too large, a folder, or not readable.
pub fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    let fail = |error: &io::Error| DiskError {
        sentence: read_sentence(error),
        path: path.to_owned(),
        missing: error.kind() == ErrorKind::NotFound,
    };
    let file = fs::File::open(path).map_err(|error| fail(&error))?;
    let meta = file.metadata().map_err(|error| fail(&error))?;
    if meta.is_dir() {
        return Err(fail(&ErrorKind::IsADirectory.into()));
    }
    // One byte more than the limit tells a file that is too large from one that is just so.
    let limit = u64::try_from(MAX_FILE)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    if meta.len() >= limit {
        return Err(fail(&ErrorKind::FileTooLarge.into()));
    }
    let mut bytes = Vec::new();
    file.take(limit)
        .read_to_end(&mut bytes)
        .map_err(|error| fail(&error))?;
    if bytes.len() > MAX_FILE {
        return Err(fail(&ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

/// Whether two paths lead to the same file; a file that is not there is nobody's.
#[must_use]
pub fn same_file(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// Whether there is something at this path.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// How long ago a file was written, if the system says.
#[must_use]
pub fn age(path: &Path) -> Option<Duration> {
    fs::metadata(path).ok()?.modified().ok()?.elapsed().ok()
}

/// Makes a folder and those above it; one that is there already is fine.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> Result<(), DiskError> {
    fs::create_dir_all(path).map_err(|error| DiskError {
        sentence: format!("This folder could not be made ({error}):"),
        path: path.to_owned(),
        missing: false,
    })
}

/// Deletes a file; one that is not there is fine.
///
/// # Errors
/// When it is there and cannot be deleted.
pub fn remove(path: &Path) -> Result<(), DiskError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(DiskError {
            sentence: format!("This file could not be deleted ({error}):"),
            path: path.to_owned(),
            missing: false,
        }),
        _ => Ok(()),
    }
}

/// A file held by this window; the system lets it go when the window ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _held: fs::File,
}

impl Lock {
    /// Takes a file as one's own; `None` when another window has it.
    ///
    /// # Errors
    /// When the file cannot be made or the file system knows no locks.
    pub fn take(path: &Path) -> Result<Option<Self>, DiskError> {
        let fail = |error: &io::Error| DiskError {
            sentence: format!("This file could not be locked ({error}):"),
            path: path.to_owned(),
            missing: false,
        };
        let mut options = OpenOptions::new();
        options.create(true).write(true).truncate(false);
        let file = options.open(path).map_err(|error| fail(&error))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _held: file })),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(fail(&error)),
        }
    }
}

/// Replaces a file in one step, or makes it; the old one stays whole until the new one is.
///
/// A symbolic link stays a link: the file that it points to is replaced. The permissions of the
/// old file are kept. A device or a pipe is written to as it is.
///
/// # Errors
/// When the target is read-only, or its folder cannot be written to, or the disk is full. The
/// old file is then as it was, and nothing is left beside it.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    replace(path, bytes).map_err(|error| DiskError {
        sentence: write_sentence(&error),
        path: path.to_owned(),
        missing: error.kind() == ErrorKind::NotFound,
    })
}

/// Tries whether a file could be replaced or made, and changes nothing.
///
/// # Errors
/// As [`write_atomically`]; a disk that fills up is not foreseen.
pub fn try_target(path: &Path) -> Result<(), DiskError> {
    let tried = || -> io::Result<()> {
        let target = resolve(path)?;
        if fs::metadata(&target).is_ok_and(|meta| !meta.is_file()) {
            return Ok(());
        }
        old_permissions(&target)?;
        // Deleted at once.
        new_temporary(&folder_of(&target)).map(|_| ())
    };
    tried().map_err(|error| DiskError {
        sentence: write_sentence(&error),
        path: path.to_owned(),
        missing: error.kind() == ErrorKind::NotFound,
    })
}

/// The file that a path leads to, whatever way it takes; the path itself where nobody knows.
#[must_use]
pub fn target(path: &Path) -> PathBuf {
    let known = || -> Option<PathBuf> {
        let target = resolve(path).ok()?;
        let folder = fs::canonicalize(folder_of(&target)).ok()?;
        Some(folder.join(target.file_name()?))
    };
    known().unwrap_or_else(|| path.to_owned())
}

fn folder_of(target: &Path) -> PathBuf {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = resolve(path)?;
    // A device or a pipe takes bytes; a rename would put a file in its place.
    if fs::metadata(&target).is_ok_and(|meta| !meta.is_file()) {
        return OpenOptions::new()
            .write(true)
            .open(&target)?
            .write_all(bytes);
    }
    let permissions = old_permissions(&target)?;
    let folder = folder_of(&target);
    // Deleted when it goes out of scope, so an error leaves nothing behind.
    let mut temporary = new_temporary(&folder)?;
    temporary.write_all(bytes)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    // A failed sync is never tried again: the system may have dropped what it could not write.
    temporary.as_file().sync_all()?;
    // The file is closed first: Windows renames no open file of this kind.
    let closed = temporary.into_temp_path();
    rename(&closed, &target)?;
    // Renamed away, so there is nothing left to delete.
    let _ = closed.keep();
    sync_folder(&folder)
}

/// A temporary file beside the target, with the permissions that a new file gets.
#[cfg(unix)]
fn new_temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    names()
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)
}

/// A temporary file beside the target.
#[cfg(not(unix))]
fn new_temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    names().tempfile_in(folder)
}

/// How temporary files are called.
fn names() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dotted-line-").suffix(".tmp");
    builder
}

/// Follows symbolic links, also to a file that is not there yet.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    const LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::symlink_metadata(&path) {
            Ok(meta) if meta.is_symlink() => {
                let to = fs::read_link(&path)?;
                path = match path.parent() {
                    Some(folder) => folder.join(to),
                    None => to,
                };
            }
            Ok(meta) if meta.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("a symbolic link leads in a circle"))
}

/// The permissions to keep; a file marked read-only, or not ours to write, is refused.
fn old_permissions(target: &Path) -> io::Result<Option<Permissions>> {
    let permissions = match fs::metadata(target) {
        Ok(meta) => meta.permissions(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if permissions.readonly() {
        return Err(ErrorKind::ReadOnlyFilesystem.into());
    }
    // A rename would replace a file that we may not write to; opening it asks the system.
    OpenOptions::new().write(true).open(target)?;
    Ok(Some(permissions))
}

/// Renames over the target; on Windows a scanner or a reader may hold it for a moment.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut wait = Duration::from_millis(100);
    for _ in 1..TRIES {
        match fs::rename(from, to) {
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied => {
                std::thread::sleep(wait);
                wait *= 2;
            }
            done => return done,
        }
    }
    fs::rename(from, to)
}

/// Brings the folder's entry to the disk; file systems that know no such thing are let be.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

/// Windows cannot sync a folder.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn read_sentence(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "There is no such file; check the name and the folder:".to_owned(),
        ErrorKind::PermissionDenied => {
            "You are not allowed to read this file; ask its owner for access:".to_owned()
        }
        ErrorKind::IsADirectory => "This is a folder; choose a file in it:".to_owned(),
        ErrorKind::FileTooLarge => format!(
            "This file is larger than {} MB, the most that can be opened; check that it is the right one:",
            MAX_FILE / (1024 * 1024)
        ),
        _ => format!("This file could not be read ({error}); try again or look for a copy:"),
    }
}

/// Whether another program keeps a file to itself, by the numbers of Windows: Word and Excel do so
/// with every file that they have open. The library gives this fault no name.
fn is_held(error: &io::Error, windows: bool) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    let number = error.raw_os_error();
    windows && matches!(number, Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

fn write_sentence(error: &io::Error) -> String {
    if is_held(error, cfg!(windows)) {
        return "Another program, such as Word or Excel, has this file open, so nothing was saved; close it there and try again, or save under another name:".to_owned();
    }
    match error.kind() {
        ErrorKind::NotFound => {
            "The folder does not exist, so nothing was saved; choose another:".to_owned()
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "You are not allowed to write here, so nothing was saved and the file is as it was; save under another name or in another folder:".to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "There is no room left on the disk, so nothing was saved and the file is as it was; free some space or save elsewhere:".to_owned()
        }
        ErrorKind::IsADirectory => {
            "This is a folder, so nothing was saved; give the name of a file:".to_owned()
        }
        _ => format!(
            "The file could not be saved ({error}); try again or save elsewhere:"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_word_has_open_is_known_by_its_number() {
        for (number, held) in [(32, true), (33, true), (5, false)] {
            let error = io::Error::from_raw_os_error(number);
            assert_eq!(is_held(&error, true), held, "{number}");
            // Elsewhere these numbers mean other faults.
            assert!(!is_held(&error, false));
        }
    }
}
