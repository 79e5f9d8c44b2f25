//! The title block as the placeholders of a slide: the title is what programs and screen readers list.

use std::fmt::Write;

use super::arial;
use super::element::{Element, Taken, elements};
use super::sheet::{Name, Sheet};
use super::text::{Align, Paragraph, Words};
use super::unit::SLIDE;
use crate::geom::{Point, Rect};
use crate::scene::{Item, Page, Role};
use crate::text::{Run, TextStyle, shape};

/// Room between a title and what stands right of it, in pt.
const AIR: f64 = 12.0;

/// A row of text and its place.
type Row<'a> = (Point, &'a Run, crate::scene::Colour);

/// Writes the title block of a page; `title` is what the slide is called.
pub(super) fn write(sheet: &mut Sheet<'_>, page: &Page, title: &str, taken: &Taken) {
    let group = page.groups.iter().find(|g| g.role == Role::Title);
    let Some(group) = group else {
        unseen(sheet, title);
        return;
    };
    let (mut rows, mut under, mut rest): (Vec<Row<'_>>, Vec<Row<'_>>, Vec<Item>) =
        Default::default();
    for item in &group.items {
        match item {
            Item::Text { at, run, colour } => {
                let first = rows.first().map(|(p, r, _)| (*p, r.style));
                match first {
                    None => rows.push((*at, run, *colour)),
                    Some((p, style)) if (p.x - at.x).abs() < 0.5 && style == run.style => {
                        rows.push((*at, run, *colour));
                    }
                    Some((p, _)) if (p.x - at.x).abs() < 0.5 => under.push((*at, run, *colour)),
                    Some(_) => rest.push(item.clone()),
                }
            }
            Item::Shape { .. } => rest.push(item.clone()),
        }
    }
    let edge = rest.iter().filter_map(|item| match item {
        Item::Shape { geometry, .. } => geometry.bounds(),
        Item::Text { .. } => None,
    });
    let edge = edge.map(|b| b.x1).fold(0.0, f64::max);
    let room = |rows: &[Row<'_>]| {
        let (first, last) = (rows.first()?, rows.last()?);
        let size = first.1.style.size;
        let (top, bottom) = (first.0.y - size, last.0.y + size * 0.3);
        let beside = rest.iter().filter_map(|item| match item {
            Item::Shape { geometry, .. } => geometry.bounds(),
            Item::Text { at, run, .. } => {
                Some(Rect::new(at.x, at.y - 10.0, at.x + run.width, at.y))
            }
        });
        let beside = beside.filter(|b| b.x0 > first.0.x + 1.0 && b.y0 < bottom && top < b.y1);
        let right = beside
            .map(|b| b.x0 - AIR)
            .fold(edge.max(first.0.x + 60.0), f64::min);
        Some((first.0, right - first.0.x, rows.len()))
    };
    match room(&rows) {
        Some((at, width, n)) => {
            let style = rows
                .first()
                .map_or(TextStyle::strong(18.0), |(_, run, _)| run.style);
            let colour = rows
                .first()
                .map(|(_, _, colour)| *colour)
                .unwrap_or(page.ground);
            let words = (title.to_owned(), style, colour);
            placeholder(sheet, "title", &words, (at, width, n));
        }
        None => unseen(sheet, title),
    }
    if let (Some(place), Some((_, run, colour))) = (room(&under), under.first()) {
        let text = joined(&under);
        placeholder(sheet, "body", &(text, run.style, *colour), place);
    }
    others(sheet, &rest, edge, taken);
}

/// Status, date and rule. What ends at the right edge goes on doing so.
fn others(sheet: &mut Sheet<'_>, rest: &[Item], edge: f64, taken: &Taken) {
    let mut elements = elements(rest, None, taken);
    for element in &mut elements {
        if let Element::Words { place, words } = element
            && let Some(Item::Text { at, run, .. }) = rest
                .iter()
                .find(|item| matches!(item, Item::Text { at, .. } if (at.x - place.x0).abs() < 0.5))
            && (at.x + run.width - edge).abs() < 1.0
        {
            let more = run.width * 0.4;
            *place = Rect::new(at.x - more, place.y0, edge, place.y1);
            words.room.0 = run.width + more;
            words.align = Align::Right;
        }
    }
    sheet.elements(&elements, 1.0, "Rule");
}

fn joined(rows: &[Row<'_>]) -> String {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (_, run, colour) in rows {
        match paragraphs.last_mut() {
            Some(last) if last.goes_on() => last.join(run, 0.0),
            _ => paragraphs.push(Paragraph::of(run, *colour)),
        }
    }
    let texts: Vec<String> = paragraphs.iter().map(Paragraph::text).collect();
    texts.join(" ")
}

/// A placeholder that holds a text.
fn placeholder(
    sheet: &mut Sheet<'_>,
    kind: &str,
    (text, style, colour): &(String, TextStyle, crate::scene::Colour),
    (at, width, rows): (Point, f64, usize),
) {
    let pitch = style.size * arial::ROW;
    let rows = f64::from(u32::try_from(rows).unwrap_or(u32::MAX));
    let mut paragraph = Paragraph::of(&shape(text, *style), *colour);
    paragraph.pitch = pitch;
    let height = pitch * rows + 1.0;
    let words = Words {
        paragraphs: vec![paragraph],
        align: Align::Left,
        middle: false,
        insets: [0.0; 4],
        room: (width, height),
        exact: false,
    };
    let top = at.y - style.size * arial::ASCENT;
    let frame = sheet
        .unit
        .frame(Rect::new(at.x, top, at.x + width, top + height));
    let (name, attributes) = match kind {
        "title" => ("Title", r#"type="title""#),
        _ => ("Under the title", r#"type="body" sz="quarter" idx="10""#),
    };
    let id = sheet.id();
    sheet.out.push_str("<p:sp><p:nvSpPr>");
    sheet.name(id, &Name::of(name));
    let factor = words.factor();
    let body = words.body(sheet.unit, factor, sheet.lang);
    let _ = write!(
        sheet.out,
        r#"<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {attributes}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm></p:spPr>{body}</p:sp>"#,
        frame.xml()
    );
}

/// The title of a page without a title block: over the slide, for lists of slides and screen readers.
fn unseen(sheet: &mut Sheet<'_>, title: &str) {
    let words = (
        title.to_owned(),
        TextStyle::strong(18.0),
        crate::scene::Colour(0, 0, 0),
    );
    placeholder(
        sheet,
        "title",
        &words,
        (Point::new(24.0, -30.0), SLIDE.width - 48.0, 1),
    );
}
