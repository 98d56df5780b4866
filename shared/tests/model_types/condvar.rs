//! Condition variables: who waits is woken, longest first, and only after the wait has begun.

use crate::tried::{fails, holds};
use shared::assert_holds;
use shared::model::sync::{Arc, Condvar, Mutex};
use shared::model::{Mode, Named, thread};
use shared::timeline::FailureKind;

/// A room in which threads wait to be called.
#[derive(Default)]
struct Room {
    names: Mutex<Names>,
    called: Condvar,
    changed: Condvar,
}

/// Who has begun to wait, and who was woken, each in order.
#[derive(Default)]
struct Names {
    came: Vec<u8>,
    left: Vec<u8>,
}

impl Room {
    fn wait(&self, name: u8) {
        let mut names = self.names.lock().unwrap();
        names.came.push(name);
        self.changed.notify_one();
        let mut names = self.called.wait(names).unwrap();
        names.left.push(name);
        self.changed.notify_one();
    }

    fn see(&self, changed: fn(&Names) -> bool) {
        let names = self.names.lock().unwrap();
        drop(self.changed.wait_while(names, |names| !changed(names)));
    }
}

/// Starts two threads that wait, and returns when both do.
fn two_that_wait() -> (Arc<Room>, [thread::JoinHandle<()>; 2]) {
    let room: Arc<Room> = Arc::default();
    let waiters = [0, 1].map(|name| {
        let room = Arc::clone(&room);
        thread::spawn(move || room.wait(name))
    });
    room.see(|names| names.came.len() == 2);
    (room, waiters)
}

#[test]
fn notify_all_wakes_all_who_wait() {
    assert_holds(Mode::Interleaving, || {
        let (room, waiters) = two_that_wait();
        room.called.notify_all();
        waiters
            .into_iter()
            .for_each(|waiter| waiter.join().unwrap());
        assert_eq!(room.names.lock().unwrap().left.len(), 2);
    });
}

#[test]
fn notify_one_wakes_the_thread_that_has_waited_longest() {
    assert_holds(Mode::Interleaving, || {
        let (room, waiters) = two_that_wait();
        room.called.notify_one();
        room.see(|names| names.left.len() == 1);
        room.called.notify_one();
        waiters
            .into_iter()
            .for_each(|waiter| waiter.join().unwrap());
        let names = room.names.lock().unwrap();
        assert_eq!(names.came, names.left);
    });
}

#[test]
fn notify_one_wakes_no_other() {
    for found in fails(FailureKind::Deadlock, || {
        let (room, waiters) = two_that_wait();
        room.called.notify_one();
        waiters
            .into_iter()
            .for_each(|waiter| waiter.join().unwrap());
    }) {
        assert!(
            found.to_string().contains("asleep: nobody notifies it"),
            "{found}"
        );
    }
}

#[test]
fn a_wait_gives_the_lock_back_and_takes_it_again() {
    holds(|| {
        let ready = Arc::new((Mutex::new(false), Condvar::new()));
        let waker = thread::spawn({
            let ready = Arc::clone(&ready);
            move || {
                *ready.0.lock().unwrap() = true;
                ready.1.notify_one();
            }
        });
        let guard = ready.0.lock().unwrap();
        let guard = ready.1.wait_while(guard, |ready| !*ready).unwrap();
        assert!(
            ready.0.try_lock().is_err(),
            "the lock is not held after the wait"
        );
        assert!(*guard);
        drop(guard);
        waker.join().unwrap();
    });
}

#[test]
fn wait_while_does_not_wait_for_what_is_so_already() {
    holds(|| {
        let done = Mutex::new(true);
        let guard = Condvar::default().wait_while(done.lock().unwrap(), |done| !*done);
        assert!(*guard.unwrap());
    });
}

#[test]
fn who_asks_once_where_a_loop_is_needed_is_woken_too_early() {
    for found in fails(FailureKind::Panic, || {
        let shelf = Arc::new((Mutex::new(0), Condvar::new().named("filled")));
        let takers = [(); 2].map(|()| {
            let shelf = Arc::clone(&shelf);
            thread::spawn(move || {
                let mut goods = shelf.0.lock().unwrap();
                if *goods == 0 {
                    goods = shelf.1.wait(goods).unwrap();
                }
                assert!(*goods > 0, "the shelf is empty");
                *goods -= 1;
            })
        });
        for _ in 0..2 {
            *shelf.0.lock().unwrap() += 1;
            shelf.1.notify_all();
        }
        takers.into_iter().for_each(|taker| taker.join().unwrap());
    }) {
        assert!(found.to_string().contains("filled.woken"), "{found}");
    }
}
