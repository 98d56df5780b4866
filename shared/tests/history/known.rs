//! The queue histories H1 to H4 of Herlihy and Wing, *Linearizability*, 1990, section 2.

use shared::history::{History, Operation, Queue, QueueCall, QueueReply, judge};

type Call = QueueCall<char>;
type Reply = QueueReply<char>;

const E_X: Call = Call::Push('x');
const E_Y: Call = Call::Push('y');
const D: Call = Call::Pop;

/// Builds a history from its events in order: a thread calls, or it gets a reply to what it called last.
fn history(events: &[(char, Result<Call, Reply>)]) -> History<Queue<char>> {
    let mut operations: Vec<Operation<Call, Reply>> = Vec::new();
    for (now, (name, event)) in events.iter().enumerate() {
        let thread = usize::from(*name == 'B');
        match event.clone() {
            Ok(call) => operations.push(Operation {
                thread,
                call,
                begun: now,
                returned: None,
            }),
            Err(reply) => {
                let mut last = operations.iter_mut().rev();
                let call = last.find(|operation| operation.thread == thread).unwrap();
                call.returned = Some((now, reply));
            }
        }
    }
    History {
        threads: vec!["A".into(), "B".into()],
        initial: Queue::unbounded(),
        operations,
    }
}

const OK: Result<Call, Reply> = Err(Reply::Pushed);

fn ok(value: char) -> Result<Call, Reply> {
    Err(Reply::Popped(value))
}

#[test]
fn h1_is_linearizable_though_its_last_push_is_pending() {
    let h1 = history(&[
        ('A', Ok(E_X)),
        ('B', Ok(E_Y)),
        ('B', OK),
        ('A', OK),
        ('B', Ok(D)),
        ('B', ok('x')),
        ('A', Ok(D)),
        ('A', ok('y')),
        ('A', Ok(Call::Push('z'))),
    ]);
    assert_eq!(judge(&h1).unwrap().order, [0, 1, 2, 3]);
}

#[test]
fn h2_is_not_since_x_was_in_before_y() {
    let h2 = history(&[
        ('A', Ok(E_X)),
        ('A', OK),
        ('B', Ok(E_Y)),
        ('B', OK),
        ('A', Ok(D)),
        ('A', ok('y')),
    ]);
    let misfit = judge(&h2).unwrap_err();
    assert_eq!((misfit.operation, misfit.before), (2, vec![0, 1]));
    assert_eq!(misfit.instead, [Reply::Popped('x')]);
}

#[test]
fn h3_is_linearizable_since_a_pending_push_may_have_taken_effect() {
    let h3 = history(&[('A', Ok(E_X)), ('B', Ok(D)), ('B', ok('x'))]);
    assert_eq!(judge(&h3).unwrap().order, [0, 1]);
}

#[test]
fn h4_is_not_since_y_comes_out_twice() {
    let h4 = history(&[
        ('A', Ok(E_X)),
        ('B', Ok(E_Y)),
        ('A', OK),
        ('B', OK),
        ('A', Ok(D)),
        ('B', Ok(D)),
        ('A', ok('y')),
        ('B', ok('y')),
    ]);
    let misfit = judge(&h4).unwrap_err();
    assert_eq!(misfit.operation, 3);
    assert_eq!(misfit.instead, [Reply::Popped('x')]);
}
