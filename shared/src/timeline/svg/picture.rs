//! A picture on its way to SVG: shapes from the back to the front, then words.

use super::layout::{Layout, Row};
use crate::timeline::chart::Line;
use crate::timeline::wording::{Entry, Life, Mark, lives};

/// Holds what is to be drawn, and where.
pub struct Picture<'a> {
    pub lanes: &'a [String],
    pub calls: &'a [Line],
    pub entries: &'a [Entry],
    pub verdict: &'a str,
    pub layout: &'a Layout,
}

impl Picture<'_> {
    pub fn draw(&self) -> String {
        let parts: Vec<String> = self.shapes().chain(self.words()).collect();
        parts.join("\n")
    }

    /// Lists the rows, each with its place.
    pub fn rows(&self) -> impl Iterator<Item = (&Entry, Row)> {
        self.entries.iter().zip(self.layout.rows.iter().copied())
    }

    /// Lists the lines of the calls, each with its place.
    pub fn called(&self) -> impl Iterator<Item = (&Line, Row)> {
        self.calls.iter().zip(self.layout.calls.iter().copied())
    }

    /// Lists where the signs of one kind stand.
    pub fn centres(&self, mark: Mark) -> impl Iterator<Item = (usize, usize)> {
        let rows = self.rows().filter(move |(entry, _)| entry.mark == mark);
        rows.map(|(entry, row)| (self.layout.lanes[entry.lane].life(), row.middle()))
    }

    /// Lists the threads' lives, and where their lines run.
    pub fn lived(&self) -> impl Iterator<Item = (Life, usize)> {
        let lives = lives(self.lanes.len(), self.entries.iter().enumerate());
        let lanes = lives.into_iter().zip(&self.layout.lanes);
        lanes.filter_map(|(life, lane)| Some((life?, lane.life())))
    }
}
