//! Which zones make the hierarchy that runs down the middle, and in which order.

use super::part::Part;
use super::zone::Zone;
use crate::model::Structure;

/// Gives every zone of the hierarchy its band, counted from the top.
pub(super) fn bands(structure: &Structure, zones: &mut [Zone], zone_of: &[usize]) {
    let lines = lines_between(structure, zones.len(), zone_of);
    let line = |from: usize, to: usize| lines.get(from * zones.len() + to).copied().unwrap_or(0);
    let in_middle = |at: usize, zone: &Zone| match zone.part {
        Part::Outside => false,
        Part::Leadership | Part::Thematic | Part::Delivery => true,
        Part::Own | Part::Area | Part::Reference => zones.iter().enumerate().any(|(other, z)| {
            z.part != Part::Outside && other != at && line(at, other) + line(other, at) > 0
        }),
    };
    let mut order: Vec<usize> = (0..zones.len())
        .filter(|&at| zones.get(at).is_some_and(|zone| in_middle(at, zone)))
        .collect();
    order.sort_by_key(|&at| zones.get(at).map(|z| (z.part, at)));
    // Words put the zones in order; reporting lines that say otherwise have the last word.
    for _ in 0..order.len() {
        let Some((upper, lower)) = first_against(&order, line) else {
            break;
        };
        let zone = order.remove(lower);
        order.insert(upper, zone);
    }
    for (band, &at) in order.iter().enumerate() {
        if let Some(zone) = zones.get_mut(at) {
            zone.band = Some(band);
        }
    }
}

/// The first two zones of which the upper one reports to the lower one.
fn first_against(order: &[usize], line: impl Fn(usize, usize) -> u32) -> Option<(usize, usize)> {
    order.iter().enumerate().find_map(|(i, &upper)| {
        let below = order.iter().enumerate().skip(i + 1);
        let mut against = below.filter(|&(_, &lower)| line(upper, lower) > line(lower, upper));
        against.next().map(|(j, _)| (i, j))
    })
}

/// How many reporting lines lead from each zone to each other.
fn lines_between(structure: &Structure, zones: usize, zone_of: &[usize]) -> Vec<u32> {
    let mut lines = vec![0; zones * zones];
    let index = super::zone::index(structure);
    for link in structure.links.iter().filter(|l| l.hierarchy()) {
        let zone = |id| index.get(id).and_then(|&i: &usize| zone_of.get(i)).copied();
        let (Some(from), Some(to)) = (zone(&link.from), zone(&link.to)) else {
            continue;
        };
        if let Some(count) = lines.get_mut(from * zones + to).filter(|_| from != to) {
            *count += 1;
        }
    }
    lines
}
