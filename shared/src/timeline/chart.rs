//! Calls that overlap, as a picture: a column per thread, time running down, each call from its begin to its return.

mod columns;
mod line;
mod list;

use super::call::Call;
use super::text::ON_PAPER;
use super::wording::Signs;
use crate::terminal::Style;
use std::fmt;

pub(super) use line::{Line, Part};

/// Holds calls on one object, by several threads.
///
/// # Examples
///
/// ```
/// use shared::terminal::Style;
/// use shared::timeline::{Call, Chart};
///
/// let call = |lane, call: &str, reply: &str, begun, returned| Call {
///     lane,
///     call: call.into(),
///     reply: Some(reply.into()),
///     begun,
///     returned: Some(returned),
///     is_misfit: false,
/// };
/// let chart = Chart {
///     clock: "time",
///     lanes: vec!["A".into(), "B".into()],
///     calls: vec![
///         call(0, "push(1)", "Ok", 1, 2),
///         call(0, "pop()", "Some(1)", 3, 6),
///         call(1, "pop()", "None", 4, 5),
///     ],
/// };
/// assert_eq!(chart.text(Style::PLAIN).to_string(), "\
/// time | A                  | B
/// -----+--------------------+-----------------
///  1-2 | * push(1) -> Ok    |
///    3 | / pop()            |
///  4-5 | |                  | * pop() -> None
///    6 | \\ pop() -> Some(1) |
/// ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What the times of the calls count.
    pub clock: &'static str,
    /// The threads' names; a call names its thread by index.
    pub lanes: Vec<String>,
    /// The calls.
    pub calls: Vec<Call>,
}

/// A chart laid out for a [`Style`]; its `Display` is the drawing, each line ended.
#[derive(Debug)]
pub struct Drawing<'a> {
    chart: &'a Chart,
    style: Style,
}

impl Chart {
    /// Lays the chart out as text: the threads side by side if that fits, and else one call under the other.
    ///
    /// A thread that makes no call is left out.
    #[must_use]
    pub fn text(&self, style: Style) -> Drawing<'_> {
        Drawing { chart: self, style }
    }

    /// Puts the chart into words, line by line.
    pub(super) fn lines(&self, signs: Signs) -> Vec<Line> {
        line::lines(self, signs)
    }
}

impl fmt::Display for Chart {
    /// Draws the chart without colour, 100 columns wide.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text(ON_PAPER).fmt(f)
    }
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.chart.lines(Signs::of(self.style));
        let columns = columns::draw(self.chart, &lines, self.style);
        let drawn = columns.unwrap_or_else(|| list::draw(self.chart, &lines, self.style));
        for line in drawn {
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
