//! The export window: what, in which format, on which paper.

use std::path::PathBuf;

use egui::{Context, Id, Modal, Ui};
use egui_phosphor::regular as icon;

use super::app::{App, Chosen};
use super::dialog::Question;
use super::widgets::{button, muted, primary};
use super::work::on_page;
use crate::editor::{CompareAs, Session, View};
use crate::export::SvgText;
use crate::publish::{self, DPI, Format, Order, Setting, Subject};
use crate::scene::{Ink, Options, Orientation, Pages, Paper};

/// What a person has chosen so far.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExportForm {
    what: What,
    /// The format of words and tables.
    document: Format,
    png: bool,
    live: bool,
    dpi: u32,
    paper: Paper,
    orientation: Orientation,
    /// Whether a structure too large for one sheet is cut at branches.
    several: bool,
    ink: Ink,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Structure,
    Comparison,
    Overlay,
    Changes,
    Members,
    Measures,
}

/// The formats of words and tables, with their words.
const DOCUMENTS: [(Format, &str); 3] = [
    (
        Format::Html(SvgText::Paths),
        "Web page (HTML), also opened by Word",
    ),
    (Format::Markdown, "Markdown, for a text editor"),
    (Format::Csv, "CSV, the tables for a spreadsheet"),
];

impl What {
    /// Whether it is words and tables rather than a drawing.
    fn is_document(self) -> bool {
        !matches!(self, Self::Structure | Self::Comparison | Self::Overlay)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Members => "members",
            Self::Measures => "measures",
            Self::Structure | Self::Comparison | Self::Overlay => "",
        }
    }
}

impl ExportForm {
    /// The view that is shown, on its paper.
    pub(crate) fn new(session: &Session) -> Self {
        Self {
            what: match session.view {
                View::Draw => What::Structure,
                View::Compare if session.compare_as == CompareAs::Overlay => What::Overlay,
                View::Compare => What::Comparison,
                View::Changes if session.pair.is_some() => What::Changes,
                View::Members if session.pair.is_some() => What::Members,
                View::Measures => What::Measures,
                View::Changes | View::Members => What::Structure,
            },
            document: Format::Html(SvgText::Paths),
            png: false,
            live: false,
            dpi: DPI,
            several: false,
            paper: session.page.paper,
            orientation: session.page.orientation,
            ink: Ink::Colour,
        }
    }

    /// Whether it can be cut: only the plain drawing of one structure, on paper.
    fn can_be_several(&self, session: &Session) -> bool {
        let (subject, options) = (self.subject(), self.options(session));
        Setting::Pages.means(self.format(), subject, &options)
    }

    fn subject(&self) -> Subject {
        match self.what {
            What::Structure => Subject::Diagram,
            What::Comparison => Subject::Compare,
            What::Overlay => Subject::Overlay,
            What::Changes => Subject::Changes,
            What::Members => Subject::Members,
            What::Measures => Subject::Measures,
        }
    }

    fn format(&self) -> Format {
        match (self.what.is_document(), self.png, self.live) {
            (true, ..) => self.document,
            (false, true, _) => Format::Png { dpi: self.dpi },
            (false, false, true) => Format::Svg(SvgText::Live),
            (false, false, false) => Format::Svg(SvgText::Paths),
        }
    }

    fn extension(&self) -> &'static str {
        self.format().extension()
    }

    /// "redcar-proposed.svg".
    fn file_name(&self, session: &Session) -> String {
        let stem = session.document.file_stem();
        let what = match (self.what, &session.pair) {
            (What::Comparison, Some((from, to))) => format!("{from}-to-{to}"),
            (What::Overlay, Some((from, to))) => format!("{from}-to-{to}-overlay"),
            (what, Some((from, to))) if what.is_document() => {
                format!("{}-{from}-to-{to}", what.word())
            }
            (What::Measures, None) => format!("measures-{}", session.structure),
            _ => session.structure.to_string(),
        };
        format!("{stem}-{what}.{}", self.extension())
    }

    /// The order to make this, and the file that it goes to.
    pub(crate) fn order(&self, session: &Session, path: PathBuf) -> (Order, PathBuf) {
        let one = || session.structure.clone();
        let what = match (self.what, session.pair.clone()) {
            (What::Comparison, Some((from, to))) => publish::What::Compare(from, to),
            (What::Overlay, Some((from, to))) => publish::What::Overlay(from, to),
            (What::Changes, Some((from, to))) => publish::What::Changes(from, to),
            (What::Members, Some((from, to))) => publish::What::Members(from, to),
            (What::Measures, Some((from, to))) => publish::What::Measures(vec![from, to]),
            (What::Measures, None) => publish::What::Measures(vec![one()]),
            _ => publish::What::Diagram(one()),
        };
        let mut options = self.options(session);
        if self.several && self.can_be_several(session) {
            options.pages = Pages::Several;
        }
        let order = Order {
            what,
            format: self.format(),
            options,
        };
        (order, with_extension(path, self.extension()))
    }

    /// Arranged as it is seen, opened lines included.
    fn options(&self, session: &Session) -> Options {
        Options {
            paper: self.paper,
            orientation: self.orientation,
            ink: self.ink,
            ..on_page(session.page, session.opened_in_draw())
        }
    }
}

/// Some dialogs give a name without extension back.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some() {
        path
    } else {
        path.with_extension(extension)
    }
}

/// Height of the form with all its parts.
const FORM: f32 = 622.0;

enum Asked {
    Save,
    Cancel,
}

pub(super) fn export_ui(app: &mut App, ctx: &Context) {
    let (Some(form), Some(session)) = (&mut app.export, &app.session) else {
        return;
    };
    let frame = super::notice::modal_frame(ctx);
    let modal = Modal::new(Id::new("export")).frame(frame).show(ctx, |ui| {
        ui.set_width(400.0_f32.min(ctx.content_rect().width() - 60.0));
        ui.heading("Export");
        ui.add_space(6.0);
        // A scroll area learns its height a frame late, and the window would move under the
        // pointer; so there is one only where the form does not fit.
        let height = ctx.content_rect().height() - 180.0;
        if height < FORM {
            let scroll = egui::ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height);
            scroll.show(ui, |ui| form_ui(ui, form, session));
        } else {
            form_ui(ui, form, session);
        }
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let mut asked = None;
            if primary(ui, icon::FLOPPY_DISK, "Save as…").clicked() {
                asked = Some(Asked::Save);
            }
            if button(ui, icon::X, "Cancel").clicked() {
                asked = Some(Asked::Cancel);
            }
            asked
        })
        .inner
    });
    let closed = modal.should_close();
    match modal.inner {
        Some(Asked::Save) => {
            let question = Question::Save {
                name: form.file_name(session),
                extension: form.extension(),
            };
            app.ask(ctx, question, Chosen::Export);
        }
        Some(Asked::Cancel) => app.export = None,
        None if closed => app.export = None,
        None => {}
    }
}

/// What can be written as words and tables.
fn what_documents_ui(ui: &mut Ui, form: &mut ExportForm, session: &Session) {
    let mut choices = vec![(What::Measures, "Measures, as tables")];
    if session.pair.is_some() {
        choices = vec![
            (
                What::Changes,
                "Schedule of changes with plan, in words and tables",
            ),
            (What::Members, "Members before and after, as tables"),
            (What::Measures, "Measures of both, as tables"),
        ];
    }
    for (what, words) in choices {
        ui.radio_value(&mut form.what, what, words);
    }
}

fn form_ui(ui: &mut Ui, form: &mut ExportForm, session: &Session) {
    ui.spacing_mut().interact_size.y = 24.0;
    ui.spacing_mut().item_spacing.y = 4.0;
    muted(ui, "What");
    let shown = session
        .shown()
        .map(crate::model::Structure::label)
        .unwrap_or_default();
    ui.radio_value(
        &mut form.what,
        What::Structure,
        format!("This structure: {shown}"),
    );
    if let Some((from, to)) = &session.pair {
        let label = |id| {
            session
                .project()
                .structure(id)
                .map_or_else(String::new, crate::model::Structure::label)
        };
        let words = format!("{} and {} side by side", label(from), label(to));
        ui.radio_value(&mut form.what, What::Comparison, words);
        let words = format!("{} and {} in one drawing", label(from), label(to));
        ui.radio_value(&mut form.what, What::Overlay, words);
    }
    what_documents_ui(ui, form, session);
    ui.add_space(6.0);
    muted(ui, "Format");
    if form.what.is_document() {
        for (format, words) in DOCUMENTS {
            ui.radio_value(&mut form.document, format, words);
        }
        return;
    }
    ui.radio_value(&mut form.png, false, "SVG, for print and web");
    ui.radio_value(&mut form.png, true, "PNG, for slides and mail");
    ui.add_space(6.0);
    if form.png {
        muted(ui, "Dots per inch");
        ui.horizontal(|ui| {
            for dpi in [96, 150, 300, 600] {
                ui.radio_value(&mut form.dpi, dpi, dpi.to_string());
            }
        });
    } else {
        muted(ui, "Text");
        ui.radio_value(
            &mut form.live,
            false,
            "As outlines: looks the same everywhere",
        );
        ui.radio_value(&mut form.live, true, "As text: can be searched and edited");
    }
    ui.add_space(6.0);
    muted(ui, "Paper");
    ui.horizontal(|ui| {
        for (paper, words) in [
            (Paper::A4, "A4"),
            (Paper::A3, "A3"),
            (Paper::A5, "A5"),
            (Paper::Slide, "Slide 16:9"),
            (Paper::Fit, "Made to fit"),
        ] {
            ui.radio_value(&mut form.paper, paper, words);
        }
    });
    // A slide always lies across.
    if !matches!(form.paper, Paper::Fit | Paper::Slide) {
        ui.horizontal(|ui| {
            for (orientation, words) in [
                (Orientation::Auto, "Whichever prints larger"),
                (Orientation::Landscape, "Landscape"),
                (Orientation::Portrait, "Portrait"),
            ] {
                ui.radio_value(&mut form.orientation, orientation, words);
            }
        });
    }
    if form.can_be_several(session) {
        let words = "On several pages where the text would be too small on one";
        ui.checkbox(&mut form.several, words);
    }
    ui.add_space(6.0);
    muted(ui, "Ink");
    ui.horizontal(|ui| {
        for (ink, words) in [
            (Ink::Colour, "Colour"),
            (Ink::Grey, "Greys"),
            (Ink::Mono, "Black on white"),
        ] {
            ui.radio_value(&mut form.ink, ink, words);
        }
    });
    muted(
        ui,
        "An export draws every body and every kind of line, whatever the window hides.",
    );
}
