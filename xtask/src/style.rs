//! How an answer is asked to lay out its verdict: `width,unicode,colour`.

use std::env;
use std::io::{self, IsTerminal};

/// Records must not depend on who makes them; a program that reads JSON finds its own way to show it.
pub const PLAIN: &str = "100,1,0";
/// The width where there is no terminal to measure, or one that says it has no columns.
const USUAL: usize = 80;

/// What suits the terminal, or whatever else our output goes to.
pub fn of_output(colour: bool) -> String {
    let width = columns().filter(|&width| width > 0).unwrap_or(USUAL);
    let (unicode, colour) = (u8::from(shows_unicode()), u8::from(colour));
    format!("{width},{unicode},{colour}")
}

/// `text` with its lines broken at spaces to fit the terminal; anything else gets each sentence on one line.
pub fn fitted(text: &str) -> String {
    let width = columns().filter(|&width| width > 0 && io::stdout().is_terminal());
    width.map_or_else(|| text.to_owned(), |width| broken(text, width))
}

/// Breaks each line of `text` where it would go beyond `width`; a longer word is left to the terminal.
fn broken(text: &str, width: usize) -> String {
    let mut broken = String::new();
    let mut used = 0;
    for piece in text.split_inclusive([' ', '\n']) {
        let columns = piece.trim_end().chars().count();
        if used > 0 && used + columns > width {
            broken.truncate(broken.trim_end_matches(' ').len());
            broken.push('\n');
            used = 0;
        }
        broken.push_str(piece);
        let ends = piece.ends_with('\n');
        used = if ends {
            0
        } else {
            used + piece.chars().count()
        };
    }
    broken
}

#[cfg(unix)]
fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    Some(size.ws_col.into())
}

#[cfg(not(unix))]
fn columns() -> Option<usize> {
    None
}

/// As the lessons decide it: by the first locale variable that is set.
fn shows_unicode() -> bool {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let names_utf8 = |locale: String| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    cfg!(windows) || locale.is_some_and(names_utf8)
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn a_line_is_broken_at_the_last_space_that_fits() {
        assert_eq!(broken("take the lock\n", 8), "take the\nlock\n");
        assert_eq!(broken("take the  lock", 9), "take the\nlock");
        assert_eq!(broken("a\n\nb c\n", 3), "a\n\nb c\n");
        assert_eq!(broken("a word_too_long b", 4), "a\nword_too_long\nb");
    }
}
