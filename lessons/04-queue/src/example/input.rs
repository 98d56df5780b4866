//! The text that is counted: what `--input` names, or the book that this lesson is a part of.

use shared::terminal::Args;
use shared::text::Text;
use std::io;

/// A text, and what it is called.
pub struct Input {
    pub name: String,
    pub text: Text,
}

impl Input {
    pub fn find(args: &Args) -> io::Result<Self> {
        let Some(path) = args.path("input") else {
            return Ok(Self {
                name: "the course's book".to_owned(),
                text: Text::of_the_book(env!("CARGO_MANIFEST_DIR"))?,
            });
        };
        let name = if path == "-" {
            "the standard input".to_owned()
        } else {
            path.display().to_string()
        };
        let text = Text::find(path)?;
        Ok(Self { name, text })
    }
}
