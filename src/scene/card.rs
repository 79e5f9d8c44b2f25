//! A body's card: its text broken into rows, its size, its shapes.

use super::pattern;
use super::style::CardMeasures;
use super::theme::{BandPattern, KindLook, Mark, Theme};
use super::{Colour, Geometry, Item, Stroke};
use crate::geom::{Point, Rect};
use crate::text::{Run, rows_width, wrap};

/// What a card says and how it looks.
#[derive(Clone, Debug)]
pub(super) struct CardSpec<'a> {
    /// Full name.
    pub(super) name: &'a str,
    /// Small lines.
    pub(super) small: Vec<String>,
    /// Whether the name is set larger: the body at the top.
    pub(super) top: bool,
    /// Look of its kind.
    pub(super) look: &'a KindLook,
    /// Whether the edge is dashed.
    pub(super) undecided: bool,
    /// Whether it stands for several bodies (a second edge behind).
    pub(super) class: bool,
    /// The change strip, in a comparison.
    pub(super) mark: Option<Mark>,
    /// Whether room for a strip is kept, so that both sides of a comparison agree.
    pub(super) strip_room: bool,
}

/// A card with its text broken into rows.
#[derive(Clone, Debug)]
pub(super) struct Card<'a> {
    spec: CardSpec<'a>,
    measures: CardMeasures,
    name: Vec<Run>,
    small: Vec<Run>,
    /// Smallest width in pt that shows all text.
    pub(super) width: f64,
    /// Smallest height in pt that shows all text.
    pub(super) height: f64,
}

/// Room behind a card for the second edge of a class, in pt.
pub(super) const CLASS_OFFSET: f64 = 3.0;

impl<'a> Card<'a> {
    /// The card as large as it must be for other words too: name and small lines in another
    /// language.
    #[must_use]
    pub(super) fn beside(
        spec: CardSpec<'a>,
        other: Option<(&str, Vec<String>)>,
        measures: CardMeasures,
    ) -> Self {
        let own = Self::new(spec.clone(), measures);
        let Some((name, small)) = other else {
            return own;
        };
        let other = CardSpec {
            name,
            small,
            ..spec.clone()
        };
        let width = own.width.max(Card::new(other.clone(), measures).width);
        let own = Self::at_width(spec, measures, width);
        let other = Card::at_width(other, measures, width);
        Self {
            width: own.width.max(other.width),
            height: own.height.max(other.height),
            ..own
        }
    }

    /// Breaks the text into rows for the narrowest width at which it looks calm.
    #[must_use]
    pub(super) fn new(spec: CardSpec<'a>, measures: CardMeasures) -> Self {
        let last = measures.widths.len() - 1;
        let mut chosen = None;
        for (i, &width) in measures.widths.iter().enumerate() {
            let card = Self::at_width(spec.clone(), measures, width);
            let calm = if spec.top {
                card.name.len() <= 2 && card.small.len() <= spec.small.len()
            } else {
                card.name.len() <= 3 && card.small.len() <= spec.small.len() + 1
            };
            let whole = card.unbroken();
            if (calm && whole) || i == last {
                chosen = Some(card);
                break;
            }
        }
        chosen.unwrap_or_else(|| Self::at_width(spec, measures, 240.0))
    }

    /// The same card as nothing happens to it: without its strip, and with these small lines alone.
    /// It is no larger, and its name stands in the same rows.
    #[must_use]
    pub(super) fn quiet(&self, small: Vec<String>) -> Self {
        let spec = CardSpec {
            mark: None,
            small,
            ..self.spec.clone()
        };
        Self::at_width(spec, self.measures, self.width)
    }

    fn at_width(spec: CardSpec<'a>, measures: CardMeasures, width: f64) -> Self {
        let band = Self::band_width(&spec, &measures);
        let strip = if spec.strip_room { measures.strip } else { 0.0 };
        let behind = if spec.class { CLASS_OFFSET } else { 0.0 };
        let around = band + 2.0 * measures.pad_x + strip + behind;
        let room = width - around;
        let style = if spec.top {
            measures.top
        } else {
            measures.name
        };
        let name = wrap(spec.name, style, room);
        let small: Vec<Run> = spec
            .small
            .iter()
            .flat_map(|line| wrap(line, measures.small, room))
            .collect();
        let line = if spec.top {
            measures.top_line
        } else {
            measures.name_line
        };
        let text = row_height(name.len(), line) + row_height(small.len(), measures.small_line);
        let widest = rows_width(&name).max(rows_width(&small)) + around;
        Self {
            height: text + 2.0 * measures.pad_y + behind,
            width: width.max(widest.ceil()),
            spec,
            measures,
            name,
            small,
        }
    }

    /// Whether every word stands whole in a row.
    fn unbroken(&self) -> bool {
        let words = self.spec.name.split_whitespace().count();
        let shown: usize = self
            .name
            .iter()
            .map(|r| r.text.split_whitespace().count())
            .sum();
        shown <= words + self.spec.name.matches(['/', '-']).count()
    }

    fn band_width(spec: &CardSpec<'_>, measures: &CardMeasures) -> f64 {
        match spec.look.pattern {
            BandPattern::None => 0.0,
            BandPattern::SolidWide => measures.band_wide,
            _ => measures.band,
        }
    }

    /// The shapes and rows of the card in a box at least as large as its size.
    #[must_use]
    pub(super) fn draw(&self, theme: &Theme, outer: Rect) -> Vec<Item> {
        const RADIUS: f64 = 4.0;
        let behind = if self.spec.class { CLASS_OFFSET } else { 0.0 };
        let rect = Rect::new(outer.x0, outer.y0, outer.x1 - behind, outer.y1 - behind);
        let edge = if self.spec.undecided {
            Stroke::dashed(theme.ui.control, 1.0, &[5.0, 3.0])
        } else {
            Stroke::solid(theme.ui.control, 1.0)
        };
        let radii = [RADIUS; 4];
        let look = self.spec.look;
        let mut items = Vec::new();
        let face = Item::Shape {
            geometry: Geometry::Rect { rect, radii },
            fill: Some(look.tint),
            stroke: Some(edge.clone()),
        };
        if self.spec.class {
            // The outline of the whole card comes first: it is what others measure.
            let outline = Geometry::Rect { rect: outer, radii };
            items.push(Item::Shape {
                geometry: outline,
                fill: None,
                stroke: None,
            });
            let second = rect + crate::geom::Vec2::new(CLASS_OFFSET, CLASS_OFFSET);
            items.push(Item::Shape {
                geometry: Geometry::Rect {
                    rect: second,
                    radii,
                },
                fill: Some(theme.ui.paper),
                stroke: Some(edge),
            });
        }
        items.push(face);
        let band = Self::band_width(&self.spec, &self.measures);
        if band > 0.0 {
            items.extend(pattern::band(look, theme.ui.paper, rect, band, RADIUS));
        }
        if let Some(mark) = self.spec.mark {
            let ground = theme.ui.paper;
            let strip = self.measures.strip;
            items.extend(pattern::strip(
                mark,
                theme.mark(mark),
                ground,
                rect,
                strip,
                RADIUS,
            ));
        }
        items.extend(self.rows(theme, rect, band));
        items
    }

    fn rows(&self, theme: &Theme, rect: Rect, band: f64) -> Vec<Item> {
        let m = &self.measures;
        let (line, size) = if self.spec.top {
            (m.top_line, m.top.size)
        } else {
            (m.name_line, m.name.size)
        };
        let text = row_height(self.name.len(), line) + row_height(self.small.len(), m.small_line);
        let x = rect.x0 + band + m.pad_x;
        let mut y = rect.y0 + (rect.height() - text) / 2.0;
        let mut items = Vec::new();
        let struck = self.spec.mark == Some(Mark::Ended);
        for run in &self.name {
            let baseline = y + line * 0.5 + size * 0.33;
            items.push(text_item(x, baseline, run, self.spec.look.text));
            if struck {
                let at = baseline - size * 0.25;
                let points = vec![Point::new(x, at), Point::new(x + run.width, at)];
                items.push(Item::Shape {
                    geometry: Geometry::Line { points, ease: 0.0 },
                    fill: None,
                    stroke: Some(Stroke::solid(self.spec.look.text, 1.0)),
                });
            }
            y += line;
        }
        for run in &self.small {
            let baseline = y + m.small_line * 0.5 + m.small.size * 0.33;
            items.push(text_item(x, baseline, run, theme.ui.muted));
            y += m.small_line;
        }
        items
    }
}

fn text_item(x: f64, y: f64, run: &Run, colour: Colour) -> Item {
    Item::Text {
        at: Point::new(x, y),
        run: run.clone(),
        colour,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a card has few rows")]
fn row_height(rows: usize, line: f64) -> f64 {
    rows as f64 * line
}
