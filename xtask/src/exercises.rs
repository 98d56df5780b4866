//! The exercises of the course, in order, as the folders hold them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::arguments::Usage;
use crate::exercise::Exercise;
use crate::tree;

/// The lessons and their exercises. Cargo is not asked, since that would take most of a check's time.
pub struct Exercises {
    pub root: PathBuf,
    /// The lessons' folders, in order: `01-race`.
    pub lessons: Vec<String>,
    /// By lesson, then by number.
    pub all: Vec<Exercise>,
}

impl Exercises {
    pub fn read(root: &Path) -> Result<Self> {
        let (mut lessons, mut all) = (Vec::new(), Vec::new());
        for folder in tree::files(&root.join("lessons"))? {
            if let Some(lesson) = folder.file_name().filter(|_| folder.is_dir()) {
                let lesson = lesson.to_string_lossy().into_owned();
                all.extend(of_lesson(&folder.join("exercises"), &lesson)?);
                lessons.push(lesson);
            }
        }
        Ok(Self {
            root: root.to_path_buf(),
            lessons,
            all,
        })
    }

    pub fn of<'a>(&'a self, lesson: &'a str) -> impl Iterator<Item = &'a Exercise> {
        self.all.iter().filter(move |one| one.lesson == lesson)
    }

    pub fn get(&self, name: &str) -> Option<&Exercise> {
        self.all.iter().find(|exercise| exercise.name == name)
    }

    pub fn names(&self) -> Vec<&str> {
        self.all.iter().map(|one| one.name.as_str()).collect()
    }

    /// The exercise called `name`.
    ///
    /// # Errors
    ///
    /// There is none; which there are, and which may be meant.
    pub fn find(&self, name: &str) -> Result<&Exercise> {
        self.get(name).ok_or_else(|| {
            let of_lesson = self.of_lesson_called(name);
            match of_lesson.as_slice() {
                [] => Usage::unknown("exercise", name, &self.names()),
                names => Usage::error(format!(
                    "`{name}` is a lesson: name one of its exercises ({})",
                    names.join(", ")
                )),
            }
        })
    }

    /// The exercises of the lesson that is called `name`: `race`, or `01-race`.
    fn of_lesson_called(&self, name: &str) -> Vec<&str> {
        let is_called = |one: &&Exercise| {
            let stem = one.lesson.split_once('-').map(|(_, stem)| stem);
            one.lesson == name || stem == Some(name)
        };
        let all = self.all.iter().filter(is_called);
        all.map(|one| one.name.as_str()).collect()
    }

    /// `path` as it is told to people: from the root, with `/` on every system.
    pub fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        path.display().to_string().replace('\\', "/")
    }
}

fn of_lesson(dir: &Path, lesson: &str) -> Result<Vec<Exercise>> {
    let mut exercises = Vec::new();
    for path in tree::files(&dir.join("starters"))? {
        if path.extension().is_some_and(|end| end == "rs") {
            let text =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let text = String::from_utf8_lossy(&text);
            exercises.push(Exercise::new(dir, lesson, &name, &text));
        }
    }
    let number = |exercise: &Exercise| exercise.head.as_ref().map_or(u32::MAX, |head| head.0);
    exercises.sort_by_key(number);
    Ok(exercises)
}
