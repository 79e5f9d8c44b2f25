//! Steps and questions.

use super::*;

fn plan() -> Table {
    let mut table = Table::of(PAIR);
    table.click_card("Culture Forum");
    table.keys(CTRL, Key::Num6);
    table
}

#[test]
fn redcar_has_its_steps_by_date_and_its_questions() {
    let mut window = Window::sample("redcar");
    window.click("Changes");
    window.click("Plan");
    let steps = first_cells(&window, "What is done");
    assert_eq!(steps[0], "Consultation paper published");
    assert!(window.sees("3 of 3 open"));
    let about = beside(
        &window,
        "Question or comment: Area governance not decided (2.4.1)",
        "About",
    );
    assert!(about.contains("Coastal Area Partnership"), "{about}");
}

#[test]
fn a_question_is_asked_answered_and_led_to_by_its_body() {
    let mut table = plan();
    table.window.click("Add a question");
    table.type_text("Who leads it?");
    table.key(Key::Enter);
    let asked = "Question or comment: Who leads it?";
    assert_eq!(
        beside(&table.window, asked, "About"),
        "About: Culture Forum",
        "it is about what is selected"
    );
    assert!(table.window.sees("1 of 1 open"));
    table.window.click("Schedule");
    assert_eq!(
        beside(&table.window, "From: Culture Forum", "To"),
        "To: Culture Forum; 1 open question"
    );
    table.window.click("From: Culture Forum");
    table.window.click("1 open question");
    let question = table.window.h.get_by_label(asked);
    assert!(question.accesskit_node().is_focused());
    click_beside(&mut table, asked, "Response");
    table.key(Key::Enter);
    table.type_text("The board");
    table.key(Key::Enter);
    assert!(table.window.sees("0 of 1 open"));
    click_beside(&mut table, asked, "Status");
    table.key(Key::Enter);
    table.window.click("Accepted");
    assert_eq!(beside(&table.window, asked, "Status"), "Status: Accepted");
    table.window.click("Schedule");
    assert!(table.window.sees("To: Culture Forum"));
}

#[test]
fn a_step_that_gets_a_date_takes_its_place() {
    let mut table = plan();
    for (what, date) in [("Shadow board meets", "2012-04"), ("Paper agreed", "2011")] {
        table.window.click("Add a step");
        table.type_text(what);
        table.key(Key::Enter);
        click_beside(&mut table, &format!("What is done: {what}"), "Date");
        table.key(Key::Enter);
        table.type_text(date);
        table.key(Key::Enter);
    }
    let steps = first_cells(&table.window, "What is done");
    assert_eq!(steps, ["Paper agreed", "Shadow board meets"]);
    table.undo();
    let steps = first_cells(&table.window, "What is done");
    assert_eq!(steps[0], "Shadow board meets", "those without a date last");
}

#[test]
fn the_details_of_a_body_lead_to_its_questions() {
    let mut window = Window::sample("redcar");
    window.card("Coastal Area Partnership").click();
    window.h.run();
    window.h.get_by_label("1 open question").focus();
    window.h.run();
    window.press(Modifiers::NONE, Key::Enter);
    let asked = "Question or comment: Area governance not decided (2.4.1)";
    let question = window.h.get_by_label(asked);
    assert_eq!(question.accesskit_node().is_selected(), Some(true));
}
