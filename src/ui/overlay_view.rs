//! Two structures in one drawing: the later one, with what ends of the earlier one and the lines that go.

use egui::{Rect, Ui};

use super::app::App;
use super::canvas::convert::{page_rect, rect};
use super::canvas::{Look, body_id, told_ui};
use super::compare_view::{faded, family, follow_keys, is_of};
use super::draw_canvas::take;
use super::sides::label;
use super::strips::{covered, told};
use super::theme;
use super::widgets::muted;

pub(super) fn overlay_ui(app: &mut App, ui: &mut Ui) {
    let area = ui.available_rect_before_wrap();
    let (Some(session), Some(shown)) = (&mut app.session, &mut app.shown) else {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    };
    let (true, Some((from, to))) = (is_of(shown, session), session.pair.clone()) else {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    };
    let theme = theme::theme(ui.ctx());
    let content = shown.panes.iter().map(|p| p.picture.bounds());
    let content = crate::geom::union(content).unwrap_or_default();
    let mut camera = session.keep_fitted(page_rect(area), content, told(ui));
    let project = session.document.snapshot();
    let (traced, faded) = (family(session, shown), faded(session, shown));
    let before = camera;
    if let Some(body) = session.hand.reveal.take()
        && let Some(card) = shown.panes.iter().find_map(|p| p.picture.card(&body))
    {
        camera.reveal(page_rect(area), card.rect, 24.0);
        ui.memory_mut(|m| m.request_focus(body_id(&card.body)));
        ui.ctx().request_repaint();
    }
    if shown.key.revision == session.document.revision() {
        let pictures: Vec<_> = shown.panes.iter().map(|p| &*p.picture).collect();
        session.follow(&pictures, page_rect(area), covered(ui), &mut camera);
    }
    let name = format!(
        "{} and {} in one drawing",
        label(&project, &from),
        label(&project, &to)
    );
    let look = Look {
        project: &project,
        selection: &session.selection,
        traced: &traced,
        faded: &faded,
        ledger: shown.ledger.as_ref(),
        theme,
        name: &name,
        hand: None,
    };
    let Some(pane) = shown.panes.first_mut() else {
        return;
    };
    let out = pane.show(ui, area, &mut camera, &look);
    follow_keys(ui, shown, &out, &mut camera, area);
    if let (Some(body), Some(ledger)) = (session.selection.traced(), &shown.ledger)
        && let Some(card) = shown.panes.iter().find_map(|p| p.picture.card(body))
    {
        let place: Rect = rect(camera.screen_rect(page_rect(area), card.rect));
        if area.intersects(place) {
            told_ui(&ui.painter_at(area), place, ledger, body, theme);
        }
    }
    if camera != before {
        ui.ctx().request_repaint();
    }
    *session.camera_mut() = Some(camera);
    take(session, out);
}
