//! The window. The only module that names egui; one file in it names egui_graphs.
//!
//! A frame goes: answers of the worker and of file dialogs in, keys, panels, canvas, then the
//! actions that were asked for, last the pictures that are wanted now. At rest no frame is
//! painted: nothing here asks for one except a thread that has an answer.

mod action;
mod app;
mod arrangement;
mod canvas;
mod changes_view;
mod compare_as;
mod compare_view;
mod copying;
mod dialog;
mod draw_canvas;
mod draw_view;
mod edit_acts;
mod export_view;
mod file_acts;
mod file_work;
mod filters;
mod incoming;
mod inspector;
mod keeping;
mod leaving;
mod ledger_panel;
mod matrix;
mod menu_keys;
mod morph_view;
mod notice;
mod offers;
mod options_view;
mod outline_panel;
mod overlay_view;
mod page_choice;
mod palette;
mod perform;
mod prompt_strip;
mod refusal;
mod saving;
mod settings;
mod sheets_view;
mod sides;
mod stages;
mod start;
mod start_lists;
mod startup;
mod status;
mod strips;
mod structure_acts;
mod table;
mod tables;
mod tabs;
mod theme;
mod top_bar;
mod typed_ahead;
mod widgets;
mod work;
mod worker;

pub use app::{App, Threads};
pub use dialog::{Dialogs, Question, Reply, SystemDialogs};
pub use startup::{UiError, run};
