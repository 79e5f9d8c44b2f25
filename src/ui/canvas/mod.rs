//! The canvas: a picture under a camera, with a place for pointer and keyboard on every card,
//! and what floats over it.

mod bridge;
mod bubble;
mod cards;
mod carry;
pub(crate) mod convert;
mod dash;
mod far;
mod gathered;
mod glide;
mod handles;
mod kept;
mod kind_bar;
mod link_panel;
mod link_strip;
mod menu;
mod name_field;
mod overlay;
pub(crate) mod paint;
mod pane;
mod said;
mod trace;

pub(crate) use bridge::Faded;
pub(crate) use bubble::Beside;
pub(crate) use glide::{By, Posed};
pub(crate) use handles::link_anchor;
pub(crate) use kind_bar::kind_bar_ui;
pub(crate) use link_panel::link_panel_ui;
pub(crate) use link_strip::link_strip_ui;
pub(crate) use menu::context_menu_ui;
pub(crate) use name_field::name_field_ui;
pub(crate) use pane::{Look, Pane, PaneOutput, arrow, body_id};
pub(crate) use said::{drop_choice_ui, hint_ui, problem, said_ui};
pub(crate) use trace::{Sides, halves, told_ui, trace_ui};
