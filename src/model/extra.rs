//! Fields that this version does not know.

/// Unknown fields of a record in the order of the file: name and raw JSON text, byte for byte.
///
/// The model never looks inside; the store writes them back behind the known fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra(pub Vec<(String, String)>);

impl Extra {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
