use super::tests::texts;
use crate::compare::compare;
use crate::compare::fixture::{body, project};
use crate::describe::{alt_text, alt_text_compare, describe_changes, describe_structure};
use crate::describe::{generated_alt, generated_alt_compare};
use crate::model::{Project, ShortText};

/// Words for the picture of `new`, or of both, as written now.
fn say(project: &mut Project, with: Option<&str>, words: &str) {
    let generated = match with {
        None => generated_alt(project, &project.structures[1]),
        Some(with) => {
            let both = compare(project, &with.into(), &"new".into()).unwrap();
            generated_alt_compare(project, &both)
        }
    };
    let text = ShortText {
        generated: Some(generated),
        ..ShortText::new(with.map(Into::into), words)
    };
    project.structures[1].head.short_texts.push(text);
}

fn two() -> Project {
    project("b; a > b", "b; a > b; c > b", "b => b; a => a; => c")
}

#[test]
fn a_persons_words_stand_wherever_the_generated_ones_would() {
    let mut project = two();
    say(&mut project, None, " Three bodies,\nwell kept. ");
    say(&mut project, Some("old"), "One comes.");
    let new = "new".into();
    let words = "Three bodies, well kept.";
    assert_eq!(alt_text(&project, &project.structures[1]), words);
    let told = describe_structure(&project, &new).unwrap();
    assert_eq!(told.alt, words);
    assert!(told.to_markdown().contains(words));
    let told = describe_changes(&project, &"old".into(), &new).unwrap();
    assert!(told.to_markdown().contains("One comes."));
    let back = compare(&project, &new, &"old".into()).unwrap();
    let generated = generated_alt_compare(&project, &back);
    assert_eq!(alt_text_compare(&project, &back), generated);
}

#[test]
fn words_that_the_structure_has_outgrown_are_told() {
    let mut project = two();
    say(&mut project, None, "Three bodies.");
    say(&mut project, Some("old"), "One comes.");
    assert!(texts(&project, "short-text-outgrown").is_empty());
    // What the text does not speak of is no reason to look at it again.
    body(&mut project, "new", "a").note = Some("x".into());
    assert!(texts(&project, "short-text-outgrown").is_empty());
    project.structures[1].bodies.pop();
    project.structures[1].links.pop();
    project.lineage.pop();
    assert_eq!(
        texts(&project, "short-text-outgrown"),
        [
            "The short text of “new” was written before the structure changed. It says “Three bodies.”; the generated text is now “Diagram of new: 2 bodies on 2 levels, with b at the top.”.",
            "The short text of “new” beside “old” was written before the structure changed. It says “One comes.”; the generated text is now “Comparison of old with new: 2 bodies before, 2 after. 2 retained.”.",
        ]
    );
}

#[test]
fn words_of_a_file_that_are_too_long_or_about_nothing_are_told() {
    let mut project = two();
    let head = &mut project.structures[1].head;
    head.short_texts.push(ShortText::new(None, "x".repeat(300)));
    head.short_texts
        .push(ShortText::new(Some("gone".into()), "Words"));
    assert_eq!(
        texts(&project, "short-text-long"),
        ["The short text of “new” has 300 characters; pictures carry the first 250."]
    );
    assert_eq!(
        texts(&project, "short-text-missing-structure"),
        ["The short text of “new” beside “gone” is about a structure that is not there: “gone”."]
    );
    let shown = alt_text(&project, &project.structures[1]);
    assert_eq!(shown.chars().count(), 250);
}
