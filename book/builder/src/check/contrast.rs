//! Our colours can be read: in every theme, without JavaScript, and on paper.
//!
//! Least contrasts after WCAG 2.1 (2018): 4.5 for text, 3 for lines and shapes.

mod demands;
mod palette;

use std::collections::BTreeSet;

use self::demands::{Demand, demands};
use self::palette::{CONTEXTS, Context, Palette};
use crate::colour::Colour;
use crate::css::{Rule, rules};
use crate::finding::Finding;
use crate::site::Site;
use crate::sources::{Sources, Text};

pub fn findings(sources: &Sources, site: &Site) -> Vec<Finding> {
    let theirs: Vec<Rule> = site
        .texts(".css")
        .filter(|(path, _)| path.starts_with("css/variables"))
        .flat_map(|(_, css)| rules(css))
        .collect();
    let styles = sources.theme.iter();
    let styles = styles.filter(|text| text.path.extension().is_some_and(|end| end == "css"));
    styles.flat_map(|style| of_style(style, &theirs)).collect()
}

fn of_style(style: &Text, theirs: &[Rule]) -> Vec<Finding> {
    let ours = rules(&style.text);
    let demands = demands(&ours);
    let in_context = |context| {
        let palette = Palette::new(context, theirs, &ours);
        complaints(style, context, &palette, &demands)
    };
    CONTEXTS.iter().flat_map(in_context).collect()
}

fn complaints(
    style: &Text,
    context: &Context,
    palette: &Palette,
    demands: &BTreeSet<Demand>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for demand in demands {
        let (front, ground) = (palette.get(&demand.front), palette.get(&demand.ground));
        let line = front.map_or(0, |front| front.line);
        let colours = [front, ground].map(|one| Colour::parse(&one?.value));
        let (what, cure) = match colours {
            [Some(front), Some(ground)] => {
                let contrast = front.contrast(ground);
                if contrast >= demand.least() {
                    continue;
                }
                let (front, ground, least) = (&demand.front, &demand.ground, demand.least());
                let what = format!("{front} on {ground} has a contrast of {contrast:.2}");
                (what, format!("part them to at least {least}"))
            }
            [None, _] => (format!("{} is no colour", demand.front), hexadecimal()),
            [_, None] => (format!("{} is no colour", demand.ground), hexadecimal()),
        };
        let what = format!("{what} ({})", context.name);
        findings.push(Finding::new(&style.path, line, what, cure));
    }
    findings
}

fn hexadecimal() -> String {
    "give it six hexadecimal digits in this theme".to_owned()
}

#[cfg(test)]
mod tests {
    use super::of_style;
    use crate::css::rules;
    use crate::sources::Text;

    const THEIRS: &str = ".light, .rust, .navy, .ayu, .coal, html:not(.js) { --bg: #fff; }";

    fn told(css: &str) -> Vec<String> {
        let style = Text {
            path: "figure.css".into(),
            text: css.into(),
        };
        let findings = of_style(&style, &rules(THEIRS));
        findings
            .iter()
            .map(|finding| finding.what.clone())
            .collect()
    }

    #[test]
    fn a_colour_that_is_used_for_text_needs_more_than_one_for_lines() {
        // #888888 on white has 3.54.
        let palette = "html { --figure-paper: #ffffff; --figure-x: #888888; }";
        assert!(told(palette).is_empty());
        let told = told(&format!("{palette}\nb {{ color: var(--figure-x); }}"));
        assert_eq!(
            told[0],
            "--figure-x on --bg has a contrast of 3.54 (theme light)"
        );
    }

    #[test]
    fn one_theme_that_is_too_faint_is_named() {
        let css = "html { --figure-paper: #ffffff; --figure-x: #000000; }\n.navy { --figure-x: #eeeeee; }";
        let told = told(css);
        // On the page and on our own paper; and a reader of navy may print, which leaves both white.
        assert_eq!(told.len(), 4, "{told:?}");
        let is_named =
            |what: &String| what.ends_with("(theme navy)") || what.ends_with("(on paper)");
        assert!(told.iter().all(is_named), "{told:?}");
    }

    #[test]
    fn what_stands_on_a_ground_of_its_own_is_measured_there() {
        let css = "html { --figure-paper: #ffffff; --figure-on: #ffffff; --figure-a: #000000; }\n\
                   i { --lane: var(--figure-a); }\n\
                   b { background: var(--lane); color: var(--figure-on); }";
        assert_eq!(told(css), [""; 0]);
    }

    #[test]
    fn a_colour_that_is_not_written_in_hexadecimal_is_told() {
        let told = told("html { --figure-paper: white; --figure-x: #000000; }");
        assert_eq!(told[0], "--figure-paper is no colour (theme light)");
    }
}
