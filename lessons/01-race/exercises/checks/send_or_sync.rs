//! Asks the compiler about the claims, then shares the counter between threads in every execution.

use super::{CLAIMS, Sold};
use shared::exercise::{Check, Refusal, explored, observe};
use shared::model::{Mode, check, thread};
use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::atomic::AtomicU8;
use std::sync::{Arc, Mutex, MutexGuard};

/// The check.
pub const CHECK: Check = Check {
    name: "send_or_sync",
    law: "A thread can reach only what may be sent to it or shared with it, and sharing it loses no update.",
    page: "01-race/check.md",
    section: "The compiler",
    run,
};

fn run() -> Result<String, Refusal> {
    claims_hold()?;
    Probe::<Sold>::NEW.share()
}

/// Stands for a type that is asked about without a value of it.
struct Probe<T>(PhantomData<T>);

impl<T> Probe<T> {
    const NEW: Self = Self(PhantomData);
}

/// Says no, where nothing says yes.
trait Fallback {
    const HAS: bool = false;
}

/// Answers whether a type has a trait, before the program runs.
///
/// An inherent constant goes before one of a trait, so the fallback is read only where the bound does not hold
/// (after D. Tolnay, *Autoref-based stable specialization*, 2019).
macro_rules! has {
    ($type:ty: $bound:ident) => {{
        impl<T> Fallback for Asked<T> {}
        struct Asked<T>(PhantomData<T>);
        #[allow(
            dead_code,
            reason = "it is read for some types, and for others the fallback is"
        )]
        impl<T: $bound> Asked<T> {
            const HAS: bool = true;
        }
        (
            concat!(stringify!($type), ": ", stringify!($bound)),
            Asked::<$type>::HAS,
        )
    }};
}

fn claims_hold() -> Result<(), Refusal> {
    let truths = [
        has!(Rc<u8>: Send),
        has!(Arc<u8>: Send),
        has!(Cell<u8>: Send),
        has!(Cell<u8>: Sync),
        has!(Arc<Cell<u8>>: Send),
        has!(AtomicU8: Sync),
        has!(Mutex<Cell<u8>>: Sync),
        has!(MutexGuard<'static, u8>: Send),
    ];
    let mut wrong = Vec::new();
    for (claim, truth) in truths {
        let said = CLAIMS.iter().find(|(name, _)| *name == claim);
        let Some((_, said)) = said else {
            return Err(Refusal::because(format!(
                "the claim `{claim}` is gone from CLAIMS"
            )));
        };
        if *said != truth {
            wrong.push(claim);
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let (wrong, all) = (wrong.len(), truths.len());
    let verb = if wrong == 1 { "is" } else { "are" };
    Err(Refusal::because(format!(
        "{wrong} of {all} claims {verb} wrong: ask of each type what two threads could do to it at once"
    )))
}

/// Shares a counter that may be shared; a method that takes `self` is found before one that takes `&self`.
#[allow(
    dead_code,
    reason = "the answer's type decides which of the two traits is used"
)]
trait Share {
    fn share(self) -> Result<String, Refusal>;
}

impl<T: Counter + Send + Sync + 'static> Share for Probe<T> {
    fn share(self) -> Result<String, Refusal> {
        let models = [
            check(Mode::Interleaving, || no_update_is_lost::<T>(1, 1))?,
            check(Mode::Interleaving, || no_update_is_lost::<T>(1, 2))?,
            check(Mode::Interleaving, || no_update_is_lost::<T>(2, 1))?,
            check(Mode::Interleaving, each_counts_its_own::<T>)?,
        ];
        let seen = observe(|| no_update_is_lost::<T>(1, 1))?;
        if !seen
            .steps
            .iter()
            .any(|step| step.lane == 1 && step.object.is_some())
        {
            return Err(Refusal::because(
                "the threads count in something that the checker cannot see: take the counter from `shared::model`",
            ));
        }
        Ok(explored(&models))
    }
}

/// Refuses a counter that may not be shared.
#[allow(
    dead_code,
    reason = "the answer's type decides which of the two traits is used"
)]
trait Refuse {
    fn share(&self) -> Result<String, Refusal>;
}

impl<T> Refuse for Probe<T> {
    fn share(&self) -> Result<String, Refusal> {
        Err(Refusal::because(
            "every claim is right, and `Sold` is not `Send` and `Sync`: no thread but its own can count with it",
        ))
    }
}

/// What the answer's counter does, so that a generic function can call it.
trait Counter: Clone {
    fn new() -> Self;
    fn sell(&self);
    fn get(&self) -> usize;
}

impl Counter for Sold {
    fn new() -> Self {
        Self::new()
    }

    fn sell(&self) {
        self.sell();
    }

    fn get(&self) -> usize {
        self.get()
    }
}

/// Checks that `main` and `others` more threads, each with a clone, count every sale.
fn no_update_is_lost<T: Counter + Send + 'static>(others: usize, sales: usize) {
    let sold = T::new();
    let start = |_| {
        let sold = sold.clone();
        thread::spawn(move || (0..sales).for_each(|_| sold.sell()))
    };
    let tills: Vec<_> = (0..others).map(start).collect();
    (0..sales).for_each(|_| sold.sell());
    for till in tills {
        till.join().unwrap();
    }
    let (counted, there) = (sold.get(), (others + 1) * sales);
    assert!(
        counted == there,
        "{there} tickets were sold, and {counted} counted"
    );
}

fn each_counts_its_own<T: Counter>() {
    let (today, tomorrow) = (T::new(), T::new());
    today.sell();
    let counted = (today.get(), tomorrow.get());
    assert!(
        counted == (1, 0),
        "one counter has sold 1, another 0, and they tell {counted:?}"
    );
}
