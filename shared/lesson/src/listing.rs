//! The lessons are the folders `lessons/NN-name`; what each is about stands in its `Cargo.toml`.

use std::fs;
use std::io;
use std::path::Path;

/// A folder `lessons/NN-name`.
pub struct Lesson {
    number: String,
    pub name: String,
    description: String,
}

impl Lesson {
    fn read(folder: &Path) -> Option<Self> {
        let (number, name) = folder.file_name()?.to_str()?.split_once('-')?;
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
        Some(Self {
            number: number.into(),
            name: name.into(),
            description: description(&manifest, number)?,
        })
    }

    /// `race`, `01-race`, `01` and `1` all mean `lessons/01-race`.
    pub fn answers_to(&self, word: &str) -> bool {
        let Self { number, name, .. } = self;
        let short = number.trim_start_matches('0');
        word == name || word == number || word == short || word == format!("{number}-{name}")
    }
}

/// What a manifest describes, without the number that the list tells anyway.
fn description(manifest: &str, number: &str) -> Option<String> {
    let mut lines = manifest.lines();
    let text = lines
        .find_map(|line| line.strip_prefix("description = "))?
        .trim()
        .trim_matches('"');
    Some(
        text.strip_prefix(&format!("Lesson {number}: "))
            .unwrap_or(text)
            .to_owned(),
    )
}

/// The lessons in `folder`, in the order of their numbers.
pub fn lessons(folder: &Path) -> io::Result<Vec<Lesson>> {
    let mut lessons = Vec::new();
    for entry in fs::read_dir(folder)? {
        lessons.extend(Lesson::read(&entry?.path()));
    }
    lessons.sort_by(|one, other| one.number.cmp(&other.number));
    Ok(lessons)
}

/// What is said of a name that no lesson has: those that there are, and the one that may be meant.
pub fn unknown(word: &str, lessons: &[Lesson]) -> String {
    let known: Vec<_> = lessons.iter().map(|lesson| lesson.name.as_str()).collect();
    let distance = |name: &str| strsim::levenshtein(word, name);
    let near = known.iter().min_by_key(|name| distance(name));
    let guess = near.filter(|name| distance(name) <= 2);
    let guess = guess.map_or_else(String::new, |name| format!("; did you mean `{name}`?"));
    let known = known.join(", ");
    format!("no lesson is called `{word}`{guess} (known: {known})")
}

/// The list as it is shown.
pub fn contents(lessons: &[Lesson]) -> String {
    let width = lessons
        .iter()
        .map(|lesson| lesson.name.len())
        .max()
        .unwrap_or(0);
    let line = |lesson: &Lesson| {
        let Lesson {
            number,
            name,
            description,
        } = lesson;
        format!("  {number}  {name:width$}  {description}\n")
    };
    let list: String = lessons.iter().map(line).collect();
    format!("{list}\nStart one: cargo run -p NAME, or cargo run -p lesson NAME\n")
}

#[cfg(test)]
mod tests {
    use super::{Lesson, contents, description, unknown};

    fn lock() -> Lesson {
        let description = description(
            "[package]\ndescription = \"Lesson 02: one at a time.\"\n",
            "02",
        );
        let description = description.expect("the manifest describes it");
        Lesson {
            number: "02".into(),
            name: "lock".into(),
            description,
        }
    }

    #[test]
    fn a_lesson_answers_to_its_name_its_folder_and_its_number() {
        for word in ["lock", "02-lock", "02", "2"] {
            assert!(lock().answers_to(word), "{word}");
        }
        for word in ["", "0", "1", "locks", "03-lock"] {
            assert!(!lock().answers_to(word), "{word}");
        }
    }

    #[test]
    fn a_name_with_a_slip_is_met_with_the_one_that_may_be_meant() {
        let told = unknown("lokc", &[lock()]);
        assert_eq!(
            told,
            "no lesson is called `lokc`; did you mean `lock`? (known: lock)"
        );
        let told = unknown("philosophers", &[lock()]);
        assert_eq!(told, "no lesson is called `philosophers` (known: lock)");
    }

    #[test]
    fn the_list_tells_number_name_and_subject() {
        assert!(contents(&[lock()]).starts_with("  02  lock  one at a time.\n"));
    }
}
