//! Figures and the page's script stay small: a phone loads them all, and a reader reads the script.

use crate::finding::Finding;
use crate::sources::{Sources, Text};

/// A fragment stands in its page, in the first page's copy, and in the print page.
const FIGURE: usize = 75_000;
const SCRIPT: usize = 12 * 1024;
const SCRIPT_LINES: usize = 249;

pub fn findings(sources: &Sources) -> Vec<Finding> {
    let cure = "draw fewer states, or say less about each";
    let fragments = sources.fragments();
    let mut findings: Vec<_> = fragments
        .filter_map(|figure| bytes(figure, FIGURE, cure))
        .collect();
    let is_script = |text: &&Text| text.path.extension().is_some_and(|end| end == "js");
    for script in sources.theme.iter().filter(is_script) {
        let cure = "take out what Rust could have put into the figure's data";
        findings.extend(bytes(script, SCRIPT, cure));
        let lines = script.text.lines().count();
        if lines > SCRIPT_LINES {
            let what = format!("{lines} lines, above the limit of {SCRIPT_LINES}");
            findings.push(Finding::new(&script.path, 0, what, cure));
        }
    }
    findings
}

fn bytes(text: &Text, limit: usize, cure: &str) -> Option<Finding> {
    let size = text.text.len();
    let what = || format!("{size} bytes, above the limit of {limit}");
    (size > limit).then(|| Finding::new(&text.path, 0, what(), cure))
}
