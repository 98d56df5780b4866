//! Increments in three steps: how many schedules lose how much, exactly.

use shared::explore::{Graph, Outcome, Program, State, Step, compute, fetch_add, load};
use shared::explore::{lock, store, unlock, val};

fn increment() -> [Step; 3] {
    [load("r", "n"), compute("r", val("r") + 1), store("n", "r")]
}

fn explore(threads: usize, steps: impl Into<Vec<Step>>) -> Graph {
    let steps = steps.into();
    let program = Program::new().shared("n", 0).lock("m");
    let all = std::iter::repeat_n(steps, threads).fold(program, Program::thread);
    all.explore().expect("a figure's program is small")
}

fn increments(threads: usize, each: usize) -> Graph {
    explore(threads, vec![increment(); each].concat())
}

/// States, edges, schedules, and schedules that end in `expected`.
fn numbers(graph: &Graph, expected: i64) -> (usize, usize, u128, u128) {
    let schedules = graph.schedules().expect("no loops");
    let exact = schedules.ending(|end| end.value("n") == expected);
    let states = graph.states().len();
    (states, graph.edge_count(), schedules.total(), exact)
}

/// How many ways there are to choose `k` of `n`.
fn choose(n: u128, k: u128) -> u128 {
    (0..k).fold(1, |ways, i| ways * (n - i) / (i + 1))
}

#[test]
fn eighteen_of_twenty_schedules_lose_an_update() {
    let graph = increments(2, 1);
    assert_eq!(numbers(&graph, 2), (21, 28, 20, 2));
    let outcomes = graph.schedules().unwrap().by_outcome(&["n"]);
    let finished = |n| Outcome::Finished(vec![n]);
    assert_eq!(outcomes, [(finished(1), 18), (finished(2), 2)].into());
}

#[test]
fn more_increments_make_schedules_explode_and_states_only_grow() {
    assert_eq!(numbers(&increments(2, 2), 4), (116, 182, 924, 6));
    assert_eq!(numbers(&increments(2, 3), 6), (439, 746, 48_620, 20));
    assert_eq!(numbers(&increments(2, 4), 8), (1_300, 2_304, 2_704_156, 70));
    assert_eq!(numbers(&increments(3, 1), 3), (141, 267, 1_680, 6));
    assert_eq!(numbers(&increments(4, 1), 4), (1_121, 2_804, 369_600, 24));
}

#[test]
fn schedules_of_k_increments_each_are_6k_choose_3k_and_only_serial_ones_are_exact() {
    for k in 1..=6_u8 {
        let (_, _, total, exact) = numbers(&increments(2, k.into()), 2 * i64::from(k));
        let k = u128::from(k);
        assert_eq!((total, exact), (choose(6 * k, 3 * k), choose(2 * k, k)));
    }
}

/// Ben-Ari, "Principles of the Spin Model Checker", 2008, tells how it surprised him.
#[test]
fn the_least_final_value_is_two_from_two_increments_each_on() {
    for k in [2, 3, 4, 5, 10_u8] {
        let graph = increments(2, k.into());
        let finals: Vec<_> = (2..=2 * i64::from(k))
            .map(|n| Outcome::Finished(vec![n]))
            .collect();
        assert!(
            graph.outcomes(&["n"]).into_iter().eq(finals),
            "{k} increments each"
        );

        let to_two = graph
            .witness(|state| state.is_end() && state.value("n") == 2)
            .unwrap();
        assert_eq!(
            to_two.len(),
            6 * usize::from(k),
            "a schedule has every step of both threads"
        );
        let end = graph.after(&to_two).unwrap();
        assert!(end.is_finished() && end.value("n") == 2);
    }
}

/// B stores late over what A did before its last increment, and A late over what B did since.
#[test]
fn two_late_stores_make_a_counter_of_six_end_at_two() {
    let graph = increments(2, 3);
    let to_two = graph.witness(|state| state.is_end() && state.value("n") == 2);
    let to_two = to_two.unwrap();
    assert_eq!(to_two, "AABAAAABBAABBBBBBA");

    let counter_after =
        |letters: usize| graph.replay(&to_two[..letters]).unwrap()[letters].value("n");
    let (a_twice, b_late, a_reads, b_rest, a_late) = (7, 9, 10, 17, 18);
    let told = [a_twice, b_late, a_reads, b_rest, a_late].map(counter_after);
    assert_eq!(told, [2, 1, 1, 3, 2]);
}

#[test]
fn an_update_is_lost_for_good_once_both_threads_have_read() {
    let graph = increments(2, 1);
    let lost = |end: &State<'_>| end.value("n") == 1;
    let doomed = graph.doomed(lost);
    assert!(!doomed.contains(&0));
    for (schedule, is_point) in [("AB", true), ("BA", true), ("AAB", true), ("ABAB", false)] {
        let state = graph.after(schedule).unwrap();
        assert!(doomed.contains(&state.number()), "{schedule}");
        let points = graph.points_of_no_return(lost);
        assert_eq!(points.contains(&state.number()), is_point, "{schedule}");
    }
}

#[test]
fn no_update_is_lost_under_a_lock_or_in_one_step() {
    let [read, add, write] = increment();
    let locked = explore(
        2,
        [
            lock("m"),
            read.clone(),
            add.clone(),
            write.clone(),
            unlock("m"),
        ],
    );
    assert_eq!(numbers(&locked, 2), (20, 20, 2, 2));
    let atomic = explore(2, vec![fetch_add("_", "n", 1); 3]);
    assert_eq!(numbers(&atomic, 6), (16, 24, 20, 20));

    let read_too_early = explore(2, [read, lock("m"), add, write, unlock("m")]);
    assert_eq!(numbers(&read_too_early, 2), (38, 46, 12, 4));
}
