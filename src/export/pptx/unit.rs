//! From pt of a page to the units of slides, and small elements that all shapes share.

use std::fmt::Write;

use crate::geom::{Point, Rect, Size};
use crate::scene::{Colour, Stroke};

/// Units of Office (EMU) in a pt.
const EMU: f64 = 12_700.0;

/// Width and height of a slide in pt.
pub(super) const SLIDE: Size = Size::new(960.0, 540.0);

/// A place in EMU.
pub(super) type Place = (i64, i64);

/// A box in EMU: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) w: i64,
    pub(super) h: i64,
}

/// How a page comes onto a slide: unchanged when it is as large, else fitted in the middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    factor: f64,
    left: f64,
    top: f64,
}

impl Unit {
    pub(super) fn of(page: Size) -> Self {
        let (w, h) = (page.width.max(1.0), page.height.max(1.0));
        let factor = (SLIDE.width / w).min(SLIDE.height / h);
        Self {
            factor,
            left: (SLIDE.width - w * factor) / 2.0,
            top: (SLIDE.height - h * factor) / 2.0,
        }
    }

    pub(super) fn length(self, pt: f64) -> i64 {
        whole(pt * self.factor * EMU)
    }

    pub(super) fn place(self, p: Point) -> Place {
        (
            whole((p.x * self.factor + self.left) * EMU),
            whole((p.y * self.factor + self.top) * EMU),
        )
    }

    pub(super) fn frame(self, rect: Rect) -> Frame {
        Frame::between(
            self.place(rect.origin()),
            self.place(Point::new(rect.x1, rect.y1)),
        )
    }

    /// Hundredths of a pt, as sizes of letters are given.
    pub(super) fn hundredths(self, pt: f64) -> i64 {
        whole(pt * self.factor * 100.0)
    }
}

impl Frame {
    /// The box between two corners.
    pub(super) fn between(a: Place, b: Place) -> Self {
        Self {
            x: a.0.min(b.0),
            y: a.1.min(b.1),
            w: (a.0 - b.0).abs(),
            h: (a.1 - b.1).abs(),
        }
    }

    pub(super) fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (
            (self.x + self.w).max(other.x + other.w),
            (self.y + self.h).max(other.y + other.h),
        );
        Self {
            x,
            y,
            w: right - x,
            h: bottom - y,
        }
    }

    /// Its elements `a:off` and `a:ext`.
    pub(super) fn xml(self) -> String {
        let Self { x, y, w, h } = self;
        format!(r#"<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>"#)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond i64 becomes its limit"
)]
pub(super) fn whole(value: f64) -> i64 {
    value.round() as i64
}

/// A plain fill.
pub(super) fn colour(colour: Colour) -> String {
    format!(
        r#"<a:solidFill><a:srgbClr val="{:02X}{:02X}{:02X}"/></a:solidFill>"#,
        colour.0, colour.1, colour.2
    )
}

/// The fill of a shape.
pub(super) fn fill(fill: Option<Colour>) -> String {
    fill.map_or_else(|| "<a:noFill/>".to_owned(), colour)
}

/// The element `a:ln`; `ends` are its arrow heads.
pub(super) fn line(stroke: Option<&Stroke>, unit: Unit, ends: &str) -> String {
    let Some(stroke) = stroke else {
        return "<a:ln><a:noFill/></a:ln>".to_owned();
    };
    let cap = if stroke.round { "rnd" } else { "flat" };
    let mut out = format!(
        r#"<a:ln w="{}" cap="{cap}">{}"#,
        unit.length(stroke.width),
        colour(stroke.colour)
    );
    if stroke.dash.is_empty() {
        out.push_str(r#"<a:prstDash val="solid"/>"#);
    } else {
        dash(&mut out, stroke);
    }
    let _ = write!(out, "<a:round/>{ends}</a:ln>");
    out
}

/// Dashes in shares of the width. Office counts round ends as part of a dash, our strokes do not.
fn dash(out: &mut String, stroke: &Stroke) {
    let width = stroke.width.max(0.01);
    let more = if stroke.round { width } else { 0.0 };
    let share = |length: f64| whole((length / width * 100_000.0).max(1000.0));
    let mut lengths = stroke.dash.clone();
    if lengths.len() % 2 == 1 {
        lengths.extend_from_within(..);
    }
    out.push_str("<a:custDash>");
    for pair in lengths.chunks(2) {
        if let [on, off] = pair {
            let _ = write!(
                out,
                r#"<a:ds d="{}" sp="{}"/>"#,
                share(on + more),
                share(off - more)
            );
        }
    }
    out.push_str("</a:custDash>");
}
