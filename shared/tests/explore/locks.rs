//! Locks: who waits for what held by whom, and how many schedules end there.

use shared::explore::{Graph, Program, Reason, State, Step, lock, unlock, work};

fn numbers(graph: &Graph) -> (usize, usize, u128, u128) {
    let schedules = graph.schedules().expect("no loops");
    let deadlocks = schedules.ending(State::is_deadlock);
    let states = graph.states().len();
    (states, graph.edge_count(), schedules.total(), deadlocks)
}

fn under(first: &str, second: &str, what: &str) -> [Step; 5] {
    [
        lock(first),
        lock(second),
        work(what),
        unlock(second),
        unlock(first),
    ]
}

fn two_locks(a: [Step; 5], b: [Step; 5]) -> Graph {
    let program = Program::new()
        .lock("shop")
        .lock("ledger")
        .thread(a)
        .thread(b);
    program.explore().unwrap()
}

/// Dijkstra's dining philosophers, each of whom takes the fork on the left first.
fn philosophers(seats: usize) -> Graph {
    let fork = |i: usize| format!("fork {}", i % seats);
    let table = (0..seats).fold(Program::new(), |program, i| program.lock(&fork(i)));
    let seat = |program: Program, i| program.thread(under(&fork(i), &fork(i + 1), "eat"));
    (0..seats).fold(table, seat).explore().unwrap()
}

#[test]
fn opposite_order_deadlocks_in_two_of_six_schedules() {
    let graph = two_locks(
        under("shop", "ledger", "sell"),
        under("ledger", "shop", "audit"),
    );
    assert_eq!(numbers(&graph), (23, 26, 6, 2));
    assert_eq!(graph.witness(State::is_deadlock).as_deref(), Some("AB"));

    let stuck = graph.after("AB").unwrap();
    let why: Vec<_> = stuck
        .blocked()
        .iter()
        .map(|(t, why)| format!("{t} {why}"))
        .collect();
    assert_eq!(
        why,
        [
            "A waits for `ledger`, held by B",
            "B waits for `shop`, held by A"
        ]
    );
    assert_eq!(
        (stuck.holder("shop"), stuck.holder("ledger")),
        (Some('A'), Some('B'))
    );
}

#[test]
fn one_order_never_deadlocks() {
    let graph = two_locks(
        under("shop", "ledger", "sell"),
        under("shop", "ledger", "audit"),
    );
    assert_eq!(numbers(&graph), (20, 20, 2, 0));
    assert_eq!(graph.witness(State::is_deadlock), None);
    assert!(graph.can_reach(State::is_deadlock).is_empty());
}

#[test]
fn philosophers_starve_in_as_many_schedules_as_they_can_take_the_first_fork() {
    assert_eq!(numbers(&philosophers(3)), (111, 189, 234, 6));
    assert_eq!(numbers(&philosophers(4)), (543, 1_244, 1_167_000, 24));
    assert_eq!(
        numbers(&philosophers(5)),
        (2_623, 7_515, 2_430_842_120, 120)
    );
    assert_eq!(
        philosophers(3).witness(State::is_deadlock).as_deref(),
        Some("ABC")
    );
}

#[test]
fn the_point_of_no_return_comes_before_the_deadlock_when_a_third_thread_still_runs() {
    let bystander = [work("count"), work("report")];
    let program = Program::new().lock("shop").lock("ledger");
    let program = program.thread(under("shop", "ledger", "sell"));
    let program = program
        .thread(under("ledger", "shop", "audit"))
        .thread(bystander);
    let graph = program.explore().unwrap();

    let crossed = graph.after("AB").unwrap();
    assert!(!crossed.is_end(), "C still runs");
    assert!(
        graph
            .points_of_no_return(State::is_deadlock)
            .contains(&crossed.number())
    );
    let a_moves_again = graph.can_reach(|state| state.after('A').is_ok());
    assert!(!a_moves_again.contains(&crossed.number()));
}

#[test]
fn a_lock_that_is_never_given_back_is_waited_for_for_ever() {
    let forgetful = [lock("shop"), work("sell")];
    let program = Program::new()
        .lock("shop")
        .thread(forgetful)
        .thread([lock("shop")]);
    let graph = program.explore().unwrap();
    let stuck = graph.after("AA").unwrap();
    let (lock, holder, forever) = ("shop".into(), 'A', true);
    let reason = Reason::Lock {
        lock,
        holder,
        forever,
    };
    assert_eq!(
        reason.to_string(),
        "waits for `shop`, held by A, which has finished"
    );
    assert_eq!(
        (stuck.is_deadlock(), stuck.blocked()),
        (true, vec![('B', reason)])
    );
}

#[test]
fn a_thread_that_locks_twice_waits_for_itself() {
    let program = Program::new()
        .lock("shop")
        .thread([lock("shop"), lock("shop")]);
    let graph = program.explore().unwrap();
    let stuck = graph.ends().next().unwrap();
    assert_eq!(
        stuck.after('A').unwrap_err(),
        Reason::OwnLock("shop".into())
    );
}
