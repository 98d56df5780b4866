//! The signs of a drawing, which have a plain form where Unicode cannot be shown.

use crate::terminal::Style;

/// Holds the signs that a drawing is made of.
#[derive(Clone, Copy)]
pub struct Signs {
    pub gives: &'static str,
    pub takes: &'static str,
    pub cross: &'static str,
    /// Between two columns, and where a thread lives on.
    pub bar: &'static str,
    pub rule: &'static str,
    pub crossing: &'static str,
    /// Where a thread steps.
    pub dot: &'static str,
    /// Where it waits.
    pub ring: &'static str,
    /// Where a call begins, and where it returns.
    pub opens: &'static str,
    pub closes: &'static str,
    /// Between the first and the last of some numbers.
    pub until: &'static str,
    /// Instead of the number of a step that waits.
    pub pending: &'static str,
    /// Where steps are left out.
    pub gap: &'static str,
}

impl Signs {
    /// Returns the signs that a style can show.
    pub fn of(style: Style) -> Self {
        if style.unicode {
            Self::UNICODE
        } else {
            Self::ASCII
        }
    }

    pub const UNICODE: Self = Self {
        gives: "→",
        takes: "←",
        cross: "✗",
        bar: "│",
        rule: "─",
        crossing: "┼",
        dot: "●",
        ring: "○",
        opens: "┌",
        closes: "└",
        until: "–",
        pending: "…",
        gap: "⋮",
    };
    pub const ASCII: Self = Self {
        gives: "->",
        takes: "<-",
        cross: "x",
        bar: "|",
        rule: "-",
        crossing: "+",
        dot: "*",
        ring: "o",
        opens: "/",
        closes: "\\",
        until: "-",
        pending: "...",
        gap: ":",
    };
}
