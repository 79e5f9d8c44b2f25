//! Bytes → project: encoding, limits, then every record with all its faults.

use serde_json::value::RawValue;

use super::load_structure::structure;
use super::reader::{At, Reader, Record, Seen, shorten, sort};
use super::save::least_version;
use super::{FORMAT, Fault, LoadError, LoadIssue, Place, VERSION, source};
use crate::model::{
    BodyId, BodyKind, Certainty, Fate, Head, KindId, Language, LineageRow, LinkKind, LinkKindId,
    Project, Question, Rule, RuleTest, Step, StructureId, Tier, TierId, Word,
};

/// The major version that this program reads.
const MAJOR: u32 = 1;
/// The newest minor version that this program knows, as in [`super::NEWEST_VERSION`].
const MINOR: u32 = 1;

/// A project as read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The project.
    pub project: Project,
    /// What a person should know of; the project is complete all the same.
    pub issues: Vec<LoadIssue>,
}

/// Reads a project file.
///
/// # Errors
/// [`LoadError`] with every fault of the file, each with its place and what to do.
pub fn load(bytes: &[u8]) -> Result<Loaded, LoadError> {
    let text = source::text_of(bytes)?;
    let raw: &RawValue =
        serde_json::from_str(text).map_err(|error| source::not_json(text, bytes.len(), &error))?;
    let mut reader = Reader::new(text);
    let mut root = root(&mut reader, raw)?;
    let version = version(&mut reader, &mut root)?;
    let mut project = project(&mut reader, &mut root, version);
    if project.head.version.as_deref() == Some(least_version(&project)) {
        // What the fields call for needs no stating: it goes when they go.
        project.head.version = None;
    }
    reader.finish()?;
    if reader.unknown > 0 {
        reader.issues.push(LoadIssue {
            place: Place::default(),
            what: format!(
                "{} that this program does not know {} kept as in the file.",
                if reader.unknown == 1 {
                    "1 field".to_owned()
                } else {
                    format!("{} fields", reader.unknown)
                },
                if reader.unknown == 1 { "is" } else { "are" },
            ),
        });
    }
    Ok(Loaded {
        project,
        issues: reader.issues,
    })
}

/// The outermost record, if it is one of a project.
fn root<'a>(reader: &mut Reader<'a>, raw: &'a RawValue) -> Result<Record<'a, 'static>, LoadError> {
    let foreign = |what: String| -> LoadError {
        Fault::of_file(
            what,
            "Choose a Dotted Line project: its first field is \"format\": \"dotted-line\".",
        )
        .into()
    };
    if !raw.get().starts_with('{') {
        return Err(foreign(format!(
            "The file is JSON, but {} and not a project.",
            sort(raw)
        )));
    }
    let Some(mut root) = reader.open(raw, At::ROOT, "project", false) else {
        reader.finish()?;
        return Err(foreign("The file is JSON, but not a project.".to_owned()));
    };
    match root.take("format").map(RawValue::get) {
        Some("\"dotted-line\"") => Ok(root),
        None => Err(foreign(
            "The file is JSON, but not a Dotted Line project: it has no “format”.".to_owned(),
        )),
        Some(other) if serde_json::from_str(other).is_ok_and(|f: String| f == FORMAT) => Ok(root),
        Some(other) => Err(foreign(format!(
            "The file is JSON, but not a Dotted Line project: its “format” is {}.",
            shorten(other)
        ))),
    }
}

fn project<'a>(
    reader: &mut Reader<'a>,
    root: &mut Record<'a, '_>,
    version: Option<String>,
) -> Project {
    let head = Head {
        version,
        title: reader.text(root, "title"),
        place: reader.text(root, "place"),
        date: reader.text(root, "date"),
        note: reader.text(root, "note"),
        second_language: reader.text(root, "second_language"),
        in_second: reader.in_second(root),
    };
    let mut seen = Seen::default();
    let body_kinds = records(
        reader,
        root,
        "body_kinds",
        "kind of body",
        |reader, record| BodyKind {
            id: KindId::new(&reader.own_id(record, "kinds of body", &mut seen)),
            name: reader.required(record, "name"),
            plural: reader.text(record, "plural"),
            look: reader.count(record, "look"),
            in_second: reader.in_second(record),
            extra: reader.rest(record),
        },
    );
    let mut seen = Seen::default();
    let link_kinds = records(
        reader,
        root,
        "link_kinds",
        "kind of link",
        |reader, record| LinkKind {
            id: LinkKindId::new(&reader.own_id(record, "kinds of link", &mut seen)),
            name: reader.required(record, "name"),
            in_second: reader.in_second(record),
            extra: reader.rest(record),
        },
    );
    let mut seen = Seen::default();
    let tiers = records(reader, root, "tiers", "tier", |reader, record| Tier {
        id: TierId::new(&reader.own_id(record, "tiers", &mut seen)),
        name: reader.required(record, "name"),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    });
    let mut seen = Seen::default();
    let structures = records(reader, root, "structures", "structure", |reader, record| {
        structure(reader, record, &mut seen)
    });
    Project {
        head,
        body_kinds,
        link_kinds,
        tiers,
        structures,
        lineage: records(reader, root, "lineage", "lineage row", lineage_row),
        steps: records(reader, root, "steps", "step", step),
        questions: records(reader, root, "questions", "question", question),
        rules: records(reader, root, "rules", "rule", rule),
        language: Language::English,
        extra: reader.rest(root),
    }
}

/// Reads a list of records.
pub(super) fn records<'a, T>(
    reader: &mut Reader<'a>,
    outer: &mut Record<'a, '_>,
    key: &str,
    noun: &str,
    mut read: impl FnMut(&mut Reader<'a>, &mut Record<'a, '_>) -> T,
) -> Vec<T> {
    let items = reader.list(outer, key, None);
    let at = outer.at();
    let at = at.key(key);
    items
        .into_iter()
        .enumerate()
        .filter_map(|(i, raw)| {
            let mut record = reader.open(raw, at.item(i), noun, true)?;
            Some(read(reader, &mut record))
        })
        .collect()
}

/// The version when it is not the first one.
///
/// Another major version is the only fault told: records of another version would only give
/// misleading ones.
fn version<'a>(
    reader: &mut Reader<'a>,
    root: &mut Record<'a, '_>,
) -> Result<Option<String>, LoadError> {
    let Some(raw) = root.take("version") else {
        reader.issue(
            root.raw(),
            root.at(),
            format!("The file names no version; it is read as version {VERSION}."),
        );
        return Ok(None);
    };
    let at = root.at();
    let at = at.key("version");
    let text: Option<String> = serde_json::from_str(raw.get()).ok();
    let numbers = text.as_deref().and_then(|text| {
        let (major, minor) = text.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    });
    let (Some(text), Some((major, minor))) = (text, numbers) else {
        reader.fault(
            raw,
            at,
            format!("“version” is {} and no version.", shorten(raw.get())),
            "Write \"version\": \"1.0\".",
        );
        return Ok(None);
    };
    if major != MAJOR {
        let (what, remedy) = if major > MAJOR {
            (
                format!("The file is of version {text}, which this program cannot read."),
                "Install a newer Dotted Line; the file is left as it is.",
            )
        } else {
            (
                format!("There is no version {text} of the file."),
                "Check where the file comes from.",
            )
        };
        reader.faults.clear();
        reader.fault(raw, at, what, remedy);
        reader.finish()?;
    }
    if minor > MINOR {
        reader.issue(
            raw,
            at,
            format!(
                "The file is of the newer version {text}; what this program does not know is kept as it is."
            ),
        );
    }
    Ok((text != VERSION).then_some(text))
}

/// A word of a closed set; an unknown one is kept and noted.
pub(super) fn word<'a, T: Default>(
    reader: &mut Reader<'a>,
    record: &mut Record<'a, '_>,
    key: &str,
    read: impl Fn(&str) -> Word<T>,
) -> Word<T> {
    optional_word(reader, record, key, read).unwrap_or_default()
}

/// A word of a closed set that may be absent.
fn optional_word<'a, T>(
    reader: &mut Reader<'a>,
    record: &mut Record<'a, '_>,
    key: &str,
    read: impl Fn(&str) -> Word<T>,
) -> Option<Word<T>> {
    let text = reader.text(record, key)?;
    let word = read(&text);
    if matches!(word, Word::Other(_)) {
        let (raw, at) = (record.raw(), record.at());
        reader.issue(
            raw,
            at.key(key),
            format!(
                "“{}” is no known word for “{key}”; it is kept as it is.",
                shorten(&text)
            ),
        );
    }
    Some(word)
}

/// Ids of bodies.
pub(super) fn body_ids<'a>(
    reader: &mut Reader<'a>,
    record: &mut Record<'a, '_>,
    key: &str,
) -> Vec<BodyId> {
    let ids = reader.ids(record, key);
    ids.iter().map(|id| BodyId::new(id)).collect()
}

fn lineage_row<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> LineageRow {
    LineageRow {
        from_structure: StructureId::new(&reader.required_id(record, "from_structure").0),
        to_structure: StructureId::new(&reader.required_id(record, "to_structure").0),
        from: body_ids(reader, record, "from"),
        to: body_ids(reader, record, "to"),
        fate: optional_word(reader, record, "fate", Word::<Fate>::read),
        reason: reader.text(record, "reason"),
        source: reader.text(record, "source"),
        date: reader.text(record, "date"),
        lead: reader.text(record, "lead"),
        certainty: word(reader, record, "certainty", Word::<Certainty>::read),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    }
}

fn step<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Step {
    Step {
        what: reader.required(record, "what"),
        date: reader.text(record, "date"),
        when: reader.text(record, "when"),
        lead: reader.text(record, "lead"),
        bodies: body_ids(reader, record, "bodies"),
        source: reader.text(record, "source"),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    }
}

fn question<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Question {
    Question {
        text: reader.required(record, "text"),
        by: reader.text(record, "by"),
        bodies: body_ids(reader, record, "bodies"),
        status: reader.text(record, "status"),
        response: reader.text(record, "response"),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    }
}

fn rule<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Rule {
    Rule {
        text: reader.required(record, "text"),
        test: rule_test(reader, record),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    }
}

/// The tested form of a rule; one of a later version is kept as raw text.
fn rule_test<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Option<RuleTest> {
    let raw = record.take("test")?;
    let at = record.at();
    let mut test = reader.open(raw, at.key("test"), "“test”", false)?;
    if reader.required(&mut test, "kind") != ONLY_TIER_REPORTS_TO {
        return Some(RuleTest::Other(raw.get().to_owned()));
    }
    let (tier, _) = reader.required_id(&mut test, "tier");
    let bodies = body_ids(reader, &mut test, "bodies");
    // A further field may change what the test means: better not tested than tested wrongly.
    if test.has_rest() {
        return Some(RuleTest::Other(raw.get().to_owned()));
    }
    Some(RuleTest::OnlyTierReportsTo {
        tier: TierId::new(&tier),
        bodies,
    })
}

/// The `kind` of the one test that this version knows.
pub(super) const ONLY_TIER_REPORTS_TO: &str = "only-tier-reports-to";
