//! A window without a screen, and dialogs that answer by themselves.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use dotted_line::ui::{App, Dialogs, Question, Reply, Threads};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// Dialogs that give the same answer each time and remember what they were asked.
#[derive(Clone, Default)]
pub(crate) struct FakeDialogs {
    pub(crate) answer: Option<PathBuf>,
    pub(crate) asked: Arc<Mutex<Vec<Question>>>,
}

impl Dialogs for FakeDialogs {
    fn ask(&mut self, question: Question, reply: Reply) {
        self.asked.lock().unwrap().push(question);
        reply(self.answer.clone());
    }
}

/// A window under test.
pub(crate) struct Window {
    pub(crate) h: Harness<'static, Option<App>>,
}

impl Window {
    /// The start page at 1280 × 720.
    pub(crate) fn start() -> Self {
        Self::with(None, FakeDialogs::default(), [1280.0, 720.0])
    }

    pub(crate) fn with(file: Option<PathBuf>, dialogs: FakeDialogs, size: [f32; 2]) -> Self {
        Self::keeping(None, file, dialogs, size)
    }

    /// A window that keeps recovery copies and recent files in a folder.
    pub(crate) fn keeping(
        folder: Option<PathBuf>,
        file: Option<PathBuf>,
        dialogs: FakeDialogs,
        size: [f32; 2],
    ) -> Self {
        Self::working(folder, file, dialogs, size, Threads::Off)
    }

    /// A window that works on threads, as in daily use, at 1280 × 720.
    pub(crate) fn threaded(file: PathBuf, dialogs: FakeDialogs) -> Self {
        Self::working(None, Some(file), dialogs, [1280.0, 720.0], Threads::On)
    }

    /// Waits for the threads until something is seen.
    pub(crate) fn until(&mut self, seen: impl Fn(&Self) -> bool) {
        for _ in 0..6_000 {
            self.h.step();
            if seen(self) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("it has not come in a minute");
    }

    fn working(
        folder: Option<PathBuf>,
        file: Option<PathBuf>,
        dialogs: FakeDialogs,
        size: [f32; 2],
        threads: Threads,
    ) -> Self {
        let mut h = Harness::builder()
            .with_size(size)
            .with_theme(egui::Theme::Light)
            .with_max_steps(20)
            .build_ui_state(
                move |ui, app: &mut Option<App>| match app {
                    Some(app) => app.frame(ui),
                    // Fonts count from the next frame on, as in a real start.
                    None => {
                        let dialogs = Box::new(dialogs.clone());
                        let new = App::new(ui.ctx(), file.clone(), dialogs, threads);
                        *app = Some(new.keeping(ui.ctx(), folder.clone()));
                        ui.ctx().request_repaint();
                    }
                },
                None,
            );
        h.run();
        Self { h }
    }

    /// A sample's own file, opened at 1280 × 720; the start page is passed by.
    pub(crate) fn sample(name: &str) -> Self {
        Self::sample_with(name, FakeDialogs::default(), [1280.0, 720.0])
    }

    pub(crate) fn sample_with(name: &str, dialogs: FakeDialogs, size: [f32; 2]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
        Self::with(Some(folder.join(format!("{name}.json"))), dialogs, size)
    }

    /// The card on the canvas whose name starts so.
    pub(crate) fn card(&self, start: &str) -> egui_kittest::Node<'_> {
        let mut cards = self.h.query_all_by_role(Role::TreeItem);
        let card = cards.find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(start))
        });
        card.unwrap_or_else(|| panic!("no card “{start}” among {:?}", self.cards()))
    }

    /// The words that hold both parts.
    pub(crate) fn words(&self, a: &str, b: &str) -> String {
        let nodes = self.h.query_all_by_label_contains(a).filter_map(|node| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label())
        });
        let mut found = nodes.filter(|text| text.contains(b));
        found.next().unwrap_or_default()
    }

    /// The row of the outline with this name; cards on the canvas have no level.
    pub(crate) fn row(&self, name: &str) -> egui_kittest::Node<'_> {
        let mut rows = self.h.query_all_by_role(Role::TreeItem);
        let row = rows.find(|node| {
            let node = node.accesskit_node();
            node.level().is_some() && node.label().as_deref() == Some(name)
        });
        row.unwrap_or_else(|| panic!("no row “{name}”"))
    }

    pub(crate) fn click_row(&mut self, name: &str) {
        self.row(name).click();
        self.h.run();
    }

    pub(crate) fn click(&mut self, label: &str) {
        self.h.get_by_label(label).click();
        self.h.run();
    }

    /// Clicks what has these words in its name.
    pub(crate) fn click_part(&mut self, part: &str) {
        let found = self.h.query_all_by_label_contains(part).last();
        found.unwrap_or_else(|| panic!("no “{part}”")).click();
        self.h.run();
    }

    /// Presses keys and lets the window come to rest.
    pub(crate) fn press(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.h.key_press_modifiers(modifiers, key);
        self.h.run();
    }

    pub(crate) fn ctrl(&mut self, key: egui::Key) {
        self.press(egui::Modifiers::COMMAND, key);
    }

    /// Keys and text that all come within one frame, as on a slow computer.
    pub(crate) fn burst(&mut self, events: Vec<egui::Event>) {
        let mut events = Some(events);
        loop {
            let mut raw = egui::RawInput {
                events: events.take().unwrap_or_default(),
                ..egui::RawInput::default()
            };
            let ctx = self.h.ctx.clone();
            let app = self.h.state_mut().as_mut().unwrap();
            app.hold_back(&ctx, &mut raw);
            let last = raw.events.is_empty() && !ctx.has_requested_repaint();
            self.h.input_mut().events.extend(raw.events);
            self.h.step();
            if last {
                break;
            }
        }
        self.h.run();
    }

    /// Types into the field that has the keyboard.
    pub(crate) fn type_in(&mut self, text: &str) {
        self.h.event(egui::Event::Text(text.to_owned()));
        self.h.run();
    }

    /// An entry of the menu, by the way that leads to it.
    pub(crate) fn menu(&mut self, group: &str, entry: &str) {
        self.h.get_by_label_contains("Menu").click();
        self.h.run();
        // The menu lies over everything else, so its entry comes last.
        let found = self.h.query_all_by_label_contains(group).last();
        found.unwrap_or_else(|| panic!("no “{group}”")).click();
        self.h.run();
        let found = self.h.query_all_by_label_contains(entry).last();
        found.unwrap_or_else(|| panic!("no “{entry}”")).click();
        self.h.run();
    }

    /// The window's title as it was set last in a frame.
    pub(crate) fn commands(&self) -> Vec<egui::ViewportCommand> {
        let viewports = self.h.output().viewport_output.values();
        viewports.flat_map(|v| v.commands.clone()).collect()
    }

    pub(crate) fn sees(&self, label: &str) -> bool {
        self.h.query_all_by_label(label).next().is_some()
    }

    pub(crate) fn sees_part(&self, part: &str) -> bool {
        self.h.query_all_by_label_contains(part).next().is_some()
    }

    /// Names of everything with this role.
    pub(crate) fn names(&self, role: Role) -> Vec<String> {
        let nodes = self.h.query_all_by_role(role);
        nodes.filter_map(|n| n.accesskit_node().label()).collect()
    }

    /// Everything that is shown, as a screen reader would be told and with its place.
    pub(crate) fn everything(&self) -> Vec<String> {
        let nodes = self.h.root().children_recursive();
        nodes
            .filter(|node| !node.accesskit_node().is_hidden())
            .map(|node| {
                let node = node.accesskit_node();
                let mut words = vec![format!("{:?}", node.role())];
                words.extend(node.label());
                words.extend(node.value().map(|value| format!("“{value}”")));
                words.extend(node.toggled().map(|on| format!("{on:?}")));
                if node.is_disabled() {
                    words.push("disabled".to_owned());
                }
                let place = node.bounding_box();
                words.extend(
                    place.map(|r| format!("{:.0} {:.0} {:.0} {:.0}", r.x0, r.y0, r.x1, r.y1)),
                );
                words.join(" | ")
            })
            .collect()
    }

    /// Titles of the tabs of structures.
    pub(crate) fn tabs(&self) -> Vec<String> {
        const OTHERS: [&str; 16] = [
            "Side by side",
            "Overlay",
            "Morph",
            "Draw",
            "Compare",
            "Changes",
            "Members",
            "Measures",
            "Schedule",
            "Plan",
            "Outline",
            "Details",
            "Body",
            "Seats",
            "Links",
            "Terms",
        ];
        let mut tabs = self.names(Role::Tab);
        tabs.retain(|name| !OTHERS.contains(&name.as_str()));
        tabs
    }

    /// Opens a group of the menu; gives its entries: words, keys, whether it is greyed.
    pub(crate) fn open_menu(&mut self, group: &str) -> Vec<Entry> {
        let labels = |window: &Self| -> Vec<(String, bool)> {
            let nodes = window.h.query_all_by_role(Role::Button);
            let nodes = nodes.filter_map(|n| {
                let node = n.accesskit_node();
                Some((node.label()?, node.is_disabled()))
            });
            nodes.collect()
        };
        self.h.get_by_label_contains("Menu").click();
        self.h.run();
        let before = labels(self);
        let found = self.h.query_all_by_label_contains(group).last();
        found.unwrap_or_else(|| panic!("no “{group}”")).click();
        self.h.run();
        let mut after = labels(self);
        for (label, _) in before {
            if let Some(at) = after.iter().position(|(other, _)| *other == label) {
                after.remove(at);
            }
        }
        let entries = after
            .into_iter()
            .map(|(label, greyed)| Entry { label, greyed });
        entries.collect()
    }

    /// Names of the cards on the canvas: they say more than the rows of the outline.
    pub(crate) fn cards(&self) -> Vec<String> {
        let mut names = self.names(Role::TreeItem);
        names.retain(|name| name.contains(", "));
        names
    }
}

/// An entry of the menu.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) label: String,
    pub(crate) greyed: bool,
}

/// A folder for a test's files.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

pub(crate) fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}
