//! Everything drawable: pages of positioned items in pt, all text shaped.
//!
//! One scene for each view and page; canvas, SVG, PNG and every later format print that one.
//! An exporter never has to think: colours are final, rows are broken, lines are routed.

pub mod theme;

mod item;

pub use item::{BodyRole, Colour, Geometry, Group, Item, LinkRole, Page, Role, Scene, Stroke};
