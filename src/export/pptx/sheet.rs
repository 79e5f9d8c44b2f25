//! One page of a scene as the shapes of a slide.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Slide;
use super::connector;
use super::element::{Element, Taken, elements};
use super::glue::{self, Spot};
use super::outline::{self, Outline};
use super::text::Words;
use super::title;
use super::unit::{self, Frame, Unit};
use crate::export::svg::xml;
use crate::geom::Rect;
use crate::scene::{Colour, Geometry, Group, Item, Role, Stroke};

/// Marks a shape that a screen reader passes over.
const DECORATIVE: &str = r#"<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>"#;

/// Number of the first shape on a slide; the slide itself is 1.
const FIRST: u32 = 2;

/// The least factor for words of cards that all cards of a slide share; those that need to be
/// smaller yet are so by themselves.
const SHARED: f64 = 0.8;

/// The shapes of a slide as they are written.
pub(super) struct Sheet<'a> {
    pub(super) out: String,
    pub(super) unit: Unit,
    pub(super) lang: &'static str,
    pub(super) slide: &'a Slide,
    next: u32,
}

/// What stands at the ends of lines.
#[derive(Default)]
pub(super) struct Ends<'a> {
    /// At each shape, by its place among the spots.
    pub(super) of: BTreeMap<usize, Vec<&'a Item>>,
    /// What has to lie over all cards.
    pub(super) over: Vec<&'a Item>,
}

/// The shapes of a slide; `title` is its title.
pub(super) fn shapes(slide: &Slide, title: &str) -> String {
    let page = &slide.page;
    let unit = Unit::of(page.size);
    let taken = Taken::on(page);
    let mut spots = glue::spots(page, unit, FIRST);
    let mut sheet = Sheet {
        out: String::with_capacity(64 * 1024),
        unit,
        lang: slide.lang,
        slide,
        next: FIRST + u32::try_from(spots.len()).unwrap_or(0),
    };
    title::write(&mut sheet, page, title, &taken);
    // Lines lie under cards, which then cover their ends; panels lie under lines.
    let mut ends = Ends::default();
    let mut lines = String::new();
    for group in &page.groups {
        if matches!(group.role, Role::Link(_) | Role::Collective(_)) {
            std::mem::swap(&mut sheet.out, &mut lines);
            connector::write(&mut sheet, group, &mut spots, &mut ends);
            std::mem::swap(&mut sheet.out, &mut lines);
        }
    }
    let shared = shared_factor(&page.groups, &spots, &taken);
    for (n, group) in page.groups.iter().enumerate() {
        let card = matches!(group.role, Role::Body(_) | Role::Ghost { .. });
        if card && !lines.is_empty() {
            sheet.out.push_str(&std::mem::take(&mut lines));
        }
        let spot = spots.iter().position(|spot| spot.group == n);
        let own = spot.and_then(|spot| ends.of.get(&spot));
        let spot = spot.and_then(|spot| spots.get(spot));
        match &group.role {
            Role::Body(_) => sheet.card(group, spot, own, shared, &taken),
            Role::Title | Role::Link(_) => {}
            Role::Collective(_) => sheet.words_of_line(group, &taken),
            Role::Zone => sheet.panel(group, spot, own, &taken),
            Role::Ghost { .. } | Role::Notes => sheet.plain(&group.items, &taken),
            Role::Legend => sheet.key(&group.items, &taken),
        }
    }
    // A page without cards may still have lines.
    sheet.out.push_str(&lines);
    let over: Vec<Item> = ends.over.into_iter().cloned().collect();
    let over = elements(&over, None, &taken);
    sheet.elements(&over, 1.0, "End of a line");
    sheet.out
}

/// The factor that fits the words of as many cards as may share one.
fn shared_factor(groups: &[Group], spots: &[Spot<'_>], taken: &Taken) -> f64 {
    let mut shared = 1.0;
    for spot in spots {
        let group = groups.get(spot.group);
        let Some(group) = group.filter(|g| matches!(g.role, Role::Body(_))) else {
            continue;
        };
        for element in elements(&group.items, Some(spot.item), taken) {
            if let Element::Shape {
                words: Some(words), ..
            } = element
            {
                let factor = words.factor();
                if factor >= SHARED {
                    shared = f64::min(shared, factor);
                }
            }
        }
    }
    shared
}

/// What a shape is called and whether it is passed over.
pub(super) struct Name<'a> {
    pub(super) name: &'a str,
    pub(super) words: &'a str,
    pub(super) decorative: bool,
}

impl<'a> Name<'a> {
    pub(super) fn of(name: &'a str) -> Self {
        Self {
            name,
            words: "",
            decorative: false,
        }
    }

    pub(super) fn decorative(name: &'a str) -> Self {
        Self {
            decorative: true,
            ..Self::of(name)
        }
    }
}

impl Sheet<'_> {
    pub(super) fn id(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// The element `p:cNvPr`.
    pub(super) fn name(&mut self, id: u32, name: &Name<'_>) {
        let _ = write!(self.out, r#"<p:cNvPr id="{id}" name="{}""#, xml(name.name));
        if !name.words.is_empty() {
            let _ = write!(self.out, r#" descr="{}""#, xml(name.words));
        }
        if name.decorative {
            let _ = write!(self.out, ">{DECORATIVE}</p:cNvPr>");
        } else {
            self.out.push_str("/>");
        }
    }

    /// A shape with its words.
    pub(super) fn shape(
        &mut self,
        id: u32,
        name: &Name<'_>,
        outline: &Outline,
        (fill, stroke): (Option<Colour>, Option<&Stroke>),
        words: Option<(&Words, f64)>,
    ) {
        self.out.push_str("<p:sp><p:nvSpPr>");
        self.name(id, name);
        let _ = write!(
            self.out,
            r#"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>{}{}{}</p:spPr>"#,
            outline.frame.xml(),
            outline.xml,
            unit::fill(fill),
            unit::line(stroke, self.unit, ""),
        );
        if let Some((words, factor)) = words {
            let body = words.body(self.unit, factor, self.lang);
            self.out.push_str(&body);
        }
        self.out.push_str("</p:sp>");
    }

    /// Words in a box of their own.
    pub(super) fn words(&mut self, place: Rect, words: &Words, factor: f64) -> Frame {
        let id = self.id();
        let text = words.text();
        let frame = self.unit.frame(place);
        self.out.push_str("<p:sp><p:nvSpPr>");
        self.name(id, &Name::of(&text));
        let _ = write!(
            self.out,
            r#"<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>{}<a:noFill/></p:spPr>{}</p:sp>"#,
            frame.xml(),
            outline::preset("rect"),
            words.body(self.unit, factor, self.lang),
        );
        frame
    }

    /// A form without words that a screen reader passes over.
    pub(super) fn decoration(&mut self, item: &Item, name: &str) -> Option<Frame> {
        let Item::Shape {
            geometry,
            fill,
            stroke,
        } = item
        else {
            return None;
        };
        self.form(geometry, (*fill, stroke.as_ref()), name)
    }

    fn form(
        &mut self,
        geometry: &Geometry,
        paint: (Option<Colour>, Option<&Stroke>),
        name: &str,
    ) -> Option<Frame> {
        let outline = outline::outline(geometry, self.unit)?;
        let id = self.id();
        self.shape(id, &Name::decorative(name), &outline, paint, None);
        Some(outline.frame)
    }

    /// Elements one after another; the box round them.
    pub(super) fn elements(
        &mut self,
        elements: &[Element<'_>],
        factor: f64,
        name: &str,
    ) -> Option<Frame> {
        let mut around: Option<Frame> = None;
        for element in elements {
            let frame = match element {
                Element::Shape {
                    geometry,
                    fill,
                    stroke,
                    words: Some(words),
                } => outline::outline(geometry, self.unit).map(|outline| {
                    let (id, text) = (self.id(), words.text());
                    let words = Some((words, words.factor().min(factor)));
                    self.shape(id, &Name::of(&text), &outline, (*fill, *stroke), words);
                    outline.frame
                }),
                Element::Shape {
                    geometry,
                    fill,
                    stroke,
                    words: None,
                } => self.form(geometry, (*fill, *stroke), name),
                Element::Words { place, words } => {
                    Some(self.words(*place, words, words.factor().min(factor)))
                }
            };
            around = match (around, frame) {
                (Some(a), Some(b)) => Some(a.union(b)),
                (a, b) => a.or(b),
            };
        }
        around
    }

    fn plain(&mut self, items: &[Item], taken: &Taken) {
        let elements = elements(items, None, taken);
        self.elements(&elements, 1.0, "Outline");
    }

    /// Shapes as one group, which moves as one.
    pub(super) fn grouped(
        &mut self,
        name: &Name<'_>,
        write: impl FnOnce(&mut Self) -> Option<Frame>,
    ) -> Option<Frame> {
        let id = self.id();
        let mut inner = String::new();
        std::mem::swap(&mut self.out, &mut inner);
        let frame = write(self);
        std::mem::swap(&mut self.out, &mut inner);
        let frame = frame?;
        self.out.push_str("<p:grpSp><p:nvGrpSpPr>");
        self.name(id, name);
        let Frame { x, y, w, h } = frame;
        let _ = write!(
            self.out,
            r#"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{}<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>"#,
            frame.xml()
        );
        Some(frame)
    }

    /// The key, in letters of one size.
    fn key(&mut self, items: &[Item], taken: &Taken) {
        let elements = elements(items, None, taken);
        let factor = elements.iter().filter_map(|element| match element {
            Element::Words { words, .. } => Some(words.factor()),
            Element::Shape { .. } => None,
        });
        let factor = factor.fold(1.0, f64::min);
        self.grouped(&Name::of("Key"), |sheet| {
            sheet.elements(&elements, factor, "Sample")
        });
    }

    /// A panel with its words, or words over a part of the drawing.
    fn panel(
        &mut self,
        group: &Group,
        spot: Option<&Spot<'_>>,
        ends: Option<&Vec<&Item>>,
        taken: &Taken,
    ) {
        let elements = elements(&group.items, None, taken);
        let mut elements = elements.iter().peekable();
        if let (
            Some(spot),
            Some(Element::Shape {
                geometry,
                fill,
                stroke,
                words,
            }),
        ) = (spot, elements.peek())
            && let Geometry::Rect { rect, radii } = geometry
        {
            let outline = outline::rounded(*rect, *radii, self.unit, &spot.sites);
            let text = words
                .as_ref()
                .map_or_else(|| "Panel".to_owned(), Words::text);
            let name = Name {
                decorative: words.is_none(),
                ..Name::of(&text)
            };
            let words = words.as_ref().map(|words| (words, words.factor()));
            self.shape(spot.id, &name, &outline, (*fill, *stroke), words);
            elements.next();
        }
        for element in elements {
            self.elements(std::slice::from_ref(element), 1.0, "Boundary");
        }
        for end in ends.into_iter().flatten() {
            self.decoration(end, "End of a line");
        }
    }

    /// The words on a line that stands for several links.
    fn words_of_line(&mut self, group: &Group, taken: &Taken) {
        let (_, words) = connector::parts(&group.items);
        let words: Vec<Item> = words.into_iter().cloned().collect();
        self.plain(&words, taken);
    }
}
