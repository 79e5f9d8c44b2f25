//! The bundled faces: shaping with harfrust, outlines with skrifa.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use harfrust::{ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer};
use kurbo::BezPath;
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};

use super::{Face, Glyph, RowEnd, Run, TextStyle};

/// Name of the bundled family, as CSS and Office files call it.
pub const FONT_FAMILY: &str = "Source Sans 3";

static REGULAR: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-SemiBold.ttf");

/// The file of a face (TrueType).
#[must_use]
pub fn font_bytes(face: Face) -> &'static [u8] {
    match face {
        Face::Regular => REGULAR,
        Face::SemiBold => SEMI_BOLD,
    }
}

struct Loaded {
    font: harfrust::FontRef<'static>,
    outlines: skrifa::FontRef<'static>,
    data: ShaperData,
    /// Plan for the usual case (Latin, left to right): making one for each row costs more
    /// than the shaping.
    latin: ShapePlan,
    units: f64,
}

fn loaded(face: Face) -> &'static Loaded {
    static FACES: [OnceLock<Loaded>; 2] = [OnceLock::new(), OnceLock::new()];
    let [regular, semi_bold] = &FACES;
    let cell = match face {
        Face::Regular => regular,
        Face::SemiBold => semi_bold,
    };
    cell.get_or_init(|| load(font_bytes(face)))
}

#[expect(
    clippy::expect_used,
    reason = "the bytes are part of the program; a test shapes with both faces"
)]
fn load(bytes: &'static [u8]) -> Loaded {
    let font = harfrust::FontRef::new(bytes).expect("the bundled font is readable");
    let outlines = skrifa::FontRef::new(bytes).expect("the bundled font is readable");
    let data = ShaperData::new(&font);
    let shaper = data.shaper(&font).build();
    let latin = ShapePlan::new(
        &shaper,
        harfrust::Direction::LeftToRight,
        Some(harfrust::script::LATIN),
        None,
        &[],
    );
    let units = f64::from(shaper.units_per_em());
    Loaded {
        font,
        outlines,
        data,
        latin,
        units,
    }
}

/// Width in em and glyphs of rows shaped before.
type Shaped = HashMap<(Face, Arc<str>), (f64, Arc<[Glyph]>)>;

/// Shapes one row of text; line ends and control characters count as spaces.
#[must_use]
pub fn shape(text: &str, style: TextStyle) -> Run {
    thread_local! {
        static CACHE: RefCell<Shaped> = RefCell::new(HashMap::new());
    }
    /// Rows kept; a workshop with a thousand bodies stays below it.
    const KEPT: usize = 8192;

    let text: Arc<str> = clean(text).into();
    CACHE.with_borrow_mut(|cache| {
        if cache.len() > KEPT {
            cache.clear();
        }
        let (em, glyphs) = cache
            .entry((style.face, Arc::clone(&text)))
            .or_insert_with(|| shape_em(&text, style.face));
        Run {
            text,
            style,
            width: *em * style.size,
            glyphs: Arc::clone(glyphs),
            end: RowEnd::Text,
        }
    })
}

fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// Width in em and glyphs of a row.
fn shape_em(text: &str, face: Face) -> (f64, Arc<[Glyph]>) {
    let loaded = loaded(face);
    let shaper = loaded.data.shaper(&loaded.font).build();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let latin = buffer.direction() == harfrust::Direction::LeftToRight
        && buffer.script() == harfrust::script::LATIN;
    let options = ShapeOptions::new().plan(latin.then_some(&loaded.latin));
    // Neither plan nor buffer may name a language, or they would not match.
    let shaped = shaper.shape(buffer, options);
    let mut x = 0.0;
    let glyphs = shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
        .map(|(info, at)| {
            let glyph = Glyph {
                id: info.glyph_id,
                x: (x + f64::from(at.x_offset)) / loaded.units,
                y: f64::from(at.y_offset) / loaded.units,
                at: usize::try_from(info.cluster).unwrap_or_default(),
            };
            x += f64::from(at.x_advance);
            glyph
        })
        .collect();
    (x / loaded.units, glyphs)
}

/// Characters of the text that the font lacks; they show as an open box.
#[must_use]
pub fn missing_glyphs(text: &str) -> Vec<char> {
    let charmap = loaded(Face::Regular).outlines.charmap();
    let mut out: Vec<char> = text
        .chars()
        .filter(|c| !c.is_control() && !invisible(*c) && charmap.map(*c).is_none())
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Marks of direction and joining, which never show.
fn invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}

/// The outline of a glyph, 1 em high unit, y down, origin on the baseline.
#[must_use]
pub fn glyph_outline(face: Face, glyph: u32) -> Arc<BezPath> {
    thread_local! {
        static CACHE: RefCell<HashMap<(Face, u32), Arc<BezPath>>> = RefCell::new(HashMap::new());
    }
    CACHE.with_borrow_mut(|cache| {
        Arc::clone(
            cache
                .entry((face, glyph))
                .or_insert_with(|| Arc::new(draw_outline(face, glyph))),
        )
    })
}

fn draw_outline(face: Face, glyph: u32) -> BezPath {
    let loaded = loaded(face);
    let mut pen = Pen {
        path: BezPath::new(),
        scale: 1.0 / loaded.units,
    };
    if let Some(outline) = loaded
        .outlines
        .outline_glyphs()
        .get(skrifa::GlyphId::new(glyph))
    {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if outline.draw(settings, &mut pen).is_err() {
            pen.path = BezPath::new();
        }
    }
    pen.path
}

struct Pen {
    path: BezPath,
    scale: f64,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(x) * self.scale, -f64::from(y) * self.scale)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.at(x, y));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.at(x, y));
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.at(cx, cy), self.at(x, y));
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.path
            .curve_to(self.at(ax, ay), self.at(bx, by), self.at(x, y));
    }
    fn close(&mut self) {
        self.path.close_path();
    }
}

/// The glyph of a character by itself, unless the face lacks it.
pub(super) fn nominal_glyph(face: Face, character: char) -> Option<u16> {
    let glyph = loaded(face).outlines.charmap().map(character)?;
    u16::try_from(glyph.to_u32()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_shape_and_draw() {
        for face in [Face::Regular, Face::SemiBold] {
            let run = shape("Children's Trust", TextStyle { face, size: 10.0 });
            assert!(run.width > 50.0 && run.width < 90.0, "{}", run.width);
            assert!(run.glyphs.iter().all(|g| g.id != 0));
            assert!(!glyph_outline(face, run.glyphs[0].id).elements().is_empty());
        }
    }

    #[test]
    fn semi_bold_is_wider() {
        let text = "Leadership Forum";
        let (a, b) = (
            shape(text, TextStyle::regular(12.0)),
            shape(text, TextStyle::strong(12.0)),
        );
        assert!(b.width > a.width);
    }

    #[test]
    fn welsh_has_its_letters_and_kanji_show_as_missing() {
        assert_eq!(
            missing_glyphs("Ŵŷ ẁẃ Dŵr Cymru – “£€” → ≥"),
            Vec::<char>::new()
        );
        assert_eq!(missing_glyphs("Board 会議\u{200F}"), vec!['会', '議']);
    }

    #[test]
    fn control_characters_are_spaces() {
        assert_eq!(
            &*shape("a\u{0}b\tc", TextStyle::regular(10.0)).text,
            "a b c"
        );
    }

    #[test]
    fn odd_texts_shape_without_panic() {
        for text in [
            "",
            " ",
            "123",
            "שלום",
            "مجلس",
            "a\u{202E}b",
            "🏛",
            "é\u{301}\u{301}",
        ] {
            let run = shape(text, TextStyle::regular(10.0));
            assert!(run.width.is_finite());
        }
    }
}
