//! What a timeline looks like as text.

use crate::cases::{self, case};
use crate::random::{self, Shape};
use crate::snapshot;
use shared::terminal::Style;
use shared::timeline::Timeline;
use std::fmt::Write;

const PAPER: Style = Style {
    colour: false,
    unicode: true,
    width: 100,
};

/// Draws a timeline at the usual widths, and once in ASCII.
fn at_usual_widths(timeline: &Timeline) -> String {
    let mut drawn = String::new();
    for width in [100, 80, 60, 40, 20] {
        let unicode = width != 80;
        let kind = if unicode { "" } else { ", ASCII" };
        let text = timeline.text(Style {
            unicode,
            width,
            ..PAPER
        });
        writeln!(drawn, "=== {width} columns{kind}\n{text}").unwrap();
    }
    drawn
}

#[test]
fn every_case_is_drawn_as_recorded() {
    for (name, execution) in cases::ALL {
        let drawn = at_usual_widths(&Timeline::of(&execution()));
        snapshot::assert_recorded(&format!("{name}.txt"), &drawn);
    }
}

#[test]
fn a_timeline_displays_itself_as_on_paper() {
    let timeline = Timeline::of(&case("lost_update"));
    assert_eq!(timeline.to_string(), timeline.text(PAPER).to_string());
}

/// All cases, and some timelines that nobody thought of.
fn timelines() -> impl Iterator<Item = Timeline> {
    let random = (1..=5).map(|lanes| random::execution(7, Shape::new(lanes, 25, 50)));
    let all = cases::ALL.iter().map(|(_, execution)| execution());
    all.chain(random).map(|execution| Timeline::of(&execution))
}

#[test]
fn no_line_is_too_wide_or_ends_in_spaces() {
    for timeline in timelines() {
        for (width, unicode) in (20..=100).flat_map(|width| [(width, false), (width, true)]) {
            let style = Style {
                unicode,
                width,
                ..PAPER
            };
            let text = timeline.text(style).to_string();
            for line in text.lines() {
                let fits = line.chars().count() <= width;
                let is_one_word = line.split_whitespace().count() == 1;
                assert!(fits || is_one_word, "{width}: {line:?}");
                assert_eq!(line, line.trim_end(), "{width}");
            }
            assert!(unicode || text.is_ascii(), "{width}: {text}");
        }
    }
}

#[test]
fn colour_changes_no_character_and_ends_with_its_line() {
    for timeline in timelines() {
        for width in [100, 60, 40, 20] {
            let plain = Style { width, ..PAPER };
            let coloured = Style {
                colour: true,
                ..plain
            };
            let plain = timeline.text(plain).to_string();
            let coloured = timeline.text(coloured).to_string();
            let bare: Vec<_> = coloured.lines().map(without_codes).collect();
            assert_eq!(bare, plain.lines().collect::<Vec<_>>());
        }
    }
}

/// Takes the codes out of a line in which each is ended before the next begins.
fn without_codes(line: &str) -> String {
    let mut pieces = line.split("\x1b[");
    let mut bare = pieces.next().unwrap_or_default().to_owned();
    let mut is_open = false;
    for piece in pieces {
        let (code, text) = piece.split_once('m').expect("a code ends in m");
        assert_ne!(code == "0", !is_open, "{line:?}");
        is_open = code != "0";
        bare += text;
    }
    assert!(!is_open, "{line:?}");
    bare
}

#[test]
fn what_fails_is_red_and_what_is_stale_or_waits_is_yellow() {
    let painted = [
        ("lost_update", "\x1b[31m✗ panics\x1b[0m"),
        ("message_passing", "\x1b[33mprice.load(Relaxed) → 0\x1b[0m"),
        ("deadlock", "\x1b[33mbob.lock\x1b[0m"),
    ];
    for (name, text) in painted {
        for width in [100, 40, 28] {
            let style = Style {
                colour: true,
                width,
                ..PAPER
            };
            let drawn = Timeline::of(&case(name)).text(style).to_string();
            assert!(drawn.contains(text), "{drawn}");
        }
    }
}

#[test]
fn the_failing_row_stands_in_the_failing_lane() {
    let drawn = Timeline::of(&case("raised_by_an_operation")).to_string();
    let fails = drawn.lines().find(|line| line.contains("✗ fails")).unwrap();
    assert_eq!(
        fails.split('│').position(|cell| cell.contains("fails")),
        Some(2),
        "{drawn}"
    );
}

#[test]
fn sixty_rows_are_drawn_and_of_more_the_ends_and_all_that_have_a_note() {
    let drawn = |steps| {
        let timeline = Timeline::of(&cases::counting(steps));
        (timeline.rows().len(), timeline.to_string())
    };
    let (rows, whole) = drawn(51);
    assert!(rows == 60 && !whole.contains("left out"), "{whole}");
    let (rows, shortened) = drawn(52);
    assert!(rows == 61 && shortened.contains("left out"), "{shortened}");
    assert!(
        shortened.contains("stale: newest is 26, by A"),
        "{shortened}"
    );
}
