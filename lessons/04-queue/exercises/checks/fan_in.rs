//! Lets tills sell, fall silent and end while their sales are booked, in every execution.

use super::{Sale, merge};
use mpsc::{Receiver, SyncSender};
use shared::exercise::{Check, Refusal, explored};
use shared::model::{Counterexample, Explored, Mode, Model};
use shared::timeline::FailureKind;
use std::cell::Cell;

/// The check.
pub const CHECK: Check = Check {
    name: "fan_in",
    law: "Every sale is booked once, no till waits for another, and the booking ends with the last of them.",
    page: "04-queue/fix-it.md",
    section: "Fan out, fan in",
    run,
};

/// Stands for `std::sync::mpsc`, on a lock and condition variables of the model.
#[allow(dead_code, reason = "an answer need not use all of it")]
pub mod mpsc {
    use shared::model::Named;
    use shared::model::sync::{Condvar, Mutex};
    use std::collections::VecDeque;
    use std::iter;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    pub use std::sync::mpsc::{RecvError, SendError, TryRecvError};

    /// Creates a channel with room for this many values.
    pub fn sync_channel<T>(room: usize) -> (SyncSender<T>, Receiver<T>) {
        assert!(room > 0, "this stand-in has no channel without room");
        named(room, ["channel", "value", "room"])
    }

    /// Creates a channel with room for any number of values.
    pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
        sync_channel(usize::MAX)
    }

    /// Creates a channel whose lock, and what is waited for at it, have these names in timelines.
    pub(super) fn named<T>(
        room: usize,
        [channel, value, free]: [&'static str; 3],
    ) -> (SyncSender<T>, Receiver<T>) {
        let state = State {
            values: VecDeque::new(),
            has_receiver: true,
            senders_asleep: 0,
            is_receiver_asleep: false,
        };
        let channel = Arc::new(Channel {
            room,
            state: Mutex::new(state).named(channel),
            has_value: Condvar::new().named(value),
            has_room: Condvar::new().named(free),
            senders: AtomicUsize::new(1),
        });
        (SyncSender(Arc::clone(&channel)), Receiver(channel))
    }

    struct Channel<T> {
        room: usize,
        state: Mutex<State<T>>,
        /// Notified of the last sender's end, too.
        has_value: Condvar,
        /// Notified of the receiver's end, too.
        has_room: Condvar,
        /// How many there are; only their ends are steps of the model, since one more changes nothing for anybody.
        senders: AtomicUsize,
    }

    struct State<T> {
        values: VecDeque<T>,
        has_receiver: bool,
        /// Nobody is notified in vain: a notification is a step, and each step multiplies the executions.
        senders_asleep: usize,
        is_receiver_asleep: bool,
    }

    /// Sends values, and waits where there is no room.
    pub struct SyncSender<T>(Arc<Channel<T>>);

    /// Sends values.
    pub type Sender<T> = SyncSender<T>;

    /// Receives values.
    pub struct Receiver<T>(Arc<Channel<T>>);

    impl<T> SyncSender<T> {
        /// Sends a value, as soon as there is room.
        ///
        /// # Errors
        ///
        /// Gives it back if there is no receiver.
        #[track_caller]
        pub fn send(&self, value: T) -> Result<(), SendError<T>> {
            let channel = &*self.0;
            let mut state = channel.state.lock().unwrap();
            while state.has_receiver && state.values.len() == channel.room {
                state.senders_asleep += 1;
                state = channel.has_room.wait(state).unwrap();
                state.senders_asleep -= 1;
            }
            if !state.has_receiver {
                return Err(SendError(value));
            }
            state.values.push_back(value);
            if state.is_receiver_asleep {
                channel.has_value.notify_one();
            }
            Ok(())
        }
    }

    impl<T> Clone for SyncSender<T> {
        fn clone(&self) -> Self {
            self.0.senders.fetch_add(1, SeqCst);
            Self(Arc::clone(&self.0))
        }
    }

    impl<T> Drop for SyncSender<T> {
        fn drop(&mut self) {
            let state = self.0.state.lock().unwrap();
            let is_last = self.0.senders.fetch_sub(1, SeqCst) == 1;
            if is_last && state.is_receiver_asleep {
                self.0.has_value.notify_one();
            }
        }
    }

    impl<T> Receiver<T> {
        /// Takes the next value, as soon as there is one.
        ///
        /// # Errors
        ///
        /// Fails if there is none, and no sender either.
        #[track_caller]
        pub fn recv(&self) -> Result<T, RecvError> {
            let channel = &*self.0;
            let mut state = channel.state.lock().unwrap();
            while state.values.is_empty() && channel.senders.load(SeqCst) > 0 {
                state.is_receiver_asleep = true;
                state = channel.has_value.wait(state).unwrap();
                state.is_receiver_asleep = false;
            }
            let value = state.values.pop_front().ok_or(RecvError)?;
            if state.senders_asleep > 0 {
                channel.has_room.notify_one();
            }
            Ok(value)
        }

        /// Takes the next value.
        ///
        /// # Errors
        ///
        /// Fails if there is none now.
        #[track_caller]
        pub fn try_recv(&self) -> Result<T, TryRecvError> {
            let channel = &*self.0;
            let mut state = channel.state.lock().unwrap();
            let Some(value) = state.values.pop_front() else {
                let has_sender = channel.senders.load(SeqCst) > 0;
                return Err(match has_sender {
                    true => TryRecvError::Empty,
                    false => TryRecvError::Disconnected,
                });
            };
            if state.senders_asleep > 0 {
                channel.has_room.notify_one();
            }
            Ok(value)
        }

        /// Takes values until there is none, and no sender either.
        pub fn iter(&self) -> impl Iterator<Item = T> {
            iter::from_fn(|| self.recv().ok())
        }
    }

    impl<T> IntoIterator for Receiver<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;

        fn into_iter(self) -> IntoIter<T> {
            IntoIter(self)
        }
    }

    /// Takes values until there is none, and no sender either.
    pub struct IntoIter<T>(Receiver<T>);

    impl<T> Iterator for IntoIter<T> {
        type Item = T;

        #[track_caller]
        fn next(&mut self) -> Option<T> {
            self.0.recv().ok()
        }
    }

    impl<T> Drop for Receiver<T> {
        fn drop(&mut self) {
            let channel = &*self.0;
            // Where there is no sender any more, nobody can tell.
            if channel.senders.load(SeqCst) > 0 {
                let mut state = channel.state.lock().unwrap();
                state.has_receiver = false;
                if state.senders_asleep > 0 {
                    channel.has_room.notify_all();
                }
            }
        }
    }
}

fn run() -> Result<String, Refusal> {
    // First: whoever ends too soon is told so best by what is not booked.
    let mut many = vec![tried(MANY, the_last_end_is_the_end)?];
    let mut few = vec![
        tried(FEW, || silent_tills_hold_up_no_other::<2>(1))?,
        tried(FEW, || silent_tills_hold_up_no_other::<2>(0))?,
    ];
    many.extend([
        tried(MANY, || silent_tills_hold_up_no_other::<3>(0))?,
        tried(MANY, || silent_tills_hold_up_no_other::<3>(1))?,
        tried(MANY, || silent_tills_hold_up_no_other::<3>(2))?,
    ]);
    whoever_waits_for_a_sale_sleeps()?;
    few.push(tried(FEW, without_a_sale_it_ends)?);
    many.push(tried(MANY, every_sale_is_booked_in_order)?);
    Ok(format!("{}; {}", explored(&few), explored(&many)))
}

/// One sale at most, of two tills. Threads that hand on what they get take many steps: without a bound it would take too long.
const FEW: Model = Model {
    preemptions: Some(2),
    ..Model::new(Mode::Interleaving)
};

/// Several sales, or three tills.
const MANY: Model = Model {
    preemptions: Some(1),
    ..FEW
};

thread_local! {
    /// What it means if no thread can go on from here; the model runs all its threads on one thread of the machine.
    static STUCK: Cell<&'static str> = const { Cell::new("") };
}

fn tried(model: Model, law: fn()) -> Result<Explored, Refusal> {
    model
        .check(law)
        .map_err(|failed| match failed.failure().kind {
            FailureKind::Deadlock => Refusal::shown_by(STUCK.get(), failed.execution().clone()),
            FailureKind::Panic if failed.failure().message.contains("SendError") => {
                Refusal::shown_by(NOBODY_RECEIVES, failed.execution().clone())
            }
            _ => refused(failed),
        })
}

fn refused(failed: Counterexample) -> Refusal {
    match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "whoever waits for a sale looks again and again, and does not sleep: `recv` sleeps, and so does an iterator",
        ),
        _ => failed.into(),
    }
}

const HELD_UP: &str =
    "deadlock: a till has sold, and its sale is not booked as long as another till is silent";
const NOT_BOOKED: &str = "deadlock: a till has sold, and its sale is not booked as it comes";
const NO_END: &str = "deadlock: all tills have ended, and `merge` does not return";
const NOBODY_RECEIVES: &str = "a thread hands something on and nobody receives it: `merge` has returned, or dropped the receiver";

/// The senders of some tills.
struct Tills<const TILLS: usize>([Option<SyncSender<Sale>>; TILLS]);

/// What each till is called in timelines, and what is waited for at it.
const NAMES: [[&str; 3]; 3] = [
    ["till 0", "sale of till 0", "room of till 0"],
    ["till 1", "sale of till 1", "room of till 1"],
    ["till 2", "sale of till 2", "room of till 2"],
];

impl<const TILLS: usize> Tills<TILLS> {
    fn open() -> (Self, Vec<Receiver<Sale>>) {
        let mut receivers = Vec::new();
        let senders = std::array::from_fn(|till| {
            let (sender, receiver) = mpsc::named(2, NAMES[till]);
            receivers.push(receiver);
            Some(sender)
        });
        (Self(senders), receivers)
    }

    fn sell(&self, till: usize, sale: Sale) {
        let sender = self.0[till].as_ref().expect("the till is open");
        let sent = sender.send(sale);
        assert!(
            sent.is_ok(),
            "till {till} sells seat {sale}, and nobody reads the till any more"
        );
    }

    fn end(&mut self, till: usize) {
        self.0[till] = None;
        if self.have_ended() {
            STUCK.set(NO_END);
        }
    }

    fn have_ended(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Holds what is booked against what was sold, once `merge` has returned.
    #[track_caller]
    fn demand(&self, told: &str, sold: &[Sale], booked: &[Sale]) {
        assert!(
            self.have_ended(),
            "{told}: `merge` has returned while a till is open, and {booked:?} are booked"
        );
        assert!(booked == sold, "{told}, and {booked:?} are booked");
    }
}

/// The other tills do not end before the sale of one is booked.
fn silent_tills_hold_up_no_other<const TILLS: usize>(busy: usize) {
    let (mut tills, receivers) = Tills::<TILLS>::open();
    tills.sell(busy, 1);
    tills.end(busy);
    STUCK.set(HELD_UP);
    let mut booked = Vec::new();
    merge(receivers, |sale| {
        booked.push(sale);
        (0..TILLS).for_each(|till| tills.end(till));
    });
    tills.demand(&format!("till {busy} sells seat 1"), &[1], &booked);
}

/// Lets both tills be silent and never end: the one check that must find a deadlock.
fn whoever_waits_for_a_sale_sleeps() -> Result<(), Refusal> {
    let silent = || {
        let (tills, receivers) = Tills::<2>::open();
        merge(receivers, |_| ());
        drop(tills);
    };
    let Err(ended) = FEW.check(silent) else {
        return Err(Refusal::because(
            "no till has sold or ended, and `merge` returns",
        ));
    };
    match ended.failure().kind {
        FailureKind::Deadlock => Ok(()),
        _ => Err(refused(ended)),
    }
}

/// No till at all, and two that end without a sale.
fn without_a_sale_it_ends() {
    STUCK.set(NO_END);
    let book = |sale| panic!("nothing was sold, and seat {sale} is booked");
    merge(Vec::new(), book);
    let (mut tills, receivers) = Tills::<2>::open();
    tills.end(0);
    tills.end(1);
    merge(receivers, book);
}

/// Both tills have sold and ended before anybody reads them.
fn every_sale_is_booked_in_order() {
    let (mut tills, receivers) = Tills::<2>::open();
    tills.sell(0, 1);
    tills.sell(0, 2);
    tills.sell(1, 11);
    tills.end(0);
    tills.end(1);
    let mut booked = Vec::new();
    merge(receivers, |sale| booked.push(sale));
    let right = [[1, 2, 11], [1, 11, 2], [11, 1, 2]];
    assert!(
        right.iter().any(|right| *right == booked[..]),
        "till 0 sells seat 1 and then 2, till 1 sells seat 11, and {booked:?} are booked"
    );
}

/// One till has ended when the other one begins to sell.
fn the_last_end_is_the_end() {
    let (mut tills, receivers) = Tills::<2>::open();
    tills.end(0);
    tills.sell(1, 1);
    STUCK.set(NOT_BOOKED);
    let mut booked = Vec::new();
    merge(receivers, |sale| {
        booked.push(sale);
        match sale {
            1 => tills.sell(1, 2),
            _ => tills.end(1),
        }
    });
    let told = "till 0 has ended, and till 1 sells seats 1 and 2";
    tills.demand(told, &[1, 2], &booked);
}
