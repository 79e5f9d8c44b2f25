//! From the dialog to files.

use super::*;

#[test]
fn a_structure_is_written_with_one_click_and_the_result_stays_until_dismissed() {
    let folder = Folder::new();
    let (mut window, dialogs) = window(&folder, "out.pdf");
    window.click("Export…");
    window.click("Save as…");
    let asked = dialogs.asked.lock().unwrap().clone();
    let [Question::Save { name, extension }] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert_eq!(name, "plan-then.pdf");
    assert_eq!(*extension, "pdf");
    assert!(read(&out(&folder, "out.pdf")).starts_with(b"%PDF"));
    assert!(window.sees_part("Exported to"));
    assert!(window.sees("Draw"), "the window is back");
    window.click("Dismiss");
    assert!(!window.sees_part("Exported to"));
}

#[test]
fn every_format_that_holds_the_drawing_is_written_from_the_dialog() {
    for (words, name, begins) in [
        ("PDF", "out.pdf", "%PDF"),
        ("Word", "out.docx", "PK"),
        ("PowerPoint", "out.pptx", "PK"),
        ("Picture for print and web (SVG)", "out.svg", "<svg"),
        ("Picture for slides and mail (PNG)", "out.png", "PNG"),
        ("Web page (HTML)", "out.html", "<!DOCTYPE html>"),
        ("Plain text (Markdown)", "out.md", "# "),
        ("draw.io", "out.drawio", "<mxfile"),
        ("GraphML, for yEd and Gephi", "out.graphml", "<?xml"),
        ("DOT, for Graphviz", "out.dot", "digraph"),
        ("Mermaid", "out.mmd", "---"),
    ] {
        let folder = Folder::new();
        let (mut window, _) = window(&folder, name);
        window.click("Export…");
        if !window.sees(words) {
            choose(&mut window, "More formats");
        }
        choose(&mut window, words);
        window.click("Save as…");
        let bytes = read(&out(&folder, name));
        let start = String::from_utf8_lossy(&bytes[..60.min(bytes.len())]).into_owned();
        let start = start.to_lowercase();
        assert!(start.contains(&begins.to_lowercase()), "{name}: {start}");
        assert!(window.sees_part("Exported to"), "{name}");
    }
}

#[test]
fn a_format_that_cannot_hold_it_says_why() {
    let (mut window, _) = window(&Folder::new(), "out.pdf");
    window.click("Export…");
    choose(&mut window, "More formats");
    assert!(window.sees_part("holds tables, and the drawing of one structure is drawn."));
    choose(&mut window, "Tables of bodies and links");
    assert!(window.sees("Tables (Excel)"));
}

#[test]
fn what_the_view_shows_is_what_is_offered() {
    let folder = Folder::new();
    let (mut window, dialogs) = window(&folder, "out.svg");
    window.click("Compare");
    window.click("Overlay");
    window.click("Export…");
    choose(&mut window, "Picture for print and web (SVG)");
    window.click("Save as…");
    let asked = dialogs.asked.lock().unwrap().clone();
    let [Question::Save { name, .. }] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert!(name.ends_with("-now-to-then-overlay.svg"), "{name}");
    let svg = String::from_utf8(read(&out(&folder, "out.svg"))).unwrap();
    assert!(svg.contains("in one drawing"), "{}", &svg[..400]);
}

#[test]
fn the_ending_that_is_typed_says_the_format() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "typed.svg");
    window.click("Export…");
    window.click("Save as…");
    let svg = String::from_utf8(read(&out(&folder, "typed.svg"))).unwrap();
    assert!(svg.contains("<svg"));
    let (mut window, _) = super::window(&folder, "v1.2 draft");
    window.click("Export…");
    window.click("Save as…");
    assert!(read(&out(&folder, "v1.2 draft.pdf")).starts_with(b"%PDF"));
}

#[test]
fn several_things_in_several_formats_go_into_one_folder() {
    let folder = Folder::new();
    let (mut window, dialogs) = window(&folder, ".");
    window.click("Export…");
    choose(&mut window, "Several files at once, into one folder");
    choose(&mut window, "Now");
    choose(&mut window, "Schedule of changes, with plan");
    choose(&mut window, "Picture for print and web (SVG)");
    assert!(window.sees_part("Left out: "), "no picture of the schedule");
    window.click("Save 5 files into a folder…");
    assert_eq!(*dialogs.asked.lock().unwrap(), [Question::Folder]);
    let wanted = [
        "plan-changes-now-to-then.pdf",
        "plan-now.pdf",
        "plan-now.svg",
        "plan-then.pdf",
        "plan-then.svg",
    ];
    assert_eq!(names(&folder.path("out")), wanted);
    assert!(window.sees_part("Exported 5 files"));
}

#[test]
fn files_that_are_there_are_replaced_only_when_that_is_wanted() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, ".");
    folder.write("out/plan-then.pdf", "mine");
    window.click("Export…");
    choose(&mut window, "Several files at once, into one folder");
    window.click("Save 1 file into a folder…");
    assert!(window.sees("This file is there already"));
    window.click("Keep them");
    assert_eq!(read(&out(&folder, "plan-then.pdf")), b"mine");
    assert!(window.sees("Will it read?"), "the dialog is still there");
    window.click("Save 1 file into a folder…");
    escape(&mut window);
    assert!(!window.sees("This file is there already"));
    assert!(
        window.sees("Will it read?"),
        "Escape answers the question only"
    );
    window.click("Save 1 file into a folder…");
    window.click("Replace");
    assert!(read(&out(&folder, "plan-then.pdf")).starts_with(b"%PDF"));
    assert!(window.sees_part("Exported to"));
}

#[test]
fn a_folder_that_is_not_there_is_told_in_words_and_the_dialog_stays() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "no/such/folder/out.svg");
    window.click("Export…");
    window.click("Save as…");
    assert!(!window.sees_part("Exported to"));
    assert!(window.sees_part("out.svg"), "the file's name is told");
    assert!(window.sees("Dismiss"), "the refusal stays");
    assert!(window.sees("Save as…"), "another place can be chosen");
    assert!(names(&folder.path("out")).is_empty());
}

#[test]
#[cfg(unix)]
fn a_file_that_is_read_only_is_told_in_words_and_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "out.svg");
    let path = folder.write("out/out.svg", "mine");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    window.click("Export…");
    window.click("Save as…");
    assert!(window.sees_part("You are not allowed to write here"));
    assert_eq!(read(&path), b"mine");
    assert_eq!(names(&folder.path("out")), ["out.svg"]);
}

#[test]
fn close_and_escape_write_nothing() {
    let folder = Folder::new();
    let (mut window, dialogs) = window(&folder, "out.svg");
    window.click("Export…");
    window.click("Close");
    assert!(!window.sees("Save as…"));
    window.click("Export…");
    escape(&mut window);
    assert!(!window.sees("Save as…"));
    assert!(window.sees("Draw"));
    assert!(dialogs.asked.lock().unwrap().is_empty());
    assert!(names(&folder.path("out")).is_empty());
}

#[test]
fn a_structure_too_large_for_one_sheet_is_written_page_by_page() {
    let folder = Folder::new();
    let mut window = large(&folder, 30, "out.svg");
    window.click("Export…");
    choose(&mut window, "Picture for print and web (SVG)");
    choose(&mut window, "Paper: A5");
    choose(
        &mut window,
        "Several, where the text would be too small on one",
    );
    window.click("Save as…");
    let second = String::from_utf8(read(&out(&folder, "out-2.svg"))).unwrap();
    assert!(second.contains("data-body"));
    assert!(window.sees_part("files: "));
}

#[test]
fn a_long_export_shows_how_far_it_is_and_can_be_cancelled() {
    let folder = Folder::new();
    let mut window = threaded(&folder, 60, "out.png");
    window.click("Export…");
    choose(&mut window, "Picture for slides and mail (PNG)");
    window.until(|w| w.sees("Dots per inch: 600"));
    choose(&mut window, "Dots per inch: 600");
    choose(&mut window, "Paper: A3");
    window.h.get_by_label("Save as…").click();
    window.until(|w| w.sees_part("Exporting"));
    assert!(window.sees("Close"), "the window does not wait");
    window.h.get_by_label("Cancel").click();
    window.until(|w| w.sees_part("The export was cancelled"));
    assert!(names(&folder.path("out")).is_empty());
    assert!(window.sees("Save as…"), "the dialog is still there");
}

#[test]
fn an_export_goes_on_when_the_dialog_is_closed() {
    let folder = Folder::new();
    let mut window = threaded(&folder, 30, "out.png");
    window.click("Export…");
    window.h.get_by_label("Save as…").click();
    window.until(|w| w.sees_part("Exporting"));
    escape(&mut window);
    window.until(|w| w.sees("Draw"));
    window.until(|w| w.sees_part("Exported to"));
    assert!(read(&out(&folder, "out.png")).starts_with(b"\x89PNG"));
}

#[test]
fn what_is_chosen_round_the_drawing_stands_in_the_file() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "out.svg");
    window.click("Export…");
    choose(&mut window, "Picture for print and web (SVG)");
    choose(
        &mut window,
        "Text of pictures: As text: can be searched and edited",
    );
    for (field, words) in [
        ("Words of the status", "Draft 2 for comment"),
        ("Foot of the page", "Appendix B"),
    ] {
        window.h.get_by_label(field).focus();
        window.h.run();
        window.type_in(words);
    }
    choose(&mut window, "Paper: Other size");
    choose(&mut window, "Save as…");
    let svg = String::from_utf8(read(&out(&folder, "out.svg"))).unwrap();
    assert!(svg.contains("Draft 2 for comment"), "{}", &svg[..600]);
    assert!(svg.contains("Appendix B"));
    assert!(
        svg.contains("170mm") || svg.contains("481."),
        "{}",
        &svg[..600]
    );
}

#[test]
fn the_committee_pack_and_the_talk_are_written() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "out.pdf");
    window.click("Export…");
    choose(&mut window, "Committee pack: everything in one paper");
    window.click("Save as…");
    assert!(read(&out(&folder, "out.pdf")).starts_with(b"%PDF"));
    let (mut window, dialogs) = super::window(&folder, "out.pptx");
    window.click("Export…");
    choose(
        &mut window,
        "Talk: a slide for each structure and each change",
    );
    assert!(!preview(&window).starts_with("Preview, page 1 of 1."));
    window.click("Save as…");
    let asked = dialogs.asked.lock().unwrap().clone();
    let named = |q: &Question| matches!(q, Question::Save { name, .. } if name == "plan-talk.pptx");
    assert!(asked.iter().all(named), "{asked:?}");
    assert!(read(&out(&folder, "out.pptx")).starts_with(b"PK"));
}
