//! Registers live as long as some step may read them, and no longer.

use shared::explore::{END, Outcome, Program, compute, fetch_add, load, store, val, work};

#[test]
fn a_register_read_only_after_a_jump_back_is_not_forgotten() {
    let adds_two_three_times = [
        compute("two", 2),
        compute("left", 3),
        fetch_add("_", "sum", "two").mark("again"),
        compute("left", val("left") - 1).jump_if(val("left").is_not(0), "again"),
    ];
    let graph = Program::new()
        .shared("sum", 0)
        .thread(adds_two_three_times)
        .explore()
        .unwrap();
    assert_eq!(
        graph.outcomes(&["sum"]),
        [Outcome::Finished(vec![6])].into()
    );
}

#[test]
fn what_no_step_reads_any_more_tells_no_states_apart() {
    let states = |keep: bool| {
        let returns_early = [load("r", "n"), work("give up").jump(END), store("n", "r")];
        let program = Program::new().shared("n", 0).thread(returns_early);
        let program = program.thread([store("n", 1)]);
        let program = if keep { program.keep("A.r") } else { program };
        program.explore().unwrap().states().len()
    };
    // Where A stands, three ways, and whether B has stored, two ways; r is 0 or 1 if it is kept.
    assert_eq!(states(false), 3 * 2);
    assert_eq!(states(true), 3 * 2 + 2);
}
