//! Peterson's algorithm: it excludes, until stores are buffered.

use shared::explore::{Graph, Program, State, Step, fence, load, store, val, wait_until, work};

/// Two threads, each of which names its own flag, the other's, and whose turn it grants.
fn pair(side: impl Fn(&str, &str, i64) -> Vec<Step>) -> Program {
    let program = Program::new().shared("flagA", 0).shared("flagB", 0);
    let program = program.shared("turn", 0).thread(side("flagA", "flagB", 1));
    program.thread(side("flagB", "flagA", 0))
}

/// Peterson, "Myths about the mutual exclusion problem", 1981; the spin is one blocked step.
fn peterson(me: &str, other: &str, turn: i64) -> Vec<Step> {
    vec![
        store(me, 1),
        store("turn", turn),
        wait_until(val(other).is(0).or(val("turn").is_not(turn))),
        work("critical section").mark("critical"),
        store(me, 0),
    ]
}

fn fenced(me: &str, other: &str, turn: i64) -> Vec<Step> {
    let mut steps = peterson(me, other, turn);
    steps.insert(2, fence());
    steps
}

/// The spin as a loop of two loads.
fn spinning(me: &str, other: &str, turn: i64) -> Vec<Step> {
    let spin = [
        load("f", other)
            .jump_if(val("f").is(0), "critical")
            .mark("spin"),
        load("t", "turn").jump_if(val("t").is(turn), "spin"),
    ];
    let mut steps = peterson(me, other, turn);
    steps.splice(2..3, spin);
    steps
}

fn both_critical(state: &State<'_>) -> bool {
    state.is_at('A', "critical") && state.is_at('B', "critical")
}

fn explore(program: Program) -> Graph {
    program.explore().unwrap()
}

#[test]
fn peterson_excludes_and_never_deadlocks() {
    let graph = explore(pair(peterson));
    assert_eq!((graph.states().len(), graph.edge_count()), (34, 46));
    assert_eq!(graph.schedules().unwrap().total(), 18);
    assert_eq!(graph.witness(both_critical), None);
    assert_eq!(graph.witness(State::is_deadlock), None);
}

#[test]
fn a_spin_loop_written_out_excludes_as_well_and_has_endless_schedules() {
    let graph = explore(pair(spinning));
    assert_eq!(graph.witness(both_critical), None);
    assert!(graph.schedules().is_err());
}

#[test]
fn peterson_needs_fences_once_stores_are_buffered() {
    let bare = explore(pair(peterson).with_store_buffers());
    // Both raise their flags and grant the turn, and neither store has left its buffer.
    assert_eq!(bare.witness(both_critical).as_deref(), Some("AAABBB"));
    let fenced = explore(pair(fenced).with_store_buffers());
    assert_eq!(fenced.witness(both_critical), None);
}
