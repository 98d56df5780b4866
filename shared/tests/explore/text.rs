//! What a figure writes beside a step.

use shared::explore::{Expr, Step, at, compare_exchange, compute, fence, fetch_add, load, lock};
use shared::explore::{notify_all, notify_one, store, swap, unlock, val, wait, wait_until, work};

#[test]
fn a_step_without_label_is_written_as_in_rust() {
    let written: [(Step, &str); 15] = [
        (load("r", "n"), "r = n.load()"),
        (store("n", val("r") + 1), "n.store(r + 1)"),
        (compute("r", val("r") - 1), "r = r - 1"),
        (fetch_add("old", "n", 2), "old = n.fetch_add(2)"),
        (fetch_add("_", "n", 2), "n.fetch_add(2)"),
        (swap("was", "held", 1), "was = held.swap(1)"),
        (
            compare_exchange("now", "n", "r", 3),
            "now = n.compare_exchange(r, 3)",
        ),
        (load("n", at("next", "top")), "n = next[top].load()"),
        (lock("m"), "m.lock()"),
        (unlock("m"), "m.unlock()"),
        (wait("cv", "m"), "cv.wait(m)"),
        (notify_one("cv"), "cv.notify_one()"),
        (notify_all("cv"), "cv.notify_all()"),
        (fence(), "fence()"),
        (wait_until(val("n").is(0)), "wait until n = 0"),
    ];
    for (step, text) in written {
        assert_eq!(step.text(), text);
    }
}

#[test]
fn a_jump_is_written_after_the_operation_and_a_label_instead_of_both() {
    let step = load("r", "n").jump_if(val("r").is_not(0), "end");
    assert_eq!(step.text(), "r = n.load(), if r ≠ 0 go to end");
    assert_eq!(step.label("if n == 0").text(), "if n == 0");
    assert_eq!(work("eat").jump("again").text(), "eat, go to again");
}

#[test]
fn brackets_stand_only_where_they_are_needed() {
    let written: [(Expr, &str); 5] = [
        (val("a") - (val("b") - 1), "a - (b - 1)"),
        (val("a") - "b" - 1, "a - b - 1"),
        ((val("a") + 1) % 2, "(a + 1) % 2"),
        (
            val("a").is(0).or(val("b").is(0)).and(val("c").below(2)),
            "(a = 0 or b = 0) and c < 2",
        ),
        (val("a").is(val("b") + 1).or("c"), "a = b + 1 or c"),
    ];
    for (expr, text) in written {
        assert_eq!(expr.to_string(), text);
    }
}
