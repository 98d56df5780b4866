//! Text broken into lines that fit.

/// Returns how many columns `text` takes: one a character, since nothing here prints wide ones.
pub(super) fn columns(text: &str) -> usize {
    text.chars().count()
}

/// Breaks `text` at spaces into lines of at most `width` columns.
///
/// Only a word longer than a whole line is broken inside.
///
/// ```
/// use shared::terminal::wrap;
///
/// assert_eq!(wrap("each reads before the other writes", 15).join("\n"), "\
/// each reads
/// before the
/// other writes");
/// ```
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    wrap_after(0, text, width)
}

/// Breaks `text` like [`wrap`], where `taken` columns of the first line are already in use.
pub(super) fn wrap_after(taken: usize, text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let mut used = taken;
    for word in text.split_whitespace() {
        let at_start = lines.last().is_some_and(String::is_empty);
        let space = usize::from(!at_start);
        if used + space + columns(word) <= width {
            used += space + columns(word);
            push(&mut lines, space, word);
            continue;
        }
        for (index, piece) in pieces(word, width).into_iter().enumerate() {
            // An empty first line that nothing stands before is used, not left blank.
            if used > 0 || index > 0 {
                lines.push(String::new());
            }
            used = columns(&piece);
            push(&mut lines, 0, &piece);
        }
    }
    lines
}

fn push(lines: &mut [String], spaces: usize, word: &str) {
    if let Some(line) = lines.last_mut() {
        line.extend(std::iter::repeat_n(' ', spaces));
        line.push_str(word);
    }
}

/// Cuts a word into pieces of at most `width` characters.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let characters: Vec<char> = word.chars().collect();
    characters.chunks(width).map(String::from_iter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_is_one_line() {
        assert_eq!(wrap("nothing was lost", 16), ["nothing was lost"]);
        assert_eq!(wrap("", 16), [""]);
    }

    #[test]
    fn only_a_word_longer_than_a_line_is_broken_inside() {
        assert_eq!(wrap("a bb ccccc dd", 3), ["a", "bb", "ccc", "cc", "dd"]);
    }

    #[test]
    fn the_first_line_spares_what_is_taken() {
        assert_eq!(wrap_after(4, "a bb cc", 6), ["a", "bb cc"]);
        assert_eq!(wrap_after(6, "a bb", 6), ["", "a bb"]);
    }
}
