//! Things that belong together: what is joined with what, directly or through others.

/// Classes of places from 0.
#[derive(Debug)]
pub struct Classes(Vec<usize>);

impl Classes {
    /// So many places, each a class of its own.
    #[must_use]
    pub fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// Puts two places into one class, named after the first one's.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(slot) = self.0.get_mut(b) {
            *slot = a;
        }
    }

    /// The name of a place's class, halving the way to it.
    pub fn of(&mut self, mut place: usize) -> usize {
        while let Some(&up) = self.0.get(place) {
            if up == place {
                break;
            }
            let next = self.0.get(up).copied().unwrap_or(up);
            if let Some(slot) = self.0.get_mut(place) {
                *slot = next;
            }
            place = next;
        }
        place
    }
}
