//! How many of all schedules of some figures go wrong, as a table of a lesson's example.

use super::Figure;
use super::counts::{Counts, Schedules};
use crate::terminal::{Cell, Column, Page, Table, Tone};
use serde_json::{Value, json};
use std::io;

/// Holds the count of one figure's program.
#[derive(Clone, Debug)]
pub struct Counted {
    /// What the threads do.
    pub title: &'static str,
    /// What may go wrong, as in "18 lose an update".
    pub fault: &'static str,
    /// How many schedules there are.
    pub total: u128,
    /// How many of them go wrong.
    pub wrong: u128,
    /// The shortest that does, if any.
    pub shortest: Option<String>,
}

impl Counted {
    /// Counts the schedules of a figure's program.
    ///
    /// # Panics
    ///
    /// Panics if there are more states than a figure can have, or a loop can repeat for ever.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::explore::{Program, load, store};
    /// use shared::figure::{Counted, End, Fault, Figure, Goal, Prediction};
    ///
    /// let look = [store("seat", 1), load("seen", "seat")];
    /// let figure = Figure {
    ///     lesson: "race",
    ///     name: "two-seats",
    ///     title: "take a seat, then look",
    ///     program: Program::new().shared("seat", 0).thread(look.clone()).thread(look).keep("A.seen"),
    ///     fault: Fault { many: "see it free", one: "sees it free", is: |end| end.value("A.seen") == 0, well: "Taken." },
    ///     goal: Goal { sentence: "See it free.", is: |_| false, end: End::InVain },
    ///     prediction: Prediction { question: "Free?", choices: vec![], right: "", wrong: "" },
    ///     caption: "",
    ///     label: |_| String::new(),
    /// };
    /// let counted = Counted::of(&figure);
    /// assert_eq!((counted.wrong, counted.total, counted.shortest), (0, 6, None));
    /// ```
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        let (graph, fault) = (
            figure.program.explore().expect("a figure is small"),
            &figure.fault,
        );
        let schedules = Counts::of(figure, &graph).schedules;
        let Schedules { total, wrong, .. } =
            schedules.expect("a loop that repeats for ever has no number of schedules");
        Self {
            title: figure.title,
            fault: fault.many,
            total,
            wrong,
            shortest: graph.witness(|state| state.is_end() && (fault.is)(state)),
        }
    }

    /// Writes some of them as a table, a row each.
    ///
    /// # Errors
    ///
    /// Fails if the page cannot be written.
    pub fn tell(counts: &[Self], page: &mut Page<'_>) -> io::Result<()> {
        let columns = [
            Column::left("program"),
            Column::left("schedules that"),
            Column::right("are"),
            Column::right("of"),
            Column::left("such as"),
        ];
        let mut table = Table::new(page.style, columns);
        for count in counts {
            let tone = if count.wrong == 0 {
                Tone::Good
            } else {
                Tone::Bad
            };
            table.push([
                Cell::from(count.title),
                Cell::from(count.fault),
                Cell::toned(count.wrong.to_string(), tone),
                Cell::from(count.total.to_string()),
                Cell::from(count.shortest.as_deref().unwrap_or_default()),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)
    }

    /// Tells the same to a program; numbers are text, since they may be larger than its own.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "program": self.title,
            "fault": self.fault,
            "wrong": self.wrong.to_string(),
            "total": self.total.to_string(),
            "shortest": self.shortest,
        })
    }
}
