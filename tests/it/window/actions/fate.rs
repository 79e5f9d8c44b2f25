//! What becomes of bodies. The project's file, saved, shows it.

use super::*;
use dotted_line::store;

fn culture() -> Table {
    selecting(pair(), "Culture Forum")
}

fn culture_and_skills() -> Table {
    let mut table = culture();
    let skills = table.window.card("Skills Forum");
    skills.click_modifiers(SHIFT);
    table.run();
    table
}

/// The rows of lineage, with the names of the later bodies, as they would be saved.
fn rows(table: &Table) -> String {
    let bytes = super::super::driver::read(&table.folder.path("test.json"));
    let project = store::load(&bytes).unwrap().project;
    let later = &project.structures[1];
    let row = |row: &dotted_line::model::LineageRow| {
        let from: Vec<&str> = row.from.iter().map(|id| id.as_str()).collect();
        let to: Vec<&str> = row.to.iter().map(|id| later.body_name(id)).collect();
        let fate = row.fate.as_ref().map_or("", |fate| fate.as_str());
        format!("{}>{}:{fate}", from.join("+"), to.join("+"))
    };
    let rows: Vec<String> = project.lineage.iter().map(row).collect();
    rows.join("; ")
}

fn save(table: &mut Table) {
    table.keys(CTRL, Key::S);
}

pub(super) const CASES: &[Case] = &[
    Case::new(
        "Merge…",
        &[(CTRL, Key::M)],
        culture_and_skills,
        rows,
        |before, after| {
            before.contains("skills>Skills Forum") && after.contains("culture+skills>Leisure")
        },
    )
    .answered(|table| {
        table.type_text("Leisure");
        table.key(Key::Enter);
        save(table);
    }),
    Case::new("Split into…", &[], culture, rows, |before, after| {
        before.contains("culture>Culture Forum:")
            && after.contains("culture>Arts, Young+Arts, Old:")
    })
    .answered(|table| {
        table.type_text("Arts, Young");
        table.key(Key::Enter);
        assert!(
            table
                .window
                .sees("Type two names or more, with a semicolon between them.")
        );
        table.type_text("Arts, Young; Arts, Old");
        table.key(Key::Enter);
        save(table);
    }),
    Case::new(
        "Replace by a new body…",
        &[],
        culture,
        rows,
        |before, after| {
            before.contains("culture>Culture Forum:") && after.contains("culture>Leisure:replaced")
        },
    )
    .answered(|table| {
        table.type_text("Leisure");
        table.key(Key::Enter);
        save(table);
    }),
    Case::new("End…", &[], culture, rows, |before, after| {
        before.contains("culture>Culture Forum:") && after.contains("culture>:")
    })
    .answered(|table| {
        table.key(Key::Enter);
        save(table);
    }),
    Case::new("Put under review", &[], culture, rows, |before, after| {
        before.contains("culture>Culture Forum:;")
            && after.contains("culture>Culture Forum:under-review")
    })
    .answered(save),
];

#[test]
fn what_becomes_of_it() {
    check("What becomes of it", CASES);
}
