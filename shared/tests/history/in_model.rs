//! Queues and stacks judged in every execution.

use crate::structures::{Container, LockedQueue, LockedStack};
use shared::history::{Queue, QueueCall, QueueReply, Stack, StackCall, StackReply};
use shared::model::Mode::Interleaving;
use shared::model::history::Recorder;
use shared::model::{Counterexample, Explored, check, thread};

pub fn judged_as_queue<C: Container>() -> Result<Explored, Counterexample> {
    check(Interleaving, || {
        let (queue, history) = (C::default(), Recorder::new(Queue::unbounded()));
        let push = |value| {
            history.call(QueueCall::Push(value), || {
                queue.push(value);
                QueueReply::Pushed
            });
        };
        let pop = || {
            let popped = || queue.pop().map_or(QueueReply::Empty, QueueReply::Popped);
            history.call(QueueCall::Pop, popped);
        };
        push(1);
        push(2);
        thread::scope(|scope| {
            scope.spawn(pop);
            pop();
        });
        history.assert_linearizable();
    })
}

pub fn judged_as_stack<C: Container>() -> Result<Explored, Counterexample> {
    check(Interleaving, || {
        let (stack, history) = (C::default(), Recorder::new(Stack::new()));
        let push = |value| {
            history.call(StackCall::Push(value), || {
                stack.push(value);
                StackReply::Pushed
            });
        };
        let pop = || {
            history.call(StackCall::Pop, || StackReply::Popped(stack.pop()));
        };
        push(1);
        thread::scope(|scope| {
            scope.spawn(|| push(2));
            pop();
        });
        pop();
        history.assert_linearizable();
    })
}

#[test]
fn what_one_lock_guards_is_linearizable_in_every_execution() {
    assert!(judged_as_queue::<LockedQueue>().unwrap().executions > 1);
    assert!(judged_as_stack::<LockedStack>().unwrap().executions > 1);
}
