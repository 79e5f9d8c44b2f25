//! What stands round the drawings of a page: which parts are wanted, how much room they take, and
//! where they stand.

use super::furniture::{self, Block, Entry, KeyForm, MARGIN, TitleBlock};
use super::options::Options;
use super::pages::{self, KeyPlan};
use super::theme::Theme;
use super::{Group, Role};
use crate::geom::{Point, Size};
use crate::model::Language;
use crate::say::Phrase;

/// Width of the key when it stands at the side, in pt.
pub(super) const SIDE: f64 = 148.0;
/// Room between drawing and furniture.
pub(super) const AIR: f64 = 12.0;

/// The words and samples that may stand round the drawing.
pub(super) struct Furnishing {
    pub(super) title: TitleBlock,
    pub(super) entries: Vec<Entry>,
    pub(super) key: KeyForm,
    pub(super) notes: Vec<String>,
    /// The language of its words.
    pub(super) language: Language,
    /// The same in another language, which must find room in the same places.
    pub(super) twin: Option<Box<Furnishing>>,
    /// The key plan, when there are several pages; it stands over the key at the side.
    pub(super) plan: Option<KeyPlan>,
}

/// What of it stands round a drawing, by the options.
#[derive(Clone, Copy)]
pub(super) struct Round<'a> {
    pub(super) furnishing: &'a Furnishing,
    pub(super) options: &'a Options,
    pub(super) theme: &'a Theme,
}

impl Round<'_> {
    /// A block as high as that of the other language, if there is one.
    fn high(&self, block: impl Fn(&Furnishing) -> Option<Block>) -> Option<Block> {
        let own = block(self.furnishing);
        let twin = self.furnishing.twin.as_deref();
        let Some(other) = twin.and_then(block) else {
            return own;
        };
        let height = own.as_ref().map_or(0.0, |own| own.height);
        Some(Block {
            height: height.max(other.height),
            group: own.map_or(
                Group {
                    role: other.group.role,
                    items: Vec::new(),
                },
                |own| own.group,
            ),
        })
    }

    fn title(&self, at: Point, width: f64) -> Option<Block> {
        let wanted = &self.options.surround;
        if !self.options.furniture || !wanted.title {
            return None;
        }
        self.high(|furnishing| {
            let mut block = furnishing.title.clone();
            if let Some(status) = &wanted.status {
                let status = status.trim().to_owned();
                block.status = Some(status).filter(|status| !status.is_empty());
            }
            if !wanted.date {
                block.date = None;
            }
            Some(furniture::title(&block, self.theme, at, width))
        })
    }

    fn key(&self, at: Point, width: f64) -> Option<Block> {
        let wanted = self.options.furniture && self.options.surround.legend;
        self.high(|furnishing| {
            let heading = Phrase::Key.in_language(furnishing.language);
            let form = (heading, furnishing.key);
            wanted.then(|| furniture::key(&furnishing.entries, form, self.theme, at, width))
        })
    }

    fn notes(&self, at: Point, width: f64) -> Option<Block> {
        let wanted = self.options.furniture && self.options.surround.notes;
        self.high(|furnishing| {
            let notes = &furnishing.notes;
            (wanted && !notes.is_empty()).then(|| furniture::notes(notes, self.theme, at, width))
        })
    }

    fn plan(&self, at: Point) -> Option<Block> {
        let wanted = self.options.furniture;
        self.high(|furnishing| {
            let plan = furnishing.plan.as_ref().filter(|_| wanted)?;
            Some(pages::block(
                plan,
                furnishing.language,
                self.theme,
                at,
                SIDE,
            ))
        })
    }

    fn footer(&self, at: Point, width: f64) -> Option<Block> {
        let words = self.options.surround.footer.as_deref()?.trim();
        let wanted = self.options.furniture && !words.is_empty();
        wanted.then(|| furniture::notes(&[words.to_owned()], self.theme, at, width))
    }

    /// The places of the key to try: under the drawing, or (`true`) at the side.
    pub(super) fn places(&self) -> &'static [bool] {
        if self.key(Point::ZERO, SIDE).is_none() && self.notes(Point::ZERO, SIDE).is_none() {
            return if self.plan(Point::ZERO).is_some() {
                &[true]
            } else {
                &[false]
            };
        }
        if self.furnishing.plan.is_some() {
            &[true]
        } else {
            &[false, true]
        }
    }

    /// What the title takes of the height.
    pub(super) fn over(&self, width: f64) -> f64 {
        let title = self.title(Point::ZERO, width);
        title.map_or(0.0, |title| title.height + AIR)
    }

    /// What key and notes take of the height under the drawing, without the room between.
    fn under(&self, width: f64) -> f64 {
        let key = self.key(Point::ZERO, width).map_or(0.0, |key| key.height);
        key + self.notes(Point::ZERO, width).map_or(0.0, |n| n.height)
    }

    /// The same with the room between.
    pub(super) fn below(&self, width: f64) -> f64 {
        let under = self.under(width);
        if under > 0.0 { under + AIR } else { 0.0 }
    }

    /// What stands at the side takes of the height.
    pub(super) fn beside(&self) -> f64 {
        let plan = self.plan(Point::ZERO);
        plan.map_or(0.0, |plan| plan.height + AIR) + self.under(SIDE)
    }

    /// What the words at the foot of the sheet take of the height.
    pub(super) fn foot(&self, width: f64) -> f64 {
        let footer = self.footer(Point::ZERO, width);
        footer.map_or(0.0, |footer| footer.height + AIR * 0.5)
    }

    /// The size of a sheet made to fit.
    pub(super) fn fitted(&self, across: f64, down: f64) -> Size {
        // Titles and keys in a narrow column are hard to read.
        let w = if self.options.furniture {
            across.max(520.0)
        } else {
            across
        };
        let around = self.over(w) + self.below(w) + self.foot(w);
        Size::new(w + 2.0 * MARGIN, down + around + 2.0 * MARGIN)
    }

    /// The title at the top of the sheet; where the drawing may begin.
    pub(super) fn put_title(&self, width: f64, groups: &mut Vec<Group>) -> f64 {
        let at = Point::new(MARGIN, MARGIN);
        match self.title(at, width) {
            Some(title) => {
                groups.push(title.group);
                MARGIN + title.height + AIR
            }
            None => MARGIN,
        }
    }

    /// Key, notes and foot. `top` and `down` are those of the drawing.
    pub(super) fn put_rest(
        &self,
        side: bool,
        (top, down): (f64, f64),
        size: Size,
        groups: &mut Vec<Group>,
    ) {
        let inner = size.width - 2.0 * MARGIN;
        let foot = self.foot(inner);
        let (mut at, width) = if side {
            (Point::new(MARGIN + inner - SIDE, top), SIDE)
        } else {
            // At the foot of the sheet, but never over the drawing.
            let y = size.height - MARGIN - self.under(inner) - foot;
            (Point::new(MARGIN, y.max(top + down + AIR * 0.5)), inner)
        };
        if side && let Some(plan) = self.plan(at) {
            at.y += plan.height + AIR;
            groups.push(plan.group);
        }
        if let Some(key) = self.key(at, width) {
            at.y += key.height + if side { AIR } else { 0.0 };
            groups.push(key.group);
        }
        let mut bottom = at.y;
        if let Some(notes) = self.notes(at, width) {
            bottom += notes.height;
            groups.push(notes.group);
        }
        let y = size.height - MARGIN - foot + AIR * 0.5;
        // Where the rest has grown past the sheet, the foot goes under it.
        let y = if side { y } else { y.max(bottom) };
        if let Some(footer) = self.footer(Point::new(MARGIN, y), inner) {
            groups.push(Group {
                role: Role::Notes,
                items: footer.group.items,
            });
        }
    }
}
