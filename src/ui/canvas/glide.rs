//! How a picture comes out of the last one: cards glide to their new places, lines that run
//! elsewhere fade in. Pointer and keyboard meet the new places at once; only the paint is on its
//! way.

use std::collections::BTreeSet;

use super::carry::Carried;
use crate::editor::{BodyRef, Camera, Picture};
use crate::geom::{Point, Vec2};
use crate::scene::Role;

/// How long it takes, in seconds.
const TIME: f64 = 0.2;

/// A picture on its way from the last one; at rest it is empty.
#[derive(Debug, Default)]
pub(crate) struct Glide {
    /// For each group of the picture, how it comes.
    ways: Vec<Way>,
    /// The camera that saw the last picture, where this one is looked at by another.
    camera: Option<Camera>,
    /// When the first frame of it was painted.
    begun: Option<f64>,
    /// How much of the way is left, from 1 to 0.
    left: f64,
    /// Where and how much of each group is seen, when something else says so.
    posed: Option<Posed>,
}

/// Each group's distance from its place in pt, and how much of it is seen.
#[derive(Debug, Default)]
pub(crate) struct Posed {
    pub(crate) groups: Vec<(Vec2, f32)>,
    /// Whether it is on its way.
    pub(crate) moving: bool,
}

/// What brought the next picture about.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct By<'a> {
    /// Cards that the hand has just put somewhere: they are there already.
    pub(crate) put: &'a [BodyRef],
    /// It is one of many small steps, such as a letter of a name: lines that faded in at each of
    /// them would flicker.
    pub(crate) steps: bool,
}

/// How a group comes to its place.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// It is there already.
    Stays,
    /// It was at the first place and goes to the second.
    Goes(Point, Point),
    /// It was not there, or was another one.
    Appears,
}

impl Glide {
    /// From a picture, as far as it had come itself, to the next one.
    pub(super) fn between(
        last: (&Picture, &Self),
        next: &Picture,
        carried: &[Option<Carried>],
        by: &By<'_>,
    ) -> Self {
        let (old, on_its_way) = last;
        let put: BTreeSet<&BodyRef> = by.put.iter().collect();
        let way = |(group, carried): (&crate::scene::Group, &Option<Carried>)| {
            let (before, now) = match (&group.role, carried) {
                (Role::Body(role), _) => {
                    let body = BodyRef::new(&role.structure, &role.body);
                    if put.contains(&body) {
                        return Way::Stays;
                    }
                    let (Some(was), Some(is)) = (old.card(&body), next.card(&body)) else {
                        return Way::Appears;
                    };
                    let shown = was.rect.origin() + on_its_way.offset(was.group);
                    (shown, is.rect.origin())
                }
                (_, Some(same)) if same.by == Vec2::ZERO => return Way::Stays,
                _ if by.steps => return Way::Stays,
                _ => return Way::Appears,
            };
            if before == now {
                Way::Stays
            } else {
                Way::Goes(before, now)
            }
        };
        let groups = next.groups.iter().map(AsRef::as_ref);
        let ways: Vec<Way> = groups.zip(carried).map(way).collect();
        if ways.iter().all(|way| *way == Way::Stays) {
            return Self::default();
        }
        Self {
            ways,
            camera: None,
            begun: None,
            left: 1.0,
            posed: None,
        }
    }

    /// Groups are where something else says.
    pub(super) fn pose(&mut self, posed: Posed) {
        self.posed = Some(posed);
    }

    fn posed(&self, group: usize) -> Option<(Vec2, f32)> {
        let posed = self.posed.as_ref()?;
        Some(
            posed
                .groups
                .get(group)
                .copied()
                .unwrap_or((Vec2::ZERO, 0.0)),
        )
    }

    /// Whether something else says which groups are seen.
    pub(super) fn is_posed(&self) -> bool {
        self.posed.is_some()
    }

    /// Whether a group is not there for pointer and keyboard.
    pub(super) fn hides(&self, group: usize) -> bool {
        self.posed(group).is_some_and(|(_, opacity)| opacity < 0.5)
    }

    /// The last picture was seen by this camera; the next one has its own.
    pub(crate) fn seen_by(&mut self, camera: Option<Camera>) {
        self.camera = camera.filter(|_| self.moves());
        if self.camera.is_some() {
            // All of it is at another place of the screen.
            for way in &mut self.ways {
                if *way == Way::Stays {
                    *way = Way::Appears;
                }
            }
        }
    }

    /// Places are taken over from the camera before to the one that looks now.
    pub(super) fn looked_at(&mut self, now: &Camera) {
        let Some(before) = self.camera.take() else {
            return;
        };
        for way in &mut self.ways {
            if let Way::Goes(from, _) = way {
                *from = now.centre + (*from - before.centre) * (before.zoom / now.zoom);
            }
        }
    }

    /// Whether something is on its way.
    pub(crate) fn moves(&self) -> bool {
        !self.ways.is_empty() || self.posed.as_ref().is_some_and(|p| p.moving)
    }

    /// Goes on to a moment, in seconds; gives whether there is more to come.
    pub(super) fn go_on(&mut self, now: f64) -> bool {
        if self.ways.is_empty() {
            return false;
        }
        let begun = *self.begun.get_or_insert(now);
        let gone = ((now - begun) / TIME).clamp(0.0, 1.0);
        if gone >= 1.0 {
            *self = Self::default();
            return false;
        }
        // Fast at first, slow at the end.
        self.left = (1.0 - gone).powi(3);
        true
    }

    /// How far from its place a group is, in pt.
    pub(super) fn offset(&self, group: usize) -> Vec2 {
        if let Some((shift, _)) = self.posed(group) {
            return shift;
        }
        match self.ways.get(group) {
            Some(Way::Goes(from, to)) => (*from - *to) * self.left,
            _ => Vec2::ZERO,
        }
    }

    /// Whether a group fades in: then nobody misses it in the first frames.
    pub(super) fn appears(&self, group: usize) -> bool {
        self.hides(group) || self.ways.get(group) == Some(&Way::Appears)
    }

    /// How much of a group is to be seen yet.
    pub(super) fn opacity(&self, group: usize) -> f32 {
        if let Some((_, opacity)) = self.posed(group) {
            return opacity;
        }
        match self.ways.get(group) {
            Some(Way::Appears) => super::convert::length(1.0 - self.left),
            _ => 1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::carry::carried;
    use super::*;
    use crate::model::{Pin, Project};
    use crate::scene::{self, Options};
    use crate::store;

    fn pictured(project: &Project) -> Picture {
        let structure = project.structures[1].id();
        Picture::of(
            &scene::drawing(project, structure, &Options::default())
                .unwrap()
                .scene,
        )
    }

    /// Redcar before and after a card was moved by hand; the card's place in the new picture.
    fn moved() -> (Picture, Picture, usize, BodyRef) {
        let sample = store::sample("redcar").unwrap();
        let mut project = store::load(sample.json.as_bytes()).unwrap().project;
        let before = pictured(&project);
        let body = &mut project.structures[1].bodies[3];
        body.pin = Some(Pin { x: 2000, y: 1200 });
        let id = body.id.clone();
        let after = pictured(&project);
        let card = after.cards.iter().find(|c| c.body.body == id).unwrap();
        let (group, body) = (card.group, card.body.clone());
        (before, after, group, body)
    }

    fn glide(before: &Picture, after: &Picture, put: &[BodyRef]) -> Glide {
        let (carried, by) = (carried(before, after), By { put, steps: false });
        Glide::between((before, &Glide::default()), after, &carried, &by)
    }

    #[test]
    fn a_moved_card_begins_where_it_was_and_ends_at_its_place() {
        let (before, after, group, body) = moved();
        let mut glide = glide(&before, &after, &[]);
        assert!(glide.go_on(10.0));
        let way =
            before.card(&body).unwrap().rect.origin() - after.card(&body).unwrap().rect.origin();
        assert_eq!(glide.offset(group), way);
        assert!(glide.go_on(10.1));
        let half = glide.offset(group).hypot() / way.hypot();
        assert!(
            (0.05..0.5).contains(&half),
            "more than half of it at once: {half}"
        );
        assert!(!glide.go_on(10.201), "200 ms later it rests");
        assert_eq!(glide.offset(group), Vec2::ZERO);
        assert!(!glide.moves());
    }

    #[test]
    fn the_next_picture_goes_on_from_where_the_card_is_seen() {
        let (before, after, group, body) = moved();
        let mut first = glide(&before, &after, &[]);
        first.go_on(0.0);
        first.go_on(0.05);
        let seen = after.card(&body).unwrap().rect.origin() + first.offset(group);
        let carried = carried(&after, &before);
        let back = Glide::between((&after, &first), &before, &carried, &By::default());
        let card = before.card(&body).unwrap();
        let begins = card.rect.origin() + back.offset(card.group);
        assert!(begins.distance(seen) < 1e-6, "{begins:?} {seen:?}");
    }

    #[test]
    fn what_the_hand_has_put_down_and_what_stays_do_not_move() {
        let (before, after, group, body) = moved();
        let put = glide(&before, &after, &[body]);
        assert_eq!(put.offset(group), Vec2::ZERO);
        assert!(
            !glide(&before, &before, &[]).moves(),
            "nothing to move: no frame"
        );
    }

    #[test]
    fn lines_fade_in_but_not_at_every_letter() {
        let (before, after, ..) = moved();
        let carried = carried(&before, &after);
        let fading = |steps| {
            let by = By { put: &[], steps };
            let glide = Glide::between((&before, &Glide::default()), &after, &carried, &by);
            let all = 0..after.groups.len();
            all.filter(|group| glide.appears(*group)).count()
        };
        assert!(fading(false) > 0);
        assert_eq!(fading(true), 0);
    }

    #[test]
    fn another_camera_does_not_make_cards_jump() {
        let (before, after, group, body) = moved();
        let (old, new) = (
            Camera {
                centre: Point::new(300.0, 200.0),
                zoom: 1.0,
            },
            Camera {
                centre: Point::new(900.0, 500.0),
                zoom: 0.5,
            },
        );
        let view = crate::geom::Rect::new(0.0, 0.0, 800.0, 600.0);
        let mut glide = glide(&before, &after, &[]);
        glide.seen_by(Some(old));
        glide.looked_at(&new);
        glide.go_on(0.0);
        let was = old.screen_from_page(view, before.card(&body).unwrap().rect.origin());
        let at = after.card(&body).unwrap().rect.origin() + glide.offset(group);
        assert!(new.screen_from_page(view, at).distance(was) < 1e-6);
    }
}
