//! The events of a program: one per operation, after the initial writes.

use std::sync::atomic::Ordering::Relaxed;

use super::super::program::{Op, Program, store};
use super::relation::{CAPACITY, Relation, Set, collect};

/// One operation, or the write of an initial 0.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// `None` for an initial write, which comes before every thread.
    pub thread: Option<usize>,
    pub op: Op,
}

/// All events of a program, named by their index, with what holds of them whatever is read.
#[derive(Debug)]
pub struct Events {
    /// The initial writes by variable, then each thread's operations in program order.
    pub list: Vec<Event>,
    /// Sequenced before: program order, with the initial writes before everything.
    pub sb: Relation,
    pub same_thread: Relation,
    /// Between accesses; fences have no variable.
    pub same_variable: Relation,
    pub fences: Set,
}

impl Events {
    pub fn of(program: &Program) -> Self {
        let list = list(program);
        let thread = |id: usize| list.get(id).map(|event| event.thread);
        let var = |id: usize| list.get(id).and_then(|event| event.op.var());
        let before = |a, b| match (thread(a), thread(b)) {
            (Some(None), Some(Some(_))) => true,
            (Some(one), Some(other)) => a < b && one == other && one.is_some(),
            _ => false,
        };
        let is_fence = |event: &Event| matches!(event.op, Op::Fence { .. });
        Self {
            sb: Relation::pairs(before),
            same_thread: Relation::pairs(|a, b| thread(a).is_some() && thread(a) == thread(b)),
            same_variable: Relation::pairs(|a, b| var(a).is_some() && var(a) == var(b)),
            fences: collect(|id| list.get(id).is_some_and(is_fence)),
            list,
        }
    }
}

fn list(program: &Program) -> Vec<Event> {
    let initial = (0..program.variables()).map(|var| Event {
        thread: None,
        op: store(var, 0, Relaxed),
    });
    let threads = program.threads.iter().enumerate();
    let operations = threads.flat_map(|(thread, ops)| {
        ops.iter().map(move |&op| Event {
            thread: Some(thread),
            op,
        })
    });
    let events: Vec<_> = initial.chain(operations).collect();
    assert!(
        events.len() <= CAPACITY,
        "more than {CAPACITY} events:\n{program}"
    );
    events
}
