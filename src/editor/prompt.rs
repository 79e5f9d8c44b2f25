//! Questions asked in place, in a strip above the canvas: a title for a new structure, what
//! becomes of a body. Each knows its sentence, its field and the command that it leads to.

mod asking;
mod fated;

use super::BodyRef;
use crate::model::{
    BodyCommand, BodyId, Command, Project, Structure, StructureCommand, StructureHead, StructureId,
};
use fated::names;

pub use fated::Fated;

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
    /// Names of the bodies that one becomes.
    Split(Fated),
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
    /// The bodies that it is about.
    pub(super) fn bodies(&self) -> Vec<BodyRef> {
        let (structure, bodies) = match &self.asked {
            Asked::Merge(fated)
            | Asked::Split(fated)
            | Asked::Replace(fated)
            | Asked::End(fated) => (&fated.to, fated.bodies.clone()),
            Asked::Removal { fated, new, .. } => {
                (&fated.to, fated.bodies.iter().chain(new).cloned().collect())
            }
            Asked::AddStructure
            | Asked::Derive(_)
            | Asked::Duplicate(_)
            | Asked::RenameStructure(_) => return Vec::new(),
        };
        let bodies = bodies.iter();
        bodies.map(|body| BodyRef::new(structure, body)).collect()
    }

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
            Asked::Split(fated) => {
                format!("{} becomes several bodies.", fated.names(project))
            }
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
            Asked::Split(_) => field("Their names", "Adults’ Forum; Young People’s Forum"),
            Asked::Replace(_) => field("Name of the new body", "Name"),
            Asked::End(_) => field("Reason", "May be left blank"),
            Asked::Removal { becomes, .. } => match becomes {
                Becomes::Ended => field("Reason", "May be left blank"),
                Becomes::Replaced => field("Name of the new body", "Name"),
                Becomes::Merged(_) | Becomes::Mistake => None,
            },
        }
    }

    /// Words that often stand in its field, to be taken with one click.
    #[must_use]
    pub fn offered(&self) -> Option<&'static str> {
        match &self.asked {
            Asked::End(_)
            | Asked::Removal {
                becomes: Becomes::Ended,
                ..
            } => Some("Task and finish groups may follow"),
            _ => None,
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
            Asked::Split(_) => "Split",
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
            Asked::Merge(fated)
            | Asked::Split(fated)
            | Asked::Replace(fated)
            | Asked::End(fated) => fated.are_there(project),
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
            Asked::Split(fated) => fated.split(&title)?,
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

#[cfg(test)]
mod tests;
