//! Steps, questions and rules.

use super::{
    Refusal,
    draft::Draft,
    kind::check_tier,
    words::{blank_is_absent, clean_words},
};
use crate::model::{BodyId, Question, Rule, RuleTest, Step};

/// Commands on steps, questions and rules, by their place in the list from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum ListCommand {
    AddStep(Step),
    SetStep { at: usize, step: Step },
    RemoveStep { at: usize },
    MoveStep { at: usize, to: usize },
    AddQuestion(Question),
    SetQuestion { at: usize, question: Question },
    RemoveQuestion { at: usize },
    MoveQuestion { at: usize, to: usize },
    AddRule(Rule),
    SetRule { at: usize, rule: Rule },
    RemoveRule { at: usize },
    MoveRule { at: usize, to: usize },
}

impl ListCommand {
    pub(super) fn label(&self) -> String {
        match self {
            Self::AddStep(_) => "Add step",
            Self::SetStep { .. } => "Edit step",
            Self::RemoveStep { .. } => "Remove step",
            Self::MoveStep { .. } => "Reorder steps",
            Self::AddQuestion(_) => "Add question",
            Self::SetQuestion { .. } => "Edit question",
            Self::RemoveQuestion { .. } => "Remove question",
            Self::MoveQuestion { .. } => "Reorder questions",
            Self::AddRule(_) => "Add rule",
            Self::SetRule { .. } => "Edit rule",
            Self::RemoveRule { .. } => "Remove rule",
            Self::MoveRule { .. } => "Reorder rules",
        }
        .to_owned()
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::AddStep(step) => {
                let step = checked_step(draft, &[], step)?;
                draft.put(usize::MAX, step)
            }
            Self::SetStep { at, step } => {
                let before = &draft.listed::<Step>(*at)?.bodies;
                let step = checked_step(draft, before, step)?;
                draft.set(*at, step)
            }
            Self::RemoveStep { at } => draft.take::<Step>(*at).map(drop),
            Self::MoveStep { at, to } => draft.shift::<Step>(*at, *to),
            Self::AddQuestion(question) => {
                let question = checked_question(draft, &[], question)?;
                draft.put(usize::MAX, question)
            }
            Self::SetQuestion { at, question } => {
                let before = &draft.listed::<Question>(*at)?.bodies;
                let question = checked_question(draft, before, question)?;
                draft.set(*at, question)
            }
            Self::RemoveQuestion { at } => draft.take::<Question>(*at).map(drop),
            Self::MoveQuestion { at, to } => draft.shift::<Question>(*at, *to),
            Self::AddRule(rule) => {
                let rule = checked_rule(draft, None, rule)?;
                draft.put(usize::MAX, rule)
            }
            Self::SetRule { at, rule } => {
                let before = draft.listed::<Rule>(*at)?;
                let rule = checked_rule(draft, Some(before), rule)?;
                draft.set(*at, rule)
            }
            Self::RemoveRule { at } => draft.take::<Rule>(*at).map(drop),
            Self::MoveRule { at, to } => draft.shift::<Rule>(*at, *to),
        }
    }
}

fn checked_step(draft: &Draft<'_>, before: &[BodyId], step: &Step) -> Result<Step, Refusal> {
    let mut step = step.clone();
    step.what = clean_words(&step.what, "A step")?;
    step.bodies = somewhere(draft, before, &step.bodies)?;
    for field in [
        &mut step.date,
        &mut step.when,
        &mut step.lead,
        &mut step.source,
    ] {
        blank_is_absent(field);
    }
    step.in_second.drop_blank();
    Ok(step)
}

fn checked_question(
    draft: &Draft<'_>,
    before: &[BodyId],
    question: &Question,
) -> Result<Question, Refusal> {
    let mut question = question.clone();
    question.text = clean_words(&question.text, "A question")?;
    question.bodies = somewhere(draft, before, &question.bodies)?;
    blank_is_absent(&mut question.by);
    blank_is_absent(&mut question.status);
    blank_is_absent(&mut question.response);
    question.in_second.drop_blank();
    Ok(question)
}

fn checked_rule(draft: &Draft<'_>, before: Option<&Rule>, rule: &Rule) -> Result<Rule, Refusal> {
    let mut rule = rule.clone();
    rule.text = clean_words(&rule.text, "A rule")?;
    let known = match before.and_then(|rule| rule.test.as_ref()) {
        Some(RuleTest::OnlyTierReportsTo { tier, bodies }) => (Some(tier), bodies.as_slice()),
        _ => (None, [].as_slice()),
    };
    if let Some(RuleTest::OnlyTierReportsTo { tier, bodies }) = &mut rule.test {
        if known.0 != Some(&*tier) {
            check_tier(draft, Some(tier))?;
        }
        *bodies = somewhere(draft, known.1, bodies)?;
    }
    rule.in_second.drop_blank();
    Ok(rule)
}

/// The ids once each; every one must be a body of some structure, unless it was named before.
fn somewhere(draft: &Draft<'_>, before: &[BodyId], ids: &[BodyId]) -> Result<Vec<BodyId>, Refusal> {
    let mut out: Vec<BodyId> = Vec::with_capacity(ids.len());
    for id in ids {
        if !before.contains(id) && !draft.anywhere(id) {
            return Err(Refusal::NoBodyAnywhere(id.to_string()));
        }
        if !out.contains(id) {
            out.push(id.clone());
        }
    }
    Ok(out)
}
