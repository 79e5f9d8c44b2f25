//! When two texts are the same words.

/// The words of a text without what makes no difference: capitals and spaces.
///
/// Two names with the same folded text are one name.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spaces_and_capitals_make_no_difference() {
        assert_eq!(fold("  Culture\u{a0}\n forum "), fold("culture Forum"));
        assert_ne!(fold("Culture Forum"), fold("Culture Fora"));
        assert_eq!(fold(" \t"), "");
    }
}
