//! The signs of a drawing, which have a plain form where Unicode cannot be shown.

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
    /// Instead of the number of a step that waits.
    pub pending: &'static str,
    /// Where steps are left out.
    pub gap: &'static str,
}

impl Signs {
    pub const UNICODE: Self = Self {
        gives: "→",
        takes: "←",
        cross: "✗",
        bar: "│",
        rule: "─",
        crossing: "┼",
        dot: "●",
        ring: "○",
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
        pending: "...",
        gap: ":",
    };
}
