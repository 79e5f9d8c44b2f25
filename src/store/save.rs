//! Project → canonical text: known fields in a fixed order, unknown ones behind them as they were.

use super::json::Node;
use super::load::ONLY_TIER_REPORTS_TO;
use super::{FORMAT, NEWEST_VERSION, VERSION};
use crate::model::{
    Body, BodyId, BodyKind, Certainty, ClassCount, Extra, Grid, InSecond, LineageRow, Link,
    LinkKind, LinkKindId, Meetings, Project, Question, Rule, RuleTest, Seat, SeatNumber, ShortText,
    Standing, Step, Structure, TRANSLATED, Tier, Word,
};

/// The canonical text of a project: the same project always gives the same bytes.
#[must_use]
pub fn save(project: &Project) -> String {
    let head = &project.head;
    let record = Fields::default()
        .text("format", FORMAT)
        .text(
            "version",
            head.version.as_deref().unwrap_or(least_version(project)),
        )
        .optional("title", head.title.as_deref())
        .optional("place", head.place.as_deref())
        .optional("date", head.date.as_deref())
        .optional("note", head.note.as_deref())
        .optional("second_language", head.second_language.as_deref())
        .in_second(&head.in_second)
        .records("body_kinds", &project.body_kinds, body_kind)
        .records("link_kinds", &project.link_kinds, link_kind)
        .records("tiers", &project.tiers, tier)
        .records("structures", &project.structures, structure)
        .records("lineage", &project.lineage, lineage_row)
        .records("steps", &project.steps, step)
        .records("questions", &project.questions, question)
        .records("rules", &project.rules, rule)
        .end(&project.extra);
    let mut out = String::new();
    Node::Tall(Box::new(record)).write(&mut out, 0, 0);
    out.push('\n');
    out
}

/// The first version that has every field of the project, so that older programs read what they
/// can without a word about a newer version.
pub(super) fn least_version(project: &Project) -> &'static str {
    let said_by = project.questions.iter().any(|q| q.by.is_some());
    let later = |s: &Structure| !s.grids.is_empty() || !s.head.short_texts.is_empty();
    if said_by || in_two_languages(project) || project.structures.iter().any(later) {
        NEWEST_VERSION
    } else {
        VERSION
    }
}

/// Whether anything is given in a second language.
fn in_two_languages(project: &Project) -> bool {
    let head = &project.head;
    let kinds = project.body_kinds.iter().map(|kind| &kind.in_second);
    let links = project.link_kinds.iter().map(|kind| &kind.in_second);
    let tiers = project.tiers.iter().map(|tier| &tier.in_second);
    let of = |s: &Structure| {
        let bodies = s.bodies.iter().map(|body| &body.in_second);
        let seats = s.bodies.iter().flat_map(|body| &body.seats);
        let seats = seats.map(|seat| &seat.in_second);
        let links = s.links.iter().map(|link| &link.in_second);
        let mut all = bodies.chain(seats).chain(links);
        !s.head.in_second.is_empty() || all.any(|second| !second.is_empty())
    };
    let rows = project.lineage.iter().map(|row| &row.in_second);
    let steps = project.steps.iter().map(|step| &step.in_second);
    let questions = project.questions.iter().map(|question| &question.in_second);
    let rules = project.rules.iter().map(|rule| &rule.in_second);
    let lists = rows.chain(steps).chain(questions).chain(rules);
    head.second_language.is_some()
        || !head.in_second.is_empty()
        || kinds
            .chain(links)
            .chain(tiers)
            .chain(lists)
            .any(|s| !s.is_empty())
        || project.structures.iter().any(of)
}

/// The fields of a record; what is absent or usual is left out.
#[derive(Default)]
struct Fields(Vec<(String, Node)>);

impl Fields {
    fn put(mut self, key: &str, node: Node) -> Self {
        self.0.push((key.to_owned(), node));
        self
    }

    fn text(self, key: &str, text: &str) -> Self {
        self.put(key, Node::text(text))
    }

    fn optional(self, key: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    fn number(self, key: &str, number: Option<u32>) -> Self {
        match number {
            Some(number) => self.put(key, Node::Ready(number.to_string())),
            None => self,
        }
    }

    fn texts<'a>(self, key: &str, texts: impl Iterator<Item = &'a str>) -> Self {
        let items: Vec<Node> = texts.map(Node::text).collect();
        if items.is_empty() {
            return self;
        }
        self.put(key, Node::List(items))
    }

    fn ids(self, key: &str, ids: &[BodyId]) -> Self {
        self.texts(key, ids.iter().map(BodyId::as_str))
    }

    /// A list of records, each on a line of its own where it is short.
    fn records<T>(self, key: &str, records: &[T], node: impl Fn(&T) -> Node) -> Self {
        if records.is_empty() {
            return self;
        }
        let items = records.iter().map(node).collect();
        self.put(key, Node::Tall(Box::new(Node::List(items))))
    }

    fn standing(self, word: &Word<Standing>) -> Self {
        let usual = word.known() == Some(Standing::default());
        self.optional("standing", (!usual).then(|| word.as_str()))
    }

    fn certainty(self, word: &Word<Certainty>) -> Self {
        let usual = word.known() == Some(Certainty::default());
        self.optional("certainty", (!usual).then(|| word.as_str()))
    }

    /// The words of a record in the second language.
    fn in_second(self, second: &InSecond) -> Self {
        if second.is_empty() {
            return self;
        }
        let words = TRANSLATED.iter();
        let words = words.fold(Self::default(), |fields, field| {
            fields.optional(field, second.stated(field))
        });
        self.put("in_second", words.end(&second.extra))
    }

    /// The record with the fields of later versions at its end.
    fn end(mut self, extra: &Extra) -> Node {
        self.0.extend(
            extra
                .0
                .iter()
                .map(|(key, raw)| (key.clone(), Node::Ready(raw.clone()))),
        );
        Node::Record(self.0)
    }
}

fn body_kind(kind: &BodyKind) -> Node {
    Fields::default()
        .text("id", kind.id.as_str())
        .text("name", &kind.name)
        .optional("plural", kind.plural.as_deref())
        .number("look", kind.look)
        .in_second(&kind.in_second)
        .end(&kind.extra)
}

fn link_kind(kind: &LinkKind) -> Node {
    Fields::default()
        .text("id", kind.id.as_str())
        .text("name", &kind.name)
        .in_second(&kind.in_second)
        .end(&kind.extra)
}

fn tier(tier: &Tier) -> Node {
    Fields::default()
        .text("id", tier.id.as_str())
        .text("name", &tier.name)
        .in_second(&tier.in_second)
        .end(&tier.extra)
}

fn structure(structure: &Structure) -> Node {
    let head = &structure.head;
    let title = (!head.title.is_empty()).then_some(head.title.as_str());
    Fields::default()
        .text("id", head.id.as_str())
        .optional("title", title)
        .optional("status", head.status.as_deref())
        .optional("date", head.date.as_deref())
        .optional("note", head.note.as_deref())
        .records("short_texts", &head.short_texts, short_text)
        .in_second(&head.in_second)
        .records("bodies", &structure.bodies, body)
        .records("links", &structure.links, link)
        .records("grids", &structure.grids, grid)
        .end(&head.extra)
}

fn short_text(text: &ShortText) -> Node {
    Fields::default()
        .optional("with", text.with.as_ref().map(|id| id.as_str()))
        .text("text", &text.text)
        .optional("generated", text.generated.as_deref())
        .end(&text.extra)
}

fn body(body: &Body) -> Node {
    let fields = Fields::default()
        .text("id", body.id.as_str())
        .text("name", &body.name)
        .optional("short", body.short.as_deref())
        .texts("aliases", body.aliases.iter().map(String::as_str))
        .optional("kind", body.kind.as_ref().map(|id| id.as_str()))
        .optional("tier", body.tier.as_ref().map(|id| id.as_str()))
        .standing(&body.standing)
        .certainty(&body.certainty)
        .optional("state", body.state.as_deref());
    let fields = match body.count {
        Some(ClassCount::Number(n)) => fields.number("count", Some(n)),
        Some(ClassCount::Unknown) => fields.text("count", "unknown"),
        None => fields,
    };
    let fields = fields
        .optional("from", body.from.as_deref())
        .optional("until", body.until.as_deref())
        .optional("shadow_from", body.shadow_from.as_deref())
        .optional("statutory_from", body.statutory_from.as_deref())
        .optional("purpose", body.purpose.as_deref())
        .texts("roles", body.roles.iter().map(String::as_str))
        .records("seats", &body.seats, seat);
    let fields = match meetings(&body.meetings) {
        Some(node) => fields.put("meetings", node),
        None => fields,
    };
    let fields = fields
        .optional("chair", body.chair.as_deref())
        .optional("lead", body.lead.as_deref())
        .optional("quorum", body.quorum.as_deref())
        .optional("review", body.review.as_deref())
        .optional("note", body.note.as_deref())
        .optional("source", body.source.as_deref());
    let fields = match body.pin {
        Some(pin) => {
            let node = Fields::default()
                .put("x", Node::Ready(pin.x.to_string()))
                .put("y", Node::Ready(pin.y.to_string()))
                .end(&body.pin_extra);
            fields.put("pin", node)
        }
        None => fields,
    };
    fields.in_second(&body.in_second).end(&body.extra)
}

fn seat(seat: &Seat) -> Node {
    let (count, at_least) = match seat.number {
        SeatNumber::Exactly(n) => (Some(n), None),
        SeatNumber::AtLeast(n) => (None, Some(n)),
        SeatNumber::Open => (None, None),
    };
    Fields::default()
        .optional("post", seat.post.as_deref())
        .optional("organisation", seat.organisation.as_deref())
        .optional("sector", seat.sector.as_deref())
        .number("count", count)
        .number("at_least", at_least)
        .optional("condition", seat.condition.as_deref())
        .optional("through", seat.through.as_ref().map(BodyId::as_str))
        .optional("note", seat.note.as_deref())
        .in_second(&seat.in_second)
        .end(&seat.extra)
}

fn meetings(meetings: &Meetings) -> Option<Node> {
    if *meetings == Meetings::default() {
        return None;
    }
    let fields = Fields::default();
    // What is no number cannot be written as one; it is as good as not known.
    let fields = match meetings.per_year.filter(|n| n.is_finite()) {
        Some(number) => fields.put("per_year", Node::Ready(decimal(number))),
        None => fields,
    };
    let fields = fields.optional("as_stated", meetings.as_stated.as_deref());
    Some(fields.end(&meetings.extra))
}

/// A number in as few digits as give it back; whole ones without a point.
fn decimal(number: f64) -> String {
    // The display of a double is the shortest text that reads back as the same double.
    let text = number.to_string();
    if text == "-0" { "0".to_owned() } else { text }
}

fn link(link: &Link) -> Node {
    let fields = Fields::default()
        .text("id", link.id.as_str())
        .text("from", link.from.as_str())
        .text("to", link.to.as_str())
        .text("kind", link.kind.as_str())
        .number("seats", link.seats)
        .optional("label", link.label.as_deref());
    let fields = if link.permission {
        fields.put("permission", Node::Ready("true".to_owned()))
    } else {
        fields
    };
    fields
        .certainty(&link.certainty)
        .optional("source", link.source.as_deref())
        .in_second(&link.in_second)
        .end(&link.extra)
}

fn grid(grid: &Grid) -> Node {
    let title = (!grid.title.is_empty()).then_some(grid.title.as_str());
    let fields = Fields::default()
        .text("id", grid.id.as_str())
        .optional("title", title)
        .ids("rows", &grid.rows)
        .ids("columns", &grid.columns)
        .texts("kinds", grid.kinds.iter().map(LinkKindId::as_str));
    let pairs: Vec<Node> = grid
        .none
        .iter()
        .map(|(row, column)| {
            Node::List(vec![Node::text(row.as_str()), Node::text(column.as_str())])
        })
        .collect();
    let fields = if pairs.is_empty() {
        fields
    } else {
        fields.put("none", Node::List(pairs))
    };
    fields
        .certainty(&grid.certainty)
        .optional("source", grid.source.as_deref())
        .in_second(&grid.in_second)
        .end(&grid.extra)
}

fn lineage_row(row: &LineageRow) -> Node {
    Fields::default()
        .text("from_structure", row.from_structure.as_str())
        .text("to_structure", row.to_structure.as_str())
        .ids("from", &row.from)
        .ids("to", &row.to)
        .optional("fate", row.fate.as_ref().map(|fate| fate.as_str()))
        .optional("reason", row.reason.as_deref())
        .optional("source", row.source.as_deref())
        .optional("date", row.date.as_deref())
        .optional("lead", row.lead.as_deref())
        .certainty(&row.certainty)
        .in_second(&row.in_second)
        .end(&row.extra)
}

fn step(step: &Step) -> Node {
    Fields::default()
        .text("what", &step.what)
        .optional("date", step.date.as_deref())
        .optional("when", step.when.as_deref())
        .optional("lead", step.lead.as_deref())
        .ids("bodies", &step.bodies)
        .optional("source", step.source.as_deref())
        .in_second(&step.in_second)
        .end(&step.extra)
}

fn question(question: &Question) -> Node {
    Fields::default()
        .text("text", &question.text)
        .optional("by", question.by.as_deref())
        .ids("bodies", &question.bodies)
        .optional("status", question.status.as_deref())
        .optional("response", question.response.as_deref())
        .in_second(&question.in_second)
        .end(&question.extra)
}

fn rule(rule: &Rule) -> Node {
    let fields = Fields::default().text("text", &rule.text);
    let fields = match &rule.test {
        Some(RuleTest::OnlyTierReportsTo { tier, bodies }) => fields.put(
            "test",
            Fields::default()
                .text("kind", ONLY_TIER_REPORTS_TO)
                .text("tier", tier.as_str())
                .ids("bodies", bodies)
                .end(&Extra::default()),
        ),
        Some(RuleTest::Other(raw)) => fields.put("test", Node::Ready(raw.clone())),
        None => fields,
    };
    fields.in_second(&rule.in_second).end(&rule.extra)
}
