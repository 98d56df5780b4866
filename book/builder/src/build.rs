//! Builds the book with mdBook's library, and takes each of its complaints for an error.

use std::path::Path;

use anyhow::{Result, bail};
use mdbook_driver::MDBook;

use crate::listen::listen;
use crate::site::Site;

/// Builds the book in the folder `book` into `destination`, and returns what came of it.
///
/// # Errors
///
/// Whatever mdBook refuses, and whatever it only complains of.
pub fn build(book: &Path, destination: &Path) -> Result<Site> {
    let (built, complaints) = listen(|| {
        let mut book = MDBook::load(book)?;
        book.config.build.build_dir = destination.to_path_buf();
        book.build()
    });
    built?;
    if !complaints.is_empty() {
        bail!("mdBook complains:\n{}", complaints.join("\n"));
    }
    Site::read(destination)
}
