//! What one page takes from a structure: its bodies, copies of bodies of other pages, its links.

use std::collections::{BTreeMap, BTreeSet};

use super::Excerpt;
use super::cut::Leaf;
use crate::model::{Body, Language, Link, Standing, Structure, Word};
use crate::say::{self, Phrase};
use crate::scene::options::Options;

/// The parts of a structure by pages.
pub(super) struct Excerpts<'a> {
    structure: &'a Structure,
    leaves: &'a [Leaf],
    parents: &'a [Option<usize>],
    /// The page to which each body belongs.
    page_of: Vec<usize>,
    /// The links of each page.
    links: Vec<Vec<&'a Link>>,
    /// Bodies that each page repeats because a line ends at them.
    repeated: Vec<BTreeSet<usize>>,
}

impl<'a> Excerpts<'a> {
    /// `links` are the drawn ones; the others go with the body from which they lead.
    pub(super) fn new(
        structure: &'a Structure,
        parents: &'a [Option<usize>],
        links: &[&Link],
        leaves: &'a [Leaf],
    ) -> Self {
        let mut page_of = vec![0; structure.bodies.len()];
        for (n, leaf) in leaves.iter().enumerate() {
            for &body in &leaf.own {
                if let Some(slot) = page_of.get_mut(body) {
                    *slot = n;
                }
            }
        }
        let mut this = Self {
            structure,
            leaves,
            parents,
            page_of,
            links: vec![Vec::new(); leaves.len()],
            repeated: vec![BTreeSet::new(); leaves.len()],
        };
        let index: BTreeMap<_, usize> = structure.bodies.iter().map(|b| &b.id).zip(0..).collect();
        let drawn: BTreeSet<_> = links.iter().map(|link| &link.id).collect();
        for link in &structure.links {
            let ends = (index.get(&link.from), index.get(&link.to));
            if let (Some(&from), Some(&to)) = ends {
                this.enter(link, from, to, drawn.contains(&link.id));
            }
        }
        this
    }

    /// Gives a link to a page on which both its ends stand, or repeats the far end.
    fn enter(&mut self, link: &'a Link, from: usize, to: usize, drawn: bool) {
        let both = |n: &usize| {
            let leaf = self.leaves.get(*n);
            leaf.is_some_and(|l| {
                let there = |b: usize| l.own.contains(&b) || l.copies.contains(&b);
                there(from) && there(to)
            })
        };
        let page = |body: usize| self.page_of.get(body).copied().unwrap_or(0);
        let first = [page(from), page(to)]
            .into_iter()
            .chain(0..self.leaves.len());
        let known = first.clone().find(both);
        let at = known.unwrap_or_else(|| page(from));
        if let Some(list) = self.links.get_mut(at) {
            list.push(link);
        }
        if known.is_none()
            && drawn
            && let Some(repeated) = self.repeated.get_mut(at)
        {
            repeated.insert(to);
        }
    }

    fn body(&self, body: usize) -> Option<&'a Body> {
        self.structure.bodies.get(body)
    }

    fn name(&self, body: usize) -> &'a str {
        self.body(body).map_or("", |b| b.name.as_str())
    }

    /// The structure of one page, and what its cards say besides.
    pub(super) fn page(&self, n: usize, options: &Options) -> (Structure, Excerpt) {
        let (leaf, repeated) = (self.leaves.get(n), self.repeated.get(n));
        let (Some(leaf), Some(repeated)) = (leaf, repeated) else {
            return (self.structure.clone(), Excerpt::default());
        };
        let mut excerpt = Excerpt::default();
        let mut bodies = Vec::new();
        for (at, body) in self.structure.bodies.iter().enumerate() {
            let (own, copy) = (leaf.own.contains(&at), leaf.copies.contains(&at));
            let apart = !own && !copy && repeated.contains(&at);
            if !own && !copy && !apart {
                continue;
            }
            let mut body = Body {
                pin: None,
                ..body.clone()
            };
            if let Some(words) = self.said(n, at, own, apart) {
                excerpt.said.insert(body.id.clone(), words);
            }
            if apart {
                body.standing = Word::Known(Standing::Family);
            }
            bodies.push(body);
        }
        if bodies.iter().any(|b| excerpt.said.contains_key(&b.id)) && !repeated.is_empty() {
            let family = leaf.own.iter().filter_map(|&b| self.body(b));
            let family = family
                .into_iter()
                .any(|b| b.standing.known() == Some(Standing::Family));
            let words = if family {
                Phrase::FamilyElsewhere
            } else {
                Phrase::ElsewhereToo
            };
            excerpt.apart = Some(words.in_language(self.structure.language()));
        }
        let ids: BTreeSet<_> = bodies.iter().map(|b| b.id.clone()).collect();
        let links = self.links.get(n).into_iter().flatten();
        let links = links.filter(|link| {
            let shown = ids.contains(&link.from) && ids.contains(&link.to);
            shown || !options.filter.draws(link)
        });
        let structure = Structure {
            head: self.structure.head.clone(),
            links: links.map(|link| (*link).clone()).collect(),
            grids: Vec::new(),
            bodies,
        };
        (structure, excerpt)
    }

    /// Where a body that stands on two pages goes on, or comes from.
    fn said(&self, n: usize, body: usize, own: bool, apart: bool) -> Option<String> {
        let language = self.structure.language();
        let page = self.page_of.get(body)? + 1;
        if apart {
            return Some(say::with(language, Phrase::SeePage, &[&page.to_string()]));
        }
        if !own {
            // A top that is repeated over the rest of a long row comes from an earlier page.
            let comes = page <= n;
            let words = if comes {
                Phrase::ContinuedFrom
            } else {
                Phrase::ContinuesOn
            };
            return Some(say::with(language, words, &[&page.to_string()]));
        }
        let parent = self.parents.get(body).copied().flatten()?;
        let leaf = self.leaves.get(n)?;
        if leaf.own.contains(&parent) || leaf.copies.contains(&parent) {
            return None;
        }
        let above = self.leaves.iter().position(|l| l.copies.contains(&body))?;
        let above = (above + 1).to_string();
        let parts = [self.name(parent), &above];
        Some(say::with(language, Phrase::UnderOnPage, &parts))
    }

    /// The bodies at the top of a page.
    fn heads(&self, n: usize) -> Vec<usize> {
        let Some(leaf) = self.leaves.get(n) else {
            return Vec::new();
        };
        let under = |body: usize| {
            let parent = self.parents.get(body).copied().flatten();
            parent.is_some_and(|p| leaf.own.contains(&p) || leaf.copies.contains(&p))
        };
        let tops = leaf.copies.iter().filter(|&&copy| {
            let children = leaf.own.iter();
            children
                .filter_map(|&b| self.parents.get(b).copied().flatten())
                .any(|p| p == copy)
        });
        let own = leaf.own.iter().filter(|&&body| !under(body));
        let mut heads: Vec<usize> = tops.chain(own).copied().collect();
        let with = |body: &usize| self.parents.contains(&Some(*body));
        if heads.iter().any(with) {
            heads.retain(with);
        }
        heads
    }

    /// What each page is called in the key plan.
    pub(super) fn titles(&self) -> Vec<String> {
        let language = self.structure.language();
        let title = |n| match self.heads(n).as_slice() {
            [] => String::new(),
            [only] => self.name(*only).to_owned(),
            [one, two] => match language {
                Language::English => format!("{} and {}", self.name(*one), self.name(*two)),
                welsh => say::list(welsh, [self.name(*one), self.name(*two)]),
            },
            [first, rest @ ..] => {
                let more = rest.len().to_string();
                say::with(language, Phrase::AndMore, &[self.name(*first), &more])
            }
        };
        (0..self.leaves.len()).map(title).collect()
    }

    /// "Page 2 of 5: Children’s Trust".
    pub(super) fn subtitle(&self, n: usize) -> String {
        let titles = self.titles();
        let title = titles.get(n).map_or("", String::as_str);
        let (page, of) = ((n + 1).to_string(), titles.len().to_string());
        let page = say::with(self.structure.language(), Phrase::PageOf, &[&page, &of]);
        format!("{page}{title}")
    }
}
