//! The pages of a scene as pictures in the text: each under its heading, as large as its page lets it.

use super::content::{Content, Levels, Paragraph, Piece, Section};
use super::{DocxError, paging};
use crate::describe::MAX_ALT;
use crate::export::document::one_line;
use crate::export::page_text::{PageWords, extent, page_words};
use crate::export::sheet::{A4, A4_ACROSS};
use crate::export::{png, svg};
use crate::geom::{Rect, Size, union};
use crate::scene::{Page, Role, Scene};

use super::style::Style;

/// White border of pages with a picture: 1.5 cm, because every bit of size helps to read it.
const BORDER: f64 = 42.5;
/// The longest side of a sheet that Word knows.
const LONGEST: f64 = 1584.0;
/// Dots per inch of the picture for programs that cannot draw the lines themselves.
const DPI: u32 = 200;
/// White round the drawing, so that no border of a card is cut.
const MARGIN: f64 = 1.5;
/// Height that is left free, for programs whose rows are a little higher.
const SPARE: f64 = 6.0;
/// The part of a page that a picture takes at least, however long its heading is.
const LEAST: f64 = 0.5;

/// A picture in both forms.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) svg: String,
    pub(super) png: Vec<u8>,
    pub(super) alt: String,
    /// Size in the text.
    pub(super) size: Size,
}

/// Adds a section with each page; the heading of the first has this level.
pub(super) fn add(
    out: &mut Content,
    levels: &mut Levels,
    scene: &Scene,
    level: usize,
    mut before: Vec<Piece>,
) -> Result<(), DocxError> {
    for (at, page) in scene.pages.iter().enumerate() {
        let PageWords {
            title,
            own,
            rest,
            alt,
        } = page_words(scene, at);
        let style = levels.style(level + usize::from(own.is_some()));
        let mut pieces = std::mem::take(&mut before);
        pieces.push(Piece::Paragraph(Paragraph::new(
            style,
            own.as_deref().unwrap_or(&title),
        )));
        let facts: Vec<String> = rest.iter().map(|text| one_line(text)).collect();
        if own.is_none() && !facts.is_empty() {
            let facts = facts.join(" · ");
            pieces.push(Piece::Paragraph(Paragraph::new(Style::Note, &facts)));
        }
        let number = out.pictures.len();
        pieces.push(Piece::Picture(number));
        let section = Section::new(sheet(page.size), BORDER, pieces);
        // Everything but the picture, which has no height yet.
        let over = paging::extent(&section, &[]).used;
        let height = (section.height() - over - SPARE).max(section.height() * LEAST);
        let room = Size::new(section.width(), height);
        let drawn = picture(scene, page, room, number + 1, &short(&alt))?;
        out.pictures.push(drawn);
        out.sections.push(section);
    }
    Ok(())
}

/// A sheet like that of the picture, but never smaller than A4.
fn sheet(page: Size) -> Size {
    let least = if page.width > page.height {
        A4_ACROSS
    } else {
        A4
    };
    Size::new(
        page.width.clamp(least.width, LONGEST),
        page.height.clamp(least.height, LONGEST),
    )
}

/// The drawing without its title, which stands in the text, as large as fits.
fn picture(
    scene: &Scene,
    page: &Page,
    room: Size,
    number: usize,
    alt: &str,
) -> Result<Picture, DocxError> {
    let all = Rect::from_origin_size((0.0, 0.0), page.size);
    let drawn = page.groups.iter().filter(|group| group.role != Role::Title);
    let bounds = union(drawn.filter_map(extent));
    let (view, own) = match bounds {
        Some(bounds) => {
            let mut own = page.clone();
            own.groups.retain(|group| group.role != Role::Title);
            (bounds.inflate(MARGIN, MARGIN).intersect(all), own)
        }
        None => (all, page.clone()),
    };
    let text = svg::part(scene, &own, view, number);
    let scale = (room.width / view.width())
        .min(room.height / view.height())
        .min(1.0);
    let size = Size::new(view.width() * scale, view.height() * scale);
    let pixels = (png::count(size.width, DPI), png::count(size.height, DPI));
    Ok(Picture {
        png: png::encode(&png::draw(&text, pixels)?, scene, DPI)?,
        svg: text,
        alt: alt.to_owned(),
        size,
    })
}

/// An alternative text of at most so many characters as readers bear.
fn short(alt: &str) -> String {
    let alt = one_line(alt);
    if alt.chars().count() <= MAX_ALT {
        return alt;
    }
    let kept: String = alt.chars().take(MAX_ALT - 1).collect();
    format!("{}…", kept.trim_end())
}
