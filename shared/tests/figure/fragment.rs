//! A fragment can stand in a page of Markdown, beside all others.

use crate::cases;
use crate::page::{Page, between};
use crate::xml::elements;

#[test]
fn markdown_does_not_end_a_fragment_early() {
    for figure in cases::all() {
        let html = Page::of(&figure).html;
        assert!(html.lines().all(|line| !line.trim().is_empty()), "{html}");
        assert!(
            html.starts_with("<schedule-figure id=\"case-")
                && html.ends_with("</schedule-figure>\n")
        );
    }
}

#[test]
fn a_graph_holds_nothing_that_could_end_its_element() {
    for figure in cases::all() {
        let html = Page::of(&figure).html;
        let json = between(&html, "json\">", "</script>\n</schedule-figure>");
        assert!(!json.contains('<'), "{json}");
    }
    // What was meant is still there.
    let page = Page::of(&cases::lost_update(1));
    let verdicts = page.graph["verdicts"].as_array().expect("a list");
    assert!(
        verdicts
            .iter()
            .any(|told| told == "Goal reached: they wait <for ever>.")
    );
}

#[test]
fn ids_begin_with_lesson_and_figure_and_are_used_once() {
    for figure in cases::all() {
        let html = Page::of(&figure).html;
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().expect("it ends"))
            .collect();
        let own = format!("case-{}", figure.name);
        assert_eq!(
            ids,
            [own.clone(), format!("{own}-title"), format!("{own}-desc")]
        );
        ids.dedup();
        assert_eq!(ids.len(), 3);
        assert!(!html.contains("url(") && !html.contains("<use") && !html.contains("<marker"));
    }
}

#[test]
fn a_picture_is_well_formed_and_tells_itself_in_sentences() {
    for figure in cases::all() {
        let page = Page::of(&figure);
        let [svg, title, description, ..] = &elements(page.picture())[..] else {
            panic!("{}", page.html)
        };
        assert_eq!(svg.attribute("role"), Some("img"));
        assert_eq!(
            title.text,
            "Some threads: every state that a schedule reaches"
        );
        assert!(
            description.text.contains(" The ends: "),
            "{}",
            description.text
        );
        assert!(description.text.ends_with('.') && !description.text.contains(".."));
    }
}

#[test]
fn a_caption_is_filled_with_what_was_counted() {
    let html = Page::of(&cases::philosophers(3)).html;
    let caption = between(&html, "<figcaption>", "</figcaption>");
    assert_eq!(
        caption,
        "111 states, 234 schedules, 6 wrong, 6 at the goal; <code>ABC</code>; <code>a &lt; b</code>."
    );
}

#[test]
fn a_description_tells_the_shortest_way_and_what_is_doomed() {
    let page = Page::of(&cases::lost_update(1));
    let description = &elements(page.picture())[2].text;
    for sentence in [
        "21 states in 7 rows, one for each step taken, from the start at the top; 28 steps lead from one to another.",
        "The shortest schedule to the goal is AABABB: A: seen = counter.load(), then A: seen = seen + 1, then B: ",
        "From 9 states, drawn square, every continuation loses an update.",
        "The ends: 1, 2.",
    ] {
        assert!(description.contains(sentence), "{description}");
    }
}
