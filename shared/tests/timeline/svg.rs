//! What a timeline looks like as a picture.

use crate::cases::{self, case};
use crate::contrast::contrast;
use crate::snapshot;
use crate::xml::{Element, elements};
use shared::timeline::{Execution, Timeline};

/// What a character takes at 13 units, in a face a fortieth wider than DejaVu Sans Mono (7.83, measured in Chromium).
const ADVANCE: f64 = 8.03;

/// The cases that are recorded as pictures, with the titles that a book might give them.
const RECORDED: [(&str, &str); 5] = [
    ("lost_update", "Two threads lose an update"),
    ("message_passing", "The flag is seen before the data"),
    ("deadlock", "Two locks taken in opposite orders"),
    ("data_race", "An unlock that publishes nothing"),
    ("calls_that_fit_no_order", "A pop that no push explains"),
];

fn picture(name: &str) -> String {
    Timeline::of(&case(name)).svg(name)
}

/// Draws every case.
fn pictures() -> impl Iterator<Item = (&'static str, String)> {
    cases::ALL
        .iter()
        .map(|(name, execution)| (*name, Timeline::of(&execution()).svg(name)))
}

#[test]
fn pictures_are_drawn_as_recorded() {
    for (name, title) in RECORDED {
        let drawn = Timeline::of(&case(name)).svg(title);
        snapshot::assert_recorded(&format!("{name}.svg"), &drawn);
        assert!(drawn.len() < 5 * 1024, "{name} has {} bytes", drawn.len());
    }
}

#[test]
fn nothing_else_is_recorded() {
    let texts = cases::ALL.map(|(name, _)| format!("{name}.txt"));
    let pictures = RECORDED.map(|(name, _)| format!("{name}.svg"));
    for name in snapshot::names() {
        assert!(
            texts.contains(&name) || pictures.contains(&name),
            "{name} is not drawn any more"
        );
    }
}

#[test]
fn a_picture_is_one_well_formed_element_with_title_and_description() {
    for (name, drawn) in pictures() {
        let [svg, title, description, ..] = &elements(&drawn)[..] else {
            panic!("{drawn}")
        };
        let names = [svg, title, description].map(|element| element.name.as_str());
        assert_eq!(names, ["svg", "title", "desc"]);
        assert_eq!(svg.attribute("role"), Some("img"));
        assert_eq!(title.text, name);
        assert!(description.text.ends_with('.'), "{drawn}");
    }
}

#[test]
fn markdown_does_not_end_a_picture_early() {
    for (_, drawn) in pictures() {
        // An unknown element must stand alone on its first line, and a blank line ends it.
        let first = drawn.lines().next().unwrap();
        assert!(
            first.starts_with("<svg ") && first.ends_with('>'),
            "{first}"
        );
        assert!(drawn.lines().all(|line| !line.trim().is_empty()), "{drawn}");
        assert!(drawn.ends_with("</svg>\n"));
    }
}

#[test]
fn a_picture_has_no_ids_and_refers_to_none() {
    for (_, drawn) in pictures() {
        for element in elements(&drawn) {
            assert_eq!(element.attribute("id"), None);
            assert!(
                element
                    .attributes
                    .iter()
                    .all(|(_, value)| !value.contains("url("))
            );
        }
    }
}

#[test]
fn the_description_tells_every_step_the_failure_and_the_verdict() {
    let drawn = picture("message_passing");
    let description = &elements(&drawn)[2].text;
    let said = [
        "A: price.store(Relaxed) ← 42.",
        "main: price.load(Relaxed) → 0 (stale: newest is 42, by A). main: ✗ panics.",
        "Failure: assertion `left == right` failed: the price was read before it was written.",
        "Verdict: needs weak memory: no interleaving of these steps explains it.",
    ];
    for sentence in said {
        assert!(description.contains(sentence), "{description}");
    }
}

#[test]
fn the_description_tells_every_call_with_its_interval() {
    let drawn = picture("calls_that_fit_no_order");
    let description = &elements(&drawn)[2].text;
    let said = "main, steps 3 to 7: push(7) → Ok. A, steps 4 to 5: pop() → Some(3). A, step 6: pop() → None. \
                main, from step 8 on: close() → no reply. main: front = 0.";
    assert!(description.starts_with(said), "{description}");
}

/// Returns from where to where a text reaches.
fn reach(text: &Element) -> (f64, f64) {
    (
        text.number("x"),
        text.number("x") + ADVANCE * text.text.chars().count() as f64,
    )
}

#[test]
fn no_text_reaches_out_of_its_lane_or_of_the_picture() {
    for (name, drawn) in pictures() {
        let elements = elements(&drawn);
        let (width, height) = (elements[0].number("width"), elements[0].number("height"));
        let lanes: Vec<_> = elements
            .iter()
            .filter(|element| element.name == "rect")
            .collect();
        for text in elements.iter().filter(|element| element.name == "text") {
            let ((left, right), bottom) = (reach(text), text.number("y"));
            assert!(right <= width && bottom < height, "{name}: {text:?}");
            let holds = |lane: &&&Element| {
                let (x, y) = (lane.number("x"), lane.number("y"));
                x < left
                    && left < x + lane.number("width")
                    && y < bottom
                    && bottom < y + lane.number("height")
            };
            if let Some(lane) = lanes.iter().find(holds) {
                assert!(
                    right <= lane.number("x") + lane.number("width"),
                    "{name}: {text:?}"
                );
            }
        }
    }
}

#[test]
fn any_name_can_be_drawn() {
    let name = "<b>&\"'\n\n\u{1b}[1m\u{ffff}]]>";
    let execution = Execution {
        lanes: vec![name.to_owned()],
        ..case("one_lane")
    };
    let drawn = Timeline::of(&execution).svg(name);
    let title = &elements(&drawn)[1].text;
    assert_eq!(title, "<b>&\"'   [1m\u{fffd}]]>");
    assert!(drawn.lines().all(|line| !line.trim().is_empty()), "{drawn}");
}

#[test]
fn words_have_the_colour_of_the_page_and_shapes_show_on_all_its_backgrounds() {
    // The themes light, rust, coal, navy and ayu of mdBook 0.5.
    let backgrounds = ["#ffffff", "#e1e1db", "#141617", "#161923", "#0f1419"];
    let mut colours = Vec::new();
    for (_, drawn) in pictures() {
        for element in elements(&drawn) {
            let is_words = ["text", "g"].contains(&element.name.as_str());
            let own = ["fill", "stroke"]
                .into_iter()
                .filter_map(|name| element.attribute(name));
            let own: Vec<_> = own
                .filter(|colour| colour.starts_with('#'))
                .map(str::to_owned)
                .collect();
            assert!(own.is_empty() || !is_words, "{element:?}");
            colours.extend(own);
        }
    }
    assert!(!colours.is_empty());
    for (colour, background) in colours
        .iter()
        .flat_map(|colour| backgrounds.map(|background| (colour, background)))
    {
        assert!(
            contrast(colour, background) >= 3.0,
            "{colour} on {background}"
        );
    }
}
