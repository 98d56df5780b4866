//! Draws a timeline as a picture for the book: self-contained SVG that takes its colour from the page.

mod calls;
mod layout;
mod picture;
mod shapes;
mod words;
mod xml;

use super::arrange::Timeline;
use super::call::Call;
use super::wording::{Entry, Signs, entries, verdict};
use layout::Layout;
use picture::Picture;
pub(crate) use xml::escape;

impl Timeline {
    /// Draws the timeline as one `<svg>` element, every step of it.
    ///
    /// Words are in the page's text colour, on whatever background;
    /// only signs and the bands behind remarkable steps have colours of their own,
    /// which the page may replace by setting `--timeline-bad` and `--timeline-warning`.
    /// Calls stand above the steps, each from its begin to its return.
    /// The title and the description tell a screen reader what the picture tells the eye.
    /// There are no blank lines, at which Markdown would end the element, and no ids, so it may stand on a page twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::timeline::{Effect, Execution, Place, Step, Timeline, Value};
    ///
    /// let load = Step::new(0, "load", Effect::Read(Value::Unsigned(7)), Place::unknown()).on(0);
    /// let svg = Timeline::of(&Execution {
    ///     lanes: vec!["main".into()],
    ///     objects: vec!["seats".into()],
    ///     steps: vec![load],
    ///     calls: Vec::new(),
    ///     failure: None,
    /// })
    /// .svg("The seats are counted");
    /// assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    /// assert!(svg.contains("<title>The seats are counted</title>"));
    /// assert!(svg.contains("main: seats.load → 7."));
    /// ```
    #[must_use]
    pub fn svg(&self, title: &str) -> String {
        let entries = entries(self, Signs::UNICODE);
        let verdict = verdict(self).map(|verdict| format!("verdict: {verdict}"));
        let verdict = verdict.unwrap_or_default();
        let calls = self.chart().map(|chart| chart.lines(Signs::UNICODE));
        let calls = calls.unwrap_or_default();
        let layout = Layout::of(self.lanes(), &calls, &entries, &verdict);
        let picture = Picture {
            lanes: self.lanes(),
            calls: &calls,
            entries: &entries,
            verdict: &verdict,
            layout: &layout,
        };
        let parts = [
            opening(&layout),
            format!("<title>{}</title>", escape(title)),
            format!("<desc>{}</desc>", escape(&description(self, &entries))),
            picture.draw(),
            "</svg>\n".to_owned(),
        ];
        parts.join("\n")
    }
}

fn opening(layout: &Layout) -> String {
    let Layout { width, height, .. } = layout;
    let size = format!(r#"viewBox="0 0 {width} {height}" width="{width}" height="{height}""#);
    let attributes = [
        r#"xmlns="http://www.w3.org/2000/svg" class="timeline" role="img""#,
        &size,
        // On a narrow page the whole picture shrinks.
        r#"style="max-width:100%;height:auto""#,
        r#"font-family="ui-monospace,monospace" font-size="13" fill="currentColor""#,
    ];
    format!("<svg {}>", attributes.join(" "))
}

/// Tells the whole picture in sentences.
fn description(timeline: &Timeline, entries: &[Entry]) -> String {
    let sentence = |entry: &Entry| {
        let note = entry.note.as_ref().map(|note| format!(" ({note})"));
        let (lane, note) = (&timeline.lanes()[entry.lane], note.unwrap_or_default());
        format!("{lane}: {}{note}.", entry.text())
    };
    let failure = timeline
        .failure()
        .and_then(|failure| failure.message.lines().next());
    let calls = timeline.chart().map(|chart| chart.calls);
    let called = |call: &Call| {
        let steps = match (call.begun, call.returned) {
            (begun, None) => format!("from step {begun} on"),
            (begun, Some(end)) if begun == end => format!("step {begun}"),
            (begun, Some(end)) => format!("steps {begun} to {end}"),
        };
        let lane = &timeline.lanes()[call.lane];
        format!("{lane}, {steps}: {}.", call.with_reply("→"))
    };
    let mut told: Vec<String> = calls.iter().flatten().map(called).collect();
    told.extend(entries.iter().map(sentence));
    told.extend(failure.map(|message| format!("Failure: {message}.")));
    told.extend(verdict(timeline).map(|verdict| format!("Verdict: {verdict}.")));
    told.join(" ")
}
