//! Drawings compared byte for byte with files; `BLESS=1 cargo test -p shared --test NAME` records those of one folder.

use std::{env, fs};

/// The folder `snapshots` beside the tests that are compiled here.
const FOLDER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/",
    env!("CARGO_CRATE_NAME"),
    "/snapshots"
);

/// Compares a drawing with the file `snapshots/NAME`, or records it.
///
/// # Panics
///
/// Panics with both if they differ.
#[track_caller]
pub fn assert_recorded(name: &str, drawn: &str) {
    let path = format!("{FOLDER}/{name}");
    if env::var_os("BLESS").is_some() {
        fs::write(&path, drawn).unwrap();
    }
    // Git may have changed the line ends.
    let recorded = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        drawn == recorded,
        "{path} has\n{recorded}\nand now drawn is\n{drawn}\nBLESS=1 records it"
    );
}

/// Lists the names of the files.
pub fn names() -> Vec<String> {
    let files = fs::read_dir(FOLDER).unwrap();
    let name = |file: fs::DirEntry| file.file_name().into_string().unwrap();
    files.map(|file| name(file.unwrap())).collect()
}
