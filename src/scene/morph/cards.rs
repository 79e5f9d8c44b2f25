//! When cards go, come and move.

use super::steps::Plan;
use super::track::{COME, JOIN, MARK, MOVE, SETTLE, Track, span};
use super::{Drawn, alike, in_one_place, set};
use crate::geom::{Rect, Vec2};
use crate::model::BodyId;

/// How the cards of today's body go.
pub(super) fn leaves(
    plan: &Plan,
    sides: &[Drawn; 2],
    body: &BodyId,
    (quiet, marked): (usize, usize),
    tracks: &mut [Track],
) {
    let [old, new] = sides;
    let heir = plan.heir(body, sides);
    let place = |d: &Drawn, id: &BodyId| d.place(id).unwrap_or_default();
    let steps = plan.old.get(body).map_or(&[][..], Vec::as_slice);
    let Some(&last) = steps.last() else {
        // Nothing becomes of it: tomorrow's card takes over unseen, or at the end.
        let same = heir.is_some_and(|h| alike(old.quiet(body), new.quiet(h)));
        let over = span(plan.last(), COME).1;
        set(tracks, marked, |t| t.jump(0.0, 0.0));
        set(tracks, quiet, |t| {
            t.jump(if same { plan.end() } else { over }, 0.0);
        });
        return;
    };
    // Who takes its place covers it as soon as that comes.
    let covered = heir.filter(|h| in_one_place(place(old, body), place(new, h)));
    let last = covered
        .and_then(|h| plan.new.get(h)?.first().copied())
        .unwrap_or(last);
    set(tracks, marked, |track| {
        track.jump(0.0, 0.0);
        for &step in steps.iter().filter(|s| **s < last) {
            track.fade(span(step, MARK), 1.0);
            track.fade(span(step + 1, SETTLE), 0.0);
        }
        track.fade(span(last, MARK), 1.0);
        match heir {
            Some(_) if covered.is_some() => track.jump(span(last, COME).1, 0.0),
            Some(h) => {
                let way = place(new, h).center() - place(old, body).center();
                track.glide(span(last, MOVE), Vec2::ZERO, way);
                track.fade(span(last, JOIN), 0.0);
            }
            None => track.fade(span(last + 1, SETTLE), 0.0),
        }
    });
    set(tracks, quiet, |t| t.jump(span(last, MARK).1, 0.0));
}

/// How the cards of tomorrow's body come.
pub(super) fn comes(
    plan: &Plan,
    sides: &[Drawn; 2],
    body: &BodyId,
    (quiet, marked): (usize, usize),
    tracks: &mut [Track],
) {
    let [old, new] = sides;
    let before = plan.before(body);
    let steps = plan.new.get(body).map_or(&[][..], Vec::as_slice);
    let Some(&first) = steps.first() else {
        let same = before.iter().any(|b| alike(old.quiet(b), new.quiet(body)));
        set(tracks, quiet, |t| {
            if same {
                t.jump(plan.end(), 1.0);
            } else {
                t.fade(span(plan.last(), COME), 1.0);
            }
        });
        return;
    };
    let own = new.place(body).unwrap_or_default();
    let from: Vec<Rect> = before.iter().filter_map(|b| old.place(b)).collect();
    let moves = !from.iter().any(|place| in_one_place(*place, own));
    set(tracks, marked, |track| {
        for &step in steps {
            track.fade(span(step, COME), 1.0);
            track.fade(span(step + 1, SETTLE), 0.0);
        }
        if let Some(from) = from.first().filter(|_| moves) {
            let way = from.center() - own.center();
            track.glide(span(first, MOVE), way, Vec2::ZERO);
        }
    });
    set(tracks, quiet, |t| t.jump(span(first, COME).1, 1.0));
    if moves && !from.is_empty() {
        // It lies under the other, which is still on its way.
        set(tracks, quiet, |t| {
            *t = Track::unseen();
            t.jump(span(first, MOVE).1, 1.0);
        });
    }
}
