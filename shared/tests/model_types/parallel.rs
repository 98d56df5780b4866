//! Checks on several OS threads at once, none of which sees the others.

use shared::model::sync::Arc;
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::{Mode, check, outcomes, thread};
use shared::timeline::FailureKind;

/// Two threads count up; without care an update may be lost.
fn count(careful: bool) -> usize {
    let x = Arc::new(AtomicUsize::new(0));
    let count_up = move |x: &AtomicUsize| {
        if careful {
            x.fetch_add(1, Relaxed);
        } else {
            x.store(x.load(Relaxed) + 1, Relaxed);
        }
    };
    let other = thread::spawn({
        let x = Arc::clone(&x);
        move || count_up(&x)
    });
    count_up(&x);
    other.join().unwrap();
    x.load(Relaxed)
}

#[test]
fn each_check_finds_its_own() {
    std::thread::scope(|scope| {
        for thread in 0..4 {
            scope.spawn(move || {
                for mode in [Mode::Interleaving, Mode::Weak].repeat(20) {
                    let careful = thread % 2 == 0;
                    let seen = outcomes(mode, move || count(careful)).unwrap();
                    assert_eq!(
                        Vec::from_iter(seen),
                        if careful { vec![2] } else { vec![1, 2] }
                    );
                    let found = check(mode, move || assert_eq!(count(careful), 9, "{thread}"));
                    let found = found.unwrap_err();
                    assert_eq!(found.failure().kind, FailureKind::Panic);
                    assert!(
                        found
                            .failure()
                            .message
                            .contains(&format!("failed: {thread}"))
                    );
                }
            });
        }
    });
}
