//! The files that the book includes, compared byte for byte with what is drawn now.

use std::path::Path;
use std::{env, fs, io};

/// Set by `cargo xtask bless`: the files are written instead of compared.
const BLESS: &str = "BLESS";

/// Demands that a folder holds these files, each a name and a text, and nothing else; or writes them if `BLESS` is set.
///
/// # Panics
///
/// When a file is missing, has another text or should not be there: with the name of each, and with the
/// command that records those of this `lesson` anew.
///
/// When the folder cannot be read or written.
#[track_caller]
pub fn assert_recorded(folder: &Path, lesson: &str, fresh: &[(String, String)]) {
    if env::var_os(BLESS).is_some_and(|value| !value.is_empty()) {
        record(folder, fresh)
            .unwrap_or_else(|error| panic!("cannot write {}: {error}", folder.display()));
    }
    let flaws = flaws(folder, fresh)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    assert!(
        flaws.is_empty(),
        "in {}:\n{}\nif this is intended: cargo xtask bless {lesson}\n",
        folder.display(),
        flaws.join("\n")
    );
}

/// Writes what differs, so that what is as it should be keeps its time, and removes what is too much.
fn record(folder: &Path, fresh: &[(String, String)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in fresh {
        let path = folder.join(name);
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::write(path, text)?;
        }
    }
    for name in surplus(folder, fresh)? {
        fs::remove_file(folder.join(name))?;
    }
    Ok(())
}

/// Says of each file what is wrong with it.
fn flaws(folder: &Path, fresh: &[(String, String)]) -> io::Result<Vec<String>> {
    let mut flaws = Vec::new();
    for (name, text) in fresh {
        match fs::read_to_string(folder.join(name)) {
            // Git may have changed the line ends.
            Ok(recorded) => flaws.extend(
                difference(&recorded.replace("\r\n", "\n"), text)
                    .map(|line| format!("{name} is stale: {line}")),
            ),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                flaws.push(format!("{name} is missing"))
            }
            Err(error) => return Err(error),
        }
    }
    flaws.extend(
        surplus(folder, fresh)?
            .iter()
            .map(|name| format!("{name} is drawn by nothing")),
    );
    Ok(flaws)
}

/// Tells the first line in which two texts differ, cut to what can be read.
fn difference(recorded: &str, fresh: &str) -> Option<String> {
    if recorded == fresh {
        return None;
    }
    let (mut old, mut new) = (recorded.lines(), fresh.lines());
    let mut number = 0;
    loop {
        number += 1;
        let (old, new) = (old.next(), new.next());
        if old != new || old.is_none() {
            let shown = |line: Option<&str>| {
                line.unwrap_or("nothing")
                    .chars()
                    .take(100)
                    .collect::<String>()
            };
            return Some(format!(
                "line {number} is\n  {}\nand is drawn now as\n  {}",
                shown(old),
                shown(new)
            ));
        }
    }
}

/// Lists the files of a folder that none of these stands for.
fn surplus(folder: &Path, fresh: &[(String, String)]) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<_>>>()?;
    names.retain(|name| fresh.iter().all(|(known, _)| known != name));
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::{flaws, record};
    use std::{env, fs};

    #[test]
    fn what_was_recorded_is_as_drawn_and_nothing_else_is_left() {
        let folder = env::temp_dir().join(format!("figures-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder is made");
        fs::write(folder.join("gone.html"), "old").expect("the file is written");
        let fresh = [("new.html".to_owned(), "new\n".to_owned())];
        let before = flaws(&folder, &fresh).expect("the folder can be read");
        record(&folder, &fresh).expect("the folder can be written");
        let after = flaws(&folder, &fresh).expect("the folder can be read");
        fs::remove_dir_all(&folder).expect("the folder is removed");
        assert_eq!(
            before,
            ["new.html is missing", "gone.html is drawn by nothing"]
        );
        assert!(after.is_empty(), "{after:?}");
    }
}
