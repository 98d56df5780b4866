//! The help text, within the width it is printed at.

use std::fmt;

use super::Program;
use super::opt::{HELP, Kind, Opt};
use crate::terminal::numbers::typed;
use crate::terminal::style::{Style, Tone};
use crate::terminal::text::{columns, wrap};

/// Columns before an option, and between it and what it does.
const INDENT: usize = 2;

/// With fewer columns left beside the options, each is explained below its name.
const NARROWEST: usize = 30;

/// Shows what a program does and which options it takes.
#[derive(Clone, Copy, Debug)]
pub struct Help<'a> {
    program: &'a Program,
    style: Style,
}

impl<'a> Help<'a> {
    pub(super) fn new(program: &'a Program, style: Style) -> Self {
        Self { program, style }
    }

    /// Writes what an option does, beside its name or below it.
    fn write_option(&self, f: &mut fmt::Formatter<'_>, option: &Opt, left: usize) -> fmt::Result {
        let beside = self.style.width >= left + NARROWEST;
        let margin = if beside { left } else { 2 * INDENT };
        let name = usage(option);
        let pad = left - INDENT - columns(&name);
        write!(f, "{:INDENT$}{}", "", self.style.paint(Tone::Strong, &name))?;
        let mut before = if beside {
            " ".repeat(pad)
        } else {
            format!("\n{:margin$}", "")
        };
        for line in wrap(&explanation(option), self.style.width - margin) {
            writeln!(f, "{before}{line}")?;
            before = " ".repeat(margin);
        }
        Ok(())
    }
}

impl fmt::Display for Help<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let usage_line = format!("Usage: cargo run -p {} -- [OPTIONS]", self.program.name);
        for paragraph in [self.program.about, &usage_line] {
            writeln!(f, "{}\n", wrap(paragraph, self.style.width).join("\n"))?;
        }
        writeln!(f, "Options:")?;
        let options = || self.program.options.iter().chain([&HELP]);
        let widest = options()
            .map(|option| columns(&usage(option)))
            .max()
            .unwrap_or(0);
        let left = INDENT + widest + INDENT;
        options().try_for_each(|option| self.write_option(f, option, left))
    }
}

/// Writes an option as it is given: `--threads N`.
fn usage(option: &Opt) -> String {
    match option.kind {
        Kind::Flag => format!("--{}", option.name),
        Kind::Number { .. } => format!("--{} N", option.name),
        Kind::Path { .. } => format!("--{} PATH", option.name),
    }
}

/// Writes what an option does, and for a value its default, and the range of a number.
fn explanation(option: &Opt) -> String {
    match &option.kind {
        Kind::Flag => option.help.to_owned(),
        Kind::Path { default } => format!("{} (default: {default})", option.help),
        Kind::Number { default, range } => {
            let [least, most, default] = [range.start(), range.end(), default].map(|&n| typed(n));
            format!(
                "{} (default {default}, from {least} to {most})",
                option.help
            )
        }
    }
}
