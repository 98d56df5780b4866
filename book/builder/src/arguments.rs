//! The words after `book`.

use std::ffi::OsString;

use lexopt::Arg::{Long, Short, Value};
use lexopt::{Error, Parser, ValueExt};

/// What `--help` prints.
pub const HELP: &str = "\
Usage: cargo xtask book [build | serve [--port N] | check]

  build     writes the pages into book/build (this is what happens without a word)
  serve     builds, serves the pages on this machine, and builds anew whenever a source is saved
  check     builds, and finds what mdBook lets pass: lost anchors, broken links, faint colours, slips …

  --port N  where to serve (default: 3000); 0 takes any free port, and tells it

Exit code: 0 all is well, 1 something falls short, 2 the command line is wrong.
";

/// mdBook's own.
const PORT: u16 = 3000;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Build,
    Serve { port: u16 },
    Check,
}

impl Command {
    pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Self, Error> {
        let mut parser = Parser::from_args(words);
        let (mut verb, mut port) = (None, None);
        while let Some(word) = parser.next()? {
            match word {
                Short('h') | Long("help") => return Ok(Self::Help),
                Long("port") => port = Some(parser.value()?.parse()?),
                Value(word) if verb.is_none() => verb = Some(word),
                other => return Err(other.unexpected()),
            }
        }
        let verb = verb.map(|word| word.to_string_lossy().into_owned());
        match (verb.as_deref(), port) {
            (Some("serve"), port) => Ok(Self::Serve {
                port: port.unwrap_or(PORT),
            }),
            (_, Some(_)) => Err("only `serve` has a port".into()),
            (None | Some("build"), None) => Ok(Self::Build),
            (Some("check"), None) => Ok(Self::Check),
            (Some(other), None) => {
                Err(format!("no command is called `{other}` (known: build, serve, check)").into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Command;

    fn parse(words: &str) -> Result<Command, String> {
        let words = words.split_whitespace().map(Into::into);
        Command::parse(words).map_err(|error| error.to_string())
    }

    #[test]
    fn without_a_word_the_book_is_built() {
        assert_eq!(parse(""), Ok(Command::Build));
        assert_eq!(parse("build"), Ok(Command::Build));
        assert_eq!(parse("check"), Ok(Command::Check));
        assert_eq!(parse("serve --help"), Ok(Command::Help));
    }

    #[test]
    fn serving_takes_a_port() {
        assert_eq!(parse("serve"), Ok(Command::Serve { port: 3000 }));
        assert_eq!(parse("serve --port 0"), Ok(Command::Serve { port: 0 }));
        for wrong in [
            "serve --port",
            "serve --port 65536",
            "build --port 1",
            "sevre",
            "build more",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
