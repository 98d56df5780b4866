//! A timeline as a figure of the book: the drawing of the very value that the terminal prints.

use super::fragment::marked;
use crate::timeline::Timeline;

/// Writes a timeline as HTML: its drawing, and a caption that may have `code` between backticks.
///
/// There are no blank lines and no ids in it.
///
/// # Examples
///
/// ```
/// use shared::figure::timeline_figure;
/// use shared::model::{Mode, check, thread};
///
/// let found = check(Mode::Interleaving, || thread::spawn(|| panic!("no")).join().unwrap());
/// let timeline = found.unwrap_err().timeline();
/// let figure = timeline_figure(&timeline, "A thread panics", "`A` panics.");
/// assert!(figure.starts_with("<figure class=\"timeline\">\n<svg "));
/// assert!(figure.ends_with("<figcaption><code>A</code> panics.</figcaption>\n</figure>\n"));
/// ```
#[must_use]
pub fn timeline_figure(timeline: &Timeline, title: &str, caption: &str) -> String {
    let (svg, caption) = (timeline.svg(title), marked(caption));
    format!("<figure class=\"timeline\">\n{svg}<figcaption>{caption}</figcaption>\n</figure>\n")
}
