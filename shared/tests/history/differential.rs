//! The judge of all histories of an execution, held against executions in which every begin and return is an operation.
//!
//! There the checker itself tries all orders of them, and a stamp is exact.

use crate::random::Dice;
use crate::sum::{Call, Records, Sum};
use shared::machine;
use shared::model::Mode::Interleaving;
use shared::model::sync::atomic::{AtomicU8, Ordering::SeqCst};
use shared::model::{self, check, thread};

/// Names a way to add or to get; most of them are wrong beside some other.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Adds to one part of two.
    Add(usize),
    /// Adds to a part by a load and a store.
    LoadAndStore(usize),
    /// Gets the parts, this one first.
    Get(usize),
    /// Gets a part, and calls it the sum.
    GetPart(usize),
}

type Program = Vec<Vec<Way>>;

/// Runs a program and judges it; each call is made by `make`.
fn run<R: Records>(program: &Program, is_clocked: bool) {
    let parts = [AtomicU8::new(0), AtomicU8::new(0)];
    let clock = AtomicU8::new(0);
    let tick = || {
        if is_clocked {
            clock.fetch_add(1, SeqCst);
        }
    };
    let history = R::new();
    let make = |way: Way| {
        let call = match way {
            Way::Add(part) | Way::LoadAndStore(part) => Call::Add(1 + u8::try_from(part).unwrap()),
            Way::Get(_) | Way::GetPart(_) => Call::Get,
        };
        // Threads switch before an operation, so nobody comes between a tick and the stamp beside it.
        tick();
        history.call(call, || {
            let reply = act(way, &parts);
            tick();
            reply
        });
    };
    let make = &make;
    thread::scope(|scope| {
        for thread in &program[1..] {
            scope.spawn(move || thread.iter().for_each(|&way| make(way)));
        }
        program[0].iter().for_each(|&way| make(way));
    });
    history.assert_linearizable();
}

fn act(way: Way, parts: &[AtomicU8; 2]) -> Option<u8> {
    match way {
        Way::Add(part) => {
            parts[part].fetch_add(1 + u8::try_from(part).unwrap(), SeqCst);
            None
        }
        Way::LoadAndStore(part) => {
            let value = parts[part].load(SeqCst);
            parts[part].store(value + 1 + u8::try_from(part).unwrap(), SeqCst);
            None
        }
        Way::Get(first) => Some(parts[first].load(SeqCst) + parts[1 - first].load(SeqCst)),
        Way::GetPart(part) => Some(parts[part].load(SeqCst)),
    }
}

/// Draws a program of so many calls a thread.
fn program(calls: &[usize], dice: &mut Dice) -> Program {
    let way = |dice: &mut Dice| match (dice.below(7), dice.below(2)) {
        (0..3, part) => Way::Add(part),
        (3, part) => Way::LoadAndStore(part),
        (4..6, part) => Way::Get(part),
        (_, part) => Way::GetPart(part),
    };
    let thread = |&calls: &usize| (0..calls).map(|_| way(dice)).collect();
    calls.iter().map(thread).collect()
}

/// Judges random programs in both ways, and returns how many hold and how many do not.
fn judged(calls: &[usize], programs: usize) -> [usize; 2] {
    let mut dice = Dice::new(1);
    let mut verdicts = [0, 0];
    for _ in 0..programs {
        let program = program(calls, &mut dice);
        let holds = |law: fn(&Program)| {
            let program = program.clone();
            check(Interleaving, move || law(&program)).is_ok()
        };
        let expected = holds(|program| run::<machine::history::Recorder<Sum>>(program, true));
        let judged = holds(|program| run::<model::history::Recorder<Sum>>(program, false));
        assert_eq!(judged, expected, "{program:?}");
        verdicts[usize::from(!expected)] += 1;
    }
    verdicts
}

#[test]
fn judging_every_interval_is_as_good_as_exploring_every_begin_and_return() {
    let [hold, fail] = judged(&[2, 1], 60);
    assert!(hold > 10 && fail > 10, "{hold} hold, {fail} fail");
}

#[test]
#[ignore = "takes a minute; `.ci/run` runs it"]
fn the_same_of_three_threads() {
    let [hold, fail] = judged(&[1, 1, 1], 20);
    assert!(hold > 3 && fail > 3, "{hold} hold, {fail} fail");
}
