//! The calls above the steps: each a bar from its begin to its return, and beside it what was asked and what came back.

use super::picture::Picture;
use super::shapes::{BAD, DOT, LINE};
use super::xml::{Group, path};
use crate::terminal::Tone;
use crate::timeline::chart::Part;

impl Picture<'_> {
    /// Shades the reply that no order explains.
    pub fn misfits(&self) -> Option<String> {
        let misfits = self.called().filter(|(line, _)| line.tone == Tone::Bad);
        let bands = misfits.map(|(line, row)| {
            let lane = self.layout.lanes[line.lane];
            let (left, width, top, height) = (lane.left, lane.width, row.top, row.height);
            format!("M{left} {top}h{width}v{height}h-{width}z")
        });
        path(&format!(r#"{} fill-opacity=".2""#, BAD.of("fill")), bands)
    }

    /// Draws a line across all lanes below the calls.
    pub fn between(&self) -> Option<String> {
        let (left, last) = (self.layout.left(), self.layout.lanes.last()?);
        let line = |height| format!("M{left} {height}H{}", last.left + last.width);
        path(LINE, self.layout.between().map(line).into_iter())
    }

    /// Draws a bar for each call from its begin to its return, or to the end of the calls if it has none.
    pub fn intervals(&self) -> Option<String> {
        let pieces = self.called().flat_map(|(line, row)| {
            let x = |lane: usize| self.layout.lanes[lane].life();
            let through = line
                .going_on
                .iter()
                .map(move |&lane| (x(lane), row.top, row.bottom()));
            let own = match line.part {
                Part::Begin => Some((x(line.lane), row.middle(), row.bottom())),
                Part::Return => Some((x(line.lane), row.top, row.middle())),
                Part::Pending => Some((x(line.lane), row.top, row.bottom())),
                Part::Whole => None,
            };
            through.chain(own)
        });
        path(
            r#"stroke="currentColor" stroke-opacity=".5" stroke-width="5""#,
            pieces.map(|(x, from, to)| format!("M{x} {from}V{to}")),
        )
    }

    /// Draws a dot where a call begins or returns.
    pub fn ends(&self) -> Option<String> {
        let ends = self.called().filter(|(line, _)| line.part != Part::Pending);
        let dot = |lane: usize, y| format!("M{} {y}h0", self.layout.lanes[lane].life());
        path(DOT, ends.map(|(line, row)| dot(line.lane, row.middle())))
    }

    /// Writes what was asked and what came back.
    pub fn calls(&self) -> Option<String> {
        let mut group = Group::new("");
        for (line, row) in self.called() {
            group.text(self.layout.lanes[line.lane].text(), row.text(), &line.words);
        }
        (!self.calls.is_empty()).then(|| group.close())
    }
}
