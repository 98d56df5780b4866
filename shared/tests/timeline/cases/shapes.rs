//! Executions that are hard to draw: wide, long, short, or of odd values.

use super::panicked;
use crate::script::execution;
use shared::timeline::{Call, Execution};

pub fn raised_by_an_operation() -> Execution {
    let script = "
        main spawn A
        A sold.new <- 0
        A sold.fetch_update !
    ";
    let message = "more seats were sold than there are";
    execution(&["main", "A"], script, panicked(1, message))
}

pub fn values_of_each_kind() -> Execution {
    let script = "
        main open.new <- true
        main open.swap true -> false
        main seats.fetch_add 18446744073709551614 -> 18446744073709551615
        main balance.store <- -9223372036854775808
        main head.new <- null
        main head.compare_exchange null -> ptr1
        main head.load -> ptr1
    ";
    execution(&["main"], script, None)
}

pub fn long_names() -> Execution {
    let script = "
        the box office tickets_that_are_still_to_be_had.new <- 1
        the box office spawn the buyer who came first
        the box office spawn the buyer who came second
        the buyer who came first tickets_that_are_still_to_be_had.load -> 1
        the buyer who came second tickets_that_are_still_to_be_had.load -> 1
    ";
    let lanes = [
        "the box office",
        "the buyer who came first",
        "the buyer who came second",
    ];
    execution(&lanes, script, None)
}

/// Five threads take their turns at one variable.
pub fn five_lanes() -> Execution {
    let script = "
        main turn.new <- 0
        main spawn A
        main spawn B
        main spawn C
        main spawn D
        D turn.swap 3 -> 4
        A turn.swap 0 -> 1
        C turn.swap 2 -> 3
        B turn.swap 1 -> 2
        main turn.load -> 4
    ";
    execution(&["main", "A", "B", "C", "D"], script, None)
}

pub fn many_steps() -> Execution {
    counting(70)
}

/// A counts up in so many steps, and half-way main sees that it has begun, but not how far it has come.
pub fn counting(steps: u32) -> Execution {
    let store = |number: u32| format!("A count.store(Relaxed) <- {number}\n");
    let half = steps / 2;
    let script = [
        "main count.new <- 0\nmain turn.new <- 0\nmain spawn A\n".to_owned(),
        (1..=half).map(store).collect(),
        "A turn.store(Relaxed) <- 1\nmain turn.load(Relaxed) -> 1\n".to_owned(),
        "main count.load(Relaxed) -> 3\nmain turn.store(Relaxed) <- 2\n".to_owned(),
        "A turn.load(Relaxed) -> 2\n".to_owned(),
        (half + 1..=steps).map(store).collect(),
        "main join A\n".to_owned(),
    ];
    execution(&["main", "A"], script.concat().leak(), None)
}

pub fn one_lane() -> Execution {
    execution(&["main"], "main seats.load -> 7", None)
}

/// A pop that finds a value nobody has pushed, while a push goes on, and a close that has not returned.
pub fn calls_that_fit_no_order() -> Execution {
    let script = "
        main front.new <- 0
        main spawn A
        main front.load -> 0
        A front.load -> 0
        A front.swap 0 -> 3
        A front.load -> 3
        main front.store <- 7
        main front.swap 7 -> 9
    ";
    let call = |lane, call: &str, reply: Option<&str>, begun, returned| Call {
        lane,
        call: call.to_owned(),
        reply: reply.map(str::to_owned),
        begun,
        returned,
        is_misfit: false,
    };
    let calls = vec![
        call(0, "push(7)", Some("Ok"), 2, Some(6)),
        Call {
            is_misfit: true,
            ..call(1, "pop()", Some("Some(3)"), 3, Some(4))
        },
        call(1, "pop()", Some("None"), 5, Some(5)),
        call(0, "close()", None, 7, None),
    ];
    let message = "not linearizable: no order of the calls explains pop() -> Some(3) by A";
    Execution {
        calls,
        ..execution(&["main", "A"], script, panicked(0, message))
    }
}
