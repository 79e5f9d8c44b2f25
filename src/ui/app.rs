//! The window's state and the order of a frame.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Context, Ui};

use super::action::Action;
use super::canvas::Pane;
use super::compare_view::Beside;
use super::dialog::Dialogs;
use super::export_view::{ExportOrder, ExportView, Job, LastChoices};
use super::file_work::RecentAct;
use super::inspector::Inspector;
use super::keeping::Keeping;
use super::notice::{Notice, notices_ui, unreadable_ui};
use super::options_view::OptionsState;
use super::outline_panel::{LeftTab, OutlineState};
use super::palette::{Palette, palette_ui};
use super::settings::Settings;
use super::tables::Tables;
use super::tabs::Renaming;
use super::work::{PaperFacts, PaperKey, Preview, Request, Unreadable};
use super::worker::Worker;
use super::{
    changes_view, compare_view, draw_view, export_view, sheets_view, start, status, theme, top_bar,
};
use crate::check::Finding;
use crate::editor::{Ledger, PictureKey, Revision, Session, View};
use crate::model::StructureId;
use crate::scene::Morph;
use crate::scene::theme::ThemeName;
use crate::store::look;

/// Whether work is done on threads of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threads {
    /// As in daily use.
    On,
    /// At once and in the same frame, for tests.
    Off,
}

/// The window.
pub struct App {
    pub(super) worker: Worker,
    pub(super) dialogs: Box<dyn Dialogs>,
    pub(super) chosen: Receiver<Chosen>,
    pub(super) choose: Sender<Chosen>,
    pub(super) settings: Settings,
    pub(super) session: Option<Session>,
    /// Counts the projects opened, so that late answers about another one are told apart.
    pub(super) opened: u64,
    pub(super) shown: Option<Shown>,
    pub(super) asked: Option<PictureKey>,
    pub(super) paper: Option<(PaperKey, Option<PaperFacts>)>,
    pub(super) asked_paper: Option<PaperKey>,
    /// Whether the choice of page is open: then it also says how a larger sheet would print.
    pub(super) page_choice_open: bool,
    pub(super) findings: Option<(Revision, Vec<Finding>)>,
    pub(super) asked_findings: Option<Revision>,
    pub(super) previews: BTreeMap<(&'static str, bool), Option<Result<Preview, String>>>,
    pub(super) opening: Option<String>,
    pub(super) notices: Vec<Notice>,
    pub(super) unreadable: Option<Unreadable>,
    pub(super) export: Option<ExportView>,
    /// The export that is under way.
    pub(super) exporting: Option<Arc<Job>>,
    /// What was chosen in the last export of this project.
    pub(super) last_choices: LastChoices,
    pub(super) left_tab: LeftTab,
    pub(super) beside: Beside,
    pub(super) outline: OutlineState,
    pub(super) inspector: Inspector,
    pub(super) queue: Vec<Action>,
    /// The field for finding and running, while it is open.
    pub(super) palette: Option<Palette>,
    /// Where on the canvas a context menu is open.
    pub(super) menu_at: Option<egui::Pos2>,
    pub(super) keep: Keeping,
    /// The tab whose title is being typed.
    pub(super) renaming: Option<Renaming>,
    /// Keys that wait for a later frame.
    pub(super) ahead: super::typed_ahead::TypedAhead,
    /// What the views with tables work with.
    pub(super) tables: Tables,
    /// The table of options.
    pub(super) options: OptionsState,
    /// The tab that has the keyboard.
    pub(super) focused_tab: Option<(StructureId, egui::Id)>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("session", &self.session)
            .field("notices", &self.notices)
            .finish_non_exhaustive()
    }
}

/// A person's answer to a file dialog.
#[derive(Debug)]
pub(super) enum Chosen {
    Open(PathBuf),
    Export(Box<ExportOrder>),
    Save(PathBuf),
    Nothing,
}

/// The last good picture: it stays while the next one is made.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) key: PictureKey,
    pub(super) panes: Vec<Pane>,
    pub(super) ledger: Option<Ledger>,
    /// The steps of the way from one structure to the other.
    pub(super) morph: Option<Box<Morph>>,
}

impl App {
    /// The window, on a file if one is given.
    #[must_use]
    pub fn new(
        ctx: &Context,
        file: Option<PathBuf>,
        dialogs: Box<dyn Dialogs>,
        threads: Threads,
    ) -> Self {
        theme::install(ctx);
        let settings = Settings::default();
        settings.apply(ctx);
        let (choose, chosen) = channel();
        let mut app = Self {
            worker: match threads {
                Threads::On => Worker::threads(ctx),
                Threads::Off => Worker::inline(),
            },
            dialogs,
            chosen,
            choose,
            settings,
            session: None,
            opened: 0,
            shown: None,
            asked: None,
            paper: None,
            asked_paper: None,
            page_choice_open: false,
            findings: None,
            asked_findings: None,
            previews: BTreeMap::new(),
            opening: None,
            notices: Vec::new(),
            unreadable: None,
            export: None,
            exporting: None,
            last_choices: LastChoices::default(),
            left_tab: LeftTab::default(),
            beside: Beside::default(),
            outline: OutlineState::default(),
            inspector: Inspector::default(),
            queue: Vec::new(),
            palette: None,
            menu_at: None,
            keep: Keeping::default(),
            renaming: None,
            ahead: super::typed_ahead::TypedAhead::default(),
            tables: Tables::default(),
            options: OptionsState::default(),
            focused_tab: None,
        };
        if let Some(path) = file {
            app.load(path, true);
        }
        app
    }

    /// Keeps recovery copies, the list of recent files and the look in this folder.
    #[must_use]
    pub fn keeping(mut self, ctx: &Context, folder: Option<PathBuf>) -> Self {
        if let Some(folder) = folder {
            // Read before the first frame, so that no window begins bright and turns dark.
            if let Some(look) = look::look(&folder) {
                self.settings = look.into();
                self.settings.apply(ctx);
            }
            self.keep.folder = Some(folder.clone());
            self.worker.send(Request::Begin(folder.join("recovery")));
            self.remember(RecentAct::Read);
        }
        self
    }

    /// Whether cards are at their new places at once, as the menu has it.
    #[must_use]
    pub fn still(mut self, still: bool) -> Self {
        self.settings.still = still;
        self
    }

    /// Whether a drawing has been asked for that has not come yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        let shown = self.shown.as_ref().map(|shown| &shown.key);
        self.opening.is_some() || self.asked.as_ref() != shown
    }

    /// Sets theme and size of text as the menu does; `scale` in per cent.
    pub fn set_look(&mut self, ctx: &Context, theme: egui::ThemePreference, scale: u16) {
        self.settings = Settings {
            theme,
            scale,
            ..self.settings
        };
        self.settings.apply(ctx);
    }

    /// Opens a file; one that is not there is made if so wished.
    pub(super) fn load(&mut self, path: PathBuf, make: bool) {
        self.opening = Some(path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        ));
        self.worker.send(Request::Load { path, make });
    }

    pub(super) fn open_sample(&mut self, name: &'static str, title: &str) {
        self.opening = Some(title.to_owned());
        self.worker.send(Request::Sample(name));
    }

    /// Findings of the state that is shown, once they are known.
    pub(super) fn current_findings(&self) -> Option<&[Finding]> {
        let revision = self.session.as_ref()?.document.revision();
        let (of, findings) = self.findings.as_ref()?;
        (*of == revision).then_some(findings.as_slice())
    }

    /// Draws a frame and takes its input.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_answers(&ctx);
        self.take_close(&ctx);
        self.take_dropped(&ctx);
        self.settle_typing(&ctx);
        self.take_keys(&ctx);
        let before = self.session.as_ref().map(|s| s.selection.clone());
        self.panels(ui);
        if let Some(session) = &mut self.session {
            session.selection.settle();
        }
        if let Some(file) = &self.unreadable
            && unreadable_ui(&ctx, file)
        {
            self.unreadable = None;
        }
        self.replace_ui(&ctx);
        palette_ui(self, &ctx);
        self.doubt_ui(&ctx);
        for action in std::mem::take(&mut self.queue) {
            self.perform(action, &ctx);
        }
        self.keep_copy();
        self.set_title(&ctx);
        self.close_when_done(&ctx);
        self.ask_for_pictures(&ctx);
        self.ask_for_report();
        self.ask_for_short_texts();
        // Without threads the answers are there already; show them in the next frame.
        if self.worker.inline_answers() {
            ctx.request_repaint();
        }
        let mut panes = self.shown.iter_mut().flat_map(|shown| &mut shown.panes);
        if panes.any(|pane| pane.outdated(&ctx)) {
            ctx.request_repaint();
        }
        // Panels beside the canvas were drawn before the canvas knew what is pointed at.
        if self.session.as_ref().map(|s| &s.selection) != before.as_ref() {
            ctx.request_repaint();
        }
    }

    /// Ends the visit of a field that has lost the keyboard, whichever view is shown now.
    fn settle_typing(&mut self, ctx: &Context) {
        if let Some(session) = &mut self.session {
            self.inspector.fields.settle(ctx, session);
            self.outline.settle(ctx, session);
        }
    }

    fn panels(&mut self, ui: &mut Ui) {
        if self.session.is_none() {
            if !self.notices.is_empty() {
                egui::Panel::bottom("start notices")
                    .frame(egui::Frame::new())
                    .show(ui, |ui| {
                        self.queue.extend(notices_ui(ui, &mut self.notices, None));
                    });
            }
            start::start_ui(self, ui);
            return;
        }
        if self.export.is_some() {
            export_view::export_ui(self, ui);
            return;
        }
        top_bar::top_bar_ui(self, ui);
        status::status_ui(self, ui);
        let view = self.session.as_ref().map(|s| s.view);
        if view != Some(View::Changes) {
            // Whoever comes back finds what is selected.
            self.tables.followed = None;
        }
        match view {
            Some(View::Compare) => compare_view::compare_ui(self, ui),
            Some(View::Changes) => changes_view::changes_ui(self, ui),
            Some(View::Members | View::Measures) => sheets_view::sheets_ui(self, ui),
            _ => draw_view::draw_ui(self, ui),
        }
    }

    fn ask_for_pictures(&mut self, ctx: &Context) {
        let theme = theme::name(ctx);
        let Some(session) = &self.session else {
            self.ask_for_previews(theme);
            return;
        };
        let key = session.wanted(theme);
        let project = session.document.snapshot();
        let held =
            session.hold_picture && self.shown.as_ref().is_some_and(|s| s.key.view == key.view);
        if session.view.draws() && !held && self.asked.as_ref() != Some(&key) {
            self.worker
                .send(Request::Picture(key.clone(), project.clone()));
            self.asked = Some(key.clone());
        }
        let paper = PaperKey {
            revision: key.revision,
            view: key.view.on_paper(),
            page: key.page,
            opened: key.opened,
            larger: self.page_choice_open,
        };
        if session.view.draws() && self.asked_paper.as_ref() != Some(&paper) {
            self.worker
                .send(Request::Paper(paper.clone(), project.clone()));
            self.asked_paper = Some(paper);
        }
        if self.asked_findings != Some(key.revision) {
            self.worker
                .send(Request::Check(key.revision, project.clone()));
            self.asked_findings = Some(key.revision);
        }
    }

    fn ask_for_previews(&mut self, theme: ThemeName) {
        let dark = theme == ThemeName::Dark;
        for sample in crate::store::samples() {
            self.previews.entry((sample.name, dark)).or_insert_with(|| {
                self.worker.send(Request::Preview(sample.name, theme));
                None
            });
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut egui::RawInput) {
        self.hold_back(ctx, raw);
    }
}
