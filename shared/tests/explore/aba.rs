//! ABA: a compare-exchange believes that nothing changed, as the old value has come back.

use shared::explore::{Program, State, Step, at, compare_exchange, load, store, val};

/// Exchanges `top` for `new`, or goes back and tries again.
fn exchange_top(old: &str, new: &str, retry: &str) -> Step {
    compare_exchange("now", "top", old, new).jump_if(val("now").is_not(old), retry)
}

fn pop(into: &str, retry: &str) -> [Step; 3] {
    [
        load(into, "top").mark(retry),
        load("below", at("next", into)),
        exchange_top(into, "below", retry),
    ]
}

fn push(node: &str) -> [Step; 3] {
    [
        load("below", "top").mark("push"),
        store(at("next", node), "below"),
        exchange_top("below", node, "push"),
    ]
}

/// Nodes 1, 2 and 3 by number, 0 for none; the algorithm is Treiber's (1986).
#[test]
fn a_stack_of_numbered_nodes_offers_a_node_that_somebody_owns() {
    let program = Program::new().shared("top", 1).array("next", &[0, 2, 3, 0]);
    let pops_two_and_returns_one = [
        pop("first", "pop"),
        pop("second", "pop again"),
        push("first"),
    ];
    let program = program
        .thread(pop("first", "pop"))
        .thread(pops_two_and_returns_one.concat());
    let graph = program.keep("B.second").explore().unwrap();

    let owned_and_offered = |s: &State<'_>| s.is_end() && s.value("top") == s.value("B.second");
    let aba = graph.witness(owned_and_offered);
    // A has read the top and what is below; B does all of its work; A finds the top it expects.
    assert_eq!(aba.as_deref(), Some("AABBBBBBBBBA"));
}
