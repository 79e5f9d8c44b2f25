//! How wide the columns of a table are on paper.

use crate::report::Table;

/// A word longer than that is broken rather than giving its column so much room.
const LONGEST_WORD: f64 = 130.0;

/// Room between columns that have all they need.
const BETWEEN: f64 = 24.0;

/// What words measure in a format's own letters; lengths in pt.
pub(super) struct Measure {
    /// Width of a word, of the head of a column or row or of a plain cell.
    pub(super) word: fn(&str, bool) -> f64,
    /// Width of a space.
    pub(super) space: f64,
    /// White on both sides of a cell together.
    pub(super) pads: f64,
}

/// The width of every column: what its words need, and of the rest the more, the more they are.
pub(super) fn widths(table: &Table, room: f64, measure: &Measure) -> Vec<f64> {
    let needs: Vec<(f64, f64)> = (0..table.columns.len())
        .map(|at| column_needs(table, at, measure))
        .collect();
    let least: f64 = needs.iter().map(|(least, _)| least).sum();
    let most: f64 = needs.iter().map(|(_, most)| most).sum();
    if least >= room {
        return needs.iter().map(|(own, _)| own * room / least).collect();
    }
    // What is left over beyond all needs goes to the columns of words alike.
    let share = (room - least) / (most - least).max(1e-6);
    let words = table.columns.iter().filter(|column| !column.numeric);
    let words = f64::from(u32::try_from(words.count()).unwrap_or(1).max(1));
    needs
        .iter()
        .zip(&table.columns)
        .map(|((own, full), column)| {
            let spare = (room - most).max(0.0);
            let spare = if column.numeric { 0.0 } else { spare / words };
            own + (full - own) * share.min(1.0) + spare
        })
        .collect()
}

/// Width at which every text stands on one row, with some room between the columns: a wider table
/// of few words could not be read across.
pub(super) fn enough(table: &Table, measure: &Measure) -> f64 {
    let columns = 0..table.columns.len();
    columns
        .map(|at| column_needs(table, at, measure).1 + BETWEEN)
        .sum()
}

/// Width of the longest word of a column, and of its longest text.
fn column_needs(table: &Table, at: usize, measure: &Measure) -> (f64, f64) {
    let label = table.columns.get(at).map(|column| column.label.as_str());
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    let texts = label
        .map(|label| (label, true))
        .into_iter()
        .chain(cells.map(|cell| (cell.text.as_str(), at == 0)));
    let (mut least, mut most) = (0.0_f64, 0.0_f64);
    for (text, head) in texts {
        for line in text.lines() {
            let mut width = 0.0;
            for word in line.split_whitespace() {
                let word = (measure.word)(word, head);
                least = least.max(word.min(LONGEST_WORD));
                width += word + measure.space;
            }
            most = most.max(width);
        }
    }
    (least + measure.pads, most.max(least) + measure.pads)
}
