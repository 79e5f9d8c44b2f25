//! What stands over the picture: edges of what is pointed at and selected, handles, and what the
//! hand is doing.

use egui::{Color32, CursorIcon, Painter, Pos2, Rect, Shape, Stroke, StrokeKind};

use super::convert::{colour, length, pos, rect};
use super::glide::Glide;
use super::handles;
use super::paint::{Onto, line_shapes};
use super::pane::{Look, PaneOutput};
use crate::editor::tool::{Cursor, Hand, Subject, Tool, cursor};
use crate::editor::{BodyRef, Camera, Card, CollectiveRef, LinkRef, Picture};
use crate::geom::{self, Point, Vec2};
use crate::model::{LinkEnd, LinkKindId};
use crate::scene::Looks;

/// Radius of a handle.
const HANDLE: f32 = 5.0;

pub(super) struct Overlay<'a> {
    pub(super) painter: &'a Painter,
    pub(super) picture: &'a Picture,
    pub(super) camera: &'a Camera,
    pub(super) view: geom::Rect,
    pub(super) look: &'a Look<'a>,
    /// Cards may be on their way to their places.
    pub(super) glide: &'a Glide,
}

impl Overlay<'_> {
    pub(super) fn paint(&self, out: &PaneOutput) {
        self.lines(out);
        self.cards(out);
        if let Some(hand) = self.look.hand {
            if !self.glide.moves() {
                self.handles(hand);
            }
            self.doing(hand);
            let icon = match cursor(&hand.tool) {
                Cursor::Usual => return,
                Cursor::Cross => CursorIcon::Crosshair,
                Cursor::Grabbing => CursorIcon::Grabbing,
                Cursor::Refused => CursorIcon::NotAllowed,
            };
            self.painter.ctx().set_cursor_icon(icon);
        }
    }

    fn accent(&self) -> Color32 {
        colour(self.look.theme.ui.accent)
    }

    fn place(&self, page: geom::Rect) -> Rect {
        rect(self.camera.screen_rect(self.view, page))
    }

    fn pos(&self, page: Point) -> Pos2 {
        pos(self.camera.screen_from_page(self.view, page))
    }

    fn radius(&self) -> f32 {
        length(self.camera.zoom * 4.0)
    }

    /// The card of a body that is seen.
    fn card(&self, body: &BodyRef) -> Option<&Card> {
        if !self.glide.is_posed() {
            return self.picture.card(body);
        }
        let mut cards = self.picture.cards.iter().rev();
        cards.find(|card| card.body == *body && !self.glide.hides(card.group))
    }

    fn edge(&self, body: &BodyRef, width: f32, tone: Color32) {
        if let Some(card) = self.card(body) {
            let stroke = Stroke::new(width, tone);
            let place = self.place(card.rect + self.glide.offset(card.group));
            let radius = self.radius();
            self.painter
                .rect_stroke(place, radius, stroke, StrokeKind::Middle);
        }
    }

    /// Hovered, traced, selected, focused cards.
    fn cards(&self, out: &PaneOutput) {
        let Look {
            selection, traced, ..
        } = self.look;
        for body in *traced {
            self.edge(body, 1.75, self.accent());
        }
        if let Some(body) = out.hovered.as_ref().or(selection.hovered.as_ref()) {
            self.edge(body, 1.75, self.accent());
        }
        for body in selection.bodies() {
            self.edge(body, 2.5, self.accent());
        }
        if let Some(card) = out.focused.as_ref().and_then(|b| self.card(b)) {
            let place = self.place(card.rect + self.glide.offset(card.group));
            let place = place.expand(2.0);
            let stroke = Stroke::new(2.5, colour(self.look.theme.ui.focus));
            let radius = self.radius() + 2.0;
            self.painter
                .rect_stroke(place, radius, stroke, StrokeKind::Outside);
        }
    }

    /// The line under the pointer, and the selected one.
    fn lines(&self, out: &PaneOutput) {
        let chosen = self.look.selection.link();
        if let Some(link) = out.line.as_ref().filter(|_| out.hovered.is_none()) {
            self.line(link, 2.5);
        }
        if let Some(link) = chosen {
            self.line(link, 4.0);
        }
        let seen = |(_, focused): &&(CollectiveRef, bool)| *focused || out.hovered.is_none();
        if let Some((which, focused)) = out.collective.as_ref().filter(seen) {
            self.gathered(which, *focused);
        }
    }

    /// A line that stands for several, with a ring round its words when it has the keyboard.
    fn gathered(&self, which: &CollectiveRef, focused: bool) {
        let lines = self.picture.collective.iter();
        let mut found = lines.filter(|line| CollectiveRef::of(&line.role) == *which);
        let Some(line) = found.next() else { return };
        let points = line.points.iter().map(|p| self.pos(*p)).collect();
        let stroke = Stroke::new(2.5, self.accent());
        self.painter.add(Shape::line(points, stroke));
        if focused {
            let place = self.place(line.words).expand(2.0);
            let stroke = Stroke::new(2.5, colour(self.look.theme.ui.focus));
            self.painter
                .rect_stroke(place, 4.0, stroke, StrokeKind::Outside);
        }
    }

    fn line(&self, link: &LinkRef, width: f32) {
        if let Some(line) = handles::line_of(self.picture, link) {
            let points = line.points.iter().map(|p| self.pos(*p)).collect();
            let stroke = Stroke::new(width, self.accent());
            self.painter.add(Shape::line(points, stroke));
        }
    }

    fn handles(&self, hand: &Hand) {
        for body in handles::bearers(self.look, hand) {
            let card = self.picture.card(body).map(|c| self.place(c.rect));
            for at in card.map(handles::places).unwrap_or_default() {
                self.handle(at);
            }
        }
        let line = self.look.selection.link();
        let line = line.and_then(|link| handles::line_of(self.picture, link));
        for (_, at) in line
            .and_then(|l| handles::ends(self.picture, l))
            .into_iter()
            .flatten()
        {
            self.handle(self.pos(at));
        }
    }

    fn handle(&self, at: Pos2) {
        let fill = colour(self.look.theme.ui.paper);
        let stroke = Stroke::new(1.75, self.accent());
        self.painter.circle(at, HANDLE, fill, stroke);
    }

    fn doing(&self, hand: &Hand) {
        match &hand.tool {
            Tool::Rest | Tool::LinkWith(_) => {}
            Tool::Marquee(marquee) => {
                let place = self.place(marquee.rect());
                let fill = self.accent().gamma_multiply(0.08);
                let stroke = Stroke::new(1.0, self.accent());
                self.painter
                    .rect(place, 0.0, fill, stroke, StrokeKind::Inside);
            }
            Tool::Shift(shift) => {
                self.ghosts(&shift.bodies, shift.by);
                self.target(shift.over.as_ref(), false);
            }
            Tool::Dropped(dropped) => {
                self.ghosts(&dropped.bodies, dropped.by);
                self.target(dropped.onto.as_ref(), false);
            }
            Tool::Connect(line) => {
                self.rubber(line.start, line.at, &hand.kind);
                self.target(line.over.as_ref(), line.why.is_some());
            }
            Tool::Reattach(line) => {
                let held = handles::line_of(self.picture, &line.link);
                let ends = held.and_then(|l| handles::ends(self.picture, l));
                let other = |(end, _): &(LinkEnd, Point)| *end != line.end;
                let still = ends.and_then(|ends| ends.into_iter().find(other));
                let record = self.look.project.structure(&line.link.structure);
                let record = record.and_then(|s| s.link(&line.link.link));
                if let Some(((_, from), record)) = still.zip(record) {
                    self.rubber(from, line.at, &record.kind);
                }
                self.target(line.over.as_ref(), line.why.is_some());
            }
            Tool::Naming(naming) => {
                if let Subject::New(planned) = &naming.subject
                    && let Some((from, kind)) = &planned.link
                    && let Some(card) = self.picture.card(from)
                    && let Some(at) = planned.at
                {
                    self.rubber(card.rect.center(), at, kind);
                }
            }
        }
    }

    /// Where the cards would stand.
    fn ghosts(&self, bodies: &[BodyRef], by: Vec2) {
        let cards = bodies.iter().filter_map(|b| self.picture.card(b));
        for card in cards {
            let place = self.place(card.rect + by);
            let fill = self.accent().gamma_multiply(0.12);
            let stroke = Stroke::new(1.5, self.accent());
            let radius = self.radius();
            self.painter
                .rect(place, radius, fill, stroke, StrokeKind::Middle);
        }
    }

    /// The card on which something would be dropped.
    fn target(&self, body: Option<&BodyRef>, refused: bool) {
        if let Some(body) = body {
            let colours = &self.look.theme.ui;
            let tone = if refused {
                colours.danger
            } else {
                colours.accent
            };
            self.edge(body, 4.0, colour(tone));
        }
    }

    /// A line from a card to the pointer, in the look of its kind.
    fn rubber(&self, from: Point, to: Point, kind: &LinkKindId) {
        let look = Looks::new(self.look.project, self.look.theme).link_kind(kind);
        let onto = Onto {
            zoom: 1.0,
            origin: egui::Vec2::ZERO,
            clip: self.painter.clip_rect(),
        };
        let points = [self.pos(from), self.pos(to)];
        let mut shapes = Vec::new();
        line_shapes(&onto, &points, &look.stroke, &mut shapes);
        self.painter.extend(shapes);
        let end = colour(look.stroke.colour);
        self.painter.circle_filled(self.pos(to), 4.0, end);
    }
}
