//! Bodies for which it is asked what becomes of them, and the commands that say so.

use crate::editor::BodyRef;
use crate::model::{
    BodyCommand, BodyId, Command, LineageCommand, Project, StructureId, VerbCommand,
};

/// Bodies of a later structure (`to`) that come from an earlier one (`from`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fated {
    /// The earlier structure.
    pub from: StructureId,
    /// The later structure.
    pub to: StructureId,
    /// The bodies, in the order in which they were selected.
    pub bodies: Vec<BodyId>,
}

impl Fated {
    /// Their names in one sentence.
    pub(super) fn names(&self, project: &Project) -> String {
        names(project, &self.to, &self.bodies)
    }

    pub(super) fn are_there(&self, project: &Project) -> bool {
        project.structure(&self.from).is_some()
            && project
                .structure(&self.to)
                .is_some_and(|s| self.bodies.iter().all(|id| s.body(id).is_some()))
    }

    pub(super) fn merge(&self, bodies: &[BodyId], name: String) -> Command {
        VerbCommand::Merge {
            from: self.from.clone(),
            to: self.to.clone(),
            bodies: bodies.to_vec(),
            name,
        }
        .into()
    }

    pub(super) fn replace(&self, name: String) -> Result<Command, String> {
        let [body] = self.bodies.as_slice() else {
            return Err(
                "One new body takes the place of one; several become one by merging.".into(),
            );
        };
        Ok(VerbCommand::Replace {
            from: self.from.clone(),
            to: self.to.clone(),
            body: body.clone(),
            name,
        }
        .into())
    }

    /// The names are parted by semicolons: a name may have commas.
    pub(super) fn split(&self, names: &str) -> Result<Command, String> {
        let [body] = self.bodies.as_slice() else {
            return Err("One body is split at a time.".into());
        };
        let names = names.split(';').map(str::trim);
        let names: Vec<String> = names
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        if names.len() < 2 {
            return Err("Type two names or more, with a semicolon between them.".into());
        }
        Ok(VerbCommand::Split {
            from: self.from.clone(),
            to: self.to.clone(),
            body: body.clone(),
            names,
        }
        .into())
    }

    pub(super) fn end(&self, project: &Project, reason: &str) -> Command {
        let reason = Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        let ends = self.bodies.iter().map(|body| {
            Command::from(VerbCommand::End {
                from: self.from.clone(),
                to: self.to.clone(),
                body: body.clone(),
                reason: reason.clone(),
            })
        });
        self.each(ends.collect(), format!("End {}", self.names(project)))
    }

    /// The bodies go, and so do the rows that lead to them alone.
    pub(super) fn take_back(&self, project: &Project) -> Command {
        let rows = project.rows_between(&self.from, &self.to);
        let theirs = rows.filter(|(_, row)| {
            !row.to.is_empty() && row.to.iter().all(|id| self.bodies.contains(id))
        });
        let rows: Vec<usize> = theirs.map(|(at, _)| at).collect();
        let gone = BodyCommand::Remove {
            structure: self.to.clone(),
            bodies: self.bodies.clone(),
        };
        self.each(
            vec![LineageCommand::Remove { rows }.into(), gone.into()],
            format!("Remove {}", self.names(project)),
        )
    }

    fn each(&self, mut commands: Vec<Command>, label: String) -> Command {
        match commands.len() {
            1 => commands.remove(0),
            _ => Command::Several { commands, label },
        }
    }
}

/// "A", "A and B", "A, B and C", "A, B and 3 more".
pub(super) fn names(project: &Project, structure: &StructureId, bodies: &[BodyId]) -> String {
    let name = |id: &BodyId| BodyRef::new(structure, id).name(project).to_owned();
    match bodies {
        [] => String::new(),
        [only] => name(only),
        [first, last] => format!("{} and {}", name(first), name(last)),
        [first, second, last] => format!("{}, {} and {}", name(first), name(second), name(last)),
        [first, second, rest @ ..] => {
            format!("{}, {} and {} more", name(first), name(second), rest.len())
        }
    }
}
