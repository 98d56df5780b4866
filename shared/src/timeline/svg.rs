//! Draws a timeline as a picture for the book: self-contained SVG that takes its colours from the page.

use super::arrange::Timeline;
use super::wording::{Entry, Signs, entries};
use std::fmt::{self, Write};

/// The advance of one character of the monospaced face, and the height of one row, in user units.
const CHARACTER: usize = 8;
const ROW: usize = 22;
const MARGIN: usize = 12;

/// Holds where each column begins and how large the drawing is.
struct Layout {
    lanes: Vec<usize>,
    source: usize,
    width: usize,
    height: usize,
}

impl Timeline {
    /// Draws the timeline as one `<svg>` element without line breaks that are blank.
    ///
    /// Text is in the page's colour; `--timeline-bad` and `--timeline-dim` may be set by the page.
    /// The title and the description tell a screen reader what the picture tells the eye.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::timeline::{Execution, Timeline};
    ///
    /// let svg = Timeline::of(&Execution::default()).svg("An empty timeline");
    /// assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n"));
    /// ```
    #[must_use]
    pub fn svg(&self, title: &str) -> String {
        let entries = entries(self, Signs::UNICODE);
        let layout = Layout::of(self.lanes(), &entries);
        let mut svg = String::new();
        draw(&mut svg, self, title, &entries, &layout).expect("writing to a string does not fail");
        svg
    }
}

impl Layout {
    fn of(lanes: &[String], entries: &[Entry]) -> Self {
        let length = |text: &str| text.chars().count();
        let mut left = MARGIN + 4 * CHARACTER;
        let mut starts = Vec::with_capacity(lanes.len());
        for (index, name) in lanes.iter().enumerate() {
            starts.push(left);
            let here = entries.iter().filter(|entry| entry.lane == index);
            let widest = here.map(|entry| {
                length(&entry.text).max(entry.note.as_ref().map_or(0, |note| length(note) + 2))
            });
            left += (widest.max().unwrap_or(0).max(length(name)) + 3) * CHARACTER;
        }
        let source = entries
            .iter()
            .map(|entry| length(&entry.source))
            .max()
            .unwrap_or(0);
        let rows = 1 + entries.len() + entries.iter().filter(|entry| entry.note.is_some()).count();
        Self {
            lanes: starts,
            source: left,
            width: left + source * CHARACTER + MARGIN,
            height: rows * ROW + 2 * MARGIN,
        }
    }
}

fn draw(
    svg: &mut String,
    timeline: &Timeline,
    title: &str,
    entries: &[Entry],
    layout: &Layout,
) -> fmt::Result {
    let Layout { width, height, .. } = layout;
    writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="ui-monospace, monospace" font-size="13" fill="currentColor">"#
    )?;
    writeln!(svg, "<title>{}</title>", escape(title))?;
    writeln!(
        svg,
        "<desc>{}</desc>",
        escape(&description(timeline, entries))
    )?;
    for (name, &x) in timeline.lanes().iter().zip(&layout.lanes) {
        text(svg, x, MARGIN + ROW / 2, "font-weight=\"bold\"", name)?;
        let (line, top, bottom) = (x - CHARACTER, MARGIN, height - MARGIN);
        writeln!(
            svg,
            r#"<path d="M{line} {top}V{bottom}" stroke="var(--timeline-dim, #888)" stroke-opacity="0.5"/>"#
        )?;
    }
    let mut y = MARGIN + ROW + ROW / 2;
    for entry in entries {
        let number = entry
            .number
            .map_or_else(String::new, |number| number.to_string());
        text(svg, MARGIN, y, DIM, &number)?;
        text(
            svg,
            layout.lanes[entry.lane],
            y,
            if entry.number.is_some() { "" } else { BAD },
            &entry.text,
        )?;
        text(svg, layout.source, y, DIM, &entry.source)?;
        y += ROW;
        if let Some(note) = &entry.note {
            text(svg, layout.lanes[entry.lane] + 2 * CHARACTER, y, BAD, note)?;
            y += ROW;
        }
    }
    writeln!(svg, "</svg>")
}

const DIM: &str = r#"fill="var(--timeline-dim, #777)""#;
const BAD: &str = r#"fill="var(--timeline-bad, #c33)""#;

fn text(svg: &mut String, x: usize, y: usize, attributes: &str, text: &str) -> fmt::Result {
    if text.is_empty() {
        return Ok(());
    }
    let gap = if attributes.is_empty() { "" } else { " " };
    writeln!(
        svg,
        r#"<text x="{x}" y="{y}"{gap}{attributes} xml:space="preserve">{}</text>"#,
        escape(text)
    )
}

/// Tells the whole picture in sentences.
fn description(timeline: &Timeline, entries: &[Entry]) -> String {
    let mut told: Vec<String> = entries
        .iter()
        .map(|entry| {
            let note = entry
                .note
                .as_ref()
                .map_or_else(String::new, |note| format!(" ({note})"));
            format!("{}: {}{note}.", timeline.lanes()[entry.lane], entry.text)
        })
        .collect();
    told.push(format!("Verdict: {}.", timeline.verdict()));
    told.join(" ")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
