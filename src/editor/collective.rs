//! Lines that stand for several links: what they say, opening them into single lines, gathering
//! these again. What is opened belongs to the window, not to the file, so there is nothing to undo.

use super::{LinkRef, Picture, Session};
use crate::model::{BodyId, LinkId, Project, StructureId};
use crate::scene::Arrange;
use crate::scene::CollectiveRole;

/// A line of one structure that stands for several links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectiveRef {
    /// The structure.
    pub structure: StructureId,
    /// The line in it.
    pub id: String,
}

impl CollectiveRef {
    /// The line of a role.
    #[must_use]
    pub fn of(role: &CollectiveRole) -> Self {
        Self {
            structure: role.structure.clone(),
            id: role.id.clone(),
        }
    }
}

/// A collective line that is drawn as single lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedLine {
    /// The structure.
    pub structure: StructureId,
    /// The line in it.
    pub id: String,
    /// The words that stood on it.
    pub words: String,
    /// The links it stood for.
    pub links: Vec<LinkId>,
}

/// Most names of one side that a sentence lists.
const NAMES: usize = 3;

/// What a collective line stands for: "Tasked by any thematic partnership: 12 links, from Crime
/// Group, Arts Group and 1 more to each of 4 bodies."
#[must_use]
pub fn stands_for(project: &Project, role: &CollectiveRole) -> String {
    let Some(structure) = project.structure(&role.structure) else {
        return role.words.clone();
    };
    let (mut from, mut to): (Vec<&BodyId>, Vec<&BodyId>) = (Vec::new(), Vec::new());
    for link in role.links.iter().filter_map(|id| structure.link(id)) {
        if !from.contains(&&link.from) {
            from.push(&link.from);
        }
        if !to.contains(&&link.to) {
            to.push(&link.to);
        }
    }
    let names = |bodies: &[&BodyId]| {
        let names: Vec<&str> = bodies.iter().map(|id| structure.body_name(id)).collect();
        listed(&names)
    };
    format!(
        "{}: {} links, from {} to {}.",
        role.words,
        role.links.len(),
        names(&from),
        names(&to)
    )
}

/// "A", "A and B", "A, B and 4 more".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [head @ .., last] if names.len() <= NAMES => format!("{} and {last}", head.join(", ")),
        _ => {
            let head = names.iter().take(NAMES - 1).copied().collect::<Vec<_>>();
            format!("{} and {} more", head.join(", "), names.len() - head.len())
        }
    }
}

impl Session {
    /// Draws a collective line as single lines.
    pub fn open_line(&mut self, picture: &Picture, which: &CollectiveRef) {
        let lines = picture.collective.iter();
        let mut roles = lines.map(|line| &line.role);
        let Some(role) = roles.find(|role| CollectiveRef::of(role) == *which) else {
            return;
        };
        self.opened.retain(|line| !line.is(which));
        self.opened.push(OpenedLine {
            structure: role.structure.clone(),
            id: role.id.clone(),
            words: role.words.clone(),
            links: role.links.clone(),
        });
        // More single lines must not turn the whole picture plain under the pointer.
        if self.page.arrange == Arrange::Auto {
            self.page.arrange = Arrange::Zoned;
        }
        self.hand.told = Some(format!(
            "“{}” is drawn as {} lines now.",
            role.words,
            role.links.len()
        ));
        self.hand.just_opened = Some(which.clone());
    }

    /// The opened line that a link belongs to, where it is drawn.
    #[must_use]
    pub fn opened_with(&self, link: &LinkRef) -> Option<&OpenedLine> {
        if !self.zoned {
            return None;
        }
        let mut opened = self.opened.iter();
        opened.find(|line| line.structure == link.structure && line.links.contains(&link.link))
    }

    /// Draws the single lines of an opened collective line as one again.
    pub fn gather_line(&mut self, which: &CollectiveRef) {
        self.opened.retain(|line| !line.is(which));
        self.hand.told = None;
        self.hand.just_opened = None;
    }

    /// Gathers what was opened: the lines that the selected link belongs to, else all of the
    /// structure.
    pub fn gather_lines(&mut self) {
        let link = self.selection.link().cloned();
        let one = link.and_then(|link| self.opened_with(&link).map(OpenedLine::line));
        if let Some(one) = one {
            self.gather_line(&one);
        } else {
            let structure = self.structure.clone();
            self.opened.retain(|line| line.structure != structure);
            self.hand.told = None;
            self.hand.just_opened = None;
        }
    }

    /// How many collective lines of the structure are drawn as single ones.
    #[must_use]
    pub fn opened_here(&self) -> usize {
        let opened = self.opened.iter();
        opened
            .filter(|line| line.structure == self.structure)
            .count()
    }
}

impl OpenedLine {
    /// The line that was opened.
    #[must_use]
    pub fn line(&self) -> CollectiveRef {
        CollectiveRef {
            structure: self.structure.clone(),
            id: self.id.clone(),
        }
    }

    fn is(&self, which: &CollectiveRef) -> bool {
        self.structure == which.structure && self.id == which.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_counted() {
        assert_eq!(listed(&["A"]), "A");
        assert_eq!(listed(&["A", "B"]), "A and B");
        assert_eq!(listed(&["A", "B", "C"]), "A, B and C");
        assert_eq!(listed(&["A", "B", "C", "D", "E"]), "A, B and 3 more");
    }
}
