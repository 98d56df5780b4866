//! Barriers: nobody leaves before all have come, and one of each group leads.

use crate::tried::{fails, holds};
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::sync::{Arc, Barrier};
use shared::model::{Named, thread};
use shared::timeline::FailureKind;

#[test]
fn one_of_the_threads_leads() {
    holds(|| {
        let barrier = Arc::new(Barrier::new(3));
        let others = [(); 2].map(|()| {
            let barrier = Arc::clone(&barrier);
            thread::spawn(move || barrier.wait().is_leader())
        });
        let here = barrier.wait().is_leader();
        let leads = others.map(|other| other.join().unwrap());
        assert_eq!(
            [here, leads[0], leads[1]]
                .iter()
                .filter(|leads| **leads)
                .count(),
            1
        );
    });
}

#[test]
fn nobody_leaves_before_all_of_the_group_have_come() {
    holds(|| {
        let shared = Arc::new((Barrier::new(2), [0; 2].map(AtomicUsize::new)));
        let meet_twice = |(barrier, came): &(Barrier, [AtomicUsize; 2]), here: usize| {
            [1, 2].map(|round| {
                came[here].store(round, Relaxed);
                let leads = barrier.wait().is_leader();
                // Relaxed suffices: the barrier orders all that came before it against all that comes after.
                assert!(came[1 - here].load(Relaxed) >= round);
                usize::from(leads)
            })
        };
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || meet_twice(&shared, 1)
        });
        let (here, there) = (meet_twice(&shared, 0), other.join().unwrap());
        assert_eq!([here[0] + there[0], here[1] + there[1]], [1, 1]);
    });
}

#[test]
fn who_comes_alone_waits_for_the_others() {
    for found in fails(FailureKind::Deadlock, || {
        let doors = Barrier::new(2).named("doors");
        doors.wait();
    }) {
        assert!(found.to_string().contains("doors.leave"), "{found}");
        assert!(
            found.to_string().contains("waits for the others"),
            "{found}"
        );
    }
}

#[test]
fn a_barrier_for_nobody_lets_each_lead() {
    holds(|| assert!(Barrier::new(0).wait().is_leader()));
}
