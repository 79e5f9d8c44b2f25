//! States that wait to be looked at, cheapest first.

/// One list for each price, since prices are small whole numbers and never fall below the one
/// taken out last (R. B. Dial, "Algorithm 360: shortest-path forest", CACM 12, 1969). Far quicker
/// here than a heap.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    lists: Vec<Vec<(u32, u32)>>,
    /// No list before this one holds anything, and none from `end` on.
    lowest: usize,
    end: usize,
}

impl Waiting {
    /// Forgets everything that still waits.
    pub(super) fn clear(&mut self) {
        let used = self.lists.get_mut(self.lowest..self.end);
        for list in used.into_iter().flatten() {
            list.clear();
        }
        (self.lowest, self.end) = (usize::MAX, 0);
    }

    /// Puts a state in: `price` decides when its turn is, `paid` comes back with it.
    pub(super) fn push(&mut self, price: u32, paid: u32, state: u32) {
        let at = usize::try_from(price).unwrap_or(usize::MAX);
        if at >= self.lists.len() {
            self.lists.resize_with(at + 1, Vec::new);
        }
        if let Some(list) = self.lists.get_mut(at) {
            list.push((paid, state));
        }
        self.lowest = self.lowest.min(at);
        self.end = self.end.max(at + 1);
    }

    /// Takes out the cheapest: what was paid so far and the state. Among equals the latest.
    pub(super) fn pop(&mut self) -> Option<(u32, u32)> {
        while self.lowest < self.end {
            if let Some(found) = self.lists.get_mut(self.lowest).and_then(Vec::pop) {
                return Some(found);
            }
            self.lowest += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Waiting;

    #[test]
    fn cheapest_first_and_the_latest_among_equals() {
        let mut waiting = Waiting::default();
        for (price, state) in [(7, 1), (3, 2), (7, 3), (3, 4), (0, 5)] {
            waiting.push(price, price * 10, state);
        }
        let order: Vec<_> = std::iter::from_fn(|| waiting.pop()).collect();
        assert_eq!(order, [(0, 5), (30, 4), (30, 2), (70, 3), (70, 1)]);
        waiting.push(2, 0, 6);
        waiting.clear();
        assert_eq!(waiting.pop(), None);
        waiting.push(1, 1, 7);
        assert_eq!(waiting.pop(), Some((1, 7)));
    }
}
