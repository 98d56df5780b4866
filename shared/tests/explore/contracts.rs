//! A program that makes no sense is refused in plain words, before or while it is explored.

use shared::explore::{Program, at, compute, load, lock, notify_one, store, unlock, val, work};

fn refused(program: Program) {
    drop(program.explore());
}

#[test]
#[should_panic(expected = "thread A uses `cuonter`, which is not shared")]
fn a_misspelled_variable_is_refused() {
    refused(
        Program::new()
            .shared("counter", 0)
            .thread([load("r", "cuonter")]),
    );
}

#[test]
#[should_panic(expected = "thread B uses `ledger`, which is no lock")]
fn an_undeclared_lock_is_refused() {
    refused(
        Program::new()
            .thread([work("idle")])
            .thread([lock("ledger")]),
    );
}

#[test]
#[should_panic(expected = "thread A uses `ready`, which is no condition variable")]
fn an_undeclared_condition_variable_is_refused() {
    refused(Program::new().thread([notify_one("ready")]));
}

#[test]
#[should_panic(expected = "thread A must load the shared `n` into a register first")]
fn two_accesses_to_shared_memory_in_one_step_are_refused() {
    refused(
        Program::new()
            .shared("n", 0)
            .thread([store("n", val("n") + 1)]),
    );
}

#[test]
#[should_panic(expected = "thread A reads `r`, which no step of it sets")]
fn a_register_of_nobody_is_refused() {
    refused(Program::new().shared("n", 0).thread([store("n", "r")]));
}

#[test]
#[should_panic(expected = "thread A has a register named as the shared `n`")]
fn a_register_named_as_a_shared_variable_is_refused() {
    refused(Program::new().shared("n", 0).thread([compute("n", 1)]));
}

#[test]
#[should_panic(expected = "thread A jumps to `retry`, which marks no step")]
fn a_jump_to_nowhere_is_refused() {
    refused(Program::new().thread([work("try").jump("retry")]));
}

#[test]
#[should_panic(expected = "`retry` names two things")]
fn a_mark_used_twice_is_refused() {
    refused(Program::new().thread([work("try").mark("retry"), work("try").mark("retry")]));
}

#[test]
#[should_panic(expected = "`B.r` is kept, but no step sets it")]
fn a_kept_register_of_another_thread_is_refused() {
    let program = Program::new().shared("n", 0).thread([load("r", "n")]);
    refused(program.thread([work("idle")]).keep("B.r"));
}

#[test]
#[should_panic(expected = "thread A gives `m` back without holding it")]
fn an_unlock_without_a_lock_is_refused() {
    refused(Program::new().lock("m").thread([unlock("m")]));
}

#[test]
#[should_panic(expected = "there is no shared variable `slot[2]`")]
fn an_index_out_of_bounds_is_refused() {
    let program = Program::new().array("slot", &[0, 0]);
    refused(program.thread([compute("i", 2), store(at("slot", "i"), 1)]));
}

#[test]
#[should_panic(expected = "`A.r` is forgotten here")]
fn a_look_at_a_register_that_was_not_kept_is_refused() {
    let program = Program::new().shared("n", 0).thread([load("r", "n")]);
    program.explore().unwrap().outcomes(&["A.r"]);
}
