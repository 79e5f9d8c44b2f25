//! How high each row is. Rows are measured when their words or widths change, each by itself:
//! a letter typed in one row costs the measuring of that row.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::Ui;

use super::Rows;

#[derive(Debug, Default)]
pub(super) struct Measured {
    of: Option<u64>,
    /// By key of the row: what it was measured with, and its height.
    known: BTreeMap<u64, (u64, f32)>,
    /// The lower edge of each row.
    ends: Vec<f32>,
}

/// The lowest row.
const LEAST: f32 = 28.0;

impl Measured {
    pub(super) fn measure(&mut self, ui: &Ui, version: u64, widths: &[f32], rows: &dyn Rows) {
        let mut of = DefaultHasher::new();
        version.hash(&mut of);
        rows.len().hash(&mut of);
        let mut look = DefaultHasher::new();
        ui.ctx().pixels_per_point().to_bits().hash(&mut look);
        for width in widths {
            width.to_bits().hash(&mut look);
        }
        look.finish().hash(&mut of);
        let of = Some(of.finish());
        if self.of == of {
            return;
        }
        self.of = of;
        let mut known = BTreeMap::new();
        self.ends.clear();
        let mut end = 0.0;
        for row in 0..rows.len() {
            let cells: Vec<_> = (0..widths.len()).map(|c| rows.cell(row, c)).collect();
            let mut print = look.clone();
            cells.hash(&mut print);
            let print = print.finish();
            let key = rows.key(row).value();
            let before = self.known.get(&key).filter(|(of, _)| *of == print);
            let height = before.map_or_else(
                || {
                    let heights = cells
                        .iter()
                        .zip(widths)
                        .map(|(cell, w)| cell.height(ui, *w));
                    heights.fold(LEAST, f32::max).ceil()
                },
                |(_, height)| *height,
            );
            known.insert(key, (print, height));
            end += height;
            self.ends.push(end);
        }
        self.known = known;
    }

    pub(super) fn total(&self) -> f32 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    /// The row at a height, or after the last one.
    pub(super) fn row_at(&self, y: f32) -> usize {
        self.ends.partition_point(|end| *end <= y)
    }

    /// Upper and lower edge of a row.
    pub(super) fn span(&self, row: usize) -> (f32, f32) {
        let end = |row: usize| self.ends.get(row).copied();
        let top = row.checked_sub(1).and_then(end).unwrap_or(0.0);
        (top, end(row).unwrap_or(top))
    }
}
