//! The words of the course's own book, read from its Markdown.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thread_safe_structures::machine::words::Word;

/// Reads all pages, and returns their words in small letters, page after page.
///
/// # Errors
///
/// Fails, with the path in the message, if the pages cannot be read or have no words.
pub fn words() -> io::Result<Vec<Word>> {
    let folder = folder();
    let mut pages = Vec::new();
    collect(&folder, &mut pages).map_err(|error| told(&folder, &error))?;
    pages.sort();
    let mut words = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).map_err(|error| told(&page, &error))?;
        // Never freed: the words are keys of maps that threads share, and live as long as the program.
        let text: &'static str = text.to_lowercase().leak();
        let pieces = text.split(|letter: char| !letter.is_alphanumeric());
        words.extend(pieces.filter(|word| !word.is_empty()));
    }
    if words.is_empty() {
        return Err(io::Error::other(format!(
            "{}: there is no text",
            folder.display()
        )));
    }
    Ok(words)
}

/// `cargo run` says where this package lies now; the tree may have been moved since it was built.
fn folder() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR");
    let package = package.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).join("../../book/src")
}

fn collect(folder: &Path, pages: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, pages)?;
        } else if path.extension() == Some(OsStr::new("md")) {
            pages.push(path);
        }
    }
    Ok(())
}

fn told(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
