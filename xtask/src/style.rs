//! How an answer is asked to lay out its verdict: `width,unicode,colour`.

use std::env;

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

#[cfg(unix)]
fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
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
