//! Where answers go: standard output, or a file.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::failure::Failure;
use crate::store::disk;

/// Standard output and standard error.
pub(super) struct Output<'a> {
    pub(super) out: &'a mut dyn Write,
    pub(super) err: &'a mut dyn Write,
    /// The project that was read: no answer may be written over it.
    pub(super) project: Option<PathBuf>,
}

impl Output<'_> {
    /// Writes a text to a file, or to standard output when there is none.
    pub(super) fn text(&mut self, text: &str, target: Option<&Path>) -> Result<(), Failure> {
        match target {
            Some(path) => self.file(path, text.as_bytes()),
            None => print(self.out, text),
        }
    }

    /// Writes an answer as JSON with two spaces of indent.
    pub(super) fn json(
        &mut self,
        answer: &impl Serialize,
        target: Option<&Path>,
    ) -> Result<(), Failure> {
        let mut text = serde_json::to_string_pretty(answer)
            .map_err(|error| Failure::file(format!("The answer could not be written: {error}.")))?;
        text.push('\n');
        self.text(&text, target)
    }

    /// Writes a file in one step.
    pub(super) fn file(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        self.may_write(path)?;
        Ok(disk::write_atomically(path, bytes)?)
    }

    /// Writes several files, or none when one of them cannot be written.
    pub(super) fn files(&mut self, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
        for (path, _) in files {
            self.may_write(path)?;
            disk::try_target(path)?;
        }
        for (n, (path, bytes)) in files.iter().enumerate() {
            // Only a disk that has filled up since stops it here.
            if let Err(failure) = self.file(path, bytes) {
                for (path, _) in files.iter().take(n) {
                    self.note(&format!("Already written: {}", path.display()));
                }
                return Err(failure);
            }
        }
        Ok(())
    }

    fn may_write(&self, path: &Path) -> Result<(), Failure> {
        if self
            .project
            .as_deref()
            .is_some_and(|project| disk::same_file(project, path))
        {
            return Err(Failure::usage(format!(
                "That would write over the project itself. Choose another name after -o: {}",
                path.display()
            )));
        }
        Ok(())
    }

    /// Tells something that is no error.
    pub(super) fn note(&mut self, note: &dyn Display) {
        // Notes are a courtesy; a closed standard error stops nothing.
        let _ = writeln!(self.err, "{note}");
    }
}

/// Writes to standard output; a reader who has seen enough is no error.
pub(super) fn print(out: &mut dyn Write, text: &str) -> Result<(), Failure> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::file(format!(
            "The answer could not be written to standard output: {error}."
        ))),
        _ => Ok(()),
    }
}
