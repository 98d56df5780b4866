//! What histories look like.

use crate::in_model;
use crate::random::{self, Dice};
use crate::snapshot::{self, assert_recorded};
use crate::structures::{PeekThenPop, TopThenPop};
use shared::history::{History, Operation, Queue, QueueCall, QueueReply, judge};
use shared::terminal::Style;
use std::fmt::Write;

const PAPER: Style = Style {
    colour: false,
    unicode: true,
    width: 100,
};

#[test]
fn a_value_that_is_popped_twice_is_drawn_above_the_steps_that_did_it() {
    let found = in_model::judged_as_queue::<PeekThenPop>().unwrap_err();
    assert_recorded("peek_then_pop.txt", &found.to_string());
    let found = in_model::judged_as_stack::<TopThenPop>().unwrap_err();
    assert_recorded("top_then_pop.txt", &found.to_string());
}

/// A history with all there is to draw: calls that overlap, one within another, one pending, and a misfit.
fn every_kind() -> History<Queue<u8>> {
    let operation = |thread, call, begun, returned| Operation {
        thread,
        call,
        begun,
        returned,
    };
    History {
        threads: ["main", "producer", "consumer", "idle"]
            .map(str::to_owned)
            .to_vec(),
        initial: Queue::bounded(1),
        operations: vec![
            operation(0, QueueCall::Push(1), 1, Some((2, QueueReply::Pushed))),
            operation(1, QueueCall::Push(2), 3, Some((8, QueueReply::Full))),
            operation(2, QueueCall::Pop, 4, Some((5, QueueReply::Popped(1)))),
            operation(2, QueueCall::Pop, 6, Some((7, QueueReply::Popped(2)))),
            operation(0, QueueCall::Close, 9, None),
        ],
    }
}

#[test]
fn a_chart_is_drawn_as_recorded() {
    let history = every_kind();
    let chart = history.chart(judge(&history).as_ref().err());
    let mut drawn = String::new();
    for (width, unicode) in [(100, true), (80, false), (40, true), (20, false)] {
        let style = Style {
            unicode,
            width,
            ..PAPER
        };
        writeln!(drawn, "=== {width} columns\n{}", chart.text(style)).unwrap();
    }
    assert_recorded("every_kind.txt", &drawn);
}

#[test]
fn nothing_else_is_recorded() {
    let mut names = snapshot::names();
    names.sort();
    let drawn = [
        "every_kind.txt",
        "peek_then_pop.txt",
        "pending.txt",
        "top_then_pop.txt",
    ];
    assert_eq!(names, drawn);
}

#[test]
fn no_line_of_a_chart_is_too_wide_or_ends_in_spaces() {
    let mut dice = Dice::new(20);
    for history in std::iter::repeat_with(|| random::history(&mut dice)).take(50) {
        let chart = history.chart(judge(&history).as_ref().err());
        for (width, unicode) in (20..=100).flat_map(|width| [(width, false), (width, true)]) {
            let text = chart
                .text(Style {
                    unicode,
                    width,
                    ..PAPER
                })
                .to_string();
            for line in text.lines() {
                assert!(line.chars().count() <= width, "{width}: {line:?}");
                assert_eq!(line, line.trim_end(), "{width}");
            }
            assert!(unicode || text.is_ascii(), "{width}: {text}");
        }
    }
}

#[test]
fn the_misfit_is_red_and_a_pending_call_yellow() {
    let history = every_kind();
    let chart = history.chart(judge(&history).as_ref().err());
    for width in [100, 20] {
        let drawn = chart
            .text(Style {
                colour: true,
                width,
                ..PAPER
            })
            .to_string();
        assert!(
            drawn.contains("\x1b[31m") && drawn.contains("\x1b[33m"),
            "{drawn}"
        );
    }
}
