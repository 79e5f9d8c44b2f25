//! The stories of the schedule in Welsh sentences.

use super::prose::ended;
use super::story::Story;
use crate::compare::{Also, phrase};
use crate::model::{Fate, Language};
use crate::report::changes::{
    ChangeRow, Changes, Coverage, Group, Named, Parent, Place, Tie, Turn,
};
use crate::say::{self, Label, Noun, Sentence};

const WELSH: Language = Language::Welsh;

/// The paragraph of a story.
pub(super) fn words(story: &Story<'_>, ledger: &Changes) -> String {
    let Some(row) = story.row() else {
        return String::new();
    };
    let Some(main) = main(story, row) else {
        // What contradicts itself is told as the comparison tells it, and nothing is added.
        let text = row.text.trim_end_matches('.');
        return format!("{text}{}.", reference(story));
    };
    let mut out = vec![format!("{main}{}.", reference(story))];
    if row.fate.is_some() {
        out.extend(certainty(row));
        if story.is_event() {
            out.extend(story.rows.iter().filter_map(|row| part(story, row, ledger)));
        } else {
            out.extend(facts(story, row, ledger));
        }
        out.extend(followers(story, ledger));
        let lead = row.lead.as_deref().map(ended);
        out.extend(lead.map(|lead| Sentence::Lead.with(&[lead])));
        out.extend(reasons(story));
    }
    out.join(" ")
}

/// The first sentence of a story, without its references.
pub(super) fn first(story: &Story<'_>) -> String {
    let Some(row) = story.row() else {
        return String::new();
    };
    main(story, row).map_or_else(|| row.text.clone(), |main| format!("{main}."))
}

/// How many bodies are accounted for, how many rows tell what.
pub(super) fn summary(ledger: &Changes, same: bool) -> Vec<String> {
    let coverage = &ledger.coverage;
    if same {
        return vec![Sentence::Same.with(&[&coverage.earlier])];
    }
    let mut out = vec![coverage_words(coverage)];
    // A move comes on top of a fate, so that every row counts once.
    let told = Group::ALL.into_iter().filter(|g| *g != Group::Moved);
    let told: Vec<String> = told
        .filter_map(|group| {
            let rows = ledger.rows.iter().filter(|row| row.fate == group.fate());
            let rows = rows.count();
            let word = group.word_in(WELSH).to_lowercase();
            (rows > 0).then(|| format!("{rows} {word}"))
        })
        .collect();
    if !told.is_empty() {
        let entries = say::count(WELSH, ledger.rows.len(), Noun::Entry);
        let moved = match ledger.moved() {
            0 => String::new(),
            n => Sentence::AlsoMove.with(&[&n.to_string()]),
        };
        out.push(Sentence::Entries.with(&[&entries, &say::list(WELSH, told)]) + &moved);
    }
    out
}

fn coverage_words(coverage: &Coverage) -> String {
    let count = |n: usize| say::count(WELSH, n, Noun::Body);
    let (bodies, earlier) = (count(coverage.bodies), coverage.earlier.as_str());
    let mut out = match (coverage.bodies, coverage.stated) {
        (0, _) => Sentence::NoBodies.with(&[earlier]),
        (_, 0) => Sentence::NoFate.with(&[&bodies, earlier]),
        (all, stated) if all == stated && all > 1 => Sentence::AllFates.with(&[&bodies, earlier]),
        (_, stated) => Sentence::SomeFates.with(&[&bodies, earlier, &stated.to_string()]),
    };
    for words in not_stated(coverage) {
        out.push(' ');
        out.push_str(&words);
    }
    out
}

/// "Ni nodir beth a ddaw o 2 o gyrff “Cyfredol”."
pub(super) fn not_stated(coverage: &Coverage) -> Vec<String> {
    let sides = [
        (
            &coverage.without_fate,
            Sentence::AfterNotStated,
            &coverage.earlier,
        ),
        (
            &coverage.without_origin,
            Sentence::BeforeNotStated,
            &coverage.later,
        ),
    ];
    let open = sides.into_iter().filter(|(bodies, ..)| !bodies.is_empty());
    open.map(|(bodies, words, of)| words.with(&[&say::count(WELSH, bodies.len(), Noun::Body), of]))
        .collect()
}

/// Several stories of one group in one sentence: with names where there are two bodies, else with
/// their number.
pub(super) fn together(group: Group, stories: &[Story<'_>]) -> String {
    let new = group == Group::New;
    let bodies = stories
        .iter()
        .flat_map(|s| if new { &s.to } else { &s.from });
    let bodies: Vec<&Named> = bodies.copied().collect();
    let who = match bodies.as_slice() {
        few if few.len() <= 2 => names(few),
        many => say::count(WELSH, many.len(), Noun::Body),
    };
    let words = match group {
        Group::Replaced => Sentence::TogetherReplaced,
        Group::Merged => Sentence::TogetherMerged,
        Group::Split => Sentence::TogetherSplit,
        Group::Renamed => Sentence::TogetherRenamed,
        Group::Moved => Sentence::TogetherMoved,
        Group::New => Sentence::TogetherNew,
        _ => Sentence::TogetherEnded,
    };
    let told = words.with(&[&who]);
    match stories.iter().map(Story::possible).sum::<usize>() {
        n if new && n > 0 => told + &Sentence::PossibleOnly.with(&[&n.to_string()]),
        _ => told,
    }
}

/// "Cedwir 12 o gyrff, gan gynnwys 1 dan adolygiad."
pub(super) fn going_on(all: usize, moved: usize, review: usize) -> Option<String> {
    let bodies = |n: usize| say::count(WELSH, n, Noun::Body);
    let kept = match (all, moved) {
        (0, _) if review == 0 => return None,
        (0, _) => return Some(Sentence::OnlyReviewed.with(&[&bodies(review)])),
        (_, 0) => Sentence::GoOn.with(&[&bodies(all)]),
        _ => Sentence::GoOnMoved.with(&[&bodies(all), &moved.to_string()]),
    };
    let reviewed = match review {
        0 => String::new(),
        n => Sentence::AlsoReviewed.with(&[&bodies(n)]),
    };
    Some(kept + &reviewed)
}

fn names(bodies: &[&Named]) -> String {
    say::list(WELSH, bodies.iter().map(|body| body.name.as_str()))
}

/// What becomes of the bodies, without a full stop; nothing for a row that denies its fate.
fn main(story: &Story<'_>, row: &ChangeRow) -> Option<String> {
    let (from, to) = (&story.from, &story.to);
    let when = row.date.as_deref().map(|date| say::when(WELSH, date));
    let when = when.unwrap_or_default();
    let on_both = !from.is_empty() && !to.is_empty();
    let same = from.len() == to.len() && from.iter().zip(to).all(|(a, b)| a.name == b.name);
    let going: Vec<&Named> = from
        .iter()
        .copied()
        .filter(|body| !to.iter().any(|t| t.id == body.id && t.name == body.name))
        .collect();
    let joins = to.len() == 1 && going.len() < from.len() && !going.is_empty();
    let (before, after) = (names(from), names(to));
    let form = match (row.fate, row.place) {
        (None, Place::NothingBefore) => return Some(Sentence::NothingBefore.with(&[&after])),
        (None, _) => return Some(Sentence::NothingAfter.with(&[&before])),
        (Some(Fate::Merged), _) if joins => {
            return Some(Sentence::MergedInto.with(&[&names(&going), &after, &when]));
        }
        (Some(Fate::Created), _) if from.is_empty() && !to.is_empty() => {
            let form = if row.undecided {
                Sentence::Possible
            } else {
                Sentence::Created
            };
            return Some(form.with(&[&after, "", &when]));
        }
        (Some(Fate::Ended), _) if !from.is_empty() && to.is_empty() => Sentence::Ended,
        _ if !on_both => return None,
        (Some(Fate::Retained), _) if same => Sentence::Retained,
        (Some(Fate::Retained), _) => Sentence::RetainedAs,
        (Some(Fate::UnderReview), _) if same => Sentence::UnderReview,
        (Some(Fate::UnderReview), _) => Sentence::UnderReviewAs,
        (Some(Fate::Renamed), _) => Sentence::Renamed,
        (Some(Fate::Merged), _) => Sentence::Merged,
        (Some(Fate::Split), _) => Sentence::Split,
        (Some(Fate::Replaced), _) => Sentence::Replaced,
        _ => return None,
    };
    Some(form.with(&[&before, &after, &when]))
}

/// What one row of an event told in several adds.
fn part(story: &Story<'_>, row: &ChangeRow, ledger: &Changes) -> Option<String> {
    let facts = facts(story, row, ledger);
    let from: Vec<&Named> = row.from.iter().collect();
    let told = || phrase::lower(&facts.join(" "));
    (!facts.is_empty()).then(|| Sentence::ForSome.with(&[&names(&from), &told()]))
}

/// Reporting line, kind, standing, meetings and seats.
fn facts(story: &Story<'_>, row: &ChangeRow, ledger: &Changes) -> Vec<String> {
    let waits = row.fate == Some(Fate::Created) && row.not_established;
    let waits = waits.then(|| Sentence::NotEstablished.words().to_owned());
    let mut out: Vec<String> = waits.into_iter().collect();
    out.extend(line(story, row, ledger));
    if row.also.contains(&Also::Kind) {
        let small = |words: &[String]| words.iter().map(|w| phrase::lower(w)).collect();
        let turned = Turn {
            before: small(&row.kind.before),
            after: small(&row.kind.after),
        };
        out.push(turn(Label::KindOfBody, &turned));
    }
    if row.also.contains(&Also::Standing) {
        let Turn { before, after } = &row.standing;
        let [before, after] = [before, after].map(|words| say::list(WELSH, words));
        out.push(Sentence::Standing.with(&[&before, &after]));
    }
    out.extend(figures(story, row));
    out
}

fn certainty(row: &ChangeRow) -> Option<String> {
    match row.certainty.as_deref()? {
        "implied" => Some(Sentence::Implied.words().to_owned()),
        "undecided" if row.fate == Some(Fate::Created) => None,
        "undecided" => Some(Sentence::NotDecided.words().to_owned()),
        other => Some(Sentence::HowCertain.with(&[other])),
    }
}

/// Where the reporting line leads, when it is new, moves or follows.
fn line(story: &Story<'_>, row: &ChangeRow, ledger: &Changes) -> Option<String> {
    let outer = |body: &Named| !story.to.iter().any(|own| own.id == body.id);
    let after = row.reports_after.iter().filter(|p| outer(&p.body));
    let after: Vec<&Parent> = after.collect();
    if row.fate == Some(Fate::Created) {
        let parents: Vec<&Named> = after.iter().map(|parent| &parent.body).collect();
        return (!parents.is_empty()).then(|| Sentence::ReportsTo.with(&[&names(&parents)]));
    }
    if row.moved() {
        return Some(move_words(story, row, &after));
    }
    let follows = after.iter().filter(|parent| parent.tie == Tie::Follows);
    let told: Vec<String> = follows
        .map(|parent| follow_words(row, &parent.body, ledger))
        .collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn move_words(story: &Story<'_>, row: &ChangeRow, after: &[&Parent]) -> String {
    let own = |body: &Named| story.from.iter().any(|own| own.id == body.id);
    let before: Vec<&Named> = row.reports_before.iter().filter(|b| !own(b)).collect();
    let of = |moved: bool| -> Vec<&Named> {
        let wanted = after.iter().filter(|p| (p.tie == Tie::Moved) == moved);
        wanted.map(|parent| &parent.body).collect()
    };
    let (gained, kept) = (of(true), of(false));
    let [was, new, stays] = [&before, &gained, &kept].map(|bodies| names(bodies));
    match (before.is_empty(), gained.is_empty(), kept.is_empty()) {
        (true, false, _) => Sentence::GainsLine.with(&[&new]),
        (false, false, true) => Sentence::MovesLine.with(&[&was, &new]),
        (false, false, false) => Sentence::AddsLine.with(&[&new, &stays]),
        (false, true, false) => Sentence::KeepsLine.with(&[&stays, &was]),
        (false, true, true) => Sentence::LosesLine.with(&[&was]),
        (true, true, _) => Sentence::LineChangesAlone.words().to_owned(),
    }
}

fn follow_words(row: &ChangeRow, parent: &Named, ledger: &Changes) -> String {
    let Some(origin) = ledger.origin(&parent.id) else {
        return Sentence::ReportsTo.with(&[&parent.name]);
    };
    let known = |body: &&Named| row.reports_before.iter().any(|b| b.id == body.id);
    let all: Vec<&Named> = origin.from.iter().collect();
    let mine: Vec<&Named> = all.iter().copied().filter(known).collect();
    let earlier = names(if mine.is_empty() { &all } else { &mine });
    let renamed = origin.from.len() == 1 && origin.to.len() == 1 && origin.goes_on();
    let form = if renamed {
        Sentence::FollowsName
    } else {
        Sentence::FollowsLine
    };
    form.with(&[&parent.name, &earlier])
}

/// Bodies that follow their parents into what these become.
fn followers(story: &Story<'_>, ledger: &Changes) -> Option<String> {
    let (bodies, parents) = story.followers(ledger)?;
    Some(Sentence::Followers.with(&[&names(&bodies), &names(&parents)]))
}

/// "Y rheswm a roddir: “…”."
fn reasons(story: &Story<'_>) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for reason in story.rows.iter().filter_map(|row| row.reason.as_deref()) {
        let reason = format!("“{}”", ended(reason));
        if !found.contains(&reason) {
            found.push(reason);
        }
    }
    (!found.is_empty()).then(|| Sentence::Reason.with(&[&say::list(WELSH, found)]))
}

/// Meetings and seats: how they change, or what a new body has.
fn figures(story: &Story<'_>, row: &ChangeRow) -> Vec<String> {
    if row.fate == Some(Fate::Created) {
        return first_figures(story, row);
    }
    let mut out = Vec::new();
    let turned = |before: String, after: String, blank: (bool, bool)| Turn {
        before: if blank.0 { Vec::new() } else { vec![before] },
        after: if blank.1 { Vec::new() } else { vec![after] },
    };
    for (also, what, shift) in [
        (Also::Meetings, Label::Meetings, &row.meetings),
        (Also::Seats, Label::Seats, &row.seats),
    ] {
        if !row.also.contains(&also) {
            continue;
        }
        let [before, after] = [&shift.before, &shift.after].map(|a| a.words_in(WELSH));
        if before == after {
            let seats = also == Also::Seats;
            out.extend(seats.then(|| Sentence::ListChanges.words().to_owned()));
            continue;
        }
        let blank = (shift.before.is_silent(), shift.after.is_silent());
        out.push(turn(what, &turned(before, after, blank)));
    }
    out
}

fn first_figures(story: &Story<'_>, row: &ChangeRow) -> Vec<String> {
    let form = if story.rows.len() > 1 {
        Sentence::HasEach
    } else {
        Sentence::Has
    };
    let mut out = Vec::new();
    let mut unknown = Vec::new();
    for (what, shift) in [(Label::Seats, &row.seats), (Label::Meetings, &row.meetings)] {
        let name = what.in_language(WELSH);
        if shift.after.is_silent() {
            unknown.push(phrase::lower(name));
        } else if shift.after.is_unknown() {
            out.push(Sentence::Has.with(&[name, &shift.after.words_in(WELSH)]));
        } else {
            out.push(form.with(&[name, &shift.after.words_in(WELSH)]));
        }
    }
    if !unknown.is_empty() {
        out.push(Sentence::NotStatedFor.with(&[&say::list(WELSH, unknown)]));
    }
    out
}

/// "Seddi: newid o 29 i 25."
fn turn(what: Label, turn: &Turn) -> String {
    let what = what.in_language(WELSH);
    let [before, after] = [&turn.before, &turn.after].map(|words| say::list(WELSH, words));
    match (turn.before.is_empty(), turn.after.is_empty()) {
        (true, _) => Sentence::TurnIsNow.with(&[what, &after]),
        (_, true) => Sentence::TurnIsNoMore.with(&[what, &before]),
        _ => Sentence::TurnChanges.with(&[what, &before, &after]),
    }
}

/// " (R3 i R6; para 2.3.2)"; nothing for bodies in no row.
fn reference(story: &Story<'_>) -> String {
    super::prose::reference_with(
        story,
        |first, last| Sentence::Range.with(&[first, last]),
        |all| say::list(WELSH, all),
    )
}
