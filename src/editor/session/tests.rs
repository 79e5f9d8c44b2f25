use super::*;
use crate::editor::Origin;
use crate::editor::ViewKey;
use crate::scene::theme::ThemeName;

fn session(structures: &[&str]) -> Option<Session> {
    let mut project = Project::default();
    for id in structures {
        let structure = Structure::new(StructureId::new(id), *id);
        project.structures.push(structure);
    }
    let origin = Origin::Sample("test".into());
    Session::new(Document::new(project, origin, Vec::new(), 1))
}

#[test]
fn a_project_without_structures_is_not_shown() {
    assert!(session(&[]).is_none());
}

#[test]
fn one_structure_has_nothing_to_compare_with() {
    let one = session(&["now"]).unwrap();
    assert_eq!(one.pair, None);
    assert_eq!(one.structure.as_str(), "now");
    assert_eq!(
        session(&["now", "then"]).unwrap().structure.as_str(),
        "then"
    );
}

#[test]
fn the_picture_wanted_changes_with_view_filter_and_theme_only() {
    let mut s = session(&["now", "then"]).unwrap();
    let key = s.wanted(ThemeName::Light);
    s.selection.hovered = Some(BodyRef::new(&"now".into(), &"x".into()));
    s.draw_camera = Some(Camera::default());
    assert_eq!(s.wanted(ThemeName::Light), key);
    assert_ne!(s.wanted(ThemeName::Dark), key);
    s.filter_mut().permissions = true;
    assert_ne!(s.wanted(ThemeName::Light), key);
    s.view = View::Compare;
    assert_eq!(
        s.wanted(ThemeName::Light).view,
        ViewKey::Compare("now".into(), "then".into())
    );
}

#[test]
fn a_fitted_view_stays_fitted_until_it_is_moved() {
    let mut s = session(&["now"]).unwrap();
    let content = Rect::new(0.0, 0.0, 1000.0, 500.0);
    let (small, large) = (
        Rect::new(0.0, 0.0, 500.0, 500.0),
        Rect::new(0.0, 0.0, 900.0, 500.0),
    );
    let first = s.keep_fitted(small, content, 0.0);
    assert!(s.keep_fitted(large, content, 0.0).zoom > first.zoom);
    s.view = View::Compare;
    s.keep_fitted(large, content, 0.0);
    s.view = View::Draw;
    let back = s.keep_fitted(small, content, 0.0);
    assert_eq!(back, first, "whatever was seen meanwhile");
    let beside = s.keep_fitted(small, content, 100.0);
    assert_eq!(beside, first, "what hides nothing moves nothing");
    let under = s.keep_fitted(small, content, 300.0);
    let seen = under.screen_rect(small, content);
    assert!(seen.y0 >= 300.0 && seen.y1 <= small.y1, "{seen:?}");
    assert!(under.zoom < first.zoom);
    assert_eq!(s.keep_fitted(small, content, 0.0), first);
    let mut moved = s.keep_fitted(large, content, 0.0);
    moved.pan(crate::geom::Vec2::new(30.0, 0.0));
    s.draw_camera = Some(moved);
    assert_eq!(s.keep_fitted(small, content, 0.0), moved);
    assert_eq!(s.keep_fitted(small, content, 100.0), moved);
}

#[test]
fn a_structure_that_is_taken_away_is_shown_no_longer() {
    use crate::model::StructureCommand;
    let mut s = session(&["a", "b"]).unwrap();
    s.view = View::Compare;
    s.apply(StructureCommand::Remove {
        structure: "b".into(),
    });
    assert_eq!((s.view, &s.pair), (View::Draw, &None));
    assert_eq!(s.structure.as_str(), "a");
    s.undo();
    assert_eq!(s.pair, Some(("a".into(), "b".into())));
}

#[test]
fn a_refusal_stays_until_the_next_act() {
    use crate::model::{BodyCommand, NewBody};
    let mut s = session(&["a"]).unwrap();
    let add = |name: &str| BodyCommand::Add(NewBody::named("a".into(), name));
    assert_eq!(s.apply(add(" ")), None);
    assert!(s.refused.is_some());
    assert!(s.apply(add("Forum")).is_some());
    assert_eq!(s.refused, None);
}

#[test]
fn both_sides_are_never_the_same() {
    let mut s = session(&["a", "b", "c"]).unwrap();
    s.compare(&"c".into(), &"b".into());
    assert_eq!(s.pair, Some(("c".into(), "b".into())));
    s.compare(&"b".into(), &"b".into());
    assert_eq!(s.pair, Some(("b".into(), "c".into())));
}

#[test]
fn going_to_a_body_of_another_structure_shows_it() {
    let mut s = session(&["a", "b"]).unwrap();
    let body = BodyRef::new(&"a".into(), &"x".into());
    s.go_to(&body);
    assert_eq!(s.structure.as_str(), "a");
    assert_eq!(s.selection.body(), Some(&body));
}
