//! Acts on structures, and what becomes of bodies.

use super::action::Action;
use super::app::App;
use crate::model::StructureCommand;

impl App {
    pub(super) fn perform_on_structure(&mut self, action: Action) {
        let Some(session) = &mut self.session else {
            return;
        };
        let structure = session.structure.clone();
        if action == Action::RemoveStructure {
            session.apply(StructureCommand::Remove { structure });
        }
    }
}
