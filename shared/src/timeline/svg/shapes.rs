//! The shapes of a picture: lanes, bands, lifelines, signs.

use super::layout::{Lane, Layout, Row};
use super::picture::Picture;
use super::xml::{Colour, path};
use crate::timeline::wording::{Entry, Life, Mark};

/// What is wrong, and what is remarkable.
///
/// Both have at least 3 to 1 against each of mdBook's five backgrounds, as shapes need.
pub const BAD: Colour = Colour {
    name: "bad",
    value: "#d83a3a",
};
const WARNING: Colour = Colour {
    name: "warning",
    value: "#ad6800",
};

pub const LINE: &str = r#"stroke="currentColor" stroke-opacity=".5" stroke-width="2""#;
pub const DOT: &str = r#"stroke="currentColor" stroke-width="9" stroke-linecap="round""#;

impl Picture<'_> {
    /// Draws all shapes, those in the back first.
    pub fn shapes(&self) -> impl Iterator<Item = String> {
        let shapes = [
            self.panels(),
            self.misfits(),
            self.bands(Mark::Stale, WARNING),
            self.bands(Mark::Waits, WARNING),
            self.bands(Mark::Fails, BAD),
            self.between(),
            self.intervals(),
            self.ends(),
            self.lives(),
            self.waits(),
            self.dots(),
            self.diamonds(),
            self.pauses(),
            self.crosses(),
        ];
        shapes.into_iter().flatten()
    }

    /// Shades the lanes.
    fn panels(&self) -> Option<String> {
        let (top, height) = (Layout::TOP, self.layout.bottom - Layout::TOP);
        let panel = |lane: &Lane| {
            let Lane { left, width } = lane;
            format!(r#"<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="4"/>"#)
        };
        let panels: String = self.layout.lanes.iter().map(panel).collect();
        (!panels.is_empty()).then(|| format!(r#"<g fill-opacity=".06">{panels}</g>"#))
    }

    /// Shades the rows of one kind across their lane.
    fn bands(&self, mark: Mark, colour: Colour) -> Option<String> {
        let band = |(entry, row): (&Entry, Row)| {
            let Lane { left, width } = self.layout.lanes[entry.lane];
            let Row { top, height } = row;
            format!("M{left} {top}h{width}v{height}h-{width}z")
        };
        let rows = self.rows().filter(|(entry, _)| entry.mark == mark);
        let attributes = format!(r#"{} fill-opacity=".2""#, colour.of("fill"));
        path(&attributes, rows.map(band))
    }

    /// Draws a line from each thread's start to its last step.
    fn lives(&self) -> Option<String> {
        let middle = |row: usize| self.layout.rows[row].middle();
        let line = |(life, x): (Life, usize)| {
            let (from, to) = (middle(life.from), middle(life.to));
            format!("M{} {from}h8M{x} {from}V{to}", x - 4)
        };
        path(LINE, self.lived().map(line))
    }

    /// Draws a broken line on to the bottom for each thread that waits.
    fn waits(&self) -> Option<String> {
        let line = |(life, x): (Life, usize)| {
            let from = self.layout.rows[life.to].middle();
            format!("M{x} {from}V{}", self.layout.bottom)
        };
        let waiting = self.lived().filter(|(life, _)| life.waits);
        let attributes = format!(r#"{LINE} stroke-dasharray="3""#);
        path(&attributes, waiting.map(line))
    }

    /// Draws a dot for each step that is like most.
    fn dots(&self) -> Option<String> {
        let dots = self.centres(Mark::None);
        path(DOT, dots.map(|(x, y)| format!("M{x} {y}h0")))
    }

    /// Draws a diamond for each stale read.
    fn diamonds(&self) -> Option<String> {
        let diamond = |(x, y)| format!("M{} {y}l6-6 6 6-6 6z", x - 6);
        path(&WARNING.of("fill"), self.centres(Mark::Stale).map(diamond))
    }

    /// Draws two bars, which mean a pause, for each step that waits.
    fn pauses(&self) -> Option<String> {
        let pause = |(x, y)| format!("M{} {}v12m8 0v-12", x - 4, y - 6);
        let attributes = format!(r#"{} stroke-width="4""#, WARNING.of("stroke"));
        path(&attributes, self.centres(Mark::Waits).map(pause))
    }

    /// Draws a cross where the execution fails.
    fn crosses(&self) -> Option<String> {
        let cross = |(x, y)| format!("M{} {}l10 10m0-10l-10 10", x - 5, y - 5);
        let attributes = format!(r#"{} stroke-width="3""#, BAD.of("stroke"));
        path(&attributes, self.centres(Mark::Fails).map(cross))
    }
}
