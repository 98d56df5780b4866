//! How far the learner has come with an exercise.

use crate::exercise::Exercise;
use crate::hash::hash;
use crate::progress::Entry;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The working copy is missing, or as it was given.
    ToDo,
    /// It differs, and its last verdict was red, or was on other content.
    Attempted,
    /// Its last verdict was green, on this content.
    Solved,
}

impl State {
    pub fn of(exercise: &Exercise, entry: &Entry) -> Self {
        if !exercise.working().exists() {
            return Self::ToDo;
        }
        // What cannot be read (a folder in its place) is not as it was given.
        let content = std::fs::read(exercise.working()).map(|text| hash(&text));
        let starter = std::fs::read(exercise.starter()).map(|text| hash(&text));
        match content {
            Ok(content) if entry.solved && content == entry.content => Self::Solved,
            Ok(content) if content == entry.starter => Self::ToDo,
            Ok(content) if starter.is_ok_and(|starter| starter == content) => Self::ToDo,
            _ => Self::Attempted,
        }
    }

    /// As it is told, and as it stands in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "to do",
            Self::Attempted => "attempted",
            Self::Solved => "solved",
        }
    }
}
