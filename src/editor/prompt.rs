//! Questions asked in place, in a strip above the canvas: a title for a new structure, what
//! becomes of a body. Each knows its sentence, its field and the command that it leads to.

use super::{BodyRef, Session};
use crate::model::{
    BodyCommand, BodyId, Command, LineageCommand, Project, Structure, StructureCommand,
    StructureHead, StructureId, VerbCommand,
};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Title of an empty structure.
    AddStructure,
    /// Title of a later structure that starts as a copy.
    Derive(StructureId),
    /// Title of a copy.
    Duplicate(StructureId),
    /// Another title.
    RenameStructure(StructureId),
    /// Name of the body that several become.
    Merge(Fated),
    /// Name of the body that takes another's place.
    Replace(Fated),
    /// Why bodies end.
    End(Fated),
    /// What becomes of bodies that were to be deleted.
    Removal {
        /// Those that come from the earlier structure.
        fated: Fated,
        /// Those that are new: they simply go.
        new: Vec<BodyId>,
        /// The answer so far.
        becomes: Becomes,
    },
}

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

/// What becomes of bodies that go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Becomes {
    /// They have no successor.
    #[default]
    Ended,
    /// Another body takes them in.
    Merged(Option<BodyId>),
    /// A new body takes their place.
    Replaced,
    /// They should never have stood here.
    Mistake,
}

/// The words of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromptField {
    /// Its label.
    pub label: &'static str,
    /// What stands in it while it is blank.
    pub hint: &'static str,
}

/// A question, and its answer so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The question.
    pub asked: Asked,
    /// What was typed.
    pub text: String,
    /// Why the answer was refused.
    pub refused: Option<String>,
    /// Nobody has seen it yet: the keyboard goes to it when it is shown.
    pub fresh: bool,
}

impl Prompt {
    /// A question with a suggestion.
    #[must_use]
    pub fn new(asked: Asked, suggestion: impl Into<String>) -> Self {
        Self {
            asked,
            text: suggestion.into(),
            refused: None,
            fresh: true,
        }
    }

    /// The question as a sentence.
    #[must_use]
    pub fn sentence(&self, project: &Project) -> String {
        let title = |id: &StructureId| {
            project
                .structure(id)
                .map_or_else(String::new, Structure::label)
        };
        match &self.asked {
            Asked::AddStructure => "A new structure, without bodies.".to_owned(),
            Asked::Derive(id) => format!(
                "A later structure that starts as a copy of {}; every body goes on.",
                title(id)
            ),
            Asked::Duplicate(id) => format!("A copy of {} as another option.", title(id)),
            Asked::RenameStructure(id) => format!("Another title for {}.", title(id)),
            Asked::Merge(fated) => format!("{} become one body.", fated.names(project)),
            Asked::Replace(fated) => {
                format!("{} is replaced by a new body.", fated.names(project))
            }
            Asked::End(fated) => match fated.bodies.len() {
                1 => format!("{} ends.", fated.names(project)),
                _ => format!("{} end.", fated.names(project)),
            },
            Asked::Removal { fated, new, .. } => {
                let question = format!("What becomes of {}?", fated.names(project));
                match new.as_slice() {
                    [] => question,
                    new => format!(
                        "{question} {} {} new here and simply removed.",
                        names(project, &fated.to, new),
                        if new.len() == 1 { "is" } else { "are" }
                    ),
                }
            }
        }
    }

    /// The field to type in, if the answer needs one.
    #[must_use]
    pub fn field(&self) -> Option<PromptField> {
        let field = |label, hint| Some(PromptField { label, hint });
        match &self.asked {
            Asked::AddStructure
            | Asked::Derive(_)
            | Asked::Duplicate(_)
            | Asked::RenameStructure(_) => field("Title", "Such as Option B"),
            Asked::Merge(_) => field("Name of the merged body", "Name"),
            Asked::Replace(_) => field("Name of the new body", "Name"),
            Asked::End(_) => field("Reason", "May be left blank"),
            Asked::Removal { becomes, .. } => match becomes {
                Becomes::Ended => field("Reason", "May be left blank"),
                Becomes::Replaced => field("Name of the new body", "Name"),
                Becomes::Merged(_) | Becomes::Mistake => None,
            },
        }
    }

    /// The word on the button that does it.
    #[must_use]
    pub fn button(&self) -> &'static str {
        match &self.asked {
            Asked::AddStructure => "Add structure",
            Asked::Derive(_) => "Derive",
            Asked::Duplicate(_) => "Duplicate",
            Asked::RenameStructure(_) => "Rename",
            Asked::Merge(_) => "Merge",
            Asked::Replace(_) => "Replace",
            Asked::End(_) => "End",
            Asked::Removal { .. } => "Remove",
        }
    }

    /// Whether everything that it speaks of is still there.
    #[must_use]
    pub fn holds(&self, project: &Project) -> bool {
        match &self.asked {
            Asked::AddStructure => true,
            Asked::Derive(id) | Asked::Duplicate(id) | Asked::RenameStructure(id) => {
                project.structure(id).is_some()
            }
            Asked::Merge(fated) | Asked::Replace(fated) | Asked::End(fated) => {
                fated.are_there(project)
            }
            Asked::Removal { fated, .. } => fated.are_there(project),
        }
    }

    /// The command that the answer leads to, or what is still missing, as a sentence.
    ///
    /// # Errors
    /// The sentence.
    pub fn command(&self, project: &Project) -> Result<Command, String> {
        let title = self.text.clone();
        Ok(match &self.asked {
            Asked::AddStructure => StructureCommand::Add { title, at: None }.into(),
            Asked::Derive(id) => StructureCommand::Derive {
                structure: id.clone(),
                title,
            }
            .into(),
            Asked::Duplicate(id) => StructureCommand::Duplicate {
                structure: id.clone(),
                title,
            }
            .into(),
            Asked::RenameStructure(id) => {
                let head = project.structure(id).map(|s| s.head.clone());
                let head = head.ok_or("That structure is not there any more.")?;
                StructureCommand::SetHead(StructureHead { title, ..head }).into()
            }
            Asked::Merge(fated) => fated.merge(&fated.bodies, title),
            Asked::Replace(fated) => fated.replace(title)?,
            Asked::End(fated) => fated.end(project, &self.text),
            Asked::Removal {
                fated,
                new,
                becomes,
            } => self.removal(project, fated, new, becomes)?,
        })
    }

    fn removal(
        &self,
        project: &Project,
        fated: &Fated,
        new: &[BodyId],
        becomes: &Becomes,
    ) -> Result<Command, String> {
        let command = match becomes {
            Becomes::Ended => fated.end(project, &self.text),
            Becomes::Replaced => fated.replace(self.text.clone())?,
            Becomes::Mistake => fated.take_back(project),
            Becomes::Merged(heir) => {
                let heir = heir.as_ref().ok_or("Choose the body that takes it in.")?;
                let body = project.structure(&fated.to).and_then(|s| s.body(heir));
                let name = body.map(|b| b.name.clone());
                let name = name.ok_or("The body that was to take it in is not there any more.")?;
                // The heir comes first: another body may have its name.
                let mut all = vec![heir.clone()];
                all.extend(fated.bodies.iter().cloned());
                fated.merge(&all, name)
            }
        };
        if new.is_empty() {
            return Ok(command);
        }
        let label = command.label(project);
        let gone = BodyCommand::Remove {
            structure: fated.to.clone(),
            bodies: new.to_vec(),
        };
        Ok(Command::Several {
            commands: vec![command, gone.into()],
            label,
        })
    }
}

impl Fated {
    /// Their names in one sentence.
    fn names(&self, project: &Project) -> String {
        names(project, &self.to, &self.bodies)
    }

    fn are_there(&self, project: &Project) -> bool {
        project.structure(&self.from).is_some()
            && project
                .structure(&self.to)
                .is_some_and(|s| self.bodies.iter().all(|id| s.body(id).is_some()))
    }

    fn merge(&self, bodies: &[BodyId], name: String) -> Command {
        VerbCommand::Merge {
            from: self.from.clone(),
            to: self.to.clone(),
            bodies: bodies.to_vec(),
            name,
        }
        .into()
    }

    fn replace(&self, name: String) -> Result<Command, String> {
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

    fn end(&self, project: &Project, reason: &str) -> Command {
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
    fn take_back(&self, project: &Project) -> Command {
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
fn names(project: &Project, structure: &StructureId, bodies: &[BodyId]) -> String {
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

/// Whether a body of the later structure comes from one of the earlier.
fn has_predecessor(project: &Project, from: &StructureId, to: &StructureId, body: &BodyId) -> bool {
    let mut rows = project.rows_between(from, to);
    if let Some((_, row)) = rows.find(|(_, row)| row.to.contains(body)) {
        return !row.from.is_empty();
    }
    // A derived structure keeps ids: the same id in no row is the same body, not yet accounted.
    let earlier = project.structure(from).and_then(|s| s.body(body));
    let mut rows = project.rows_between(from, to);
    earlier.is_some() && !rows.any(|(_, row)| row.from.contains(body))
}

impl Session {
    /// Asks for the title of a later structure made from the one that is shown.
    pub fn ask_derive(&mut self) {
        let taken = |title: &str| {
            let mut structures = self.project().structures.iter();
            structures.any(|s| s.head.title == title)
        };
        let numbered = (2..100).map(|n| format!("Proposed {n}"));
        let mut titles = std::iter::once("Proposed".to_owned()).chain(numbered);
        let title = titles.find(|title| !taken(title)).unwrap_or_default();
        self.prompt = Some(Prompt::new(Asked::Derive(self.structure.clone()), title));
    }

    /// The selected bodies of a structure that comes from another one.
    #[must_use]
    pub fn fated(&self) -> Option<Fated> {
        let bodies = self.selection.bodies();
        let to = bodies.first()?.structure.clone();
        Some(Fated {
            from: self.earlier_of(&to)?.clone(),
            bodies: bodies
                .iter()
                .filter(|body| body.structure == to)
                .map(|body| body.body.clone())
                .collect(),
            to,
        })
    }

    /// Asks what becomes of bodies that are to be deleted. Nothing is asked, and `false` given,
    /// when none of them comes from another structure: then they can simply go.
    pub fn ask_removal(&mut self, bodies: &[BodyRef]) -> bool {
        let Some(to) = bodies.first().map(|body| body.structure.clone()) else {
            return false;
        };
        let Some(from) = self.earlier_of(&to).cloned() else {
            return false;
        };
        let ids = bodies.iter().filter(|body| body.structure == to);
        let (old, new): (Vec<BodyId>, Vec<BodyId>) = ids
            .map(|body| body.body.clone())
            .partition(|id| has_predecessor(self.project(), &from, &to, id));
        if old.is_empty() {
            return false;
        }
        let fated = Fated {
            from,
            to,
            bodies: old,
        };
        let becomes = Becomes::default();
        let asked = Asked::Removal {
            fated,
            new,
            becomes,
        };
        self.prompt = Some(Prompt::new(asked, ""));
        true
    }

    /// Does what the open question asks for. A refusal stays in it, and so does what was typed.
    pub fn answer_prompt(&mut self) {
        let Some(mut prompt) = self.prompt.take() else {
            return;
        };
        let command = match prompt.command(self.project()) {
            Ok(command) => command,
            Err(sentence) => {
                prompt.refused = Some(sentence);
                self.prompt = Some(prompt);
                return;
            }
        };
        let Some(outcome) = self.apply(command) else {
            prompt.refused = self.refused.take().map(|refusal| refusal.to_string());
            self.prompt = Some(prompt);
            return;
        };
        if let Some(structure) = outcome.structures.first() {
            if let Asked::Derive(earlier) = &prompt.asked {
                self.compare(earlier, structure);
            }
            self.show_structure(structure);
            self.selection.clear();
        }
        if let Some((structure, body)) = outcome.bodies.first() {
            self.selection.choose(BodyRef::new(structure, body));
        }
    }
}

#[cfg(test)]
mod tests;
