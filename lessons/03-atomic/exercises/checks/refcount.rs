//! Lets owners read a poster and leave in every execution, and asks of each ordering whether it must be that strong.

use super::Count;
use shared::exercise::{Check, Refusal, explored, none_is_too_strong, orderings};
use shared::model::cell::UnsafeCell;
use shared::model::sync::atomic::AtomicU32;
use shared::model::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, SeqCst};
use shared::model::{Explored, Mode, Model, Named, thread};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "refcount",
    law: "The last owner frees, after all that the others did, and no ordering is stronger than need be.",
    page: "03-atomic/fix-it.md",
    section: "The last one out",
    run,
};

/// What is too weak breaks one of them; of what is too strong, the weaker one breaks none.
const LAWS: [(Model, fn()); 3] = [
    (WEAK, two_owners_leave),
    (WEAK, an_owner_is_cloned_while_another_leaves),
    (THREE, three_owners_leave),
];

const WEAK: Model = Model::new(Mode::Weak);

const THREE: Model = Model {
    preemptions: Some(2),
    ..WEAK
};

fn run() -> Result<String, Refusal> {
    let models = LAWS.map(|(model, law)| model.check(law));
    let models: Vec<Explored> = models.into_iter().collect::<Result<_, _>>()?;
    let tried = none_is_too_strong(&LAWS)?;
    only_the_last_takes_over()?;
    let explored = explored(&models);
    Ok(format!(
        "{explored}; each of {tried} weaker orderings is refuted"
    ))
}

/// Lets an owner leave who is not the last, and looks which orderings that takes.
fn only_the_last_takes_over() -> Result<(), Refusal> {
    let not_the_last = || {
        let count = Count::one();
        count.join();
        count.leave();
    };
    let met = orderings(&[(WEAK, not_the_last)])?;
    let takes_over = met
        .iter()
        .find(|site| matches!(site.order, Acquire | AcqRel | SeqCst));
    let Some(site) = takes_over else {
        return Ok(());
    };
    let (operation, order, line) = (site.operation, site.order, site.place.line());
    Err(Refusal::because(format!(
        "an owner who is not the last takes over what others did, which only the last one needs: \
         `{operation}({order:?})` in line {line}"
    )))
}

/// A poster, and how often it was freed; its memory stays, so that a wrong answer does no harm.
struct Poster {
    count: Count,
    text: UnsafeCell<Option<&'static str>>,
    freed: AtomicU32,
}

// SAFETY: the count is to order what the owners do with the text; the model watches whether it does.
unsafe impl Sync for Poster {}

/// One of the owners.
struct Owner(Arc<Poster>);

impl Poster {
    fn hung() -> Owner {
        Owner(Arc::new(Self {
            count: Count::one(),
            text: UnsafeCell::new(Some("row 7, seat 12")).named("poster"),
            freed: AtomicU32::new(0).named("freed"),
        }))
    }
}

impl Owner {
    fn read(&self) {
        // SAFETY: as above.
        let text = self.0.text.with(|text| unsafe { *text });
        assert!(text.is_some(), "an owner reads the poster, and it is freed");
    }
}

impl Clone for Owner {
    fn clone(&self) -> Self {
        self.0.count.join();
        Self(Arc::clone(&self.0))
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        if self.0.count.leave() {
            // SAFETY: as above.
            self.0.text.with_mut(|text| unsafe { *text = None });
            // Relaxed: counted for the law alone.
            self.0.freed.fetch_add(1, Relaxed);
        }
    }
}

/// Hands an owner over to a thread, which reads and leaves.
fn visitor(owner: Owner) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        owner.read();
        drop(owner);
    })
}

/// Lets the last of all owners leave by the end of `act`, and demands that the poster was freed once.
fn is_freed_once(act: impl FnOnce(Owner)) {
    let owner = Poster::hung();
    let poster = Arc::clone(&owner.0);
    act(owner);
    let freed = poster.freed.load(Relaxed);
    assert!(
        freed == 1,
        "all owners have left, and the poster was freed {freed} times"
    );
}

fn two_owners_leave() {
    is_freed_once(|owner| {
        let other = visitor(owner.clone());
        owner.read();
        drop(owner);
        other.join().unwrap();
    });
}

fn an_owner_is_cloned_while_another_leaves() {
    is_freed_once(|owner| {
        let other = thread::spawn({
            let owner = owner.clone();
            move || {
                let copy = owner.clone();
                drop(owner);
                copy.read();
            }
        });
        drop(owner);
        other.join().unwrap();
    });
}

fn three_owners_leave() {
    is_freed_once(|owner| {
        let others = [visitor(owner.clone()), visitor(owner.clone())];
        drop(owner);
        for other in others {
            other.join().unwrap();
        }
    });
}
