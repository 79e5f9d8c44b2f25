//! Rows of text: as outlines, each glyph once; or as text with a font of its letters.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{SvgText, Writer, decimal, hex, path_element, xml};
use crate::geom::Point;
use crate::scene::{Colour, Item, Page};
use crate::text::{FONT_FAMILY, Face, Run, font_of, glyph_outline};

impl Writer {
    /// The faces of the page with its characters: programs that do not know the font's name show
    /// the same letters.
    pub(super) fn fonts(&mut self, page: &Page) {
        let mut used: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
        for run in runs(page) {
            used.entry(run.style.face)
                .or_default()
                .extend(run.text.chars());
        }
        self.line("<style>");
        for (face, characters) in used {
            let font = STANDARD.encode(font_of(face, &characters));
            self.line(&format!(
                r#"@font-face{{font-family:"{FONT_FAMILY}";font-weight:{};src:url(data:font/ttf;base64,{font})}}"#,
                weight(face),
            ));
        }
        self.line("</style>");
    }

    /// Each glyph once; rows refer to them.
    pub(super) fn glyphs(&mut self, page: &Page) {
        let used: BTreeSet<(Face, u32)> = runs(page)
            .flat_map(|run| run.glyphs.iter().map(|g| (run.style.face, g.id)))
            .collect();
        self.line("<defs>");
        for (face, id) in used {
            let outline = glyph_outline(face, id);
            if outline.elements().is_empty() {
                continue;
            }
            // A thousandth of an em is finer than any printer at these sizes.
            let mut d = String::new();
            for el in outline.elements() {
                path_element(&mut d, *el, 1000.0);
            }
            let id = glyph_id(face, id);
            self.line(&format!(r#"<path id="{}{id}" d="{d}"/>"#, self.glyphs));
        }
        self.line("</defs>");
    }

    pub(super) fn row(&mut self, at: Point, run: &Run, colour: Colour) {
        match self.text {
            SvgText::Live => {
                self.line(&format!(
                    r#"<text x="{}" y="{}" font-family="'{FONT_FAMILY}', Arial, sans-serif" font-size="{}" font-weight="{}" fill="{}">{}</text>"#,
                    decimal(at.x),
                    decimal(at.y),
                    decimal(run.style.size),
                    weight(run.style.face),
                    hex(colour),
                    xml(&run.text),
                ));
            }
            SvgText::Paths => {
                let size = run.style.size;
                let mut uses = String::new();
                for glyph in run.glyphs.iter() {
                    if glyph_outline(run.style.face, glyph.id)
                        .elements()
                        .is_empty()
                    {
                        continue;
                    }
                    let _ = write!(
                        uses,
                        r##"<use href="#{}{}" x="{}" y="{}"/>"##,
                        self.glyphs,
                        glyph_id(run.style.face, glyph.id),
                        decimal(glyph.x * 1000.0),
                        decimal(-glyph.y * 1000.0),
                    );
                }
                if !uses.is_empty() {
                    self.line(&format!(
                        r#"<g transform="translate({} {}) scale({:.5})" fill="{}">{uses}</g>"#,
                        decimal(at.x),
                        decimal(at.y),
                        size / 1000.0,
                        hex(colour),
                    ));
                }
            }
        }
    }
}

/// The rows of text of a page.
fn runs(page: &Page) -> impl Iterator<Item = &Run> {
    let items = page.groups.iter().flat_map(|g| &g.items);
    items.filter_map(|item| match item {
        Item::Text { run, .. } => Some(run),
        Item::Shape { .. } => None,
    })
}

/// The weight of a face, as CSS has it.
fn weight(face: Face) -> &'static str {
    match face {
        Face::Regular => "400",
        Face::SemiBold => "600",
    }
}

fn glyph_id(face: Face, id: u32) -> String {
    match face {
        Face::Regular => format!("r{id}"),
        Face::SemiBold => format!("s{id}"),
    }
}
