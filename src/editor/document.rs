//! The open project and where it came from.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::Project;

/// The open project. `revision` grows with every change, so that answers of the worker
/// about an older state can be told apart.
#[derive(Clone, Debug)]
pub struct Document {
    /// The project.
    pub project: Arc<Project>,
    /// Where it came from.
    pub origin: Origin,
    /// Things the reader should know about the file, as sentences.
    pub issues: Vec<String>,
    /// Number of the state.
    pub revision: u64,
}

/// Where a project came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// A copy of a built-in sample, not saved anywhere.
    Sample(String),
}

impl Document {
    /// The project's title, or the name of its file or sample.
    #[must_use]
    pub fn title(&self) -> String {
        let head = &self.project.head;
        if let Some(title) = head.title.as_ref().or(head.place.as_ref()) {
            return title.clone();
        }
        match &self.origin {
            Origin::File(path) => path.file_stem().map_or_else(
                || "Untitled".to_owned(),
                |stem| stem.to_string_lossy().into_owned(),
            ),
            Origin::Sample(name) => name.clone(),
        }
    }

    /// A file name to suggest for an export, without extension: letters, digits and hyphens.
    #[must_use]
    pub fn file_stem(&self) -> String {
        if let Origin::File(path) = &self.origin
            && let Some(stem) = path.file_stem()
        {
            return stem.to_string_lossy().into_owned();
        }
        crate::model::id_from_name(&self.title(), "structure")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: Option<&str>, origin: Origin) -> Document {
        let mut project = Project::default();
        project.head.title = title.map(str::to_owned);
        Document {
            project: Arc::new(project),
            origin,
            issues: Vec::new(),
            revision: 0,
        }
    }

    #[test]
    fn a_project_without_a_title_is_called_after_its_file() {
        let file = Origin::File("a/Review 2.json".into());
        assert_eq!(document(None, file.clone()).title(), "Review 2");
        assert_eq!(document(Some("Ours"), file.clone()).title(), "Ours");
        assert_eq!(document(Some("Ours"), file).file_stem(), "Review 2");
        let sample = Origin::Sample("redcar".into());
        assert_eq!(
            document(Some("Redcar & Co"), sample).file_stem(),
            "redcar-co"
        );
    }
}
