//! The short texts of a structure's pictures, as their fields show them.

use crate::compare::compare;
use crate::describe::{generated_alt, generated_alt_compare};
use crate::model::{Project, ShortText, Structure, StructureCommand, StructureId};

/// The short text of one picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortTextOf {
    /// The structure whose picture it is.
    pub structure: StructureId,
    /// The earlier structure, where the picture sets two against each other.
    pub with: Option<StructureId>,
    /// What its field is called.
    pub label: String,
    /// A person's words.
    pub own: Option<String>,
    /// What the program itself says of the picture.
    pub generated: String,
    /// Whether the structure has changed since the person's words were written.
    pub outgrown: bool,
}

/// What the program itself says of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    with: Option<StructureId>,
    text: String,
}

/// What the program says of a structure's own picture, then of those with structures from which
/// lineage leads to it. Structures are compared for it, which is not for the time between two
/// letters.
#[must_use]
pub fn generated_texts(project: &Project, structure: &StructureId) -> Vec<Generated> {
    let Some(later) = project.structure(structure) else {
        return Vec::new();
    };
    let mut out = vec![Generated {
        with: None,
        text: generated_alt(project, later),
    }];
    let earlier = project.structures.iter().filter(|earlier| {
        let own = later.head.short_text(Some(earlier.id())).is_some();
        own || project.rows_between(earlier.id(), structure).count() > 0
    });
    for earlier in earlier {
        if let Ok(comparison) = compare(project, earlier.id(), structure) {
            out.push(Generated {
                with: Some(earlier.id().clone()),
                text: generated_alt_compare(project, &comparison),
            });
        }
    }
    out
}

/// The short texts of a structure beside what the program says of the same pictures.
#[must_use]
pub fn short_texts(
    project: &Project,
    structure: &StructureId,
    generated: &[Generated],
) -> Vec<ShortTextOf> {
    let Some(later) = project.structure(structure) else {
        return Vec::new();
    };
    let texts = generated.iter().filter_map(|generated| {
        let with = match &generated.with {
            None => None,
            Some(with) => Some(project.structure(with)?),
        };
        Some(short_text(later, with, generated.text.clone()))
    });
    texts.collect()
}

fn short_text(structure: &Structure, with: Option<&Structure>, generated: String) -> ShortTextOf {
    let own = structure.head.short_text(with.map(Structure::id));
    let then = own.and_then(|own| own.generated.as_ref());
    ShortTextOf {
        structure: structure.id().clone(),
        with: with.map(|with| with.id().clone()),
        label: match with {
            None => "Short text for who cannot see the picture".to_owned(),
            Some(with) => format!("Short text for the picture beside {}", with.label()),
        },
        own: own.map(|own| own.text.clone()),
        outgrown: then.is_some_and(|then| *then != generated),
        generated,
    }
}

impl ShortTextOf {
    /// Says it in these words; without any, the generated ones hold again.
    #[must_use]
    pub fn say(&self, text: &str) -> StructureCommand {
        StructureCommand::SetShortText {
            structure: self.structure.clone(),
            text: ShortText {
                generated: Some(self.generated.clone()),
                ..ShortText::new(self.with.clone(), text)
            },
        }
    }
}
