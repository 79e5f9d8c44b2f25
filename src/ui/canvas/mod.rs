//! The canvas: a picture under a camera, with a place for pointer and keyboard on every card.

mod bridge;
pub(crate) mod convert;
mod dash;
pub(crate) mod paint;
mod pane;
mod trace;

pub(crate) use pane::{Click, Look, Pane, PaneOutput, body_id};
pub(crate) use trace::{Sides, halves, trace_ui};
