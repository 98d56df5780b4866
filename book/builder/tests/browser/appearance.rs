//! How figures look: readable in all five themes, still for those who ask for stillness, within a phone's width.

use serde_json::{Value, json};

use crate::page::{Reader, figures, pages};

const THEMES: [&str; 5] = ["light", "rust", "coal", "navy", "ayu"];

/// Finds each text in a figure, the colour that it has, and the colours behind it from the nearest on.
const TEXTS: &str = "
    const texts = [];
    const walker = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        let element = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent.trim();
        if (!text || element.closest('script, title, desc, svg') || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const behind = [];
        for (; element; element = element.parentElement) behind.push(getComputedStyle(element).backgroundColor);
        texts.push({ text, colour: style.color, behind });
    }
    return texts;";

/// The three channels of `rgb(1, 2, 3)`, and how opaque they are.
fn channels(colour: &str) -> ([f64; 3], f64) {
    let inner = colour
        .split_once('(')
        .expect("a computed colour is rgb()")
        .1
        .trim_end_matches(')');
    let numbers: Vec<f64> = inner
        .split([',', ' ', '/'])
        .filter_map(|part| part.parse().ok())
        .collect();
    let [red, green, blue, ..] = numbers[..] else {
        panic!("no colour: {colour}")
    };
    ([red, green, blue], numbers.get(3).copied().unwrap_or(1.0))
}

/// Lays a colour over an opaque one.
fn over(colour: &str, below: [f64; 3]) -> [f64; 3] {
    let (channels, opacity) = channels(colour);
    std::array::from_fn(|i| channels[i] * opacity + below[i] * (1.0 - opacity))
}

/// The relative luminance of WCAG 2.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|channel| {
        let channel = channel / 255.0;
        if channel <= 0.04045 {
            channel / 12.92
        } else {
            ((channel + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// The contrast of a text with what is behind it.
fn contrast(text: &Value) -> f64 {
    let behind = text["behind"].as_array().expect("the colours are a list");
    let lay = |below, colour: &Value| over(colour.as_str().expect("a colour is a text"), below);
    let ground = behind.iter().rev().fold([255.0; 3], lay);
    let ink = over(text["colour"].as_str().expect("a colour is a text"), ground);
    let (ink, ground) = (luminance(ink), luminance(ground));
    (ink.max(ground) + 0.05) / (ink.min(ground) + 0.05)
}

/// Demands of each text of a figure what WCAG 2 demands of small text.
#[track_caller]
fn demand_contrast(reader: &Reader, id: &str, place: &str) {
    let figure = reader.find(&format!("#{id}"));
    let texts = reader.script(TEXTS, json!([figure.value()]));
    let texts = texts.as_array().expect("the texts are a list");
    assert!(texts.len() > 10, "{place}: {texts:?}");
    for text in texts {
        let contrast = contrast(text);
        assert!(contrast >= 4.5, "{place}: {contrast:.1} to 1: {text}");
    }
}

#[test]
fn every_text_of_a_figure_is_readable_in_every_theme() {
    let Some(reader) = Reader::start() else {
        return;
    };
    reader.open("introduction.html");
    for theme in THEMES {
        let choose = "localStorage.setItem('mdbook-theme', arguments[0])";
        reader.script(choose, json!([theme]));
        for (page, ids) in figures() {
            reader.open(&page);
            let shown = "return document.documentElement.classList.contains(arguments[0])";
            assert_eq!(
                reader.script(shown, json!([theme])),
                true,
                "{theme} is not shown"
            );
            for id in &ids {
                demand_contrast(&reader, id, &format!("{page}, {id}, {theme}"));
            }
        }
    }
    reader.demand_quiet();
}

#[test]
fn nothing_moves_for_those_who_ask_for_stillness() {
    let Some(reader) = Reader::start() else {
        return;
    };
    let wish = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    reader.tools("Emulation.setEmulatedMedia", wish);
    let moving = "return [...arguments[0].querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0.001);
        return lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration));
    }).length";
    for (page, ids) in figures() {
        reader.open(&page);
        for id in ids {
            let figure = reader.find(&format!("#{id}"));
            assert_eq!(
                reader.script(moving, json!([figure.value()])),
                0,
                "{page}: {id}"
            );
        }
    }
}

#[test]
fn no_page_is_wider_than_a_phone() {
    let Some(reader) = Reader::start() else {
        return;
    };
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
    reader.tools("Emulation.setDeviceMetricsOverride", phone);
    for page in pages() {
        reader.open(&page);
        let width = reader.script("return document.scrollingElement.scrollWidth", json!([]));
        assert!(width.as_u64() <= Some(390), "{page} is {width} px wide");
    }
    for (page, ids) in figures() {
        reader.open(&page);
        for id in ids {
            reader.find(&format!("#{id} button.skip")).click();
            // What is written of the steps takes room too.
            reader.press("1234".repeat(4).chars());
            let right = "return Math.max(...[...document.querySelectorAll(arguments[0])]
                .map((part) => part.getBoundingClientRect().right))";
            let parts = format!("#{id} :is(button, .thread, .trace, .map, svg)");
            let right = reader.script(right, json!([parts]));
            assert!(
                right.as_f64() <= Some(390.0),
                "{page}, {id}: a part ends at {right} px"
            );
        }
    }
}
