//! The graph in a fragment is the explorer's: every state, every move, every reason.

use crate::cases;
use crate::page::Page;
use serde_json::{Value, json};
use shared::explore::{Graph, State};
use shared::figure::Figure;

/// Calls a law for each figure, as a page and as the explorer sees it.
fn for_all(law: impl Fn(&Figure, &Page, &Graph)) {
    for figure in cases::all() {
        let graph = figure.program.explore().expect("it is small");
        law(&figure, &Page::of(&figure), &graph);
    }
}

#[test]
fn every_move_leads_where_the_explorer_leads_and_is_refused_in_its_words() {
    for_all(|figure, page, graph| {
        let states = page.graph["states"].as_array().expect("a list");
        assert_eq!(states.len(), graph.states().len());
        for state in graph.states() {
            assert_eq!(page.state(state.number()).is_end, state.is_end());
            for letter in graph.letters() {
                let expected = state.after(letter);
                let expected = expected
                    .map(|to| to.number())
                    .map_err(|reason| reason.to_string());
                let found = page.after(state.number(), letter).map_err(str::to_owned);
                assert_eq!(found, expected, "{} {letter} from {state:?}", figure.path());
            }
        }
    });
}

/// What the explorer says of each name that a page shows, with null for a dead register.
fn values(page: &Page, state: &State<'_>) -> Vec<Value> {
    let names = page.graph["names"].as_array().expect("a list");
    let all = state.values();
    let value = |name: &Value| {
        let own = name["name"].as_str().expect("a text");
        let thread = name["thread"]
            .as_u64()
            .map(|thread| char::from(b'A' + thread as u8));
        let full = thread.map_or(own.to_owned(), |thread| format!("{thread}.{own}"));
        match (all.iter().find(|(known, _)| *known == full), thread) {
            (Some((_, value)), _) => json!(value),
            (None, None) => json!(
                state
                    .holder(own)
                    .map_or("free".to_owned(), |holder| format!("held by {holder}"))
            ),
            (None, Some(thread)) => {
                let stores: Vec<_> = state
                    .buffer(thread)
                    .iter()
                    .map(|(to, value)| format!("{to} ← {value}"))
                    .collect();
                json!(if stores.is_empty() {
                    "empty".to_owned()
                } else {
                    stores.join(", ")
                })
            }
        }
    };
    names.iter().map(value).collect()
}

#[test]
fn every_value_is_the_explorers_and_a_dead_register_is_null() {
    for_all(|figure, page, graph| {
        for state in graph.states() {
            let row = page.state(state.number());
            assert_eq!(
                row.values,
                values(page, &state),
                "{} {state:?}",
                figure.path()
            );
            let threads = graph.letters().filter(char::is_ascii_uppercase);
            let positions: Vec<_> = threads
                .map(|thread| json!(state.position(thread)))
                .collect();
            assert_eq!(row.positions, positions);
        }
    });
    let dead = Page::of(&cases::lost_update(1));
    assert_eq!(dead.state(0).values, [json!(0), Value::Null, Value::Null]);
}

#[test]
fn no_two_states_look_and_behave_alike() {
    for_all(|figure, page, graph| {
        let seen = graph.states().map(|state| {
            let row = page.state(state.number());
            let moves = graph
                .letters()
                .map(|letter| page.after(state.number(), letter));
            (row.positions, row.values, moves.collect::<Vec<_>>())
        });
        let seen: Vec<_> = seen.collect();
        for (index, one) in seen.iter().enumerate() {
            assert!(
                !seen[..index].contains(one),
                "{}: {one:?} twice",
                figure.path()
            );
        }
    });
}

#[test]
fn a_step_is_named_by_its_thread_and_a_flush_says_what_it_does() {
    let page = Page::of(&cases::store_buffers());
    let flush = "a store reaches memory";
    assert_eq!(
        page.graph["moves"],
        json!([
            { "letter": "A", "thread": 0, "name": "Step A" },
            { "letter": "B", "thread": 1, "name": "Step B" },
            { "letter": "a", "thread": 0, "name": "Flush A", "does": flush },
            { "letter": "b", "thread": 1, "name": "Flush B", "does": flush },
        ])
    );
}

#[test]
fn a_thread_that_stores_nothing_has_no_buffer_to_show_and_none_to_flush() {
    let page = Page::of(&cases::one_buffer());
    let told = |group: &str, member: &str| {
        let group = page.graph[group].as_array().expect("a list").iter();
        let texts = group.map(|one| one[member].as_str().expect("a text").to_owned());
        texts.collect::<Vec<_>>()
    };
    assert_eq!(told("moves", "letter"), ["A", "B", "a"]);
    assert_eq!(told("names", "name"), ["x", "buffer", "seen"]);
    assert!(!page.html.contains("a flush of B"));
}

#[test]
fn a_walk_along_any_schedule_meets_the_states_of_the_explorer() {
    for_all(|figure, page, graph| {
        let letters: Vec<char> = graph.letters().collect();
        let mut seed = 1_u64;
        for _ in 0..50 {
            let (mut schedule, mut visited) = (String::new(), vec![0]);
            for _ in 0..60 {
                // Knuth's multiplier for a linear congruential generator, MMIX.
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let letter = letters[(seed >> 33) as usize % letters.len()];
                if let Ok(to) = page.after(visited[visited.len() - 1], letter) {
                    schedule.push(letter);
                    visited.push(to);
                }
            }
            let states = graph.replay(&schedule).expect("no letter was refused");
            let expected: Vec<_> = states.iter().map(State::number).collect();
            assert_eq!(visited, expected, "{} {schedule}", figure.path());
        }
    });
}
