//! What a person has chosen to export, and the files that come of it.

use crate::editor::{CompareAs, PageSetup, Session, View};
use crate::export::SvgText;
use crate::model::{Structure, StructureId};
use crate::publish::{DPI, Format, Order, Setting, What};
use crate::scene::{Options, Pages};
use crate::ui::work::on_page;

/// What a person has chosen so far.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choices {
    /// Whether several files are written at once; else the first of each list counts.
    pub(crate) batch: bool,
    /// What is ticked; at least one.
    pub(crate) what: Vec<What>,
    /// The formats that are ticked; at least one.
    pub(crate) formats: Vec<Format>,
    /// How pictures are drawn.
    pub(crate) options: Options,
    /// Dots per inch of a PNG.
    pub(crate) dpi: u32,
    /// Whether text of pictures stays text.
    pub(crate) live: bool,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    pub(crate) order: Order,
    /// "redcar-proposed.svg".
    pub(crate) name: String,
}

/// Whether both are the same format, however they are set.
pub(crate) fn same(a: Format, b: Format) -> bool {
    a.extension() == b.extension()
}

impl Choices {
    /// The view that is shown, on its paper.
    pub(crate) fn new(session: &Session) -> Self {
        let first = Format::ALL.into_iter().next().unwrap_or(Format::Pdf);
        Self {
            batch: false,
            what: vec![seen(session)],
            formats: vec![first],
            options: of_page(session.page),
            dpi: DPI,
            live: false,
        }
    }

    /// The files that are wanted, in the order of what and then of formats.
    pub(crate) fn files(&self, session: &Session) -> Vec<Wanted> {
        let mut files = Vec::new();
        for what in &self.what {
            if !self.batch {
                files.push(self.wanted(session, what, self.format_for(what)));
                break;
            }
            let held = self.formats.iter().filter(|f| holds(**f, what));
            files.extend(held.map(|format| self.wanted(session, what, *format)));
        }
        files
    }

    /// Files that would be wanted if their formats could hold it: sentences that say why not.
    pub(crate) fn left_out(&self) -> Vec<String> {
        if !self.batch {
            return Vec::new();
        }
        let pairs = self.what.iter().flat_map(|what| {
            let formats = self.formats.iter();
            formats.filter_map(|format| format.holds(what.subject()).err())
        });
        let mut out: Vec<String> = pairs.map(|misfit| misfit.to_string()).collect();
        out.dedup();
        out
    }

    /// The format in which a thing is written: the chosen one, else the first that can hold it.
    fn format_for(&self, what: &What) -> Format {
        let mut all = self.formats.iter().copied().chain(Format::ALL);
        all.find(|format| holds(*format, what))
            .unwrap_or(Format::Pdf)
    }

    /// The format that is chosen for what is chosen.
    pub(crate) fn format(&self) -> Format {
        let what = self.what.first();
        what.map_or(Format::Pdf, |what| self.format_for(what))
    }

    fn wanted(&self, session: &Session, what: &What, format: Format) -> Wanted {
        let order = self.order(session, what, format);
        let extension = order.format.extension();
        let name = format!(
            "{}-{}.{extension}",
            session.document.file_stem(),
            stem(what)
        );
        Wanted { order, name }
    }

    /// The order for a thing in a format, set as chosen.
    pub(crate) fn order(&self, session: &Session, what: &What, format: Format) -> Order {
        let text = if self.live {
            SvgText::Live
        } else {
            SvgText::Paths
        };
        let format = match format {
            Format::Svg(_) => Format::Svg(text),
            Format::Html(_) => Format::Html(text),
            Format::Png { .. } => Format::Png { dpi: self.dpi },
            other => other,
        };
        let subject = what.subject();
        let mut options = self.options.clone();
        // As it is seen: lines that were opened too.
        if let What::Diagram(structure) = what {
            let opened = session.opened.iter();
            let here = opened.filter(|line| line.structure == *structure);
            options.opened = here.map(|line| line.id.clone()).collect();
        }
        if !Setting::Pages.means(format, subject, &options) {
            options.pages = Pages::One;
        }
        Order {
            what: what.clone(),
            format,
            options,
        }
    }

    /// Whether a setting changes any of the files.
    pub(crate) fn means(&self, session: &Session, setting: Setting) -> bool {
        let files = self.files(session).into_iter();
        files
            .map(|file| file.order)
            .any(|order| setting.means(order.format, order.what.subject(), &order.options))
    }

    /// Ticks a thing or takes its tick away; one always stays.
    pub(crate) fn tick_what(&mut self, what: &What, all: &[What]) {
        if !self.batch {
            self.what = vec![what.clone()];
            return;
        }
        let on = self.what.contains(what);
        if on && self.what.len() > 1 {
            self.what.retain(|other| other != what);
        } else if !on {
            self.what.push(what.clone());
            let place = |what: &What| all.iter().position(|other| other == what);
            self.what.sort_by_key(place);
        }
    }

    /// Ticks a format or takes its tick away; one always stays.
    pub(crate) fn tick_format(&mut self, format: Format) {
        if !self.batch {
            self.formats = vec![format];
            return;
        }
        let on = self.formats.iter().any(|other| same(*other, format));
        if on && self.formats.len() > 1 {
            self.formats.retain(|other| !same(*other, format));
        } else if !on {
            self.formats.push(format);
            let place = |format: &Format| Format::ALL.iter().position(|f| same(*f, *format));
            self.formats.sort_by_key(place);
        }
    }
}

fn holds(format: Format, what: &What) -> bool {
    format.holds(what.subject()).is_ok()
}

/// Arranged as in the window.
fn of_page(page: PageSetup) -> Options {
    on_page(page, std::collections::BTreeSet::new())
}

/// What the view shows.
pub(crate) fn seen(session: &Session) -> What {
    let one = || What::Diagram(session.structure.clone());
    let Some((from, to)) = session.pair.clone() else {
        return match session.view {
            View::Measures => What::Measures(vec![session.structure.clone()]),
            _ => one(),
        };
    };
    match session.view {
        View::Draw => one(),
        View::Compare if session.compare_as == CompareAs::Overlay => What::Overlay(from, to),
        View::Compare => What::Compare(from, to),
        View::Changes => What::Changes(from, to),
        View::Members => What::Members(from, to),
        View::Measures => What::Measures(vec![from, to]),
    }
}

/// Everything that can be exported, with its words.
pub(crate) fn all(session: &Session) -> Vec<(What, String)> {
    let structures = &session.project().structures;
    let ids = || structures.iter().map(|s| s.id().clone()).collect();
    let mut out: Vec<(What, String)> = structures
        .iter()
        .map(|s| (What::Diagram(s.id().clone()), s.label()))
        .collect();
    let tables = What::Tables(ids());
    let talk = What::Talk(ids(), session.pair.clone());
    if let Some((from, to)) = &session.pair {
        let both = || (from.clone(), to.clone());
        let label = |id: &StructureId| {
            let structure = session.project().structure(id);
            structure.map_or_else(String::new, Structure::label)
        };
        let names = format!("{} and {}", label(from), label(to));
        let pair = |what: fn(StructureId, StructureId) -> What| {
            let (from, to) = both();
            what(from, to)
        };
        out.extend([
            (pair(What::Compare), format!("{names} side by side")),
            (pair(What::Overlay), format!("{names} in one drawing")),
            (
                What::Pack(from.clone(), Some(to.clone())),
                "Committee pack: everything in one paper".into(),
            ),
            (pair(What::Changes), "Schedule of changes, with plan".into()),
            (pair(What::Members), "Members before and after".into()),
            (
                What::Measures(vec![from.clone(), to.clone()]),
                "Measures of both".into(),
            ),
        ]);
    } else {
        let shown = session.structure.clone();
        let pack = What::Pack(shown.clone(), None);
        out.push((pack, "Committee pack: everything in one paper".into()));
        out.push((What::Measures(vec![shown]), "Measures".into()));
    }
    let words = "Talk: a slide for each structure and each change";
    out.push((talk, words.to_owned()));
    out.push((tables, "Tables of bodies and links".into()));
    out
}

/// "proposed", "current-to-proposed-overlay", "changes-current-to-proposed".
fn stem(what: &What) -> String {
    match what {
        What::Diagram(structure) => structure.to_string(),
        What::Compare(from, to) => format!("{from}-to-{to}"),
        What::Overlay(from, to) => format!("{from}-to-{to}-overlay"),
        What::Changes(from, to) => format!("changes-{from}-to-{to}"),
        What::Members(from, to) => format!("members-{from}-to-{to}"),
        What::Measures(structures) => match structures.as_slice() {
            [from, to] => format!("measures-{from}-to-{to}"),
            [one] => format!("measures-{one}"),
            _ => "measures".to_owned(),
        },
        What::Tables(_) => "tables".to_owned(),
        What::Pack(from, Some(to)) => format!("pack-{from}-to-{to}"),
        What::Talk(..) => "talk".to_owned(),
        What::Pack(one, None) => format!("pack-{one}"),
    }
}
