//! What the checker takes for one execution is many histories, and all of them are judged.

use crate::sum::{Call, Records, Sum};
use shared::machine;
use shared::model::Mode::Interleaving;
use shared::model::sync::atomic::{AtomicU8, Ordering::SeqCst};
use shared::model::{self, check, thread};

/// Stamps a call when it is made.
type Stamped = machine::history::Recorder<Sum>;
/// Judges every interval that the call may have.
type Judged = model::history::Recorder<Sum>;

/// Returns whether a law holds in every execution.
fn holds(law: impl Fn() + Send + Sync + 'static) -> bool {
    check(Interleaving, law).is_ok()
}

/// Holds a sum that each reader learns one read too late.
fn read_late<R: Records>() {
    let (newest, late, history) = (AtomicU8::new(0), AtomicU8::new(0), R::new());
    let get = || {
        history.call(Call::Get, || {
            let value = late.load(SeqCst);
            late.store(newest.load(SeqCst), SeqCst);
            Some(value)
        })
    };
    thread::scope(|scope| {
        scope.spawn(|| {
            history.call(Call::Add(1), || {
                newest.store(1, SeqCst);
                None
            })
        });
        get();
        get();
    });
    history.assert_linearizable();
}

#[test]
fn a_call_begins_with_its_first_operation_and_not_when_it_is_made() {
    // Threads switch before operations, so never between one call's return and the time when the next is made:
    // the two reads leave no room between them for an addition that the second should have seen.
    assert!(holds(read_late::<Stamped>));
    assert!(!holds(read_late::<Judged>));
}

/// Holds a sum in two parts, read one after the other, while two threads add, each to a part of its own.
fn read_in_parts<R: Records>(first: u8, second: u8) {
    let (parts, history) = ([AtomicU8::new(0), AtomicU8::new(0)], R::new());
    let add = |part: u8| {
        history.call(Call::Add(1 + part), || {
            parts[usize::from(part)].store(1 + part, SeqCst);
            None
        })
    };
    thread::scope(|scope| {
        scope.spawn(|| add(first));
        scope.spawn(|| add(second));
        let get = || Some(parts[0].load(SeqCst) + parts[1].load(SeqCst));
        history.call(Call::Get, get);
    });
    history.assert_linearizable();
}

#[test]
fn calls_that_do_not_meet_are_judged_in_either_order() {
    // The sum is 2 without the 1, and that is wrong only if the 1 was added before the 2.
    // The two additions share nothing, so the checker lets them come in one order only, whichever that is.
    assert!(holds(|| read_in_parts::<Stamped>(0, 1)) || holds(|| read_in_parts::<Stamped>(1, 0)));
    assert!(!holds(|| read_in_parts::<Judged>(0, 1)));
    assert!(!holds(|| read_in_parts::<Judged>(1, 0)));
}

/// Lets one thread get a sum of 1 from nowhere, while another adds 1 elsewhere.
fn got_from_nowhere<R: Records>(getter: usize) {
    let (elsewhere, history) = ([AtomicU8::new(0), AtomicU8::new(0)], R::new());
    let call = |thread: usize| {
        let (call, reply) = if thread == getter {
            (Call::Get, Some(1))
        } else {
            (Call::Add(1), None)
        };
        history.call(call, || {
            elsewhere[thread].store(1, SeqCst);
            reply
        })
    };
    thread::scope(|scope| {
        scope.spawn(|| call(0));
        call(1);
    });
    history.assert_linearizable();
}

#[test]
fn what_was_called_later_explains_nothing() {
    assert!(holds(|| got_from_nowhere::<Stamped>(0)) || holds(|| got_from_nowhere::<Stamped>(1)));
    assert!(!holds(|| got_from_nowhere::<Judged>(0)));
    assert!(!holds(|| got_from_nowhere::<Judged>(1)));
}
