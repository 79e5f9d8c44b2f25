//! Sheets with tagged pieces, and how they become one file: PDF/UA-1 and PDF/A-2a at once.

use std::num::NonZeroU16;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point as PdfPoint, Rect as PdfRect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::{Document, SerializeSettings};

use super::PdfError;
use super::shapes::{self, pt};
use super::spoken;
use super::text::{self, Fonts, is_irregular, plain};
use crate::export::OtherLanguage;
use crate::export::page_text::whole_text;
use crate::geom::{Rect, Size};
use crate::model::Language;
use crate::scene::{Colour, Geometry, Group, Item, Page, Role};
use crate::text::RowEnd;

/// What the file says about itself.
pub(super) struct About {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) language: &'static str,
    /// When the project says it is of: a year, a month or a day.
    pub(super) date: Option<String>,
}

/// A page before it is written.
pub(super) struct Sheet {
    pub(super) size: Size,
    pub(super) ground: Colour,
    pub(super) pieces: Vec<Piece>,
    /// Whether it is a page of a picture; else words stand on it.
    pub(super) drawn: bool,
}

/// Items that are read as one.
pub(super) struct Piece {
    /// The leaf of the tag tree that it belongs to; none for what is only decoration.
    pub(super) leaf: Option<Leaf>,
    pub(super) items: Vec<Item>,
}

/// A leaf of the tag tree; pieces on several pages may belong to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaf(usize);

/// The tag tree as it is planned.
pub(super) enum Planned {
    Group(TagKind, Vec<Planned>),
    Leaf(Leaf),
}

/// An entry of the table of contents that readers show beside the pages.
pub(super) struct Entry {
    pub(super) level: u16,
    pub(super) words: String,
    pub(super) page: usize,
    pub(super) top: f64,
}

/// A whole file before it is written.
#[derive(Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    pub(super) tags: Vec<Planned>,
    pub(super) entries: Vec<Entry>,
    leaves: usize,
    /// The language of the words at the foot of pages.
    pub(super) language: Language,
    /// What in it stands in another language.
    pub(super) other: OtherLanguage,
}

impl Book {
    /// Marks everything tagged from a place on, where it is in another language than the file.
    pub(super) fn speak(&mut self, from: usize, own: Language, language: Language) {
        if own != language {
            let parts = self.tags.split_off(from.min(self.tags.len()));
            let tag = Tag::Section.with_lang(Some(language.tag().to_owned()));
            self.tags.push(Planned::group(tag, parts));
        }
    }
}

impl Sheet {
    /// What is seen of it.
    pub(super) fn page(self) -> Page {
        let pieces = self.pieces.into_iter();
        let group = |piece: Piece| Group {
            role: Role::Notes,
            items: piece.items,
        };
        Page {
            size: self.size,
            ground: self.ground,
            groups: pieces.map(group).collect(),
            scale: 1.0,
            panes: Vec::new(),
        }
    }
}

impl Planned {
    pub(super) fn group(tag: impl Into<TagKind>, children: Vec<Self>) -> Self {
        Self::Group(tag.into(), children)
    }
}

/// A heading's tag.
pub(super) fn heading(level: u16, words: &str) -> TagKind {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    Tag::Hn(level, Some(plain(words))).into()
}

/// The tag of a picture on a page.
pub(super) fn figure(alt: &str, page: usize, bounds: Rect) -> TagKind {
    let mut tag = Tag::Figure(Some(plain(alt)));
    let (x0, y0) = (pt(bounds.x0), pt(bounds.y0));
    if let Some(rect) = PdfRect::from_ltrb(x0, y0, pt(bounds.x1), pt(bounds.y1)) {
        tag.set_bbox(Some(BBox::new(page, rect)));
    }
    tag.into()
}

impl Book {
    pub(super) fn leaf(&mut self) -> Leaf {
        self.leaves += 1;
        Leaf(self.leaves - 1)
    }

    /// The bytes of the file.
    pub(super) fn write(self, about: &About) -> Result<Vec<u8>, PdfError> {
        let configuration = ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_A)
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|error| PdfError::Writing(format!("{error:?}")))?;
        let mut document = Document::new_with(SerializeSettings {
            configuration,
            ..SerializeSettings::default()
        });
        let mut fonts = Fonts::load().ok_or_else(|| PdfError::Writing("no font".to_owned()))?;
        let mut found: Vec<Vec<Identifier>> = vec![Vec::new(); self.leaves];
        for sheet in &self.sheets {
            let (width, height) = (pt(sheet.size.width), pt(sheet.size.height));
            let settings = PageSettings::from_wh(width, height)
                .ok_or_else(|| PdfError::Writing("a page without size".to_owned()))?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            ground(&mut surface, sheet);
            for piece in &sheet.pieces {
                let ids = write_piece(&mut surface, &mut fonts, piece, &self.other);
                let leaf = piece.leaf.and_then(|leaf| found.get_mut(leaf.0));
                leaf.into_iter().for_each(|leaf| leaf.extend(&ids));
            }
            surface.finish();
            page.finish();
        }
        let mut tree = TagTree::new();
        for planned in self.tags {
            nodes(planned, &found)
                .into_iter()
                .for_each(|node| tree.push(node));
        }
        document.set_tag_tree(tree);
        document.set_outline(outline(&self.entries));
        document.set_metadata(metadata(about));
        document
            .finish()
            .map_err(|error| PdfError::Writing(error.to_string()))
    }
}

fn metadata(about: &About) -> Metadata {
    Metadata::new()
        .title(plain(&about.title))
        .description(plain(&about.description))
        .language(about.language.to_owned())
        .creator("Dotted Line".to_owned())
        .document_id(plain(&about.title))
        .creation_date(date(about.date.as_deref()))
}

/// The date of the project. PDF/A wants one, and no output holds the time it was made at: what
/// states no date gets the first one that computers know.
fn date(stated: Option<&str>) -> DateTime {
    let mut parts = stated.unwrap_or_default().split('-').map(str::parse::<u16>);
    let Some(Ok(year)) = parts.next() else {
        return DateTime::new(1970).month(1).day(1);
    };
    let mut next = |most: u16| {
        let part = parts.next().and_then(Result::ok);
        part.filter(|n| (1..=most).contains(n))
            .and_then(|n| u8::try_from(n).ok())
    };
    let date = DateTime::new(year.min(9999));
    match (next(12), next(31)) {
        (Some(month), Some(day)) => date.month(month).day(day),
        (Some(month), None) => date.month(month),
        (None, _) => date,
    }
}

fn ground(surface: &mut Surface<'_>, sheet: &Sheet) {
    if sheet.ground == Colour(255, 255, 255) {
        return;
    }
    let all = Geometry::Rect {
        rect: Rect::from_origin_size((0.0, 0.0), sheet.size),
        radii: [0.0; 4],
    };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Page,
    )));
    shapes::draw(surface, &all, Some(sheet.ground), None);
    surface.end_tagged();
}

/// Draws a piece; the texts in it that are broken into rows, or that letters alone do not give
/// back, carry their words whole.
fn write_piece(
    surface: &mut Surface<'_>,
    fonts: &mut Fonts,
    piece: &Piece,
    other: &OtherLanguage,
) -> Vec<Identifier> {
    if piece.leaf.is_none() {
        let kind = ArtifactType::PaginationOther;
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        piece
            .items
            .iter()
            .for_each(|item| draw(surface, fonts, item, false));
        surface.end_tagged();
        return Vec::new();
    }
    let mut ids = Vec::new();
    let mut rest = piece.items.as_slice();
    while !rest.is_empty() {
        let (part, whole) = first_part(rest, other);
        let (items, after) = rest.split_at(part.min(rest.len()));
        if let Some(spoken) = spoken::Spoken::of(items, whole.as_deref(), other) {
            ids.extend(spoken.write(surface, fonts));
            rest = after;
            continue;
        }
        let tag = match &whole {
            Some(words) => ContentTag::Span(SpanTag::empty().with_actual_text(Some(words))),
            None => ContentTag::Other,
        };
        ids.push(surface.start_tagged(tag));
        items
            .iter()
            .for_each(|item| draw(surface, fonts, item, whole.is_some()));
        surface.end_tagged();
        rest = after;
    }
    ids
}

/// How many items come first: up to a text that must be told whole, or just that text with its
/// words.
fn first_part(items: &[Item], other: &OtherLanguage) -> (usize, Option<String>) {
    let mut count = 0;
    for (at, item) in items.iter().enumerate() {
        if let Item::Text { run, .. } = item
            && (run.end != RowEnd::Text || is_irregular(run))
        {
            if at > 0 {
                return (at, None);
            }
            let (rows, words) = whole_text(items);
            return (rows, Some(words));
        }
        if let Item::Text { run, .. } = item
            && other.is_in(&run.text)
        {
            return (at.max(1), None);
        }
        count = at + 1;
    }
    (count, None)
}

fn draw(surface: &mut Surface<'_>, fonts: &mut Fonts, item: &Item, told: bool) {
    match item {
        Item::Shape {
            geometry,
            fill,
            stroke,
        } => shapes::draw(surface, geometry, *fill, stroke.as_ref()),
        Item::Text { at, run, colour } => {
            text::draw(surface, fonts, (*at, run), *colour, told, None);
        }
    }
}

fn nodes(planned: Planned, found: &[Vec<Identifier>]) -> Vec<Node> {
    match planned {
        Planned::Leaf(leaf) => {
            let ids = found.get(leaf.0).into_iter().flatten();
            ids.map(|id| Node::Leaf(*id)).collect()
        }
        Planned::Group(tag, children) => {
            let children = children.into_iter();
            let children = children.flat_map(|child| nodes(child, found)).collect();
            vec![Node::Group(TagGroup::with_children(tag, children))]
        }
    }
}

fn outline(entries: &[Entry]) -> Outline {
    let mut out = Outline::new();
    let mut rest = entries;
    while let Some((node, after)) = entry(rest) {
        out.push_child(node);
        rest = after;
    }
    out
}

/// The first entry with all that stand under it, and the entries after these.
fn entry(entries: &[Entry]) -> Option<(OutlineNode, &[Entry])> {
    let (first, mut rest) = entries.split_first()?;
    let at = PdfPoint::from_xy(0.0, pt(first.top));
    let destination = XyzDestination::new(first.page, at);
    let mut node = OutlineNode::new(plain(&first.words), destination).with_open(first.level <= 1);
    while rest.first().is_some_and(|next| next.level > first.level) {
        let (child, after) = entry(rest)?;
        node.push_child(child);
        rest = after;
    }
    Some((node, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_stated() {
        for (stated, expected) in [
            (Some("2010"), DateTime::new(2010)),
            (Some("2011-07"), DateTime::new(2011).month(7)),
            (Some("2011-07-22"), DateTime::new(2011).month(7).day(22)),
            (Some("2011-13-40"), DateTime::new(2011)),
            (Some("soon"), DateTime::new(1970).month(1).day(1)),
            (None, DateTime::new(1970).month(1).day(1)),
        ] {
            assert_eq!(date(stated), expected, "{stated:?}");
        }
    }
}
