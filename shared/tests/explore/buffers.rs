//! Store buffers: what x86 shows and interleaving cannot, and what fences take away again.

use shared::explore::{Graph, Outcome, Program, Reason, State, Step, fence, fetch_add, load};
use shared::explore::{store, swap};

fn zero_zero() -> Outcome {
    Outcome::Finished(vec![0, 0])
}

/// Dekker's entry: each thread raises its flag, then looks at the other's.
fn store_buffering(between: &[Step]) -> Program {
    let side = |mine, other| [&[store(mine, 1)], between, &[load("r", other)]].concat();
    let program = Program::new().shared("x", 0).shared("y", 0);
    let program = program.thread(side("x", "y")).thread(side("y", "x"));
    program.keep("A.r").keep("B.r")
}

fn explore(program: Program) -> Graph {
    program.explore().unwrap()
}

fn shows_zero_zero(program: Program) -> bool {
    explore(program)
        .outcomes(&["A.r", "B.r"])
        .contains(&zero_zero())
}

#[test]
fn both_threads_miss_the_others_store_only_with_buffers_and_without_fences() {
    assert!(!shows_zero_zero(store_buffering(&[])));
    assert!(shows_zero_zero(store_buffering(&[]).with_store_buffers()));
    assert!(!shows_zero_zero(store_buffering(&[fence()])));
    assert!(!shows_zero_zero(
        store_buffering(&[fence()]).with_store_buffers()
    ));
}

#[test]
fn a_read_modify_write_to_anything_is_as_good_as_a_fence() {
    let touch = || fetch_add("_", "unrelated", 0);
    let program = store_buffering(&[touch()]).shared("unrelated", 0);
    assert!(!shows_zero_zero(program.with_store_buffers()));
}

#[test]
fn the_flush_is_a_step_of_its_own_and_shows_in_the_schedule() {
    let graph = explore(store_buffering(&[]).with_store_buffers());
    assert_eq!(graph.letters().collect::<String>(), "ABab");
    let both_zero = |s: &State<'_>| s.outcome(&["A.r", "B.r"]) == Some(zero_zero());
    assert_eq!(graph.witness(both_zero).as_deref(), Some("AABBab"));

    let visited = graph.replay("AABBab").unwrap();
    assert_eq!(
        (visited[1].buffer('A'), visited[1].value("x")),
        (vec![("x", 1)], 0)
    );
    assert_eq!((visited[5].buffer('A'), visited[5].value("x")), (vec![], 1));
    assert!(!visited[4].is_end(), "a store has not arrived");
    assert_eq!(visited[5].after('a').unwrap_err(), Reason::NothingBuffered);
}

#[test]
fn a_thread_reads_its_own_newest_store_at_once() {
    let program =
        Program::new()
            .shared("x", 0)
            .thread([store("x", 1), store("x", 2), load("r", "x")]);
    let graph = explore(program.keep("A.r").with_store_buffers());
    assert_eq!(
        graph.outcomes(&["A.r", "x"]),
        [Outcome::Finished(vec![2, 2])].into()
    );
}

#[test]
fn stores_of_one_thread_arrive_in_order() {
    let program = Program::new().shared("data", 0).shared("ready", 0);
    let program = program.thread([store("data", 7), store("ready", 1)]);
    let program = program.thread([load("r", "ready"), load("d", "data")]);
    let graph = explore(program.keep("B.r").keep("B.d").with_store_buffers());
    let seen = |ready, data| Outcome::Finished(vec![ready, data]);
    assert_eq!(
        graph.outcomes(&["B.r", "B.d"]),
        [seen(0, 0), seen(0, 7), seen(1, 7)].into()
    );
}

#[test]
fn what_drains_waits_for_the_flush() {
    let program = Program::new().shared("x", 0).shared("y", 0);
    let program = program.thread([store("x", 1), swap("_", "y", 1)]);
    let graph = explore(program.with_store_buffers());
    let stored = graph.after("A").unwrap();
    let reason = stored.after('A').unwrap_err();
    assert_eq!(
        reason.to_string(),
        "waits until its buffered stores have reached memory"
    );
    assert!(graph.after("AaA").unwrap().is_finished());
}

#[test]
fn a_loop_of_stores_comes_to_an_end_of_its_states() {
    let program = Program::new()
        .shared("x", 0)
        .thread([store("x", 1).mark("on").jump("on")]);
    let graph = explore(program.with_store_buffers());
    let full = graph.after(&"A".repeat(32)).unwrap();
    assert_eq!(full.after('A').unwrap_err(), Reason::BufferFull);
    assert!(full.after('a').is_ok());
}
