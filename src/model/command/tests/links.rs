use super::*;
use crate::model::LinkId;

fn link(workspace: &Workspace, id: &str) -> Link {
    let structure = workspace.project().structure(&now()).unwrap();
    structure.link(&LinkId::new(id)).unwrap().clone()
}

fn reattach(id: &str, end: LinkEnd, body: &str) -> LinkCommand {
    LinkCommand::Reattach {
        structure: now(),
        link: id.into(),
        end,
        body: body.into(),
    }
}

#[test]
fn links_of_all_kinds_get_readable_ids() {
    let mut town = done(
        connect("crew", "tasked-by", "safety"),
        "Link Crew with Safety",
    );
    assert_eq!(link(&town, "crew.tasked-by.safety").seats, None);
    let may = LinkCommand::Connect {
        structure: now(),
        from: "crew".into(),
        kind: "tasked-by".into(),
        to: "safety".into(),
        permission: true,
        seats: None,
    };
    town.apply(may.clone()).unwrap();
    assert!(link(&town, "crew.tasked-by.safety.2").permission);
    let sentence = town.apply(may).unwrap_err().to_string();
    assert_eq!(sentence, "“Crew” may already be tasked by “Safety”.");
    // Information both ways is two links.
    town.apply(connect("crew", "informs", "board")).unwrap();
    town.apply(connect("board", "informs", "crew")).unwrap();
    assert!(see(&town, &now()).ends_with("crew~informs~board board~informs~crew"));
}

#[test]
fn a_link_that_is_there_is_refused_in_its_own_words() {
    for (kind, sentence) in [
        ("reports-to", "“Crew” already reports to “Voices”."),
        ("tasked-by", "“Crew” is already tasked by “Voices”."),
        (
            "represented-on",
            "“Crew” is already represented on “Voices”.",
        ),
        ("supports", "“Crew” already supports “Voices”."),
        ("informs", "“Crew” already informs “Voices”."),
    ] {
        let mut town = town();
        town.apply(connect("crew", kind, "voices")).unwrap();
        let town = Workspace::new(town.project().clone());
        refused_in(town, connect("crew", kind, "voices"), sentence);
    }
    refused(
        connect("crew", "informs", "crew"),
        "“Crew” cannot be linked with itself.",
    );
    refused(
        connect("crew", "likes", "board"),
        "There is no kind of link “likes”. Add it to the list of links first.",
    );
    refused(connect("crew", "informs", "x"), "“x” is not in “Now”.");
}

#[test]
fn many_permissions_in_one_act() {
    let all = LinkCommand::ConnectAll {
        structure: now(),
        from: ids("crew voices safety"),
        kind: "tasked-by".into(),
        to: ids("board safety"),
        permission: true,
    };
    let town = done(all.clone(), "Link 3 bodies with 2 bodies");
    assert_eq!(see(&town, &now()).matches("~may-tasked-by~").count(), 5);
    let town = Workspace::new(town.project().clone());
    refused_in(town, all, "All of these links are there already.");
}

#[test]
fn links_are_edited_turned_and_reattached() {
    let start = town();
    let mut edited = link(&start, "safety.reports-to.board");
    edited.label = Some("monthly".into());
    edited.kind = "informs".into();
    let structure = now();
    let set = LinkCommand::Set {
        structure,
        link: Box::new(edited),
    };
    let town = done(set, "Edit link from Safety to Board");
    assert!(see(&town, &now()).contains("safety~informs~board"));
    let reverse = LinkCommand::Reverse {
        structure: now(),
        link: "safety.reports-to.board".into(),
    };
    let town = done(reverse, "Reverse link from Safety to Board");
    assert!(see(&town, &now()).contains("board>safety"));
    let id = "crew.reports-to.culture-forum";
    let label = "Reattach link from Crew to Culture Forum";
    let town = done(reattach(id, LinkEnd::To, "safety"), label);
    assert_eq!(link(&town, id).to.as_str(), "safety");
    refused(
        reattach(id, LinkEnd::To, "crew"),
        "“Crew” cannot be linked with itself.",
    );
    refused(
        reattach("safety.reports-to.board", LinkEnd::From, "culture-forum"),
        "“Culture Forum” already reports to “Board”.",
    );
    refused(
        reattach("gone", LinkEnd::To, "crew"),
        "That link is not there any more.",
    );
    let links = vec![id.into(), "safety.reports-to.board".into()];
    let structure = now();
    let town = done(LinkCommand::Remove { structure, links }, "Remove 2 links");
    assert!(see(&town, &now()).ends_with("| culture-forum>board"));
}

#[test]
fn a_loaded_self_link_may_be_edited() {
    let mut project = town().project().clone();
    let own = Link::new("own".into(), "crew".into(), "informs".into(), "crew".into());
    project.structures[0].links.push(own.clone());
    let link = Box::new(Link {
        label: Some("odd".into()),
        ..own
    });
    let structure = now();
    let set = LinkCommand::Set { structure, link };
    done_in(Workspace::new(project), set, "Edit link from Crew to Crew");
}
