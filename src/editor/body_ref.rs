//! Which body of which structure.

use crate::model::{Body, BodyId, Project, StructureId};

/// A body of one structure of the open project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyRef {
    /// The structure.
    pub structure: StructureId,
    /// The body in it.
    pub body: BodyId,
}

impl BodyRef {
    /// The body with this id of this structure.
    #[must_use]
    pub fn new(structure: &StructureId, body: &BodyId) -> Self {
        Self {
            structure: structure.clone(),
            body: body.clone(),
        }
    }

    /// Its record, if the project has it.
    #[must_use]
    pub fn find<'a>(&self, project: &'a Project) -> Option<&'a Body> {
        project.structure(&self.structure)?.body(&self.body)
    }

    /// Its name, or its id when the project does not have it.
    #[must_use]
    pub fn name<'a>(&'a self, project: &'a Project) -> &'a str {
        self.find(project)
            .map_or(self.body.as_str(), |body| body.name.as_str())
    }
}
