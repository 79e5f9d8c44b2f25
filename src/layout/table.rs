//! A list that is never left.

use std::ops::{Index, IndexMut};

/// A list by number. Reading past its end gives the default, writing there changes nothing: the
/// router's numbers come from its own lists, and a slip must not end the program.
#[derive(Debug, Default)]
pub(super) struct Table<T> {
    list: Vec<T>,
    none: T,
    spill: T,
}

impl<T: Clone + Default> Table<T> {
    pub(super) fn filled(n: usize) -> Self {
        Self::from(vec![T::default(); n])
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn push(&mut self, value: T) -> usize {
        self.list.push(value);
        self.list.len() - 1
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.list.iter()
    }
}

impl<T: Default> From<Vec<T>> for Table<T> {
    fn from(list: Vec<T>) -> Self {
        Self {
            list,
            none: T::default(),
            spill: T::default(),
        }
    }
}

impl<T: Default> Index<usize> for Table<T> {
    type Output = T;
    fn index(&self, at: usize) -> &T {
        self.list.get(at).unwrap_or(&self.none)
    }
}

impl<T: Default> IndexMut<usize> for Table<T> {
    fn index_mut(&mut self, at: usize) -> &mut T {
        if let Some(found) = self.list.get_mut(at) {
            return found;
        }
        self.spill = T::default();
        &mut self.spill
    }
}
