//! A figure's program along one schedule: the states it visits, and what is to be said of them.

use std::{error, fmt};

use serde_json::{Value, json};

use super::super::names::Name;
use super::super::study::{Study, waiting};
use super::super::{Figure, Unfit};
use crate::explore::{ReplayError, State};

/// Holds a schedule of a figure's program, followed.
pub struct Walk<'f> {
    pub(super) study: Study<'f>,
    pub(super) schedule: String,
    /// The start, and the state after each letter, by number.
    visited: Vec<usize>,
}

/// A schedule could not be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfollowed {
    /// The figure itself is at fault.
    Unfit(Unfit),
    /// One of the letters cannot come where it stands.
    Refused(ReplayError),
}

/// One row of what is told: a step, and the state after it.
pub(super) struct Row<'w> {
    pub letter: Option<char>,
    pub text: String,
    pub state: State<'w>,
}

impl<'f> Walk<'f> {
    /// Follows a schedule of a figure; it need not reach an end.
    ///
    /// # Errors
    ///
    /// When a letter cannot come where it stands, or the figure cannot be drawn.
    pub fn of(figure: &'f Figure, schedule: &str) -> Result<Self, Unfollowed> {
        let study = Study::of(figure).map_err(Unfollowed::Unfit)?;
        let visited = study.graph.replay(schedule).map_err(Unfollowed::Refused)?;
        let visited = visited.iter().map(State::number).collect();
        let schedule = schedule.to_owned();
        Ok(Self {
            study,
            schedule,
            visited,
        })
    }

    /// Lists the start and the steps.
    pub(super) fn rows(&self) -> Vec<Row<'_>> {
        let states: Vec<_> = self
            .visited
            .iter()
            .map(|&number| self.study.graph.state(number))
            .collect();
        let start = Row {
            letter: None,
            text: "start".to_owned(),
            state: states[0],
        };
        let steps = states
            .windows(2)
            .zip(self.schedule.chars())
            .map(|(pair, letter)| Row {
                letter: Some(letter),
                text: self.study.step(&pair[0], letter),
                state: pair[1],
            });
        std::iter::once(start).chain(steps).collect()
    }

    /// Returns the state in which the schedule leaves the program.
    pub(super) fn last(&self) -> State<'_> {
        self.study.graph.state(self.visited[self.visited.len() - 1])
    }

    /// Returns the number of the step after which the fault could no longer be avoided.
    #[must_use]
    pub fn no_return(&self) -> Option<usize> {
        let step = self
            .visited
            .iter()
            .position(|number| self.study.doomed.contains(number));
        step.filter(|&step| step > 0)
    }

    /// Says in one sentence where the schedule has led.
    pub(super) fn end(&self) -> String {
        let last = self.last();
        if last.is_end() || self.study.is_goal(&last) {
            return self.study.verdict(&last);
        }
        let next: Vec<_> = self.study.next[last.number()]
            .iter()
            .map(|(letter, _)| letter.to_string())
            .collect();
        let blocked = waiting(&last);
        let blocked = if blocked.is_empty() {
            blocked
        } else {
            format!("; {blocked}")
        };
        format!(
            "Not at the end: the next letter may be {}{blocked}.",
            next.join(" or ")
        )
    }

    /// Returns the walk as a document: each state by its number in the figure's JSON, with its values.
    #[must_use]
    pub fn json(&self) -> Value {
        let names = Name::all(&self.study.graph);
        let row = |row: Row<'_>| {
            let values = names
                .iter()
                .map(|name| (name.full(), name.value(&row.state)));
            json!({
                "letter": row.letter.map(String::from),
                "text": row.text,
                "state": row.state.number(),
                "values": values.collect::<serde_json::Map<_, _>>(),
                "verdict": self.study.verdict(&row.state),
            })
        };
        json!({
            "figure": self.study.figure.path(),
            "goal": self.study.figure.goal.sentence,
            "schedule": self.schedule,
            "steps": self.rows().into_iter().map(row).collect::<Value>(),
            "no_return": self.no_return(),
            "is_end": self.last().is_end(),
            "end": self.end(),
        })
    }
}

impl fmt::Debug for Walk<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.study.figure.path();
        f.debug_struct("Walk")
            .field("figure", &path)
            .field("schedule", &self.schedule)
            .finish()
    }
}

impl fmt::Display for Unfollowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit(unfit) => unfit.fmt(f),
            Self::Refused(refused) => refused.fmt(f),
        }
    }
}

impl error::Error for Unfollowed {}
