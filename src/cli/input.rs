//! Reading the project and choosing its structures.

use std::path::Path;

use super::args::Pair;
use super::failure::Failure;
use super::output::Output;
use crate::compare::known_structures;
use crate::model::{Project, Structure, StructureId};
use crate::store;

/// Reads a project; what a person should know of goes to standard error.
pub(super) fn project(path: &Path, output: &mut Output<'_>) -> Result<Project, Failure> {
    let bytes = store::disk::read(path)?;
    output.project = Some(path.to_owned());
    let loaded = store::load(&bytes)
        .map_err(|error| Failure::file(format!("{error}\nThe file: {}", path.display())))?;
    for issue in &loaded.issues {
        output.note(issue);
    }
    Ok(loaded.project)
}

/// The structure asked for, else the first.
pub(super) fn structure<'a>(
    project: &'a Project,
    wanted: Option<&StructureId>,
) -> Result<&'a Structure, Failure> {
    match wanted {
        Some(id) => project.structure(id).ok_or_else(|| missing(project, id)),
        None => project
            .structures
            .first()
            .ok_or_else(|| Failure::usage("This project has no structures yet.")),
    }
}

/// The two structures asked for, else the first and the second.
pub(super) fn pair(project: &Project, pair: &Pair) -> Result<(StructureId, StructureId), Failure> {
    for id in [&pair.from, &pair.to].into_iter().flatten() {
        structure(project, Some(id))?;
    }
    let [first, second, ..] = project.structures.as_slice() else {
        return Err(Failure::usage(format!(
            "A comparison needs two structures. {}",
            ids(project)
        )));
    };
    let from = pair.from.clone().unwrap_or_else(|| first.id().clone());
    let to = pair.to.clone().unwrap_or_else(|| second.id().clone());
    if from == to && (pair.from.is_none() || pair.to.is_none()) {
        return Err(Failure::usage(format!(
            "That would compare “{from}” with itself: say the other structure too. {}",
            ids(project)
        )));
    }
    Ok((from, to))
}

fn missing(project: &Project, id: &StructureId) -> Failure {
    Failure::usage(format!(
        "This project has no structure called “{id}”. {}",
        ids(project)
    ))
}

fn ids(project: &Project) -> String {
    let ids: Vec<StructureId> = project.structures.iter().map(|s| s.id().clone()).collect();
    known_structures(&ids)
}
