//! What a picture tells the eye, in sentences for a screen reader.

use super::{Lane, Mark, Plot, Ratio};
use std::fmt::Write;

impl Plot {
    /// Tells the whole picture in sentences.
    pub(super) fn description(&self) -> String {
        let mut told = format!("{}.", self.what);
        for row in &self.rows {
            let note = if row.lanes.is_empty() { row.note } else { "" };
            // A `String` takes whatever is written.
            let _ = write!(told, " {}: {note}", row.name);
            let lanes: Vec<String> = row.lanes.iter().map(|lane| self.told(lane)).collect();
            told += &(lanes.join("; ") + ".");
        }
        told
    }

    fn told(&self, lane: &Lane) -> String {
        let case = match &lane.name {
            name if name.is_empty() => String::new(),
            name => format!("{} {name}, ", self.cases),
        };
        let wrong = if lane.mark == Mark::Wrong {
            ", wrong"
        } else {
            ""
        };
        match lane.drawn() {
            Some(Ratio { low, median, high }) => {
                format!("{case}{median:.2} times ({low:.2} to {high:.2}){wrong}")
            }
            None => format!("{case}no ratio{wrong}"),
        }
    }
}
