//! Draws a timeline as text: in columns where they fit, else beside rails, else under the threads' names.

mod columns;
mod rails;
mod sheet;
mod turns;

use super::arrange::{Timeline, Verdict};
use super::failure::Failure;
use super::place::Place;
use super::wording::{Signs, entries, verdict};
use crate::terminal::{Style, Tone, wrap};
use sheet::Sheet;
use std::fmt;

/// A timeline laid out for a [`Style`]; its `Display` is the drawing, each line ended.
#[derive(Debug)]
pub struct Text<'a> {
    timeline: &'a Timeline,
    style: Style,
}

/// The style of a timeline in a file or a book: no colour, Unicode, 100 columns.
pub(super) const ON_PAPER: Style = Style {
    colour: false,
    unicode: true,
    width: 100,
};

impl Timeline {
    /// Lays the timeline out as text.
    ///
    /// No line is wider than the style, unless it is one long path.
    /// The threads stand side by side if that fits, with the source lines or else without.
    /// Where it does not, the steps stand one under the other beside a rail for each thread,
    /// and on the narrowest terminals under the threads' names.
    /// Of more than 60 rows the first 20, the last 20 and all that have a note are shown.
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
    ///     calls: Vec::new(),
    ///     failure: None,
    /// });
    /// assert_eq!(timeline.text(Style::PLAIN).to_string(), "\
    /// step | main
    /// -----+-----------------
    ///    1 | seats.load -> 7
    ///
    /// verdict: explained by interleaving alone
    /// ");
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
    /// Draws the timeline without colour, 100 columns wide.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text(ON_PAPER).fmt(f)
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signs = Signs::of(self.style);
        if let Some(failure) = self.timeline.failure() {
            self.failure(f, failure, signs)?;
        }
        if let Some(chart) = self.timeline.chart() {
            writeln!(f, "{}", chart.text(self.style))?;
        }
        let sheet = Sheet::new(
            self.timeline.lanes(),
            entries(self.timeline, signs),
            self.style,
            signs,
        );
        if sheet.is_empty() {
            return Ok(());
        }
        let narrower = || rails::draw(&sheet).unwrap_or_else(|| turns::draw(&sheet));
        for line in columns::draw(&sheet).unwrap_or_else(narrower) {
            writeln!(f, "{}", line.trim_end())?;
        }
        match verdict(self.timeline) {
            Some(verdict) => self.verdict(f, &verdict),
            None => Ok(()),
        }
    }
}

impl Text<'_> {
    /// Says what failed and where, and leaves a blank line.
    fn failure(&self, f: &mut fmt::Formatter<'_>, failure: &Failure, signs: Signs) -> fmt::Result {
        let message = format!("{} {}", signs.cross, failure.message);
        let tones = std::iter::once(Tone::Bad).chain(std::iter::repeat(Tone::Plain));
        for (line, tone) in message.lines().zip(tones) {
            for piece in fit(line, self.style.width) {
                writeln!(f, "{}", self.style.paint(tone, &piece))?;
            }
        }
        if let (Some(lane), Some(place)) = (failure.lane, &failure.place) {
            for line in self.whereabouts(&self.timeline.lanes()[lane], place) {
                writeln!(f, "{}", self.style.paint(Tone::Dim, &line))?;
            }
        }
        writeln!(f)
    }

    /// Says where a thread failed; the path is never broken, since terminals let people open it.
    fn whereabouts(&self, lane: &str, place: &Place) -> Vec<String> {
        let whole = format!("  in {lane}, at {place}");
        if whole.chars().count() <= self.style.width {
            return vec![whole];
        }
        let mut lines = fit(&format!("  in {lane}, at"), self.style.width);
        lines.push(format!("  {place}"));
        lines
    }

    /// Says what it takes to explain the timeline, behind a blank line.
    fn verdict(&self, f: &mut fmt::Formatter<'_>, verdict: &str) -> fmt::Result {
        let tone = match self.timeline.verdict() {
            Verdict::Interleaving => Tone::Strong,
            Verdict::WeakMemory | Verdict::Unsettled => Tone::Warning,
        };
        writeln!(f)?;
        for line in wrap(&format!("verdict: {verdict}"), self.style.width) {
            writeln!(f, "{}", self.style.paint(tone, &line))?;
        }
        Ok(())
    }
}

/// Breaks a line that is too long; what it was indented by, its pieces are.
fn fit(line: &str, width: usize) -> Vec<String> {
    let indent = line.chars().take_while(|&c| c == ' ').count();
    if line.chars().count() <= width {
        return vec![line.trim_end().to_owned()];
    }
    let pieces = wrap(line, width.saturating_sub(indent).max(1));
    pieces
        .iter()
        .map(|piece| format!("{:indent$}{piece}", ""))
        .collect()
}
