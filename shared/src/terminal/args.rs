//! Options declared once: parsing, help and complaints all follow from the declaration.

mod help;
mod mistake;
mod opt;
mod suggest;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use lexopt::{Arg, Parser};

use super::style::Style;

pub use help::Help;
pub use mistake::Mistake;
pub use opt::Opt;
use opt::{HELP, Kind};
pub(crate) use suggest::closest;

/// Declares a lesson's program: its package's name, what it does, its options besides `--help`.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The package, as in `cargo run -p race`.
    pub name: &'static str,
    /// A sentence or two for the head of the help.
    pub about: &'static str,
    /// The options, in the order of the help.
    pub options: &'static [Opt],
}

/// What a command line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Print the help.
    Help,
    /// Run with these options.
    Run(Args),
}

/// Holds the value of every declared option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Args {
    /// Every declared number, given or not.
    numbers: BTreeMap<&'static str, u64>,
    /// The paths that were given.
    paths: BTreeMap<&'static str, PathBuf>,
    /// The flags that were given.
    flags: BTreeSet<&'static str>,
}

impl Args {
    /// Returns the number given for `--name`, or its default.
    ///
    /// # Panics
    ///
    /// If the program declares no such number.
    pub fn number(&self, name: &str) -> u64 {
        let number = self.numbers.get(name).copied();
        number.unwrap_or_else(|| panic!("the program declares no number --{name}"))
    }

    /// Returns the path given for `--name`.
    pub fn path(&self, name: &str) -> Option<&Path> {
        self.paths.get(name).map(PathBuf::as_path)
    }

    /// Returns whether the flag `--name` was given.
    pub fn flag(&self, name: &str) -> bool {
        self.flags.contains(name)
    }
}

impl Program {
    /// Reads a command line, without the program's own name.
    ///
    /// # Errors
    ///
    /// Returns the first [`Mistake`] in it.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::terminal::{Opt, Program};
    ///
    /// const PROGRAM: Program = Program {
    ///     name: "race",
    ///     about: "Two threads add to one counter.",
    ///     options: &[Opt::number("threads", "Threads that add at once", 2, 1..=64)],
    /// };
    ///
    /// let mistake = PROGRAM.parse(["--threads".into(), "0".into()]).unwrap_err();
    /// assert_eq!(mistake.to_string(), "--threads 0: expected a whole number from 1 to 64");
    /// ```
    pub fn parse(&self, line: impl IntoIterator<Item = OsString>) -> Result<Request, Mistake> {
        let mut parser = Parser::from_args(line);
        let mut args = self.defaults();
        let mut given = BTreeSet::new();
        while let Some(arg) = parser.next().expect("each option takes its value at once") {
            let option = match arg {
                Arg::Short('h') => return Ok(Request::Help),
                Arg::Long(name) if name == HELP.name => return Ok(Request::Help),
                Arg::Long(name) => self.find(name)?,
                Arg::Short(letter) => return Err(self.unknown("-", &letter.to_string())),
                Arg::Value(text) => return Err(Mistake::surplus(&text)),
            };
            if !given.insert(option.name) {
                return Err(Mistake::Twice(option.name));
            }
            args.take(option, &mut parser)?;
        }
        Ok(Request::Run(args))
    }

    /// Returns the help, to be printed in `style`.
    pub fn help(&self, style: Style) -> Help<'_> {
        Help::new(self, style)
    }

    fn defaults(&self) -> Args {
        let default = |option: &Opt| match option.kind {
            Kind::Number { default, .. } => Some((option.name, default)),
            Kind::Flag | Kind::Path { .. } => None,
        };
        Args {
            numbers: self.options.iter().filter_map(default).collect(),
            paths: BTreeMap::new(),
            flags: BTreeSet::new(),
        }
    }

    fn find(&self, name: &str) -> Result<&'static Opt, Mistake> {
        let found = self.options.iter().find(|option| option.name == name);
        found.ok_or_else(|| self.unknown("--", name))
    }

    fn unknown(&self, dashes: &str, name: &str) -> Mistake {
        let options = self.options.iter().chain([&HELP]);
        let names = options.map(|option| option.name);
        Mistake::unknown(&format!("{dashes}{name}"), suggest::closest(name, names))
    }
}

impl Args {
    /// Takes an option over, with the value that follows it on the line.
    fn take(&mut self, option: &Opt, parser: &mut Parser) -> Result<(), Mistake> {
        match &option.kind {
            Kind::Flag => {
                if let Some(value) = parser.optional_value() {
                    return Err(Mistake::needless_value(option.name, &value));
                }
                self.flags.insert(option.name);
            }
            Kind::Path { .. } => {
                let path = parser.value().unwrap_or_default();
                if path.is_empty() {
                    return Err(Mistake::Path(option.name));
                }
                self.paths.insert(option.name, path.into());
            }
            Kind::Number { range, .. } => {
                // A value that is missing is as wrong as an empty one.
                let value = parser.value().unwrap_or_default();
                let number = opt::number_in(range, &value);
                let number = number.ok_or_else(|| Mistake::number(option.name, &value, range))?;
                self.numbers.insert(option.name, number);
            }
        }
        Ok(())
    }
}
