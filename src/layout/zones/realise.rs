//! From a plan to boxes: rows made even, cards in their panels, words over them.

use super::super::{Cell, STEP};
use super::pack::{BELOW, OVER, PAD, PanelPlan, Plan, Row, foot, over};
use super::{Spacing, Stand, ZonedRequest};

/// Room left and right of a line beside words.
const ASIDE: i32 = 4;

/// Gives every panel and card its box.
pub(super) fn stand(request: &ZonedRequest, plan: &Plan, spacing: Spacing) -> Stand {
    let mut stand = Stand {
        cells: vec![Cell::default(); request.bodies()],
        panels: vec![Cell::default(); request.zones.len()],
        titles: vec![Cell::default(); request.zones.len()],
        hangs: vec![None; request.bodies()],
        sets: vec![0; request.zones.len()],
        size: (0, 0),
    };
    let title = |zone: usize| request.zones.get(zone).map_or((0, 0), |z| z.title);
    let width = |panel: &PanelPlan| panel.piece.w.max(title(panel.zone).0) + 2 * PAD;
    let natural = |row: &Row| -> i32 {
        let gaps = i32::try_from(row.panels.len().saturating_sub(1)).unwrap_or(0);
        row.panels.iter().map(width).sum::<i32>() + gaps * spacing.panel
    };
    let widest = plan.rows.iter().map(natural).max().unwrap_or(0);
    let extra = extra(plan, |row| widest - natural(row));
    let mut y = 0;
    for row in &plan.rows {
        let row = &spread(row, extra);
        let spare = widest - natural(row);
        let shares = shares(row, spare);
        let height = row
            .panels
            .iter()
            .map(|p| p.piece.h + over(request, p.zone) + BELOW + foot(request, p))
            .max()
            .unwrap_or(0);
        let mut x = 0;
        for (panel, share) in row.panels.iter().zip(shares) {
            let cell = Cell {
                x,
                y,
                w: width(panel) + share,
                h: height,
            };
            let room = (over(request, panel.zone), foot(request, panel));
            fill(panel, cell, room, &mut stand);
            x = cell.right() + spacing.panel;
        }
        y += height + spacing.row;
    }
    stand.size = (widest, (y - spacing.row).max(0));
    stand
}

/// How much wider every shared column can be.
fn extra(plan: &Plan, spare: impl Fn(&Row) -> i32) -> i32 {
    let shared = |row: &Row| {
        let band = row.panels.iter().find(|p| p.fixed)?;
        let columns = i32::try_from(band.piece.starts.len()).ok()?;
        Some(spare(row).div_euclid(columns.max(1) * STEP) * STEP)
    };
    plan.rows.iter().filter_map(shared).min().unwrap_or(0)
}

fn spread(row: &Row, extra: i32) -> Row {
    let wider = |panel: &PanelPlan| {
        let piece = panel.piece.clone();
        PanelPlan {
            piece: if panel.fixed {
                piece.spread(extra)
            } else {
                piece
            },
            ..panel.clone()
        }
    };
    Row {
        panels: row.panels.iter().map(wider).collect(),
    }
}

/// What each panel of a row gets of the width that is left: the band all, else all alike.
fn shares(row: &Row, spare: i32) -> Vec<i32> {
    let takers = row.panels.iter().filter(|p| p.band).count();
    let all = takers == 0;
    let n = i32::try_from(if all { row.panels.len() } else { takers })
        .unwrap_or(1)
        .max(1);
    let each = spare.div_euclid(n * STEP) * STEP;
    let mut left = spare;
    let mut out: Vec<i32> = row
        .panels
        .iter()
        .map(|p| {
            let share = if all || p.band { each } else { 0 };
            left -= share;
            share
        })
        .collect();
    // What does not divide goes to the last that takes any.
    let last = row.panels.iter().rposition(|p| all || p.band);
    if let Some(share) = last.and_then(|i| out.get_mut(i)) {
        *share += left;
    }
    out
}

/// Puts a panel's cards into its box.
fn fill(panel: &PanelPlan, cell: Cell, (over, foot): (i32, i32), stand: &mut Stand) {
    let free = (
        cell.w - 2 * PAD - panel.piece.w,
        cell.h - over - BELOW - foot - panel.piece.h,
    );
    // Cards under those of another band stay there.
    let dx = if panel.band && !panel.fixed {
        half(free.0)
    } else {
        0
    };
    // The few cards of a band above others stand in the middle.
    let dy = if panel.band && !panel.fixed {
        half(free.1)
    } else {
        0
    };
    for &(node, card) in &panel.piece.cards {
        let Some(slot) = stand.cells.get_mut(node) else {
            continue;
        };
        *slot = Cell {
            x: cell.x + PAD + dx + card.x,
            y: cell.y + over + dy + card.y,
            ..card
        };
    }
    if let Some(slot) = stand.panels.get_mut(panel.zone) {
        *slot = cell;
    }
    if let Some(slot) = stand.sets.get_mut(panel.zone) {
        *slot = panel.set;
    }
}

fn half(length: i32) -> i32 {
    (length / 2).div_euclid(STEP) * STEP
}

/// Gives the words of each panel a place over its cards where no reporting line runs.
pub(super) fn titles(request: &ZonedRequest, stand: &mut Stand) {
    let lines = super::hang::lines(request, stand);
    for (at, zone) in request.zones.iter().enumerate() {
        let Some(panel) = stand
            .panels
            .get(at)
            .copied()
            .filter(|_| !zone.members.is_empty())
        else {
            continue;
        };
        let (w, h) = zone.title;
        let y = panel.y + OVER;
        let meets = |x: i32| {
            lines.iter().find_map(|l| {
                let across = l.x < x + w + ASIDE && x - ASIDE < l.right();
                (across && l.y < y + h && y < l.bottom()).then_some(l.right())
            })
        };
        let mut x = panel.x + PAD;
        while let Some(right) = meets(x) {
            x = right + 2 * ASIDE;
            if x + w > panel.right() {
                x = panel.x + PAD;
                break;
            }
        }
        if let Some(slot) = stand.titles.get_mut(at) {
            *slot = Cell { x, y, w, h };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_row_goes_to_the_band() {
        let panel = |band| PanelPlan {
            band,
            ..PanelPlan::default()
        };
        let row = |bands: &[bool]| Row {
            panels: bands.iter().map(|&b| panel(b)).collect(),
        };
        assert_eq!(shares(&row(&[false, true, false]), 50), [0, 50, 0]);
        assert_eq!(shares(&row(&[false, false, false]), 50), [16, 16, 18]);
        assert_eq!(shares(&row(&[]), 50), [0; 0]);
    }
}
