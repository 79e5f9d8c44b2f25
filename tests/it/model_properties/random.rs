//! Random projects and random commands on them.

use dotted_line::model::*;
use proptest::prelude::*;

/// One random act: which command, and numbers from which it takes what it works on.
#[derive(Clone, Debug)]
pub(super) struct Act {
    pub(super) what: u8,
    pick: [usize; 4],
    name: String,
    flag: bool,
}

pub(super) const COMMANDS: u8 = 60;

pub(super) fn act() -> impl Strategy<Value = Act> {
    let name = prop_oneof![
        4 => "(Board|Forum|Crew|Panel|Trust)( [A-C])?",
        1 => Just(String::new()),
        1 => "[a-zé\u{0}\n ?’]{1,6}",
    ];
    (0..COMMANDS, any::<[u16; 4]>(), name, any::<bool>()).prop_map(|(what, pick, name, flag)| Act {
        what,
        pick: pick.map(usize::from),
        name,
        flag,
    })
}

/// A project as a file might hold it: loops, self-links, doubles, lineage to missing bodies.
pub(crate) fn project() -> impl Strategy<Value = Project> {
    let links = prop::collection::vec((0usize..6, 0usize..6, 0usize..5, any::<bool>()), 0..8);
    let rows = prop::collection::vec((0usize..7, 0usize..7, 0usize..9), 0..6);
    (1usize..4, 0usize..6, links, rows).prop_map(|(structures, bodies, links, rows)| {
        let mut project = Project::default();
        let body = |n: usize| BodyId::new(&format!("body-{n}"));
        for s in 0..structures {
            let id = StructureId::new(&format!("s{s}"));
            let mut structure = Structure::new(id, format!("Structure {s}"));
            for n in 0..bodies {
                let mut new = Body::new(body(n), format!("Body {n}"));
                new.seats.push(Seat {
                    through: (n > 2).then(|| body(n - 1)),
                    ..Seat::default()
                });
                if n == 0 {
                    new.pin = Some(Pin { x: 3, y: 4 });
                    new.seats.push(Seat {
                        post: Some("Chair".into()),
                        ..Seat::default()
                    });
                }
                structure.bodies.push(new);
            }
            for (at, (from, to, kind, permission)) in links.iter().enumerate() {
                if *from < bodies && *to < bodies {
                    let kind = LinkKindId::of(StandardLink::ALL[*kind]);
                    let id = LinkId::new(&format!("l{at}"));
                    let mut link = Link::new(id, body(*from), kind, body(*to));
                    link.permission = *permission;
                    structure.links.push(link);
                }
            }
            if bodies > 2 {
                let mut grid = Grid::new("grid".into(), "Grid");
                grid.rows = vec![body(0), body(1)];
                grid.columns = vec![body(1), body(2)];
                grid.none = vec![(body(0), body(2))];
                structure.grids.push(grid);
            }
            project.structures.push(structure);
        }
        for (from, to, fate) in rows {
            let mut row = LineageRow::new("s0".into(), "s1".into());
            row.from.extend((from < 6).then(|| body(from)));
            row.to.extend((to < 6).then(|| body(to)));
            row.fate = Fate::ALL.get(fate).map(|fate| Word::Known(*fate));
            project.lineage.push(row);
        }
        project.steps.push(Step {
            what: "Step".into(),
            bodies: vec![body(0), body(9)],
            ..Step::default()
        });
        project
    })
}

/// Records to choose from, some of them missing.
struct Choice<'a>(&'a Project, &'a Act);

impl Choice<'_> {
    fn structure(&self, n: usize) -> StructureId {
        let list = &self.0.structures;
        let at = self.1.pick[n] % (list.len() + 1);
        list.get(at).map_or("gone".into(), |s| s.id().clone())
    }

    fn body(&self, structure: &StructureId, n: usize) -> BodyId {
        let list = self.0.structure(structure).map(|s| &s.bodies);
        let Some(list) = list.filter(|l| !l.is_empty()) else {
            return "gone".into();
        };
        let at = self.1.pick[n] / 7 % (list.len() * 8 + 1);
        list.get(at % (list.len() + 1))
            .map_or("gone".into(), |b| b.id.clone())
    }

    fn link(&self, structure: &StructureId, n: usize) -> LinkId {
        let list = self.0.structure(structure).map(|s| &s.links);
        let Some(list) = list.filter(|l| !l.is_empty()) else {
            return "gone".into();
        };
        list[self.1.pick[n] / 7 % list.len()].id.clone()
    }

    fn place(&self, structure: &StructureId, n: usize) -> Place {
        match self.1.pick[n] % 3 {
            0 => Place::End,
            1 => Place::Before(self.body(structure, n)),
            _ => Place::After(self.body(structure, n)),
        }
    }

    fn head(&self) -> Command {
        let title = Some(self.1.name.clone());
        ProjectCommand::SetHead(Head {
            title,
            ..Head::default()
        })
        .into()
    }

    fn structures(&self) -> Command {
        let (structure, title) = (self.structure(0), self.1.name.clone());
        match self.1.what {
            0 => StructureCommand::Add {
                title,
                at: Some(self.1.pick[1] % 4),
            },
            1 => StructureCommand::Derive { structure, title },
            2 => StructureCommand::Duplicate { structure, title },
            3 => StructureCommand::Move {
                structure,
                to: self.1.pick[1] % 4,
            },
            _ => StructureCommand::Remove { structure },
        }
        .into()
    }

    fn bodies(&self) -> Command {
        let structure = self.structure(0);
        let body = self.body(&structure, 1);
        let other = self.body(&structure, 2);
        let name = self.1.name.clone();
        match self.1.what {
            5..=9 => BodyCommand::Add(NewBody {
                parent: self.1.flag.then_some(other),
                place: self.place(&structure, 3),
                ..NewBody::named(structure, name)
            }),
            10 => BodyCommand::Rename {
                structure,
                body,
                name,
            },
            11 => {
                let found = self.0.structure(&structure).and_then(|s| s.body(&body));
                let mut record = found.cloned().unwrap_or(Body::new(body, "X"));
                record.note = Some(name);
                record.meetings.per_year = Some(self.1.pick[3] as f64);
                BodyCommand::Set {
                    structure,
                    body: Box::new(record),
                }
            }
            12 | 13 => BodyCommand::Remove {
                structure,
                bodies: vec![body],
            },
            14 => BodyCommand::Reorder {
                place: self.place(&structure, 3),
                structure,
                bodies: vec![body, other],
            },
            15 | 16 => BodyCommand::SetParent {
                structure,
                body,
                instead_of: (self.1.pick[3].is_multiple_of(2)).then(|| other.clone()),
                parent: self.1.flag.then_some(other),
            },
            17 => BodyCommand::Pin {
                structure,
                pins: vec![(body, Pin { x: 1, y: 2 })],
            },
            18 => BodyCommand::Unpin {
                structure,
                bodies: vec![body],
            },
            _ => BodyCommand::UnpinAll { structure },
        }
        .into()
    }

    fn links(&self) -> Command {
        let structure = self.structure(0);
        let (from, to) = (self.body(&structure, 1), self.body(&structure, 2));
        let kind = LinkKindId::of(StandardLink::ALL[self.1.pick[3] % 5]);
        let link = self.link(&structure, 3);
        match self.1.what {
            20..=22 => LinkCommand::Connect {
                structure,
                from,
                kind,
                to,
                permission: self.1.flag,
                seats: None,
            },
            23 => LinkCommand::ConnectAll {
                structure,
                from: vec![from.clone(), to.clone()],
                kind,
                to: vec![to, from],
                permission: self.1.flag,
            },
            24 => LinkCommand::Reverse { structure, link },
            25 | 26 => LinkCommand::Reattach {
                structure,
                link,
                end: if self.1.flag {
                    LinkEnd::From
                } else {
                    LinkEnd::To
                },
                body: from,
            },
            27 => {
                let mut record = Link::new(link, from, kind, to);
                record.label = Some(self.1.name.clone());
                LinkCommand::Set {
                    structure,
                    link: Box::new(record),
                }
            }
            _ => LinkCommand::Remove {
                structure,
                links: vec![link],
            },
        }
        .into()
    }

    fn seats(&self) -> Command {
        let structure = self.structure(0);
        let body = self.body(&structure, 1);
        let seat = Seat {
            through: self.1.flag.then(|| self.body(&structure, 2)),
            ..Seat::default()
        };
        let row = self.1.pick[3] % 3;
        match self.1.what {
            29 => SeatCommand::Add {
                structure,
                body,
                seat,
                at: Some(row),
            },
            30 => SeatCommand::Set {
                structure,
                body,
                row,
                seat,
            },
            31 => SeatCommand::Remove {
                structure,
                body,
                row,
            },
            _ => SeatCommand::Move {
                structure,
                body,
                row,
                to: self.1.pick[2] % 3,
            },
        }
        .into()
    }

    fn lineage(&self) -> Command {
        let (from, to) = (self.structure(0), self.structure(1));
        let mut row = LineageRow::new(from.clone(), to.clone());
        row.from.push(self.body(&from, 2));
        if self.1.flag {
            row.to.push(self.body(&to, 3));
        }
        let at = self.1.pick[2] % (self.0.lineage.len() + 1);
        match self.1.what {
            33 => LineageCommand::Add { row: Box::new(row) },
            34 => LineageCommand::Set {
                at,
                row: Box::new(row),
            },
            35 => LineageCommand::Move {
                at,
                to: self.1.pick[3] % 9,
            },
            _ => LineageCommand::Remove { rows: vec![at] },
        }
        .into()
    }

    fn verbs(&self) -> Command {
        let (from, to) = (self.structure(0), self.structure(1));
        let body = self.body(&to, 2);
        let other = self.body(&to, 3);
        let old = self.0.structure(&to).and_then(|s| s.body(&other));
        // At times the name of a body that is there, so that it goes on.
        let name = match old {
            Some(old) if self.1.flag => old.name.clone(),
            _ => self.1.name.clone(),
        };
        match self.1.what {
            37 => VerbCommand::Rename {
                from,
                to,
                body,
                name,
            },
            38..=40 => VerbCommand::Merge {
                from,
                to,
                bodies: vec![body, other],
                name,
            },
            41 | 42 => VerbCommand::Split {
                from,
                to,
                body,
                names: vec![name, self.1.name.clone(), "Rest".into()],
            },
            43 => VerbCommand::End {
                from,
                to,
                body,
                reason: Some(name),
            },
            44 | 45 => VerbCommand::Replace {
                from,
                to,
                body,
                name,
            },
            46 => VerbCommand::State {
                from,
                to,
                body,
                fate: Some(Fate::UnderReview),
            },
            47 => VerbCommand::Create {
                from,
                body: NewBody::named(to, name),
            },
            _ => VerbCommand::Retain {
                bodies: vec![self.body(&from, 2)],
                from,
                to,
            },
        }
        .into()
    }

    fn lists(&self) -> Command {
        let structure = self.structure(0);
        let at = self.1.pick[1] % 3;
        match self.1.what {
            49 => KindCommand::AddTier {
                name: self.1.name.clone(),
                at: Some(at),
            }
            .into(),
            50 => KindCommand::AddLinkKind {
                name: self.1.name.clone(),
            }
            .into(),
            51 => ListCommand::AddStep(Step {
                what: self.1.name.clone(),
                bodies: vec![self.body(&structure, 2)],
                ..Step::default()
            })
            .into(),
            52 => ListCommand::RemoveStep { at }.into(),
            _ => self.head(),
        }
    }

    fn grids(&self) -> Command {
        let structure = self.structure(0);
        let found = self.0.structure(&structure).and_then(|s| s.grids.first());
        let grid = found.map_or("gone".into(), |grid| grid.id.clone());
        let (row, column) = (self.body(&structure, 1), self.body(&structure, 2));
        let kind = LinkKindId::of(StandardLink::ALL[self.1.pick[3] % 5]);
        let cell = |cell| GridCommand::SetCell {
            structure: structure.clone(),
            grid: grid.clone(),
            row: row.clone(),
            column: column.clone(),
            cell,
        };
        match self.1.what {
            54 => GridCommand::Add {
                structure,
                title: self.1.name.clone(),
                rows: vec![row],
                columns: vec![column],
                kinds: vec![kind],
            },
            55 => GridCommand::Set {
                structure,
                grid: Box::new(Grid {
                    rows: vec![row.clone(), row, column],
                    ..found.cloned().unwrap_or(Grid::new(grid, ""))
                }),
            },
            56 => GridCommand::Remove { structure, grid },
            57 => cell(GridCell::Linked(kind)),
            58 => cell(GridCell::NotStated),
            _ => cell(GridCell::None),
        }
        .into()
    }

    fn command(&self) -> Command {
        match self.1.what {
            0..=4 => self.structures(),
            5..=19 => self.bodies(),
            20..=28 => self.links(),
            29..=32 => self.seats(),
            33..=36 => self.lineage(),
            37..=48 => self.verbs(),
            49..=53 => self.lists(),
            _ => self.grids(),
        }
    }
}

pub(super) fn command(project: &Project, act: &Act) -> Command {
    Choice(project, act).command()
}

/// Rows of a generated project stand between "s0" and "s1" and may be empty: keep the sound ones.
pub(super) fn sound(mut project: Project) -> Project {
    let two = project.structures.len() > 1;
    project
        .lineage
        .retain(|row| two && !(row.from.is_empty() && row.to.is_empty()));
    project
}
