//! Starting the window: is there a display, which renderer works.

use std::path::PathBuf;

use super::app::{App, Threads};
use super::dialog::SystemDialogs;
use super::settings::still_here;
use crate::store::local_folder;

/// Why the window does not open.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// No display to open it on.
    #[error(
        "There is no display for the window. To draw a file without one, use: \
         dotted-line export FILE.json -o OUT.svg"
    )]
    NoDisplay,
    /// The graphics of this computer refuse it.
    #[error(
        "The window could not be opened: {0}. To draw a file without it, use: \
         dotted-line export FILE.json -o OUT.svg"
    )]
    Graphics(String),
}

/// Opens the window, on a file if one is given, and returns when it is closed.
///
/// # Errors
/// [`UiError`] when there is no display or no way to draw on it.
pub fn run(file: Option<PathBuf>) -> Result<(), UiError> {
    if !display(|name| std::env::var_os(name)) {
        return Err(UiError::NoDisplay);
    }
    // wgpu first: it draws on new graphics and, by software, on remote desktops. OpenGL is the
    // way out for drivers that wgpu does not take.
    match open(file.clone(), eframe::Renderer::Wgpu) {
        Err(eframe::Error::Wgpu(_)) => open(file, eframe::Renderer::Glow).map_err(told),
        other => other.map_err(told),
    }
}

fn told(error: eframe::Error) -> UiError {
    match error {
        eframe::Error::WinitEventLoop(_) => UiError::NoDisplay,
        other => UiError::Graphics(other.to_string()),
    }
}

fn open(file: Option<PathBuf>, renderer: eframe::Renderer) -> eframe::Result {
    let options = eframe::NativeOptions {
        renderer,
        // A failed start with one renderer must come back here for the other.
        run_and_return: true,
        viewport: egui::ViewportBuilder::default()
            .with_title("Dotted Line")
            .with_inner_size([1280.0, 720.0])
            .with_min_inner_size([640.0, 400.0])
            .with_drag_and_drop(true),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "dotted-line",
        options,
        Box::new(move |cc| {
            let dialogs = Box::new(SystemDialogs);
            let folder = local_folder(|name| std::env::var_os(name));
            let app = App::new(&cc.egui_ctx, file, dialogs, Threads::On);
            let still = still_here(|name| std::env::var_os(name));
            Ok(Box::new(app.still(still).keeping(&cc.egui_ctx, folder)))
        }),
    )
}

/// Whether there is a display. Only Linux and its relatives can lack one in this way.
fn display(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> bool {
    if cfg!(any(target_os = "windows", target_os = "macos")) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .any(|name| variable(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn an_empty_variable_is_no_display() {
        assert!(!display(|_| None));
        assert!(!display(|_| Some("".into())));
        assert!(display(|name| (name == "DISPLAY").then(|| ":0".into())));
    }

    #[test]
    fn without_a_display_the_way_out_is_named() {
        assert!(
            UiError::NoDisplay
                .to_string()
                .contains("dotted-line export")
        );
    }
}
