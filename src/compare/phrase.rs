//! Small words for sentences: lists, numbers, verbs that agree.

/// "A", "A and B", "A, B and C"; "nothing" when there is none.
///
/// Where a name itself has a comma, semicolons keep the names apart.
#[must_use]
pub fn list<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<T> = items.into_iter().collect();
    let commas = items.iter().any(|item| item.as_ref().contains(','));
    let (comma, and) = if commas {
        ("; ", "; and ")
    } else {
        (", ", " and ")
    };
    match items.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.as_ref().to_owned(),
        Some((last, rest)) => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", rest.join(comma), last.as_ref())
        }
    }
}

/// "1 body", "25 bodies".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A number without needless digits: "8", "8.7".
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A text with its first letter as a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// The words of a kind in the middle of a sentence: "thematic partnership", but "LSP board".
#[must_use]
pub fn lower(text: &str) -> String {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else {
        return String::new();
    };
    if second.is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(text.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_english() {
        assert_eq!(list::<&str>([]), "nothing");
        assert_eq!(list(["A"]), "A");
        assert_eq!(list(["A", "B"]), "A and B");
        assert_eq!(list(["A", "B", "C"]), "A, B and C");
        assert_eq!(list(["Jobs, Skills", "B", "C"]), "Jobs, Skills; B; and C");
    }

    #[test]
    fn numbers_have_no_needless_digits() {
        assert_eq!(number(8.0), "8");
        assert_eq!(number(8.7), "8.7");
        assert_eq!(number(100.0), "100");
    }

    #[test]
    fn kinds_stand_in_small_letters() {
        assert_eq!(lower("Thematic partnership"), "thematic partnership");
        assert_eq!(lower("LSP board"), "LSP board");
        assert_eq!(lower(""), "");
        assert_eq!(lower("A"), "a");
    }
}
