//! Ratios as a picture for the book, drawn from what its table is made from.
//!
//! Each contender has a lane for each case, with a mark at the median and a line from the 10th to the 90th percentile.
//! The scale is logarithmic: twice and half lie equally far from the rule at 1.

mod draw;
mod of_contests;
mod rows;
mod scale;
mod told;
mod words;

pub use of_contests::plots;

use crate::{Paired, Quantiles};

/// Holds what is to be drawn.
///
/// # Examples
///
/// ```
/// use bench::{Lane, Mark, Plot, Quantiles, Row};
///
/// let time = Quantiles::of(vec![1.9, 2.0, 2.2]);
/// let alone = Lane { name: String::new(), mark: Mark::Ours, ratio: Some(time.into()) };
/// let plot = Plot {
///     title: "Ways to count".to_owned(),
///     what: "Time in terms of two threads".to_owned(),
///     sides: ["less", "more"],
///     cases: String::new(),
///     rows: vec![Row { name: "one thread".to_owned(), note: "", lanes: vec![alone] }],
/// };
/// let fragment = plot.fragment("Measured here, with `cargo bench`.");
/// assert!(fragment.contains("one thread: 2.00 times (1.90 to 2.00)"));
/// ```
#[derive(Clone, Debug)]
pub struct Plot {
    /// What it is about; like names, it may hold code between backticks.
    pub title: String,
    /// What the ratios are of, and to what.
    pub what: String,
    /// What it means to lie left of the rule, and right of it.
    pub sides: [&'static str; 2],
    /// What the lanes' names are.
    pub cases: String,
    /// A row for each contender.
    pub rows: Vec<Row>,
}

/// A contender.
#[derive(Clone, Debug)]
pub struct Row {
    /// Who it is.
    pub name: String,
    /// What is said of it besides.
    pub note: &'static str,
    /// How it stands, case by case.
    pub lanes: Vec<Lane>,
}

/// A contender in one case.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Which case it is.
    pub name: String,
    /// What marks the median.
    pub mark: Mark,
    /// Where it stands; `None` if there was nothing to divide by.
    pub ratio: Option<Ratio>,
}

/// What a contender is, told by a shape as well as by a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// One of the course's own: a disc.
    Ours,
    /// Another: a ring.
    Other,
    /// Whatever it is, its work came out wrong: a cross.
    Wrong,
}

/// The usual ratio, and how far the others lie from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The 10th percentile.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The 90th percentile.
    pub high: f64,
}

impl From<Quantiles> for Ratio {
    fn from(ratios: Quantiles) -> Self {
        Self {
            low: ratios.low(),
            median: ratios.median(),
            high: ratios.high(),
        }
    }
}

impl From<&Paired> for Ratio {
    fn from(ratios: &Paired) -> Self {
        Self {
            low: ratios.low(),
            median: ratios.median(),
            high: ratios.high(),
        }
    }
}

impl Lane {
    /// Returns its ratio, if that has a place.
    fn drawn(&self) -> Option<Ratio> {
        self.ratio.filter(Ratio::has_a_place)
    }
}

impl Ratio {
    /// Returns whether it has a place on a logarithmic scale.
    fn has_a_place(&self) -> bool {
        let all = [self.low, self.median, self.high];
        all.iter().all(|one| one.is_finite() && *one > 0.0)
    }
}

impl Plot {
    /// Returns the picture and its caption, for a page to include; `origin` says where the figures come from.
    ///
    /// There are no blank lines, at which Markdown would end it, and no ids, so it may stand on a page twice.
    #[must_use]
    pub fn fragment(&self, origin: &str) -> String {
        let (title, picture) = (words::html(&self.title), self.svg());
        let caption = words::html(&format!("{}. {} {origin}", self.what, self.legend()));
        format!(
            "<figure class=\"measured\">\n{picture}\n<figcaption><strong>{title}.</strong> {caption}</figcaption>\n</figure>\n"
        )
    }

    /// Says what the marks mean, those that there are.
    fn legend(&self) -> String {
        let meanings = [
            (Mark::Ours, "a disc is the course's own"),
            (Mark::Other, "a ring what stands beside it"),
            (Mark::Wrong, "a cross a wrong result"),
        ];
        let lanes = || self.rows.iter().flat_map(|row| &row.lanes);
        let is_there = |mark| lanes().any(|lane| lane.mark == mark);
        let told = meanings.iter().filter(|(mark, _)| is_there(*mark));
        let told: Vec<&str> = told.map(|(_, meaning)| *meaning).collect();
        let told = told.join(", ");
        format!("Marks are medians ({told}), lines reach from the 10th to the 90th percentile.")
    }
}

#[cfg(test)]
mod tests;
