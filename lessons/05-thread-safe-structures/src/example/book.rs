//! The words of the course's own book, as lesson 04 counts them.

use shared::text::{self, Text};
use std::io;
use thread_safe_structures::machine::words::Word;

/// Reads all pages, and returns their words in small letters, page after page.
///
/// # Errors
///
/// Fails, with the path in the message, if the pages cannot be read or there are none.
pub fn words() -> io::Result<Vec<Word>> {
    let mut words = Vec::new();
    for chunk in Text::of_the_book(env!("CARGO_MANIFEST_DIR"))?.chunks() {
        let chunk = String::from_utf8_lossy(&chunk?).to_ascii_lowercase();
        // Never freed: the words are keys of maps that threads share, and live as long as the program.
        let chunk: &'static str = chunk.leak();
        let whole = |word| str::from_utf8(word).expect("a word ends where a letter does");
        words.extend(text::words(chunk.as_bytes()).map(whole));
    }
    Ok(words)
}
