//! A scene as PNG: the SVG with text as outlines, drawn by resvg; resolution and description kept.

use resvg::{tiny_skia, usvg};

use super::svg::{SvgText, svg_page};
use crate::scene::{Page, Scene};

/// The most pixels of one picture: an A0 sheet at 300 dpi and some.
const MOST_PIXELS: u64 = 150_000_000;

/// Pictures are drawn in so many stripes side by side; always the same number, so that every machine
/// draws the same.
const STRIPES: u32 = 4;

/// Why a picture cannot be drawn in pixels.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// Too many pixels.
    #[error(
        "The picture would have {width} × {height} pixels, which is too large. Choose fewer dots per inch or a smaller sheet."
    )]
    TooLarge {
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
    },
    /// The drawing library refuses.
    #[error("The picture could not be drawn in pixels. Export it as SVG instead.")]
    Drawing,
    /// The file could not be built.
    #[error("The PNG file could not be built: {0}.")]
    Encoding(#[from] png::EncodingError),
}

/// The pages of a scene as PNG files, opaque, with so many dots per inch.
///
/// # Errors
/// [`PngError::TooLarge`] past 150 million pixels.
pub fn png(scene: &Scene, dpi: u32) -> Result<Vec<Vec<u8>>, PngError> {
    let pages = scene.pages.iter();
    pages.map(|page| png_page(scene, page, dpi)).collect()
}

/// One page of a scene as a PNG file.
///
/// # Errors
/// [`PngError::TooLarge`] past 150 million pixels.
pub fn png_page(scene: &Scene, page: &Page, dpi: u32) -> Result<Vec<u8>, PngError> {
    encode(&pixels(scene, page, dpi)?, scene, dpi)
}

/// A page in pixels, opaque.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green and blue of each, row by row.
    pub rgb: Vec<u8>,
}

/// One page of a scene in pixels.
///
/// # Errors
/// As [`png_page`].
pub fn pixels(scene: &Scene, page: &Page, dpi: u32) -> Result<Pixels, PngError> {
    let count = |pt: f64| count(pt, dpi);
    let size = (count(page.size.width), count(page.size.height));
    draw(&svg_page(scene, page, SvgText::Paths), size)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at least 1, and far below 2^63 for any sheet"
)]
pub(super) fn count(pt: f64, dpi: u32) -> u64 {
    (pt / 72.0 * f64::from(dpi)).round().clamp(1.0, 1.0e9) as u64
}

/// A picture of ours, stretched to so many pixels.
pub(super) fn draw(text: &str, size: (u64, u64)) -> Result<Pixels, PngError> {
    let (width, height) = size;
    if width * height > MOST_PIXELS {
        return Err(PngError::TooLarge { width, height });
    }
    let tree = usvg::Tree::from_str(text, &usvg::Options::default())
        .map_err(|_unreadable| PngError::Drawing)?;
    let small = |n: u64| u32::try_from(n).map_err(|_overflow| PngError::TooLarge { width, height });
    let (w, h) = (small(width)?, small(height)?);
    #[expect(
        clippy::cast_precision_loss,
        reason = "pixel counts are below 2^24 for any sheet"
    )]
    let scale = (
        w as f32 / tree.size().width(),
        h as f32 / tree.size().height(),
    );
    let mut rgb = vec![0; w as usize * h as usize * 3];
    let rows = h.div_ceil(STRIPES);
    let stripe = rows as usize * w as usize * 3;
    let drawn = std::thread::scope(|scope| {
        let tree = &tree;
        let stripes: Vec<_> = (0..h)
            .step_by(rows as usize)
            .zip(rgb.chunks_mut(stripe))
            .map(|(top, rgb)| scope.spawn(move || draw_stripe(tree, scale, (w, top), rgb)))
            .collect();
        // All are waited for: a thread left to its scope would bring this one down with it.
        let drawn: Vec<Option<()>> = stripes
            .into_iter()
            .map(|stripe| stripe.join().ok().flatten())
            .collect();
        drawn
    });
    if drawn.iter().any(Option::is_none) {
        return Err(PngError::Drawing);
    }
    Ok(Pixels {
        width: w,
        height: h,
        rgb,
    })
}

/// Draws the rows of a picture from `top` on that `rgb` has room for, opaque: some programs paint
/// transparent ground black.
fn draw_stripe(
    tree: &usvg::Tree,
    scale: (f32, f32),
    (width, top): (u32, u32),
    rgb: &mut [u8],
) -> Option<()> {
    let (pixels, _) = rgb.as_chunks_mut::<3>();
    let rows = u32::try_from(pixels.len() / width as usize).ok()?;
    let mut canvas = tiny_skia::Pixmap::new(width, rows)?;
    canvas.fill(tiny_skia::Color::WHITE);
    #[expect(
        clippy::cast_precision_loss,
        reason = "pixel counts are below 2^24 for any sheet"
    )]
    let onto = tiny_skia::Transform::from_row(scale.0, 0.0, 0.0, scale.1, 0.0, -(top as f32));
    resvg::render(tree, onto, &mut canvas.as_mut());
    let (drawn, _) = canvas.data().as_chunks::<4>();
    for (to, [red, green, blue, _]) in pixels.iter_mut().zip(drawn) {
        *to = [*red, *green, *blue];
    }
    Some(())
}

pub(super) fn encode(pixels: &Pixels, scene: &Scene, dpi: u32) -> Result<Vec<u8>, PngError> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Flat colours repeat to the byte: filters take three times as long and make the file larger.
    encoder.set_filter(png::Filter::NoFilter);
    let per_metre = (u64::from(dpi) * 10_000 + 127) / 254;
    let per_metre = u32::try_from(per_metre).unwrap_or(u32::MAX);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".to_owned(), scene.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), scene.description.clone())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.rgb)?;
    writer.finish()?;
    Ok(out)
}
