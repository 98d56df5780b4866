//! The fragment of HTML that a page includes: the picture, the caption, the graph as JSON.

use std::fmt;

use super::study::Study;
use super::{Unfit, json, svg};
use crate::explore::State;

/// The most bytes that a fragment may have, so that a page with a few of them still loads at once.
pub const MOST_BYTES: usize = 75_000;

/// Holds a figure as drawn; its `Display` is the HTML, without blank lines, each line ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment(String);

impl Fragment {
    pub(super) fn of(study: &Study<'_>) -> Result<Self, Unfit> {
        let (id, path) = (study.figure.id(), study.figure.path());
        let parts = [
            format!("<schedule-figure id=\"{id}\" data-figure=\"{path}\">"),
            "<figure>".to_owned(),
            svg::picture(study),
            format!("<figcaption>{}</figcaption>", marked(&caption(study))),
            "</figure>".to_owned(),
            "<script type=\"application/json\">".to_owned() + &json::document(study) + "</script>",
            "</schedule-figure>\n".to_owned(),
        ];
        let html = parts.join("\n");
        match html.len() {
            0..=MOST_BYTES => Ok(Self(html)),
            bytes => Err(Unfit::TooLarge {
                figure: path,
                bytes,
            }),
        }
    }
}

impl fmt::Display for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Fills in what was counted.
fn caption(study: &Study<'_>) -> String {
    let (figure, counts) = (study.figure, &study.counts);
    let [total, wrong, reached] = match &counts.schedules {
        Some(all) => [all.total, all.wrong, all.reached].map(|count| count.to_string()),
        None => [
            "infinitely many",
            some(study, figure.fault.is),
            some(study, figure.goal.is),
        ]
        .map(String::from),
    };
    let shortest = study
        .witness
        .as_ref()
        .map(|schedule| format!("`{schedule}`"));
    let filled = [
        ("{states}", counts.states.to_string()),
        ("{total}", total),
        ("{wrong}", wrong),
        ("{reached}", reached),
        ("{shortest}", shortest.unwrap_or_else(|| "none".to_owned())),
    ];
    let fill = |text: String, (name, value): (&str, String)| text.replace(name, &value);
    filled.into_iter().fold(figure.caption.to_owned(), fill)
}

/// Says whether any schedule ends so, where they cannot be counted.
fn some(study: &Study<'_>, kind: fn(&State<'_>) -> bool) -> &'static str {
    if study.graph.ends().any(|end| kind(&end)) {
        "some"
    } else {
        "none"
    }
}

/// Writes a text as HTML on one line, with what stands between backticks as code.
pub fn marked(text: &str) -> String {
    let pieces = text.split('`').enumerate().map(|(index, piece)| {
        let piece = svg::escape(piece);
        if index % 2 == 0 {
            piece
        } else {
            format!("<code>{piece}</code>")
        }
    });
    pieces.collect()
}
