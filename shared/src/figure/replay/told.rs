//! A walk as text: the goal, a row for each step with the values after it, and where it leads.

use std::fmt;

use super::super::names::Name;
use super::walk::{Row, Walk};
use crate::terminal::{Cell, Column, Style, Table, Tone, wrap};

/// A walk laid out for a [`Style`]; its `Display` is the text, each line ended.
#[derive(Debug)]
pub struct Text<'w> {
    walk: &'w Walk<'w>,
    style: Style,
}

impl Walk<'_> {
    /// Lays the walk out as text.
    #[must_use]
    pub fn text(&self, style: Style) -> Text<'_> {
        Text { walk: self, style }
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let figure = self.walk.study.figure;
        self.paragraph(
            f,
            Tone::Strong,
            &format!("{}: {}", figure.path(), figure.goal.sentence),
        )?;
        write!(f, "\n{}\n", self.table())?;
        if let Some(step) = self.walk.no_return() {
            self.paragraph(f, Tone::Warning, &self.no_return(step))?;
        }
        self.paragraph(f, self.tone(), &self.walk.end())
    }
}

impl Text<'_> {
    fn table(&self) -> Table {
        let names = Name::all(&self.walk.study.graph);
        let columns = [
            Column::right("step"),
            Column::left("thread"),
            Column::left("does"),
        ];
        let values = names.iter().map(|name| Column::values_of(name.full()));
        let mut table = Table::new(
            self.style,
            columns.into_iter().chain(values).collect::<Vec<_>>(),
        );
        for (number, row) in self.walk.rows().into_iter().enumerate() {
            let letter = row.letter.map_or_else(String::new, String::from);
            let tone = if self.walk.no_return() == Some(number) {
                Tone::Warning
            } else {
                Tone::Plain
            };
            let step = [number.to_string(), letter, self.plain(&row.text)]
                .map(|text| Cell::toned(text, tone));
            table.push(
                step.into_iter()
                    .chain(self.values(&names, &row))
                    .collect::<Vec<_>>(),
            );
        }
        table
    }

    /// Shows the values after a step, those dim that no later step can read.
    fn values(&self, names: &[Name], row: &Row<'_>) -> Vec<Cell> {
        let value = |name: &Name| {
            let shown = name.shown(&row.state);
            let tone = if shown == "–" {
                Tone::Dim
            } else {
                Tone::Plain
            };
            Cell::toned(self.plain(&shown), tone)
        };
        names.iter().map(value).collect()
    }

    fn no_return(&self, step: usize) -> String {
        let fault = self.walk.study.figure.fault.one;
        if step == self.walk.schedule.len() && self.walk.last().is_end() {
            return format!(
                "Step {step} decides it: before, a schedule that ends well was still possible."
            );
        }
        format!("Step {step} is the moment of no return: from there every continuation {fault}.")
    }

    fn tone(&self) -> Tone {
        let last = self.walk.last();
        match (self.walk.study.is_goal(&last), last.is_end()) {
            (true, _) => Tone::Strong,
            (false, true) if self.walk.study.is_doomed(&last) => Tone::Bad,
            (false, true) => Tone::Good,
            (false, false) => Tone::Plain,
        }
    }

    fn paragraph(&self, f: &mut fmt::Formatter<'_>, tone: Tone, text: &str) -> fmt::Result {
        let mut lines = wrap(&self.plain(text), self.style.width).into_iter();
        lines.try_for_each(|line| writeln!(f, "{}", self.style.paint(tone, &line)))
    }

    /// Writes what stands beyond ASCII with it, where the terminal has no more.
    fn plain(&self, text: &str) -> String {
        match self.style.unicode {
            true => text.to_owned(),
            false => text.replace('–', "-").replace('←', "<-"),
        }
    }
}
