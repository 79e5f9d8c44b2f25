//! The last choices of a project as words to be kept on this computer, and back.

use super::choices::{Choices, all, seen};
use super::settings::SIDES;
use crate::editor::Session;
use crate::publish::{Format, What};
use crate::scene::{Arrange, Ink, Orientation, Pages, Paper, READABLE, Surround};
use crate::store::exports::Chosen;

/// Ways of lying, with their words.
pub(super) const ORIENTATIONS: [(Orientation, &str); 3] = [
    (Orientation::Auto, "Automatic"),
    (Orientation::Landscape, "Landscape"),
    (Orientation::Portrait, "Portrait"),
];

/// Inks, with their words.
pub(super) const INKS: [(Ink, &str); 3] = [
    (Ink::Colour, "Colour"),
    (Ink::Grey, "Greys"),
    (Ink::Mono, "Black on white"),
];

/// Arrangements, with their words.
pub(super) const ARRANGES: [(Arrange, &str); 3] = [
    (Arrange::Plain, "Plain"),
    (Arrange::Zoned, "In zones"),
    (Arrange::Auto, "Automatic"),
];

/// Least sizes of text, with their words.
pub(super) const FLOORS: [(f64, &str); 4] = [
    (8.0, "8 pt"),
    (READABLE, "9 pt"),
    (10.0, "10 pt"),
    (12.0, "12 pt"),
];

/// Dots per inch that are offered.
pub(super) const DOTS: [u32; 4] = [96, 150, 300, 600];

/// The name of a choice and what was ticked.
fn word<T: Copy + PartialEq>(all: &[(T, &str)], one: T) -> Vec<String> {
    let found = all.iter().find(|(other, _)| *other == one);
    found
        .map(|(_, words)| (*words).to_owned())
        .into_iter()
        .collect()
}

impl Choices {
    /// What is kept of them.
    pub(super) fn kept(&self, session: &Session) -> Chosen {
        let options = &self.options;
        let what = self.what.iter().map(key).collect();
        let formats = self.formats.iter().map(|f| f.extension().to_owned());
        [
            ("batch", flag(self.batch)),
            ("what", what),
            ("formats", formats.collect()),
            ("paper", vec![paper_word(options.paper)]),
            ("orientation", word(&ORIENTATIONS, options.orientation)),
            ("several", flag(options.pages == Pages::Several)),
            ("arrange", word(&ARRANGES, options.arrange)),
            ("floor", word(&FLOORS, options.floor)),
            ("ink", word(&INKS, options.ink)),
            ("dpi", vec![self.dpi.to_string()]),
            ("live", flag(self.live)),
            ("window", vec![window(session)]),
        ]
        .into_iter()
        .chain(kept_surround(&options.surround))
        .map(|(name, words)| (name.to_owned(), words))
        .collect()
    }

    /// The choices for what is shown, with what was kept from the last time. Words that mean
    /// nothing here are passed by.
    pub(super) fn restored(session: &Session, chosen: Option<&Chosen>) -> Self {
        let mut choices = Self::new(session);
        let Some(chosen) = chosen else { return choices };
        let words = |name: &str| chosen.get(name).map(Vec::as_slice).unwrap_or_default();
        let says = |name: &str, word: &str| words(name).iter().any(|other| other == word);
        let one = |name: &str| words(name).first().map(String::as_str);
        choices.restore_what(session, words("what"), says("batch", "yes"));
        let formats = Format::ALL.into_iter();
        let formats: Vec<Format> = formats.filter(|f| says("formats", f.extension())).collect();
        if !formats.is_empty() {
            choices.formats = formats;
        }
        let options = &mut choices.options;
        // What has been chosen in the window since then counts more.
        if says("window", &window(session)) {
            let paper = one("paper").and_then(paper_of);
            options.paper = paper.unwrap_or(options.paper);
            let back = find(&ORIENTATIONS, one("orientation"));
            options.orientation = back.unwrap_or(options.orientation);
            options.arrange = find(&ARRANGES, one("arrange")).unwrap_or(options.arrange);
        }
        options.floor = find(&FLOORS, one("floor")).unwrap_or(options.floor);
        options.surround = Surround {
            title: !says("title", "no"),
            status: one("status").map(str::to_owned),
            date: !says("date", "no"),
            legend: !says("legend", "no"),
            notes: !says("notes", "no"),
            footer: one("footer").map(str::to_owned),
        };
        options.ink = find(&INKS, one("ink")).unwrap_or(options.ink);
        if says("several", "yes") {
            options.pages = Pages::Several;
        }
        let mut dots = DOTS.into_iter();
        let dpi = dots.find(|dpi| says("dpi", &dpi.to_string()));
        choices.dpi = dpi.unwrap_or(choices.dpi);
        choices.live = says("live", "yes");
        choices
    }

    /// What was exported last comes back where the view that is shown is among it: who looks at
    /// something else means that.
    fn restore_what(&mut self, session: &Session, keys: &[String], batch: bool) {
        let all = all(session).into_iter().map(|(what, _)| what);
        let back: Vec<What> = all.filter(|what| keys.contains(&key(what))).collect();
        if back.contains(&seen(session)) {
            self.what = back;
            self.batch = batch;
        }
    }
}

fn flag(on: bool) -> Vec<String> {
    vec![if on { "yes" } else { "no" }.to_owned()]
}

fn kept_surround(surround: &Surround) -> [(&'static str, Vec<String>); 6] {
    let text = |text: &Option<String>| text.iter().cloned().collect();
    [
        ("title", flag(surround.title)),
        ("status", text(&surround.status)),
        ("date", flag(surround.date)),
        ("legend", flag(surround.legend)),
        ("notes", flag(surround.notes)),
        ("footer", text(&surround.footer)),
    ]
}

fn paper_word(paper: Paper) -> String {
    match paper {
        Paper::Custom(wide, high) => format!("{wide}x{high}"),
        other => other.name(),
    }
}

fn paper_of(word: &str) -> Option<Paper> {
    let mut all = Paper::ALL.into_iter();
    all.find(|paper| paper.name() == word).or_else(|| {
        let (wide, high) = word.split_once('x')?;
        let side = |text: &str| text.parse().ok().filter(|side| SIDES.contains(side));
        Some(Paper::Custom(side(wide)?, side(high)?))
    })
}

fn find<T: Copy>(all: &[(T, &str)], word: Option<&str>) -> Option<T> {
    let found = all.iter().find(|(_, other)| Some(*other) == word);
    found.map(|(one, _)| *one)
}

/// How the window was set: for telling whether that has changed since.
fn window(session: &Session) -> String {
    let page = session.page;
    format!("{:?} {:?} {:?}", page.paper, page.orientation, page.arrange)
}

/// A thing to be exported as a word.
fn key(what: &What) -> String {
    format!("{what:?}")
}
