//! The text that is counted: what `--input` names, or the book that this lesson is a part of.

use shared::terminal::Args;
use shared::text::Text;
use std::io;
use std::path::Path;

/// A text, and what it is called.
pub struct Input {
    pub name: String,
    pub text: Text,
}

impl Input {
    pub fn find(args: &Args) -> io::Result<Self> {
        let name = match args.path("input") {
            None => "the course's book".to_owned(),
            Some(path) if path == "-" => "the standard input".to_owned(),
            Some(path) => path.display().to_string(),
        };
        let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/src");
        let text = Text::find(args.path("input").unwrap_or(&book))?;
        Ok(Self { name, text })
    }
}
