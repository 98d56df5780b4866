//! How text may look: coloured or not, Unicode or ASCII, and how wide.

use std::env;
use std::io::{self, IsTerminal};

use terminal_size::{Height, Width, terminal_size_of};

/// The narrowest width anything is laid out for; a terminal below it breaks lines by itself.
const NARROWEST: usize = 20;

/// The widest: beyond it the eye loses the line.
const WIDEST: usize = 100;

/// The width where none can be measured, as in a pipe.
const USUAL: usize = 80;

/// Says how to write for one stream. Tests make it directly, binaries ask once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours may be used.
    pub colour: bool,
    /// Whether characters beyond ASCII may be used.
    pub unicode: bool,
    /// How many columns a line may take, from 20 to 100.
    pub width: usize,
}

/// What a piece of text says by its colour, always beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// Look here.
    Strong,
    /// Not so important.
    Dim,
    /// As it should be.
    Good,
    /// Worth a second look.
    Warning,
    /// Wrong.
    Bad,
}

impl Style {
    /// No colour, ASCII, 80 columns.
    pub const PLAIN: Style = Style {
        colour: false,
        unicode: false,
        width: USUAL,
    };

    /// Asks the environment how to write to standard output.
    pub fn of_stdout() -> Self {
        let out = io::stdout();
        Self::of(out.is_terminal(), terminal_size_of(&out))
    }

    /// Asks the environment how to write to standard error.
    pub fn of_stderr() -> Self {
        let err = io::stderr();
        Self::of(err.is_terminal(), terminal_size_of(&err))
    }

    fn of(is_terminal: bool, size: Option<(Width, Height)>) -> Self {
        let measured = size.map(|(width, _)| usize::from(width.0));
        Self::from_surroundings(is_terminal, measured, variable)
    }

    /// Decides from whether a stream is a terminal, its measured columns and the environment.
    ///
    /// Colour needs a terminal that is not `TERM=dumb`, and `NO_COLOR` unset or empty
    /// (<https://no-color.org>). Unicode goes by the first of `LC_ALL`, `LC_CTYPE` and `LANG` that
    /// is not empty, terminal or not; Windows always has it. The width is what was measured, else
    /// `COLUMNS`, else 80, where zero counts as not known.
    pub fn from_surroundings(
        is_terminal: bool,
        measured: Option<usize>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        let told = set("COLUMNS").and_then(|columns| columns.parse().ok());
        let known = [measured, told]
            .into_iter()
            .flatten()
            .find(|&width| width > 0);
        Self {
            colour: is_terminal && !is_dumb(&variable) && set("NO_COLOR").is_none(),
            unicode: cfg!(windows) || locale.is_some_and(|locale| names_utf8(&locale)),
            width: known.unwrap_or(USUAL).clamp(NARROWEST, WIDEST),
        }
    }

    /// Colours `text` if colours may be used, and otherwise returns it as it is.
    pub fn paint(self, tone: Tone, text: &str) -> String {
        match tone.code() {
            Some(code) if self.colour && !text.is_empty() => format!("\x1b[{code}m{text}\x1b[0m"),
            _ => text.to_owned(),
        }
    }
}

impl Tone {
    /// Returns the code from the eight basic colours, which a terminal's own theme keeps readable.
    fn code(self) -> Option<u8> {
        match self {
            Tone::Plain => None,
            Tone::Strong => Some(1),
            Tone::Dim => Some(2),
            Tone::Good => Some(32),
            Tone::Warning => Some(33),
            Tone::Bad => Some(31),
        }
    }
}

/// Returns whether what is printed can be changed afterwards, as a progress line needs.
pub(super) fn stderr_redraws() -> bool {
    io::stderr().is_terminal() && !is_dumb(variable)
}

fn is_dumb(variable: impl Fn(&str) -> Option<String>) -> bool {
    variable("TERM").is_some_and(|term| term == "dumb")
}

fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

fn names_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decides for a terminal of 90 columns in which only these variables are set.
    fn with(variables: &[(&str, &str)]) -> Style {
        Style::from_surroundings(true, Some(90), among(variables))
    }

    fn among(variables: &[(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        move |name| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        }
    }

    #[test]
    fn colour_needs_a_terminal_that_wants_it() {
        assert!(with(&[]).colour);
        assert!(with(&[("NO_COLOR", ""), ("TERM", "xterm")]).colour);
        assert!(!with(&[("NO_COLOR", "1")]).colour);
        assert!(!with(&[("TERM", "dumb")]).colour);
        assert!(!Style::from_surroundings(false, None, |_| None).colour);
    }

    #[test]
    #[cfg(not(windows))]
    fn the_first_locale_that_is_set_decides_on_unicode() {
        assert!(with(&[("LANG", "C.UTF-8")]).unicode);
        assert!(with(&[("LC_ALL", ""), ("LC_CTYPE", "de_DE.utf8"), ("LANG", "C")]).unicode);
        assert!(!with(&[("LC_ALL", "C"), ("LANG", "C.UTF-8")]).unicode);
        assert!(!with(&[]).unicode);
    }

    #[test]
    fn a_pipe_keeps_unicode() {
        let piped = Style::from_surroundings(false, None, among(&[("LANG", "C.UTF-8")]));
        assert!(piped.unicode);
    }

    #[test]
    fn the_width_is_measured_then_told_then_80_within_bounds() {
        let width = |measured, told| {
            Style::from_surroundings(true, measured, among(&[("COLUMNS", told)])).width
        };
        assert_eq!(
            [width(Some(90), "50"), width(None, "50"), width(None, "")],
            [90, 50, 80]
        );
        assert_eq!(
            [width(Some(0), ""), width(None, "0"), width(None, "wide")],
            [80; 3]
        );
        assert_eq!([width(Some(7), ""), width(Some(200), "")], [20, 100]);
    }

    #[test]
    fn only_a_style_with_colour_paints() {
        let colourful = Style {
            colour: true,
            ..Style::PLAIN
        };
        assert_eq!(colourful.paint(Tone::Bad, "lost"), "\x1b[31mlost\x1b[0m");
        assert_eq!(colourful.paint(Tone::Plain, "kept"), "kept");
        assert_eq!(Style::PLAIN.paint(Tone::Bad, "lost"), "lost");
    }
}
