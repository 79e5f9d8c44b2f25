//! Finding by a part of a name: bodies in all structures, structures.

use super::BodyRef;
use crate::model::{Body, Project, StructureId, fold};

/// Something that was found by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A body.
    Body {
        /// Which.
        body: BodyRef,
        /// Its name.
        name: String,
        /// The name of its structure.
        structure: String,
    },
    /// A structure.
    Structure {
        /// Which.
        id: StructureId,
        /// Its name.
        name: String,
    },
}

/// How well a text answers what is sought: 0 when it begins so, 1 when a word of it does, 2 when it
/// stands elsewhere; `None` when it is not there. `sought` is folded.
#[must_use]
pub fn rank(text: &str, sought: &str) -> Option<usize> {
    let text = fold(text);
    let at = text.find(sought)?;
    let word = text.get(..at).is_some_and(|before| before.ends_with(' '));
    Some(match (at, word) {
        (0, _) => 0,
        (_, true) => 1,
        _ => 2,
    })
}

/// How well a body answers, by its name, short form or another spelling.
#[must_use]
pub fn rank_body(body: &Body, sought: &str) -> Option<usize> {
    let names = std::iter::once(&body.name)
        .chain(&body.short)
        .chain(&body.aliases);
    names.filter_map(|name| rank(name, sought)).min()
}

/// Up to `most` structures and bodies whose names hold `sought`, best first; among equals those of
/// the structure that is shown.
#[must_use]
pub fn find(project: &Project, shown: &StructureId, sought: &str, most: usize) -> Vec<Hit> {
    let sought = fold(sought);
    if sought.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<(usize, bool, Hit)> = Vec::new();
    for structure in &project.structures {
        let (id, elsewhere) = (structure.id(), structure.id() != shown);
        let label = structure.label();
        if let Some(rank) = rank(&label, &sought) {
            let hit = Hit::Structure {
                id: id.clone(),
                name: label.clone(),
            };
            hits.push((rank, elsewhere, hit));
        }
        for body in &structure.bodies {
            if let Some(rank) = rank_body(body, &sought) {
                let hit = Hit::Body {
                    body: BodyRef::new(id, &body.id),
                    name: body.name.clone(),
                    structure: label.clone(),
                };
                hits.push((rank, elsewhere, hit));
            }
        }
    }
    hits.sort_by_key(|(rank, elsewhere, _)| (*rank, *elsewhere));
    hits.truncate(most);
    hits.into_iter().map(|(.., hit)| hit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BodyCommand, NewBody, Structure, StructureCommand, Workspace};

    fn project() -> Project {
        let mut project = Project::default();
        project
            .structures
            .push(Structure::new("now".into(), "Current"));
        let mut w = Workspace::new(project);
        for name in ["Culture Forum", "Youth Culture Board", "Agriculture"] {
            w.apply(BodyCommand::Add(NewBody::named("now".into(), name)))
                .unwrap();
        }
        let mut body = w.project().structures[0].bodies[2].clone();
        body.short = Some("NFU".to_owned());
        w.apply(BodyCommand::Set {
            structure: "now".into(),
            body: Box::new(body),
        })
        .unwrap();
        w.apply(StructureCommand::Derive {
            structure: "now".into(),
            title: "Proposed".to_owned(),
        })
        .unwrap();
        w.project().clone()
    }

    #[test]
    fn beginnings_come_first_then_words_then_the_rest_and_the_shown_structure_before_others() {
        let names = |sought: &str, most| -> Vec<String> {
            let hits = find(&project(), &"proposed".into(), sought, most);
            let name = |hit| match hit {
                Hit::Body {
                    name, structure, ..
                } => format!("{name} ({structure})"),
                Hit::Structure { name, .. } => name,
            };
            hits.into_iter().map(name).collect()
        };
        assert_eq!(
            names("culture", 4),
            [
                "Culture Forum (Proposed)",
                "Culture Forum (Current)",
                "Youth Culture Board (Proposed)",
                "Youth Culture Board (Current)",
            ]
        );
        assert_eq!(names("nfu", 1), ["Agriculture (Proposed)"]);
        assert_eq!(names("PROP", 9), ["Proposed"]);
        assert!(names(" ", 9).is_empty() && names("zebra", 9).is_empty());
    }
}
