//! Files that are not what is drawn now are named, with what to do.

use shared::figure::assert_recorded;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// A folder of its own, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("figures")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder is made");
    for (file, text) in files {
        fs::write(folder.join(file), text).expect("the file is written");
    }
    folder
}

/// Compares the files of a folder with two that are drawn; returns the complaint.
fn compare(folder: &Path) -> Result<(), String> {
    let drawn = [("a.html", "one\ntwo\n"), ("b.html", "three\n")];
    let drawn = drawn.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let compared = catch_unwind(|| assert_recorded(folder, "case", &drawn));
    compared.map_err(|payload| *payload.downcast::<String>().expect("a message"))
}

#[test]
fn files_that_are_as_drawn_are_well_whatever_git_made_of_their_line_ends() {
    let folder = folder(
        "well",
        &[("a.html", "one\r\ntwo\r\n"), ("b.html", "three\n")],
    );
    assert_eq!(compare(&folder), Ok(()));
}

#[test]
fn what_is_stale_missing_or_too_much_is_named_with_the_command_that_mends_it() {
    let folder = folder("ill", &[("a.html", "one\n2\n"), ("c.html", "")]);
    let complaint = compare(&folder).expect_err("three files are wrong");
    for part in [
        "a.html is stale: line 2 is\n  2\nand is drawn now as\n  two",
        "b.html is missing",
        "c.html is drawn by nothing",
        "cargo xtask bless case",
    ] {
        assert!(complaint.contains(part), "{complaint}");
    }
}
