//! Each command in the words of the person who gives it.

mod bodies;
mod gestures;
mod grids;
mod links;
mod lists;
mod structures;
mod verbs;

use super::*;
use crate::model::{Body, BodyId, LineageRow, Link, LinkKindId, Structure, StructureId, Workspace};

/// Now: a board, a forum and a safety group that report to it, and a crew under the forum.
/// Proposed: derived from it. A reference group stands alone in both.
fn town() -> Workspace {
    let mut workspace = Workspace::new(Project::default());
    let mut act = |command: Command| workspace.apply(command).unwrap();
    act(StructureCommand::Add {
        title: "Now".into(),
        at: None,
    }
    .into());
    for (name, parent) in [
        ("Board", None),
        ("Culture Forum", Some("board")),
        ("Safety", Some("board")),
        ("Crew", Some("culture-forum")),
        ("Voices", None),
    ] {
        act(BodyCommand::Add(NewBody {
            parent: parent.map(BodyId::from),
            ..NewBody::named(now(), name)
        })
        .into());
    }
    act(StructureCommand::Derive {
        structure: now(),
        title: "Proposed".into(),
    }
    .into());
    Workspace::new(workspace.project().clone())
}

fn now() -> StructureId {
    "now".into()
}

fn proposed() -> StructureId {
    "proposed".into()
}

fn ids(text: &str) -> Vec<BodyId> {
    text.split_whitespace().map(BodyId::from).collect()
}

/// "board culture-forum=Arts Forum | culture-forum>board crew~informs~board": bodies in their
/// order, with their names where these say more than the id, then links.
fn show(structure: &Structure) -> String {
    let body = |body: &Body| {
        if crate::model::id_from_name(&body.name, "") == body.id.as_str() {
            body.id.to_string()
        } else {
            format!("{}={}", body.id, body.name)
        }
    };
    let link = |link: &Link| {
        let may = if link.permission { "may-" } else { "" };
        match link.kind.as_str() {
            "reports-to" if !link.permission => format!("{}>{}", link.from, link.to),
            kind => format!("{}~{may}{kind}~{}", link.from, link.to),
        }
    };
    let bodies: Vec<String> = structure.bodies.iter().map(body).collect();
    let links: Vec<String> = structure.links.iter().map(link).collect();
    format!("{} | {}", bodies.join(" "), links.join(" "))
}

/// "board>board, safety>- ended": rows of lineage, with their fate when it is stated.
fn rows(project: &Project) -> String {
    let side = |ids: &[BodyId]| {
        let ids: Vec<&str> = ids.iter().map(BodyId::as_str).collect();
        if ids.is_empty() {
            "-".to_owned()
        } else {
            ids.join("+")
        }
    };
    let row = |row: &LineageRow| {
        let fate = row.fate.as_ref().map(|fate| format!(" {}", fate.as_str()));
        format!(
            "{}>{}{}",
            side(&row.from),
            side(&row.to),
            fate.unwrap_or_default()
        )
    };
    let rows: Vec<String> = project.lineage.iter().map(row).collect();
    rows.join(", ")
}

/// Does it in the town, sees that it can be undone and redone, and gives the town.
fn done(command: impl Into<Command>, label: &str) -> Workspace {
    done_in(town(), command, label)
}

fn done_in(mut workspace: Workspace, command: impl Into<Command>, label: &str) -> Workspace {
    let before = workspace.project().clone();
    let outcome = workspace.apply(command).unwrap();
    assert!(outcome.changed);
    assert_eq!(workspace.history().undo_label(), Some(label));
    let after = workspace.project().clone();
    assert_eq!(workspace.undo().as_deref(), Some(label));
    assert_eq!(workspace.project(), &before, "undo of {label}");
    assert_eq!(workspace.redo().as_deref(), Some(label));
    assert_eq!(workspace.project(), &after, "redo of {label}");
    workspace
}

/// Tries it in the town, sees that nothing has changed, and compares the sentence.
fn refused(command: impl Into<Command>, sentence: &str) {
    refused_in(town(), command, sentence);
}

fn refused_in(mut workspace: Workspace, command: impl Into<Command>, sentence: &str) {
    let before = workspace.project().clone();
    let refusal = workspace.apply(command).unwrap_err();
    assert_eq!(refusal.to_string(), sentence);
    assert_eq!(workspace.project(), &before);
    assert_eq!((workspace.revision(), workspace.undo()), (0, None));
}

fn see(workspace: &Workspace, structure: &StructureId) -> String {
    show(workspace.project().structure(structure).unwrap())
}

fn connect(from: &str, kind: &str, to: &str) -> LinkCommand {
    LinkCommand::Connect {
        structure: now(),
        from: from.into(),
        kind: LinkKindId::new(kind),
        to: to.into(),
        permission: false,
        seats: None,
    }
}
