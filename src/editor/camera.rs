//! Where on the page the view looks, and how large.

use crate::geom::{Point, Rect, Size, Vec2};

/// Smallest zoom: a thousand bodies still fit.
pub const MIN_ZOOM: f64 = 0.02;
/// Largest zoom.
pub const MAX_ZOOM: f64 = 8.0;

/// The page point in the middle of a view and the zoom (screen points per pt).
///
/// The view's own box is given with each question, so that one camera serves both
/// panes of a comparison and survives a change of the window's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Page point in the middle of the view, in pt.
    pub centre: Point,
    /// Screen points per pt.
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            centre: Point::ZERO,
            zoom: 1.0,
        }
    }
}

impl Camera {
    /// The place on the screen of a page point.
    #[must_use]
    pub fn screen_from_page(&self, view: Rect, page: Point) -> Point {
        view.center() + (page - self.centre) * self.zoom
    }

    /// The page point under a place on the screen.
    #[must_use]
    pub fn page_from_screen(&self, view: Rect, screen: Point) -> Point {
        self.centre + (screen - view.center()) / self.zoom
    }

    /// The box on the screen of a box on the page.
    #[must_use]
    pub fn screen_rect(&self, view: Rect, page: Rect) -> Rect {
        Rect::from_points(
            self.screen_from_page(view, page.origin()),
            self.screen_from_page(view, Point::new(page.x1, page.y1)),
        )
    }

    /// The part of the page that the view shows.
    #[must_use]
    pub fn visible(&self, view: Rect) -> Rect {
        Rect::from_center_size(
            self.centre,
            Size::new(view.width() / self.zoom, view.height() / self.zoom),
        )
    }

    /// Moves the page by so many screen points.
    pub fn pan(&mut self, screen: Vec2) {
        self.centre -= screen / self.zoom;
    }

    /// Zooms by a factor; the page point under `pointer` stays where it is.
    pub fn zoom_at(&mut self, view: Rect, pointer: Point, factor: f64) {
        if !factor.is_finite() || factor <= 0.0 {
            return;
        }
        let held = self.page_from_screen(view, pointer);
        self.zoom = (self.zoom * factor).clamp(MIN_ZOOM, MAX_ZOOM);
        self.centre = held - (pointer - view.center()) / self.zoom;
    }

    /// Looks at all of `content` with `margin` screen points free on each side,
    /// never larger than `largest`.
    pub fn fit(&mut self, view: Rect, content: Rect, margin: f64, largest: f64) {
        self.centre = content.center();
        let free = |length: f64| (length - 2.0 * margin).max(1.0);
        let across = free(view.width()) / content.width().max(1.0);
        let down = free(view.height()) / content.height().max(1.0);
        self.zoom = across.min(down).min(largest).clamp(MIN_ZOOM, MAX_ZOOM);
    }

    /// The same while so many screen points at the top of the view are covered; where that hides
    /// nothing, everything stays where it is.
    pub fn fit_below(
        &mut self,
        covered: f64,
        view: Rect,
        content: Rect,
        (margin, largest): (f64, f64),
    ) {
        self.fit(view, content, margin, largest);
        let top = (view.y0 + covered).min(view.y1);
        if self.screen_rect(view, content).y0 >= top {
            return;
        }
        let free = Rect::new(view.x0, top, view.x1, view.y1);
        self.fit(free, content, margin, largest);
        self.centre -= (free.center() - view.center()) / self.zoom;
    }

    /// Moves as little as needed for `page` to be seen with `margin` screen points round it.
    pub fn reveal(&mut self, view: Rect, page: Rect, margin: f64) {
        let margin = margin / self.zoom;
        let seen = self.visible(view);
        let shift = |low: f64, high: f64, from: f64, to: f64| {
            if to - from > high - low || from < low {
                from - low
            } else if to > high {
                to - high
            } else {
                0.0
            }
        };
        let wanted = page.inflate(margin, margin);
        self.centre += Vec2::new(
            shift(seen.x0, seen.x1, wanted.x0, wanted.x1),
            shift(seen.y0, seen.y1, wanted.y0, wanted.y1),
        );
    }

    /// Keeps the middle of the view on the drawing, so that it cannot be lost.
    pub fn stay_on(&mut self, content: Rect) {
        self.centre = Point::new(
            self.centre.x.clamp(content.x0, content.x1.max(content.x0)),
            self.centre.y.clamp(content.y0, content.y1.max(content.y0)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Rect = Rect::new(100.0, 50.0, 900.0, 650.0);

    fn near(a: Point, b: Point) {
        assert!(a.distance(b) < 1e-9, "{a:?} is not {b:?}");
    }

    #[test]
    fn there_and_back_is_the_same_point() {
        let camera = Camera {
            centre: Point::new(30.0, -7.0),
            zoom: 1.7,
        };
        let p = Point::new(12.5, 99.0);
        near(
            camera.page_from_screen(VIEW, camera.screen_from_page(VIEW, p)),
            p,
        );
        near(camera.screen_from_page(VIEW, camera.centre), VIEW.center());
    }

    #[test]
    fn zooming_holds_the_point_under_the_pointer() {
        let mut camera = Camera::default();
        let pointer = Point::new(300.0, 600.0);
        let before = camera.page_from_screen(VIEW, pointer);
        camera.zoom_at(VIEW, pointer, 1.6);
        near(camera.page_from_screen(VIEW, pointer), before);
        assert!((camera.zoom - 1.6).abs() < 1e-9);
        camera.zoom_at(VIEW, pointer, 1e9);
        assert!((camera.zoom - MAX_ZOOM).abs() < 1e-9);
        near(camera.page_from_screen(VIEW, pointer), before);
        camera.zoom_at(VIEW, pointer, f64::NAN);
        assert!(camera.zoom.is_finite());
    }

    #[test]
    fn panning_follows_the_pointer() {
        let mut camera = Camera {
            centre: Point::ZERO,
            zoom: 2.0,
        };
        let p = Point::new(5.0, 5.0);
        let before = camera.screen_from_page(VIEW, p);
        camera.pan(Vec2::new(40.0, -10.0));
        near(
            camera.screen_from_page(VIEW, p),
            before + Vec2::new(40.0, -10.0),
        );
    }

    #[test]
    fn fit_shows_everything_and_never_enlarges_too_far() {
        for (content, largest) in [
            (Rect::new(0.0, 0.0, 3000.0, 400.0), 1.5),
            (Rect::new(-50.0, 20.0, 10.0, 4000.0), 1.5),
            (Rect::new(0.0, 0.0, 10.0, 10.0), 1.5),
            (Rect::ZERO, 1.5),
        ] {
            let mut camera = Camera::default();
            camera.fit(VIEW, content, 24.0, largest);
            let on_screen = camera.screen_rect(VIEW, content);
            assert!(
                VIEW.inset(-23.9).union(on_screen) == VIEW.inset(-23.9),
                "{content:?}"
            );
            assert!(camera.zoom <= largest);
        }
    }

    #[test]
    fn reveal_moves_only_when_needed() {
        let mut camera = Camera::default();
        let start = camera;
        camera.reveal(VIEW, Rect::new(-10.0, -10.0, 10.0, 10.0), 20.0);
        assert_eq!(camera, start);
        let far = Rect::new(1000.0, 0.0, 1100.0, 40.0);
        camera.reveal(VIEW, far, 20.0);
        let seen = camera.visible(VIEW);
        assert!(seen.contains(far.center()) && seen.x1 >= far.x1 + 19.9);
    }

    #[test]
    fn the_drawing_cannot_be_lost() {
        let content = Rect::new(0.0, 0.0, 500.0, 300.0);
        let mut camera = Camera::default();
        camera.pan(Vec2::new(1e7, -1e7));
        camera.stay_on(content);
        assert!(content.inflate(0.1, 0.1).contains(camera.centre));
    }
}
