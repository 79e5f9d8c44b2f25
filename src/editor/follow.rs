//! The view follows what was made or changed: a card that would be out of sight is brought into
//! it by the smallest movement, once the drawing shows it.

use super::{BodyRef, Camera, Picture, Prompt, Session};
use crate::geom::{Rect, union};
use crate::model::{BodyId, Project, Structure};

/// Room round a card that is brought into sight, in points of the screen.
const ROOM: f64 = 8.0;

/// The bodies that an act has made, changed, or given another place among the reporting lines.
#[must_use]
pub(super) fn touched(before: &Project, after: &Project) -> Vec<BodyRef> {
    let mut out = Vec::new();
    for structure in &after.structures {
        // A structure that is new is shown as a whole.
        let Some(old) = before.structure(structure.id()) else {
            continue;
        };
        if old == structure {
            continue;
        }
        let (was, is) = apart(&old.bodies, &structure.bodies);
        let changed = is.iter().filter(|body| !was.contains(body));
        let mut ids: Vec<&BodyId> = changed.map(|body| &body.id).collect();
        for moved in lines_apart(old, structure) {
            if structure.body(moved).is_some() && !ids.contains(&moved) {
                ids.push(moved);
            }
        }
        out.extend(ids.into_iter().map(|id| BodyRef::new(structure.id(), id)));
    }
    out
}

/// The bodies whose reporting lines are not the same in both.
fn lines_apart<'a>(old: &'a Structure, new: &'a Structure) -> Vec<&'a BodyId> {
    let (was, is) = apart(&old.links, &new.links);
    let gone = was.iter().filter(|link| !is.contains(link));
    let come = is.iter().filter(|link| !was.contains(link));
    let lines = gone.chain(come).filter(|link| link.hierarchy());
    lines.map(|link| &link.from).collect()
}

/// What is left of two lists without their common beginning and end. When that is a great deal,
/// everything has changed, and there is nothing to be followed.
fn apart<'a, T: PartialEq>(old: &'a [T], new: &'a [T]) -> (&'a [T], &'a [T]) {
    const MUCH: usize = 200;
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let old = old.get(head..).unwrap_or_default();
    let new = new.get(head..).unwrap_or_default();
    let ends = old.iter().rev().zip(new.iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    let old = old.get(..old.len() - tail).unwrap_or_default();
    let new = new.get(..new.len() - tail).unwrap_or_default();
    if old.len().max(new.len()) > MUCH {
        return (&[], &[]);
    }
    (old, new)
}

impl Session {
    /// Notes what an act has touched, for [`Self::follow`].
    pub(super) fn note_touched(&mut self, before: &Project) {
        for body in touched(before, self.project()) {
            if !self.followed.contains(&body) {
                self.followed.push(body);
            }
        }
    }

    /// Notes the bodies that the open question is about: they are to be seen beside it.
    pub fn follow_question(&mut self) {
        let asked = self.prompt.as_ref().map(Prompt::bodies);
        self.followed.extend(asked.unwrap_or_default());
    }

    /// Moves the camera as little as needed for what was touched to be seen, once the pictures
    /// show it. Of more than the view can hold, one card is enough. So many points of the screen
    /// at the top of the view are `covered`.
    pub fn follow(&mut self, pictures: &[&Picture], view: Rect, covered: f64, camera: &mut Camera) {
        let whole = view;
        let view = Rect::new(whole.x0, whole.y0 + covered, whole.x1, whole.y1);
        // The camera as it would be if the free part were all of the view.
        let aside = (view.center() - whole.center()) / camera.zoom;
        let mut there = *camera;
        there.centre += aside;
        self.follow_in(pictures, view, &mut there);
        if there.centre != camera.centre + aside {
            camera.centre = there.centre - aside;
        }
    }

    fn follow_in(&mut self, pictures: &[&Picture], view: Rect, camera: &mut Camera) {
        let touched = std::mem::take(&mut self.followed);
        let places: Vec<Rect> = touched
            .iter()
            .filter_map(|body| pictures.iter().find_map(|picture| picture.card(body)))
            .map(|card| card.rect)
            .collect();
        let (Some(all), Some(first)) = (union(places.iter().copied()), places.first()) else {
            return;
        };
        let room = 2.0 * ROOM / camera.zoom;
        let seen = camera.visible(view);
        if all.width() + room <= seen.width() && all.height() + room <= seen.height() {
            camera.reveal(view, all, ROOM);
        } else if !places.iter().any(|place| seen.contains_rect(*place)) {
            camera.reveal(view, *first, ROOM);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::picture::tests::picture;
    use crate::editor::{Document, Origin};
    use crate::geom::Point;
    use crate::model::{BodyCommand, NewBody};

    const VIEW: Rect = Rect::new(0.0, 0.0, 400.0, 300.0);

    fn session() -> Session {
        let mut project = Project::default();
        project.structures.push(Structure::new("now".into(), "Now"));
        let mut session = Session::new(Document::new(project, Origin::New, Vec::new(), 1)).unwrap();
        for name in ["Board", "Culture", "Sport"] {
            session.apply(BodyCommand::Add(NewBody::named("now".into(), name)));
        }
        session.followed.clear();
        session
    }

    fn names(session: &Session) -> Vec<&str> {
        let followed = session.followed.iter();
        followed.map(|b| b.name(session.project())).collect()
    }

    /// The card of "Culture" at a place, and what the view then looks at.
    fn followed(session: &mut Session, x: f64) -> Point {
        let cards = [
            ("board", Rect::new(0.0, 0.0, 100.0, 40.0)),
            ("culture", Rect::new(x, 100.0, x + 100.0, 140.0)),
        ];
        let mut camera = Camera {
            centre: Point::new(200.0, 150.0),
            zoom: 1.0,
        };
        session.follow(&[&picture(&cards, &[])], VIEW, 0.0, &mut camera);
        camera.centre
    }

    fn set_parent(session: &mut Session) {
        session.apply(BodyCommand::SetParent {
            structure: "now".into(),
            body: "culture".into(),
            parent: Some("board".into()),
            instead_of: None,
        });
    }

    #[test]
    fn what_was_made_renamed_or_given_a_parent_is_touched_and_nothing_else() {
        let mut session = session();
        session.apply(BodyCommand::Add(NewBody::named("now".into(), "Youth")));
        assert_eq!(names(&session), ["Youth"]);
        session.followed.clear();
        set_parent(&mut session);
        assert_eq!(names(&session), ["Culture"]);
        session.followed.clear();
        session.undo();
        assert_eq!(names(&session), ["Culture"], "undo moves it too");
        session.followed.clear();
        session.apply(BodyCommand::Rename {
            structure: "now".into(),
            body: "sport".into(),
            name: "Leisure".into(),
        });
        assert_eq!(names(&session), ["Leisure"]);
    }

    #[test]
    fn the_view_moves_as_little_as_needed_and_only_once() {
        let mut session = session();
        set_parent(&mut session);
        assert_eq!(followed(&mut session, 200.0), Point::new(200.0, 150.0));
        session.undo();
        assert_eq!(followed(&mut session, 400.0), Point::new(308.0, 150.0));
        assert_eq!(
            followed(&mut session, 400.0),
            Point::new(200.0, 150.0),
            "whoever looks elsewhere afterwards is left alone"
        );
    }

    #[test]
    fn of_much_that_changed_one_card_in_sight_is_enough() {
        let mut session = session();
        for body in ["board", "culture"] {
            session.apply(BodyCommand::Rename {
                structure: "now".into(),
                body: body.into(),
                name: format!("{body} anew"),
            });
        }
        assert_eq!(followed(&mut session, 900.0), Point::new(200.0, 150.0));
    }

    #[test]
    fn a_card_under_what_covers_the_top_comes_out_below_it() {
        let cards = [("culture", Rect::new(-50.0, -140.0, 50.0, -100.0))];
        let top = |covered: f64| {
            let mut session = session();
            session.followed = vec![BodyRef::new(&"now".into(), &"culture".into())];
            let mut camera = Camera::default();
            session.follow(&[&picture(&cards, &[])], VIEW, covered, &mut camera);
            camera.screen_rect(VIEW, cards[0].1).y0
        };
        // All of it is seen already, 10 pt under the edge.
        assert!((top(0.0) - 10.0).abs() < 1e-9);
        assert!((top(60.0) - (60.0 + ROOM)).abs() < 1e-9, "{}", top(60.0));
    }
}
