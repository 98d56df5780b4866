//! Schedules as letters: shortest ones, refused ones, endless and uncountable ones.

use shared::explore::{Graph, Program, Reason, State, Uncountable, compute, fetch_add, load, lock};
use shared::explore::{store, unlock, val, wait_until, work};

fn explore(program: Program) -> Graph {
    program.explore().unwrap()
}

#[test]
fn the_witness_is_the_first_of_the_shortest_by_the_alphabet() {
    let side = |mine, other| [store(mine, 1), load("r", other)];
    let program = Program::new().shared("x", 0).shared("y", 0);
    let program = program.thread(side("x", "y")).thread(side("y", "x"));
    let graph = explore(program.keep("A.r").keep("B.r").with_store_buffers());
    let goal = |state: &State<'_>| state.is_end() && state.value("A.r") == 1;

    let reaches = |schedule: &String| graph.after(schedule).is_ok_and(|state| goal(&state));
    let mut in_order = (0..=6).flat_map(|length| words("ABab", length));
    let first = in_order.find(reaches).expect("a schedule has six letters");
    assert_eq!(graph.witness(goal), Some(first));
}

/// All words of a length, in the order of the alphabet.
fn words(alphabet: &str, length: usize) -> Vec<String> {
    let append = |words: Vec<String>, _| {
        let mut longer = vec![];
        for word in &words {
            longer.extend(alphabet.chars().map(|letter| format!("{word}{letter}")));
        }
        longer
    };
    (0..length).fold(vec![String::new()], append)
}

#[test]
fn a_refused_schedule_names_the_position_the_letter_and_the_reason() {
    let both = [lock("ledger"), work("sell"), unlock("ledger")];
    let graph = explore(
        Program::new()
            .lock("ledger")
            .thread(both.clone())
            .thread(both),
    );
    let refusal = |schedule: &str| graph.replay(schedule).unwrap_err().to_string();
    assert_eq!(
        refusal("AAB"),
        "letter 3, `B`, cannot come there: it waits for `ledger`, held by A"
    );
    assert_eq!(
        refusal("AAAA"),
        "letter 4, `A`, cannot come there: it has finished"
    );
    assert_eq!(
        refusal("AC"),
        "letter 2, `C`, cannot come there: it is not part of this program"
    );
    assert_eq!(
        graph.replay("a").unwrap_err().reason,
        Reason::Unknown,
        "no store buffers"
    );
}

#[test]
fn a_replay_visits_one_state_more_than_the_schedule_has_letters() {
    let increment = [load("r", "n"), compute("r", val("r") + 1), store("n", "r")];
    let graph = explore(
        Program::new()
            .shared("n", 0)
            .thread(increment.clone())
            .thread(increment),
    );
    let visited = graph.replay("ABABAB").unwrap();
    let states: Vec<_> = visited.iter().map(|state| format!("{state:?}")).collect();
    assert_eq!(
        states,
        [
            "state 0: n = 0 A.r = – B.r = –",
            "state 1: n = 0 A.r = 0 B.r = –",
            "state 4: n = 0 A.r = 0 B.r = 0",
            "state 7: n = 0 A.r = 1 B.r = 0",
            "state 12: n = 0 A.r = 1 B.r = 1",
            "state 16: n = 1 A.r = – B.r = 1",
            "state 20: n = 1 A.r = – B.r = –",
        ]
    );
}

#[test]
fn a_loop_makes_schedules_endless_but_not_unreachable() {
    let spins = [load("r", "go").mark("spin").jump_if(val("r").is(0), "spin")];
    let graph = explore(
        Program::new()
            .shared("go", 0)
            .thread(spins)
            .thread([store("go", 1)]),
    );
    let endless = graph.schedules().unwrap_err();
    let (lead, cycle) = (String::new(), "A".into());
    assert_eq!(endless, Uncountable::Endless { lead, cycle });
    assert!(
        endless
            .to_string()
            .contains("write the loop as one blocked step with `wait_until`")
    );
    assert_eq!(graph.witness(State::is_finished).as_deref(), Some("BA"));
}

#[test]
fn the_letters_of_an_endless_schedule_lead_back_to_where_they_began() {
    let takes_turns = [
        work("begin"),
        wait_until(val("turn").is(0)).mark("again"),
        store("turn", 1).jump("again"),
    ];
    let other = [
        wait_until(val("turn").is(1)).mark("again"),
        store("turn", 0).jump("again"),
    ];
    let graph = explore(
        Program::new()
            .shared("turn", 0)
            .thread(takes_turns)
            .thread(other),
    );
    let Err(Uncountable::Endless { lead, cycle }) = graph.schedules() else {
        panic!("they take turns for ever");
    };
    let before = graph.after(&lead).unwrap().number();
    let after = graph.after(&(lead + &cycle)).unwrap().number();
    assert_eq!(before, after);
    assert!(!cycle.is_empty());
}

#[test]
fn a_count_beyond_128_bits_is_an_error() {
    let steps = |n| vec![work("step"); n];
    let schedules = |n| explore(Program::new().thread(steps(n)).thread(steps(n)));
    // C(130, 65) is about 2^126, C(134, 67) about 2^130.
    assert!(schedules(65).schedules().unwrap().total() > 1 << 126);
    assert_eq!(
        schedules(67).schedules().unwrap_err(),
        Uncountable::Overflow
    );
}

#[test]
fn a_program_without_end_of_states_is_given_up() {
    let counts_for_ever = [fetch_add("_", "n", 1).mark("again").jump("again")];
    let program = Program::new().shared("n", 0).thread(counts_for_ever);
    let given_up = program.explore_up_to(100).unwrap_err();
    assert_eq!(given_up.limit, 100);
    assert!(
        given_up
            .to_string()
            .contains("raise the limit with `explore_up_to`")
    );
}

#[test]
fn a_limit_is_reached_only_beyond_it() {
    let program = Program::new().thread([work("one"), work("two")]);
    assert_eq!(program.explore_up_to(3).unwrap().states().len(), 3);
    assert!(program.explore_up_to(2).is_err());
}

#[test]
fn a_program_without_threads_has_one_schedule_and_it_is_empty() {
    let graph = explore(Program::new().shared("n", 5));
    assert_eq!(graph.schedules().unwrap().total(), 1);
    assert!(graph.state(0).is_finished());
    assert_eq!(graph.witness(State::is_finished).as_deref(), Some(""));
}
