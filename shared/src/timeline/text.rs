//! Draws a timeline as text: columns where they fit, one thread under the other where they do not.

use super::arrange::{Timeline, Verdict};
use super::wording::{Entry, Signs, entries};
use crate::terminal::{Style, Tone, wrap};
use std::fmt;

/// A timeline laid out for a [`Style`]; its `Display` is the drawing, each line ended.
#[derive(Debug)]
pub struct Text<'a> {
    timeline: &'a Timeline,
    style: Style,
}

/// The style of a timeline in a file or a book: no colour, Unicode, 100 columns.
pub(crate) const ON_PAPER: Style = Style {
    colour: false,
    unicode: true,
    width: 100,
};

impl Timeline {
    /// Lays the timeline out as text.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::terminal::Style;
    /// use shared::timeline::{Effect, Execution, Place, Step, Timeline, Value};
    ///
    /// let load = Step::new(0, "load", Effect::Read(Value::Unsigned(7)), Place::unknown()).on(0);
    /// let timeline = Timeline::of(&Execution {
    ///     lanes: vec!["main".into()],
    ///     objects: vec!["seats".into()],
    ///     steps: vec![load],
    ///     failure: None,
    /// });
    /// let text = timeline.text(Style::PLAIN).to_string();
    /// assert!(text.contains("   1 | seats.load -> 7"), "{text}");
    /// ```
    #[must_use]
    pub fn text(&self, style: Style) -> Text<'_> {
        Text {
            timeline: self,
            style,
        }
    }
}

impl fmt::Display for Timeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text(ON_PAPER).fmt(f)
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signs = if self.style.unicode {
            Signs::UNICODE
        } else {
            Signs::ASCII
        };
        let mut entries = entries(self.timeline, signs);
        self.failure(f, signs)?;
        if entries.is_empty() {
            return Ok(());
        }
        let left_out = shorten(&mut entries);
        match Columns::that_fit(self.timeline.lanes(), &entries, self.style.width) {
            Some(columns) => self.columns(f, &columns, &entries, signs)?,
            None => self.list(f, &entries)?,
        }
        if let Some(left_out) = left_out {
            writeln!(f, "{left_out}")?;
        }
        self.verdict(f)
    }
}

impl Text<'_> {
    fn failure(&self, f: &mut fmt::Formatter<'_>, signs: Signs) -> fmt::Result {
        let Some(failure) = self.timeline.failure() else {
            return Ok(());
        };
        let message = format!("{} {}", signs.cross, failure.message);
        for line in message.lines().flat_map(|line| fit(line, self.style.width)) {
            writeln!(f, "{}", self.style.paint(Tone::Bad, &line))?;
        }
        if let (Some(lane), Some(place)) = (failure.lane, &failure.place) {
            let told = format!("  in {}, at {place}", self.timeline.lanes()[lane]);
            writeln!(f, "{}", self.style.paint(Tone::Dim, &told))?;
        }
        writeln!(f)
    }

    fn verdict(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tone = if self.timeline.verdict() == Verdict::Interleaving {
            Tone::Strong
        } else {
            Tone::Warning
        };
        for line in wrap(
            &format!("verdict: {}", self.timeline.verdict()),
            self.style.width,
        ) {
            writeln!(f, "{}", self.style.paint(tone, &line))?;
        }
        Ok(())
    }

    fn columns(
        &self,
        f: &mut fmt::Formatter<'_>,
        columns: &Columns,
        entries: &[Entry],
        signs: Signs,
    ) -> fmt::Result {
        let blank = || vec![String::new(); columns.lanes.len()];
        let head: Vec<String> = self.timeline.lanes().to_vec();
        columns.line(f, self.style, signs, Tone::Strong, "step", &head, "source")?;
        columns.rule(f, signs)?;
        for entry in entries {
            let number = entry
                .number
                .map_or_else(String::new, |number| number.to_string());
            let mut cells = blank();
            cells[entry.lane].clone_from(&entry.text);
            let tone = if entry.number.is_some() {
                Tone::Plain
            } else {
                Tone::Bad
            };
            columns.line(f, self.style, signs, tone, &number, &cells, &entry.source)?;
            if let Some(note) = &entry.note {
                let mut cells = blank();
                cells[entry.lane] = format!("  {note}");
                columns.line(f, self.style, signs, Tone::Bad, "", &cells, "")?;
            }
        }
        writeln!(f)
    }

    fn list(&self, f: &mut fmt::Formatter<'_>, entries: &[Entry]) -> fmt::Result {
        let longest = self
            .timeline
            .lanes()
            .iter()
            .map(|lane| lane.chars().count())
            .max()
            .unwrap_or(0);
        let indent = 4 + longest + 2;
        let room = self.style.width.saturating_sub(indent).max(10);
        for entry in entries {
            let number = entry
                .number
                .map_or_else(String::new, |number| number.to_string());
            let lane = &self.timeline.lanes()[entry.lane];
            let lead = format!("{number:>3} {lane:<longest$}  ");
            let mut lines = wrap(&entry.text, room).into_iter();
            writeln!(
                f,
                "{}{}",
                self.style.paint(Tone::Dim, &lead),
                lines.next().unwrap_or_default()
            )?;
            let notes = entry.note.iter().flat_map(|note| wrap(note, room));
            for line in lines.chain(notes.map(|line| self.style.paint(Tone::Bad, &line))) {
                writeln!(f, "{:indent$}{line}", "")?;
            }
        }
        writeln!(f)
    }
}

/// Holds how wide each lane is drawn, and whether there is room for the source.
struct Columns {
    lanes: Vec<usize>,
    source: Option<usize>,
}

const NUMBER: usize = 4;

impl Columns {
    /// Finds the richest layout that fits, if one does.
    fn that_fit(lanes: &[String], entries: &[Entry], width: usize) -> Option<Self> {
        let length = |text: &str| text.chars().count();
        let lane_width = |(index, name): (usize, &String)| {
            let here = entries.iter().filter(|entry| entry.lane == index);
            let widest = here.map(|entry| {
                length(&entry.text).max(entry.note.as_ref().map_or(0, |note| length(note) + 2))
            });
            widest.max().unwrap_or(0).max(length(name))
        };
        let lanes: Vec<usize> = lanes.iter().enumerate().map(lane_width).collect();
        let source = entries
            .iter()
            .map(|entry| length(&entry.source))
            .max()
            .filter(|&widest| widest > 0);
        let with_source = Self {
            lanes: lanes.clone(),
            source,
        };
        let without = Self {
            lanes,
            source: None,
        };
        [with_source, without]
            .into_iter()
            .find(|columns| columns.width() <= width)
    }

    fn width(&self) -> usize {
        let separated = |width: usize| width + 3;
        NUMBER
            + self
                .lanes
                .iter()
                .copied()
                .chain(self.source)
                .map(separated)
                .sum::<usize>()
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one line of a table has these parts"
    )]
    fn line(
        &self,
        f: &mut fmt::Formatter<'_>,
        style: Style,
        signs: Signs,
        tone: Tone,
        number: &str,
        cells: &[String],
        source: &str,
    ) -> fmt::Result {
        let bar = style.paint(Tone::Dim, signs.bar);
        let mut line = style.paint(Tone::Dim, &format!("{number:>NUMBER$}"));
        for (cell, &width) in cells.iter().zip(&self.lanes) {
            line += &format!(
                " {bar} {}{:fill$}",
                style.paint(tone, cell),
                "",
                fill = width - cell.chars().count()
            );
        }
        if self.source.is_some() {
            line += &format!(" {bar} {}", style.paint(Tone::Dim, source));
        }
        writeln!(f, "{}", line.trim_end())
    }

    fn rule(&self, f: &mut fmt::Formatter<'_>, signs: Signs) -> fmt::Result {
        let stretch = |width: usize| signs.rule.repeat(width);
        write!(f, "{}", stretch(NUMBER + 1))?;
        for width in self.lanes.iter().copied().chain(self.source) {
            write!(f, "{}{}", signs.crossing, stretch(width + 2))?;
        }
        writeln!(f)
    }
}

/// Keeps the first and the last steps of an execution that nobody would read to the end, and says what is left out.
fn shorten(entries: &mut Vec<Entry>) -> Option<String> {
    const SHOWN: usize = 20;
    if entries.len() <= 3 * SHOWN {
        return None;
    }
    let left_out = SHOWN..entries.len() - SHOWN;
    let told = format!(
        "steps {} to {} are left out",
        left_out.start + 1,
        left_out.end
    );
    entries.drain(left_out);
    Some(told)
}

/// Breaks a line that is too long; one that fits keeps its indentation.
fn fit(line: &str, width: usize) -> Vec<String> {
    if line.chars().count() <= width {
        vec![line.to_owned()]
    } else {
        wrap(line, width)
    }
}
