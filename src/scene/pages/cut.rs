//! Which bodies stand on which page: a hierarchy cut at branches, so that every piece fits.

use std::collections::BTreeSet;

/// What stands on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Bodies that belong here.
    pub(super) own: Vec<usize>,
    /// Bodies that belong to another page and are repeated here, because the hierarchy runs on
    /// there or comes from there.
    pub(super) copies: Vec<usize>,
}

impl Leaf {
    fn of(body: usize) -> Self {
        Self {
            own: vec![body],
            copies: Vec::new(),
        }
    }

    fn copy(body: usize) -> Self {
        Self {
            own: Vec::new(),
            copies: vec![body],
        }
    }

    fn len(&self) -> usize {
        self.own.len() + self.copies.len()
    }

    fn take(&mut self, other: &Self) {
        self.own.extend(&other.own);
        self.copies.extend(&other.copies);
        // Both lists are short against all bodies; sets keep long rows of copies quick.
        let own: BTreeSet<usize> = self.own.iter().copied().collect();
        let mut seen = BTreeSet::new();
        let new = |copy: &usize| !own.contains(copy) && seen.insert(*copy);
        self.copies.retain(new);
    }

    fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.take(other);
        both
    }
}

/// A hierarchy to be cut.
pub(super) struct Cutter<'a> {
    /// The body above each body.
    parents: &'a [Option<usize>],
    /// Every body once, each after the one above it.
    order: &'a [usize],
    /// Whether a page can hold this much and still be read.
    fits: &'a dyn Fn(&Leaf) -> bool,
    /// Pages below a cut.
    branches: Vec<Leaf>,
}

/// Cuts a hierarchy: the largest branch of a body that does not fit goes to a page of its own and
/// leaves a copy of its top; a body with more below it than a page holds is repeated over the
/// rest. Small pieces that follow one another share a page.
pub(super) fn cut(
    parents: &[Option<usize>],
    order: &[usize],
    fits: &dyn Fn(&Leaf) -> bool,
) -> Vec<Leaf> {
    let mut cutter = Cutter {
        parents,
        order,
        fits,
        branches: Vec::new(),
    };
    let trees = cutter.trees();
    let mut rank = vec![usize::MAX; parents.len()];
    for (n, &body) in order.iter().enumerate() {
        if let Some(slot) = rank.get_mut(body) {
            *slot = n;
        }
    }
    let first = |leaf: &Leaf| {
        let ranks = leaf.own.iter().filter_map(|&b| rank.get(b));
        ranks.min().copied().unwrap_or(usize::MAX)
    };
    let tops = merged(trees, fits);
    let mut branches = cutter.branches;
    branches.sort_by_key(first);
    let mut out = Vec::new();
    let mut branches = branches.into_iter().peekable();
    for (n, top) in tops.iter().enumerate() {
        let next = tops.get(n + 1).map_or(usize::MAX, first);
        out.push(top.clone());
        let mut under = Vec::new();
        while let Some(branch) = branches.next_if(|b| first(b) < next) {
            under.push(branch);
        }
        out.extend(merged(under, fits));
    }
    out
}

/// Joins neighbours that fit on one page together.
fn merged(leaves: Vec<Leaf>, fits: &dyn Fn(&Leaf) -> bool) -> Vec<Leaf> {
    let mut out: Vec<Leaf> = Vec::new();
    for leaf in leaves {
        if let Some(last) = out.last_mut() {
            let both = last.with(&leaf);
            if fits(&both) {
                *last = both;
                continue;
            }
        }
        out.push(leaf);
    }
    out
}

impl Cutter<'_> {
    /// What is left of each tree at its top, in order.
    fn trees(&mut self) -> Vec<Leaf> {
        let mut below: Vec<Vec<(usize, Leaf)>> = vec![Vec::new(); self.parents.len()];
        let mut out = Vec::new();
        for &body in self.order.iter().rev() {
            let mut children = below.get_mut(body).map(std::mem::take).unwrap_or_default();
            children.reverse();
            let leaf = self.held(body, children);
            match self.parents.get(body).copied().flatten() {
                Some(parent) => {
                    if let Some(list) = below.get_mut(parent) {
                        list.push((body, leaf));
                    }
                }
                None => out.push(leaf),
            }
        }
        out.reverse();
        out
    }

    /// A body with as much of what is below it as a page holds; the rest goes to other pages.
    fn held(&mut self, body: usize, mut children: Vec<(usize, Leaf)>) -> Leaf {
        loop {
            let all = together(Leaf::of(body), &children);
            if (self.fits)(&all) {
                return all;
            }
            let largest = children
                .iter_mut()
                .filter(|(_, leaf)| leaf.len() > 1)
                .max_by_key(|(_, leaf)| leaf.len());
            let Some((child, leaf)) = largest else { break };
            let branch = std::mem::replace(leaf, Leaf::copy(*child));
            self.branches.push(branch);
        }
        let count = self.most(&Leaf::of(body), &children);
        let mut rest = children.split_off(count);
        let held = together(Leaf::of(body), &children);
        while !rest.is_empty() {
            let count = self.most(&Leaf::copy(body), &rest);
            let further = rest.split_off(count);
            let page = together(Leaf::copy(body), &rest);
            self.branches.push(page);
            rest = further;
        }
        held
    }

    /// How many of a row of bodies fit under their top; at least one.
    fn most(&self, top: &Leaf, children: &[(usize, Leaf)]) -> usize {
        let (mut low, mut high) = (1.min(children.len()), children.len());
        while low < high {
            let middle = (low + high).div_ceil(2);
            let some = children.get(..middle).unwrap_or_default();
            if (self.fits)(&together(top.clone(), some)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        low
    }
}

fn together(mut top: Leaf, children: &[(usize, Leaf)]) -> Leaf {
    for (_, leaf) in children {
        top.take(leaf);
    }
    top
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts so that a page holds at most so many cards; pages as "own / copies".
    fn pages(parents: &[Option<usize>], most: usize) -> Vec<String> {
        let order: Vec<usize> = (0..parents.len()).collect();
        let words = |list: &[usize]| {
            let words: Vec<String> = list.iter().map(usize::to_string).collect();
            words.join(" ")
        };
        cut(parents, &order, &|leaf| leaf.len() <= most)
            .iter()
            .map(|leaf| format!("{} / {}", words(&leaf.own), words(&leaf.copies)))
            .collect()
    }

    #[test]
    fn what_fits_stays_on_one_page() {
        assert_eq!(pages(&[None, Some(0), Some(0), None], 4), ["0 1 2 3 / "]);
        assert_eq!(pages(&[], 4), Vec::<String>::new());
    }

    #[test]
    fn the_largest_branch_goes_first_and_leaves_a_copy() {
        let parents = [None, Some(0), Some(1), Some(1), Some(0), Some(4)];
        assert_eq!(pages(&parents, 5), ["0 4 5 / 1", "1 2 3 / "]);
    }

    #[test]
    fn small_branches_share_a_page() {
        let parents = [None, Some(0), Some(1), Some(0), Some(3), Some(0), Some(5)];
        assert_eq!(pages(&parents, 4), ["0 / 1 3 5", "1 2 3 4 / ", "5 6 / "]);
    }

    #[test]
    fn a_row_longer_than_a_page_is_continued_under_a_copy_of_its_top() {
        let parents = [None, Some(0), Some(0), Some(0), Some(0), Some(0)];
        assert_eq!(pages(&parents, 3), ["0 1 2 / ", "3 4 / 0", "5 / 0"]);
    }

    #[test]
    fn a_page_too_small_for_anything_still_ends() {
        let parents = [None, Some(0), Some(1), Some(2)];
        let pages = pages(&parents, 0);
        for body in 0..4 {
            let owned = |page: &&String| {
                let (own, _) = page.split_once(" / ").unwrap();
                own.split(' ').any(|b| b == body.to_string())
            };
            assert_eq!(pages.iter().filter(owned).count(), 1, "{body}: {pages:?}");
        }
    }
}
