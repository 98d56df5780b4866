//! The words of a picture: names and verdict, numbers, steps and notes, sources.

use super::layout::Layout;
use super::picture::Picture;
use super::xml::Group;

impl Picture<'_> {
    /// Writes all words.
    pub fn words(&self) -> impl Iterator<Item = String> {
        let words = [
            Some(self.headings()),
            Some(self.numbers()),
            self.calls(),
            Some(self.steps()),
            Some(self.sources()),
        ];
        words.into_iter().flatten()
    }

    /// Writes the lanes' names and the verdict.
    fn headings(&self) -> String {
        let mut group = Group::new(r#"font-weight="bold""#);
        for (name, lane) in self.lanes.iter().zip(&self.layout.lanes) {
            group.text(lane.text(), Layout::NAMES, name);
        }
        group.text(self.layout.left(), self.layout.verdict(), self.verdict);
        group.close()
    }

    fn numbers(&self) -> String {
        let mut group = Group::new(r#"fill-opacity=".8" text-anchor="end""#);
        for (line, row) in self.called() {
            group.text(self.layout.numbers, row.text(), &line.time);
        }
        for (entry, row) in self.rows() {
            if let Some(number) = entry.number {
                group.text(self.layout.numbers, row.text(), &number.to_string());
            }
        }
        group.close()
    }

    fn steps(&self) -> String {
        let mut group = Group::new("");
        for (entry, row) in self.rows() {
            let x = self.layout.lanes[entry.lane].text();
            group.text(x, row.text(), &entry.text());
            group.text(x, row.note(), entry.note.as_deref().unwrap_or_default());
        }
        group.close()
    }

    fn sources(&self) -> String {
        let mut group = Group::new(r#"fill-opacity=".8""#);
        for (entry, row) in self.rows() {
            group.text(self.layout.sources, row.text(), &entry.source);
        }
        group.close()
    }
}
