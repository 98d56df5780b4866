//! How values spread: one bar for each range of values.

mod bins;

use std::fmt;

use bins::{Bin, bins};

use super::bar::bar;
use super::numbers::thousands;
use super::style::Style;
use super::text::{columns, wrap};

/// Columns left free between label, count and bar.
const GAP: usize = 2;

/// With fewer columns for the bars, each label gets a line of its own.
const SHORTEST: usize = 8;

/// Counts values in ranges of equal size and draws a bar for each; `Display` fits the style's
/// width.
///
/// # Examples
///
/// ```
/// use shared::terminal::{Histogram, Style};
///
/// let style = Style { width: 30, ..Style::PLAIN };
/// let histogram = Histogram::new(style, "updates lost", "runs", &[0, 3, 3, 4]);
/// assert_eq!(histogram.to_string(), "\
/// updates lost  runs
///            0     1  #####
///            1     0
///            2     0
///            3     2  ##########
///            4     1  #####
/// ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    style: Style,
    measured: &'static str,
    counted: &'static str,
    bins: Vec<Bin>,
}

impl Histogram {
    /// Sorts `values` into at most ten ranges; `measured` names the values and `counted` what
    /// each of them belongs to, as "updates lost" and "runs".
    pub fn new(
        style: Style,
        measured: &'static str,
        counted: &'static str,
        values: &[u64],
    ) -> Self {
        Self {
            style,
            measured,
            counted,
            bins: bins(values),
        }
    }

    /// Writes the ranges so that their ends stand below one another.
    fn labels(&self) -> Vec<String> {
        let firsts: Vec<String> = self.bins.iter().map(|bin| thousands(bin.first)).collect();
        let lasts: Vec<String> = self.bins.iter().map(|bin| thousands(bin.last)).collect();
        if firsts == lasts {
            return firsts;
        }
        let dash = if self.style.unicode { '–' } else { '-' };
        let (left, right) = (widest(&firsts), widest(&lasts));
        let ends = firsts.iter().zip(&lasts);
        ends.map(|(first, last)| format!("{first:>left$} {dash} {last:>right$}"))
            .collect()
    }

    fn write_line(
        &self,
        f: &mut fmt::Formatter<'_>,
        before: &str,
        count: u64,
        room: usize,
    ) -> fmt::Result {
        let highest = self.bins.iter().map(|bin| bin.count).max().unwrap_or(0);
        let bar = bar(count, highest, room, self.style);
        writeln!(f, "{}", format!("{before}{:GAP$}{bar}", "").trim_end())
    }

    /// Writes label, count and bar on one line each, under a heading.
    fn write_rows(&self, f: &mut fmt::Formatter<'_>, left: usize, right: usize) -> fmt::Result {
        let room = self.style.width - left - right - 2 * GAP;
        writeln!(
            f,
            "{:>left$}{:GAP$}{:>right$}",
            self.measured, "", self.counted
        )?;
        for (bin, label) in self.bins.iter().zip(self.labels()) {
            let count = thousands(bin.count);
            let before = format!("{label:>left$}{:GAP$}{count:>right$}", "");
            self.write_line(f, &before, bin.count, room)?;
        }
        Ok(())
    }

    /// Writes each label on a line, and count and bar below it.
    fn write_blocks(&self, f: &mut fmt::Formatter<'_>, right: usize) -> fmt::Result {
        let room = self.style.width.saturating_sub(right + 2 * GAP);
        let heading = format!("{}: {}", self.measured, self.counted);
        writeln!(f, "{}", wrap(&heading, self.style.width).join("\n"))?;
        for (bin, label) in self.bins.iter().zip(self.labels()) {
            writeln!(f, "{}", wrap(&label, self.style.width).join("\n"))?;
            let before = format!("{:GAP$}{:>right$}", "", thousands(bin.count));
            self.write_line(f, &before, bin.count, room)?;
        }
        Ok(())
    }
}

impl fmt::Display for Histogram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.bins.is_empty() {
            return writeln!(f, "{}: no {}", self.measured, self.counted);
        }
        let counts: Vec<String> = self.bins.iter().map(|bin| thousands(bin.count)).collect();
        let left = widest(&self.labels()).max(columns(self.measured));
        let right = widest(&counts).max(columns(self.counted));
        if left + right + 2 * GAP + SHORTEST <= self.style.width {
            self.write_rows(f, left, right)
        } else {
            self.write_blocks(f, widest(&counts))
        }
    }
}

fn widest(texts: &[String]) -> usize {
    texts.iter().map(|text| columns(text)).max().unwrap_or(0)
}
