//! One indivisible step: it keeps what a check and an act apart lose.

use shared::explore::{END, Graph, Outcome, Program, Step, compare_exchange, fetch_add, load};
use shared::explore::{store, swap, val};

fn explore(program: Program) -> Graph {
    program.explore().unwrap()
}

#[test]
fn a_compare_exchange_loop_loses_no_update() {
    let adds_one = [
        load("seen", "n").mark("retry"),
        compare_exchange("now", "n", "seen", val("seen") + 1)
            .jump_if(val("now").is_not("seen"), "retry"),
    ];
    let numbers = |threads: usize| {
        let program = Program::new().shared("n", 0);
        let each = std::iter::repeat_n(adds_one.to_vec(), threads);
        let graph = explore(each.fold(program, Program::thread));
        let all = Outcome::Finished(vec![threads as i64]);
        assert_eq!(graph.outcomes(&["n"]), [all].into());
        let total = graph.schedules().unwrap().total();
        (graph.states().len(), graph.edge_count(), total)
    };
    assert_eq!(numbers(2), (11, 14, 6));
    assert_eq!(numbers(3), (48, 90, 498));
}

#[test]
fn check_then_act_sells_a_seat_twice_and_one_step_does_not() {
    let checks_then_acts = [
        load("r", "free").jump_if(val("r").is(0), END),
        store("free", 0),
        fetch_add("_", "tickets", 1),
    ];
    let in_one_step = [
        swap("r", "free", 0).jump_if(val("r").is(0), END),
        fetch_add("_", "tickets", 1),
    ];
    let sold = |steps: &[Step]| {
        let program = Program::new().shared("free", 1).shared("tickets", 0);
        let steps: Vec<_> = steps.to_vec();
        explore(program.thread(steps.clone()).thread(steps)).outcomes(&["tickets"])
    };
    let tickets = |n| Outcome::Finished(vec![n]);
    assert_eq!(sold(&checks_then_acts), [tickets(1), tickets(2)].into());
    assert_eq!(sold(&in_one_step), [tickets(1)].into());
}
