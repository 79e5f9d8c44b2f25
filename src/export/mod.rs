//! A scene as a file. Thin printers: everything is decided in the scene.

mod png;
mod svg;

pub use png::{PngError, png};
pub use svg::{SvgText, svg};
