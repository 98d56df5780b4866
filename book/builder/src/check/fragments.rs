//! A fragment has the form that Markdown, print and every browser leave alone, and a figure's is shown by some page.

use crate::finding::Finding;
use crate::html::elements;
use crate::include;
use crate::sources::{Sources, Text, target};

/// Above this many states a browser takes seconds to lay the figure out.
const STATES: usize = 500;
/// Each needs an `id`, which the print page changes and does not follow.
const ELEMENTS: [&str; 2] = ["marker", "use"];
const CURE: &str = "change what generates it, and write it anew: a figure with `cargo xtask bless`, a plot with `bench`";

pub fn findings(sources: &Sources) -> Vec<Finding> {
    let mut findings: Vec<_> = sources.fragments().flat_map(form).collect();
    findings.extend(sources.pages.iter().flat_map(surroundings));
    let figures = sources.figures.iter();
    let unshown = figures.filter(|figure| !sources.included.contains_key(&figure.path));
    findings.extend(unshown.map(|figure| {
        let cure = "include it, or take it out of the lesson's figures";
        Finding::new(&figure.path, 0, "no page shows this figure", cure)
    }));
    findings
}

fn form(figure: &Text) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut found = |line, what: String| {
        findings.push(Finding::new(&figure.path, line, what, CURE));
    };
    let text = figure.text.trim_end();
    if let Some(line) = text.lines().position(|line| line.trim().is_empty()) {
        found(
            line + 1,
            "a blank line ends the fragment for Markdown".into(),
        );
    }
    if let Some(line) = figure.line_of("url(#") {
        found(line, "`url(#…)` is lost on the print page".into());
    }
    let elements = elements(text);
    for element in elements
        .iter()
        .filter(|one| ELEMENTS.contains(&one.name.as_str()))
    {
        found(
            element.line,
            format!("<{}> is lost on the print page", element.name),
        );
    }
    let states = elements
        .iter()
        .filter(|one| one.attribute("data-state").is_some());
    let states = states.count();
    if states > STATES {
        found(
            0,
            format!("{states} states are drawn, above the limit of {STATES}"),
        );
    }
    findings
}

/// Where a page includes a fragment, blank lines must part it from the text.
fn surroundings(page: &Text) -> Vec<Finding> {
    let lines: Vec<_> = page.text.lines().collect();
    let is_blank = |line: Option<&&str>| line.is_none_or(|line| line.trim().is_empty());
    let mut findings = Vec::new();
    for include in include::includes(&page.text) {
        let is_fragment = target(page, &include)
            .extension()
            .is_some_and(|end| end == "html");
        let (above, below) = (include.line.checked_sub(2), include.line);
        let is_apart =
            is_blank(above.and_then(|above| lines.get(above))) && is_blank(lines.get(below));
        let is_alone = lines[include.line - 1].starts_with("{{");
        if is_fragment && !(is_apart && is_alone) {
            let what = "Markdown tears this fragment apart";
            let cure =
                "give it a line of its own that is not indented, and blank lines above and below";
            findings.push(Finding::new(&page.path, include.line, what, cure));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{STATES, form};
    use crate::sources::Text;

    fn findings(text: &str) -> Vec<String> {
        let figure = Text {
            path: "figure.html".into(),
            text: text.into(),
        };
        form(&figure)
            .iter()
            .map(|finding| finding.what.clone())
            .collect()
    }

    #[test]
    fn a_plain_fragment_passes() {
        let script = r#"<script type="application/json">{"v":1}</script>"#;
        let fragment =
            format!("<figure>\n<svg><g data-state=\"0\"></g></svg>\n{script}\n</figure>\n");
        assert!(findings(&fragment).is_empty());
    }

    #[test]
    fn each_fault_of_form_is_found() {
        assert_eq!(
            findings("<p>\n\n</p>"),
            ["a blank line ends the fragment for Markdown"]
        );
        assert_eq!(
            findings("<g fill=\"url(#a)\"/>"),
            ["`url(#…)` is lost on the print page"]
        );
        assert_eq!(
            findings("<svg><use href=\"#a\"/></svg>"),
            ["<use> is lost on the print page"]
        );
        let many = "<g data-state=\"0\"></g>".repeat(STATES + 1);
        assert_eq!(
            findings(&many),
            ["501 states are drawn, above the limit of 500"]
        );
    }
}
