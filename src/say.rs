//! The program's own words in drawings and text versions, in each of its languages: one plain table.
//!
//! Names come from the project, read in the language by `Project::read_in`. Welsh counts are said
//! with "o" and a plural ("12 o gyrff"), which needs no mutation by the number.

use crate::model::{Fate, Language};

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $english:literal, $welsh:literal;)*) => {
        /// Something that the program says. `{0}` and `{1}` stand for names and numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is named after what it says")]
        pub enum Phrase {
            $($(#[$doc])* $name,)*
        }

        impl Phrase {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its words in a language.
            #[must_use]
            pub fn in_language(self, language: Language) -> &'static str {
                match (language, self) {
                    $((Language::English, Self::$name) => $english,
                    (Language::Welsh, Self::$name) => $welsh,)*
                }
            }
        }
    };
}

phrases! {
    // Cards.
    Formerly: "Formerly {0}", "Gynt {0}";
    Groups: "{0} groups", "{0} o grwpiau";
    NumberNotStated: "number not stated", "nifer heb ei nodi";
    NotYetEstablished: "not yet established", "heb ei sefydlu eto";
    TimeLimited: "time limited", "am gyfnod penodol";
    Shadow: "shadow", "ar ffurf gysgodol";
    NotDecided: "not decided", "heb ei benderfynu";
    Implied: "implied", "ymhlyg";
    OrMore: "{0} or more", "{0} neu ragor";
    OneMeeting: "1 meeting a year", "1 cyfarfod y flwyddyn";
    Meetings: "{0} meetings a year", "{0} o gyfarfodydd y flwyddyn";
    NotAccountedFor: "Not accounted for", "Heb gyfrif amdano";
    // Changes on cards.
    RenamedTo: "Renamed {0}", "Ailenwyd yn {0}";
    OthersMerge: "Others merge into it", "Eraill yn uno ag ef";
    MergedInto: "Merged into {0}", "Unwyd â {0}";
    SplitInto: "Split into {0}", "Rhannwyd yn {0}";
    ReplacedBy: "Replaced by {0}", "Disodlwyd gan {0}";
    Ended: "Ended", "Daeth i ben";
    UnderReview: "Under review", "Dan adolygiad";
    MovesUnder: "Moves under {0}", "Symud o dan {0}";
    NoLineInFuture: "No reporting line in future", "Dim llinell adrodd yn y dyfodol";
    RenamedWas: "Renamed, was {0}", "Ailenwyd, {0} gynt";
    MergedFrom: "Merged from {0}", "Unwyd o {0}";
    SplitFrom: "Split from {0}", "Rhannwyd o {0}";
    Replaces: "Replaces {0}", "Yn disodli {0}";
    New: "New", "Newydd";
    MovedFrom: "Moved, reported to {0}", "Symudwyd, adroddai i {0}";
    MovedHadNone: "Moved, had no reporting line", "Symudwyd, heb linell adrodd gynt";
    KindChanges: "Kind changes", "Math yn newid";
    TwoBodies: "two bodies", "2 gorff";
    ThreeBodies: "three bodies", "3 chorff";
    // Empty places.
    PartOfOne: "Part of one body today", "Rhan o un corff heddiw";
    NotThereToday: "Not there today", "Ddim yno heddiw";
    GhostMerged: "{0}: merged", "{0}: unwyd";
    GhostReplaced: "{0}: replaced", "{0}: disodlwyd";
    GhostEnded: "{0}: ended", "{0}: daeth i ben";
    GhostGone: "{0}: not there", "{0}: ddim yno";
    // Regions and zones.
    NoReportingLine: "No reporting line", "Dim llinell adrodd";
    FamilyNoLine: "In the family, no reporting line", "Yn y teulu, dim llinell adrodd";
    Outside: "Outside the framework", "Y tu allan i’r fframwaith";
    ElsewhereToo: "On other sheets", "Ar ddalennau eraill";
    FamilyElsewhere: "In the family, and on other sheets", "Yn y teulu, ac ar ddalennau eraill";
    EachOf: "each: {0}", "Pob un: {0}";
    PossibleZone: "possible, not decided", "posibl, heb ei benderfynu";
    FamilyZone: "in the family, no reporting line", "yn y teulu, dim llinell adrodd";
    TopLevel: "Top level", "Y lefel uchaf";
    SecondLevel: "Second level", "Yr ail lefel";
    ThirdLevel: "Third level", "Y drydedd lefel";
    LevelN: "Level {0}", "Lefel {0}";
    Leadership: "Leadership", "Arweinyddiaeth";
    OtherBodies: "Other bodies", "Cyrff eraill";
    Thematic: "Thematic", "Thematig";
    Delivery: "Delivery", "Cyflawni";
    Area: "Area", "Ardal";
    Reference: "Reference", "Cyfeirio";
    // The key.
    Key: "Key", "Allwedd";
    KeyNotDecided: "Not decided", "Heb ei benderfynu";
    SeveralBodies: "Several bodies of one kind", "Sawl corff o’r un math";
    EmptyPlace: "Empty place", "Lle gwag";
    GoneLine: "A line of today that goes", "Llinell heddiw sy’n diflannu";
    Boundary: "Boundary of the framework", "Ffin y fframwaith";
    WhereAllowed: "{0}, where asked or allowed", "{0}, lle gofynnir neu lle caniateir";
    SeatsOnLine: "Number of seats, for each line that joins there", "Nifer y seddi, ar gyfer pob llinell sy’n ymuno yno";
    MarkRenamed: "Renamed", "Ailenwyd";
    MarkMerged: "Merged", "Unwyd";
    MarkMoved: "Moved", "Symudwyd";
    MarkSplit: "Split", "Rhannwyd";
    MarkReplaced: "Replaced", "Disodlwyd";
    // Titles and notes of pages.
    WhatWouldChange: "{0}: what would change", "{0}: beth fyddai’n newid";
    InOneDrawing: "{0}: what would change, in one drawing", "{0}: beth fyddai’n newid, mewn un llun";
    NothingChanges: "Nothing changes.", "Nid oes dim yn newid.";
    Moved: "{0} moved", "{0} wedi symud";
    Unaccounted: "{0} not accounted for", "{0} heb gyfrif amdanynt";
    PermissionsFolded: "Permissions are not drawn as lines: {0}. The text version lists them.", "Ni ddangosir caniatadau fel llinellau: {0}. Fe’u rhestrir yn y fersiwn destun.";
    PanelLines: "A line that ends at a panel stands for a link of every body in it, or of those that its words name.", "Mae llinell sy’n gorffen wrth banel yn sefyll am gysylltiad pob corff ynddo, neu’r rhai a enwir yn ei geiriau.";
    SeePage: "See sheet {0}", "Gweler dalen {0}";
    ContinuedFrom: "Continued from sheet {0}", "Parhad o ddalen {0}";
    ContinuesOn: "Continues on sheet {0}", "Yn parhau ar ddalen {0}";
    UnderOnPage: "Under {0}, sheet {1}", "O dan {0}, dalen {1}";
    PageOf: "Sheet {0} of {1}: ", "Dalen {0} o {1}: ";
    Pages: "Sheets", "Dalennau";
    MorePages: "and {0} more", "a {0} arall";
    MissingNote: "", "Heb enw Cymraeg, felly yn Saesneg: {0}.";
    AndMore: "{0} and {1} more", "{0} a {1} arall";
    // The short text.
    DiagramOf: "Diagram of {0}: {1}", "Diagram o {0}: {1}";
    OnLevels: " on {0}", " ar {0}";
    WithTop: ", with {0} at the top", ", gyda {0} ar y brig";
    ApartCount: "{0} in the family or outside", "{0} yn y teulu neu y tu allan";
    UndecidedCount: "{0} not decided yet", "{0} heb eu penderfynu eto";
    ComparisonOf: "Comparison of {0} with {1}: ", "Cymhariaeth o {0} â {1}: ";
    BeforeAfter: "{0} before, {1} after.", "{0} o’r blaen, {1} wedyn.";
    // The text version.
    TextVersion: "Text version", "Fersiwn destun";
    TextVersions: "Text versions of the charts", "Fersiynau testun o’r siartiau";
    SkipPicture: "Skip the picture and read it in words", "Neidio dros y llun a’i ddarllen mewn geiriau";
    PictureInWords: "The picture in words", "Y llun mewn geiriau";
    Picture: "Picture", "Llun";
    PictureOf: "Picture {0} of {1}", "Llun {0} o {1}";
    PageFoot: "Page {0} of {1}", "Tudalen {0} o {1}";
    InShort: "In short", "Yn gryno";
    Overview: "Overview", "Trosolwg";
    WhoReports: "Who reports to whom", "Pwy sy’n adrodd i bwy";
    ReportingTo: "Reporting to {0}", "Yn adrodd i {0}";
    Bodies: "Bodies", "Cyrff";
    BodiesWithoutLine: "Bodies without a reporting line", "Cyrff heb linell adrodd";
    FamilyWithoutLine: "In the family, without a reporting line", "Yn y teulu, heb linell adrodd";
    OtherLinks: "Other links", "Cysylltiadau eraill";
    NoHierarchy: "Nobody reports to anybody: there is no hierarchy.", "Nid oes neb yn adrodd i neb: nid oes hierarchaeth.";
    LinesHave: "The reporting lines have {0}.", "Mae gan y llinellau adrodd {0}.";
    AtTheTop: "At the top: {0}.", "Ar y brig: {0}.";
    InACircle: "The reporting lines run in a circle: {0}.", "Mae’r llinellau adrodd yn rhedeg mewn cylch: {0}.";
    CircleJoin: " reports to ", " yn adrodd i ";
    MoreThanOne: "More than one reporting line: {0}.", "Mwy nag un llinell adrodd: {0}.";
    ToItself: "Said to report to itself: {0}.", "Dywedir ei fod yn adrodd iddo’i hun: {0}.";
    WithoutKind: "{0} without a stated kind", "{0} heb fath wedi’i nodi";
    MeetingsInAll: "Meetings a year: {0} in all for {1}", "Cyfarfodydd y flwyddyn: {0} i gyd ar gyfer {1}";
    MeetingsUnknown: "; the number is not known for {0}", "; nid yw’r nifer yn hysbys ar gyfer {0}";
    SeeAbove: "{0}: see above", "{0}: gweler uchod";
    OneBelow: "; 1 body reports to it, under its own heading below", "; mae 1 corff yn adrodd iddo, o dan ei bennawd ei hun isod";
    ManyBelow: "; {0} bodies report to it, under its own heading below", "; mae {0} o gyrff yn adrodd iddo, o dan ei bennawd ei hun isod";
    LineCertainty: "reporting line {0}", "llinell adrodd: {0}";
    AlsoReports: "also reports to {0}", "hefyd yn adrodd i {0}";
    ReportsTo: "reports to {0}", "yn adrodd i {0}";
    StandsFor: "stands for {0} bodies", "yn cynrychioli {0} o gyrff";
    StandsForSeveral: "stands for several bodies, number not stated", "yn cynrychioli sawl corff, nifer heb ei nodi";
    NotDecidedYet: "not decided yet", "heb ei benderfynu eto";
    From: "from {0}", "o {0}";
    ShadowFrom: "in shadow form from {0}", "ar ffurf gysgodol o {0}";
    StatutoryFrom: "statutory from {0}", "statudol o {0}";
    Until: "until {0}", "tan {0}";
    Once: "meets once a year", "yn cwrdd unwaith y flwyddyn";
    Twice: "meets twice a year", "yn cwrdd ddwywaith y flwyddyn";
    Times: "meets {0} times a year", "yn cwrdd {0} gwaith y flwyddyn";
    MeetingsStated: "meetings: {0}", "cyfarfodydd: {0}";
    SeatsNotStated: "seats: number not stated", "seddi: nifer heb ei nodi";
    AtLeast: "at least {0}", "o leiaf {0}";
    Each: "{0} each", "{0} yr un";
    Undecided: "undecided", "heb ei benderfynu";
    Untitled: "Untitled", "Di-deitl";
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Bodies.
    Body,
    /// Seats.
    Seat,
    /// Levels of the hierarchy.
    Level,
}

/// A phrase without anything in it.
#[must_use]
pub fn say(language: Language, phrase: Phrase) -> String {
    phrase.in_language(language).to_owned()
}

/// A phrase with names and numbers in the places of `{0}` and `{1}`.
#[must_use]
pub fn with(language: Language, phrase: Phrase, parts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = phrase.in_language(language);
    // Parts are never read again: a name may hold braces of its own.
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let part = place.parse().ok().and_then(|at: usize| parts.get(at));
        out.push_str(part.copied().unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}

/// "1 body", "12 bodies"; "12 o gyrff".
#[must_use]
pub fn count(language: Language, n: usize, noun: Noun) -> String {
    let (one, many) = match (language, noun) {
        (Language::English, Noun::Body) => ("body", "bodies"),
        (Language::English, Noun::Seat) => ("seat", "seats"),
        (Language::English, Noun::Level) => ("level", "levels"),
        (Language::Welsh, Noun::Body) => ("corff", "o gyrff"),
        (Language::Welsh, Noun::Seat) => ("sedd", "o seddi"),
        (Language::Welsh, Noun::Level) => ("lefel", "o lefelau"),
    };
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Names as a list: "A, B and C"; "A, B ac Ch".
#[must_use]
pub fn list(language: Language, items: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let items = items.into_iter();
    if language == Language::English {
        return crate::compare::phrase::list(items);
    }
    let items: Vec<String> = items.map(|item| item.as_ref().to_owned()).collect();
    let comma = if items.iter().any(|item| item.contains(',')) {
        "; "
    } else {
        ", "
    };
    match items.as_slice() {
        [] => "dim".to_owned(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{}{}{last}", rest.join(comma), and(last)),
    }
}

/// "a" before a consonant, "ac" before a vowel. A name keeps its first letter.
fn and(next: &str) -> &'static str {
    let first = next.chars().next().into_iter().flat_map(char::to_lowercase);
    let vowel = first
        .into_iter()
        .any(|c| "aeiouwyâêîôûŵŷáéíóúäëïöü".contains(c));
    if vowel { " ac " } else { " a " }
}

/// What has become of so many bodies: "3 renamed".
#[must_use]
pub fn fated(language: Language, fate: Fate, n: usize) -> String {
    let word = match (language, fate) {
        (Language::English, _) => fate.label().to_lowercase(),
        (Language::Welsh, Fate::Retained) => "wedi’u cadw".to_owned(),
        (Language::Welsh, Fate::UnderReview) => "dan adolygiad".to_owned(),
        (Language::Welsh, Fate::Renamed) => "wedi’u hailenwi".to_owned(),
        (Language::Welsh, Fate::Merged) => "wedi’u huno".to_owned(),
        (Language::Welsh, Fate::Split) => "wedi’u rhannu".to_owned(),
        (Language::Welsh, Fate::Replaced) => "wedi’u disodli".to_owned(),
        (Language::Welsh, Fate::Ended) => "wedi dod i ben".to_owned(),
        (Language::Welsh, Fate::Created) => "newydd".to_owned(),
    };
    format!("{n} {word}")
}

/// A date as people write it: "22 July 2011"; "22 Gorffennaf 2011".
#[must_use]
pub fn date(language: Language, text: &str) -> String {
    const MONTHS: [(&str, &str); 12] = [
        ("January", "Ionawr"),
        ("February", "Chwefror"),
        ("March", "Mawrth"),
        ("April", "Ebrill"),
        ("May", "Mai"),
        ("June", "Mehefin"),
        ("July", "Gorffennaf"),
        ("August", "Awst"),
        ("September", "Medi"),
        ("October", "Hydref"),
        ("November", "Tachwedd"),
        ("December", "Rhagfyr"),
    ];
    let english = crate::compare::phrase::date(text);
    if language == Language::English {
        return english;
    }
    let welsh = |word: &str| {
        let month = MONTHS.iter().find(|(month, _)| *month == word);
        month.map_or_else(|| word.to_owned(), |(_, welsh)| (*welsh).to_owned())
    };
    english.split(' ').map(welsh).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_the_same_places_in_both_languages() {
        for phrase in Phrase::ALL {
            if *phrase == Phrase::MissingNote {
                continue;
            }
            let [english, welsh] = [Language::English, Language::Welsh].map(|language| {
                let words = phrase.in_language(language);
                assert!(!words.trim().is_empty(), "{phrase:?}");
                ["{0}", "{1}"].map(|place| words.matches(place).count())
            });
            assert_eq!(english, welsh, "{phrase:?}");
        }
    }

    #[test]
    fn names_stand_in_their_places_whatever_they_hold() {
        let told = with(Language::Welsh, Phrase::DiagramOf, &["{1}", "2 o gyrff"]);
        assert_eq!(told, "Diagram o {1}: 2 o gyrff");
        assert_eq!(with(Language::English, Phrase::From, &[]), "from ");
    }

    #[test]
    fn welsh_lists_counts_and_dates() {
        let and = |items: &[&str]| list(Language::Welsh, items);
        assert_eq!(and(&["Y Bwrdd", "Amgylchedd"]), "Y Bwrdd ac Amgylchedd");
        assert_eq!(and(&["A", "B", "Cyngor"]), "A, B a Cyngor");
        assert_eq!(count(Language::Welsh, 1, Noun::Seat), "1 sedd");
        assert_eq!(count(Language::Welsh, 12, Noun::Body), "12 o gyrff");
        assert_eq!(date(Language::Welsh, "2011-07-22"), "22 Gorffennaf 2011");
        assert_eq!(date(Language::Welsh, "Hydref 2011"), "Hydref 2011");
    }
}
