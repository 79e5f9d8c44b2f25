//! The link filters above the canvas, which are also its key.

use crate::model::{LinkKindId, Project, StandardLink, Structure};
use crate::scene::Filter;

/// One entry of the filter row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineEntry {
    /// The kind; of permissions the kind that most of them have.
    pub kind: LinkKindId,
    /// Whether it stands for the permissions of all kinds.
    pub permission: bool,
    /// Its words ("Reports to", "May be tasked").
    pub words: String,
    /// How many links there are.
    pub count: usize,
}

impl LineEntry {
    /// Whether a filter draws its links.
    #[must_use]
    pub fn shown(&self, filter: &Filter) -> bool {
        if self.permission {
            filter.permissions
        } else {
            !filter.hidden.contains(&self.kind)
        }
    }

    /// Draws its links, or no longer.
    pub fn toggle(&self, filter: &mut Filter) {
        if self.permission {
            filter.permissions = !filter.permissions;
        } else if !filter.hidden.remove(&self.kind) {
            filter.hidden.insert(self.kind.clone());
        }
    }
}

/// The entries for the links of these structures: standard kinds first, then the project's own
/// in the order of its list, permissions last. A kind without a link has no entry. With two
/// structures the count is that of the one with more links.
#[must_use]
pub fn line_entries(project: &Project, structures: &[&Structure]) -> Vec<LineEntry> {
    let tallies: Vec<Tally<'_>> = structures.iter().map(|s| Tally::of(s)).collect();
    let most_of = |count: &dyn Fn(&Tally<'_>) -> usize| tallies.iter().map(count).max();
    let count = |kind: &LinkKindId, permission: bool| {
        most_of(&|tally| tally.count(Some(kind), permission)).unwrap_or(0)
    };
    let mut kinds: Vec<LinkKindId> = StandardLink::ALL.map(LinkKindId::of).to_vec();
    let own = project.link_kinds.iter().map(|k| &k.id);
    let used = tallies
        .iter()
        .flat_map(|tally| tally.0.iter().map(|(kind, _)| *kind));
    for kind in own.chain(used) {
        if !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    let mut out: Vec<LineEntry> = Vec::new();
    for kind in &kinds {
        let count = count(kind, false);
        if count > 0 {
            out.push(LineEntry {
                kind: kind.clone(),
                permission: false,
                words: project.link_kind_name(kind),
                count,
            });
        }
    }
    let permissions = most_of(&|tally| tally.count(None, true)).unwrap_or(0);
    let most = kinds.iter().rev().max_by_key(|kind| count(kind, true));
    if let Some(kind) = most.filter(|_| permissions > 0) {
        out.push(LineEntry {
            kind: kind.clone(),
            permission: true,
            words: permission_words(project, kind),
            count: permissions,
        });
    }
    out
}

/// What the window counts of the structures that it shows.
#[derive(Clone, Debug, Default)]
pub struct Tallied {
    /// The entries of the filter row.
    pub entries: Vec<LineEntry>,
    /// The structures in the order in which they are shown.
    pub structures: Vec<Counted>,
}

/// The size of a structure.
#[derive(Clone, Debug)]
pub struct Counted {
    /// A few words for its name.
    pub label: String,
    /// Number of body records.
    pub bodies: usize,
    /// Number of reporting lines, permissions left out.
    pub reporting_lines: usize,
}

impl Tallied {
    /// Counts some structures of a project.
    #[must_use]
    pub fn of(project: &Project, structures: &[&Structure]) -> Self {
        let counted = structures.iter().map(|structure| Counted {
            label: structure.label(),
            bodies: structure.bodies.len(),
            reporting_lines: structure.links.iter().filter(|l| l.hierarchy()).count(),
        });
        Self {
            entries: line_entries(project, structures),
            structures: counted.collect(),
        }
    }
}

/// The kinds of a structure's links in the order in which they come, with the number of links and
/// of permissions.
struct Tally<'a>(Vec<(&'a LinkKindId, [usize; 2])>);

impl<'a> Tally<'a> {
    fn of(structure: &'a Structure) -> Self {
        let mut kinds: Vec<(&LinkKindId, [usize; 2])> = Vec::new();
        for link in &structure.links {
            let known = kinds.iter().position(|(kind, _)| *kind == &link.kind);
            let at = known.unwrap_or_else(|| {
                kinds.push((&link.kind, [0, 0]));
                kinds.len() - 1
            });
            if let Some((_, [plain, permission])) = kinds.get_mut(at) {
                *(if link.permission { permission } else { plain }) += 1;
            }
        }
        Self(kinds)
    }

    /// Number of links of a kind, or of all kinds.
    fn count(&self, kind: Option<&LinkKindId>, permission: bool) -> usize {
        let wanted = self
            .0
            .iter()
            .filter(|(k, _)| kind.is_none_or(|kind| kind == *k));
        wanted
            .map(|(_, [plain, may])| if permission { *may } else { *plain })
            .sum()
    }
}

fn permission_words(project: &Project, kind: &LinkKindId) -> String {
    match kind.standard() {
        Some(StandardLink::ReportsTo) => "May report".to_owned(),
        Some(StandardLink::TaskedBy) => "May be tasked".to_owned(),
        Some(StandardLink::RepresentedOn) => "May be represented".to_owned(),
        Some(StandardLink::Supports) => "May support".to_owned(),
        Some(StandardLink::Informs) => "May inform".to_owned(),
        None => format!("May: {}", project.link_kind_name(kind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BodyId, Link, LinkId, StructureId};

    fn structure(links: &[(&str, bool)]) -> Structure {
        let mut s = Structure::new(StructureId::new("now"), "Now");
        for (i, (kind, permission)) in links.iter().enumerate() {
            let mut link = Link::new(
                LinkId::new(&i.to_string()),
                BodyId::new("a"),
                LinkKindId::new(kind),
                BodyId::new("b"),
            );
            link.permission = *permission;
            s.links.push(link);
        }
        s
    }

    #[test]
    fn entries_count_permissions_apart_and_leave_out_what_is_not_there() {
        let now = structure(&[
            ("funds", false),
            ("reports-to", false),
            ("reports-to", false),
            ("tasked-by", true),
            ("tasked-by", true),
            ("reports-to", true),
        ]);
        let entries = line_entries(&Project::default(), &[&now]);
        let words: Vec<_> = entries
            .iter()
            .map(|e| (e.words.as_str(), e.count))
            .collect();
        assert_eq!(
            words,
            [("Reports to", 2), ("Funds", 1), ("May be tasked", 3)]
        );
        let mut filter = Filter::default();
        let shown: Vec<bool> = entries.iter().map(|e| e.shown(&filter)).collect();
        assert_eq!(shown, [true, true, false]);
        for entry in &entries {
            entry.toggle(&mut filter);
        }
        let shown: Vec<bool> = entries.iter().map(|e| e.shown(&filter)).collect();
        assert_eq!(shown, [false, false, true]);
    }

    #[test]
    fn no_links_no_entries() {
        assert!(line_entries(&Project::default(), &[&structure(&[])]).is_empty());
    }
}
