//! The part that all atomic types share: one variable of the checker, recorded, in either memory mode.

mod sleeping;

use super::loads::Loads;
use super::scalar::Scalar;
use crate::model::check::Mode;
use crate::model::orderings::effective;
use crate::model::record::{self, Object};
use crate::model::wait::Queue;
use crate::timeline::Effect;
use loom::sync::atomic as loom_atomic;
use std::sync::atomic::{AtomicU64, Ordering};

/// Holds a variable of the checker and a copy of its newest value.
pub struct Variable<N> {
    /// The variable; `None` if it was created while a failure unwinds, when the checker is gone.
    native: Option<N>,
    /// What the checker needs in weak mode besides.
    loads: Option<Loads>,
    /// The newest value, for reading while a failure unwinds.
    ///
    /// It is exact, since both modes make stores as read-modify-writes: their order is the modification order.
    newest: AtomicU64,
    /// Who sleeps until it changes; see [`futex`](crate::model::futex).
    asleep: Queue,
    object: Object,
}

impl<N> Variable<N> {
    #[track_caller]
    pub fn new<T: Scalar>(value: T, native: impl FnOnce(T) -> N) -> Self {
        let object = Object::new("atomic");
        let live = record::is_live();
        let variable = Self {
            native: live.then(|| native(value)),
            loads: (live && record::mode() == Mode::Weak).then(Loads::new),
            newest: AtomicU64::new(value.to_bits()),
            asleep: Queue::default(),
            object,
        };
        if live {
            object.note("new", Effect::Write(value.shown()));
        }
        variable
    }

    #[track_caller]
    pub fn rename(&self, name: &'static str) {
        self.object.rename(name);
    }

    /// Returns the newest value without an operation.
    pub fn peek<T: Scalar>(&self) -> T {
        T::of_bits(self.newest.load(Ordering::Relaxed))
    }

    fn live(&self) -> Option<&N> {
        self.native.as_ref().filter(|_| record::is_live())
    }

    fn set<T: Scalar>(&self, value: T) {
        self.newest.store(value.to_bits(), Ordering::Relaxed);
    }

    /// Notes that the running thread has overwritten the value, or could have.
    fn overwrite<T: Scalar>(&self, value: T) {
        self.set(value);
        if let Some(loads) = &self.loads {
            loads.end();
        }
    }

    /// Loads: in interleaving mode by `newest`, an update that changes nothing; in weak mode by `any`, a load.
    #[track_caller]
    pub fn load<T: Scalar>(
        &self,
        order: Ordering,
        newest: impl FnOnce(&N) -> T,
        any: impl FnOnce(&N, Ordering) -> T,
    ) -> T {
        assert!(
            !matches!(order, Ordering::Release | Ordering::AcqRel),
            "there is no such thing as a release load"
        );
        let Some(native) = self.live() else {
            return self.peek();
        };
        let order = effective("load", order, false);
        self.object.step("load", Some(order), Effect::Local, || {
            let value = match &self.loads {
                None => newest(native),
                Some(loads) => {
                    let value = self.operate(order, || any(native, order));
                    loads.add();
                    value
                }
            };
            (value, Effect::Read(value.shown()))
        })
    }

    /// Stores by `swap`, so that the order of the execution is the modification order.
    #[track_caller]
    pub fn store<T: Scalar>(
        &self,
        value: T,
        order: Ordering,
        swap: impl FnOnce(&N, Ordering) -> T,
    ) {
        assert!(
            !matches!(order, Ordering::Acquire | Ordering::AcqRel),
            "there is no such thing as an acquire store"
        );
        let Some(native) = self.live() else {
            return self.set(value);
        };
        let order = effective("store", order, false);
        self.object.step("store", Some(order), Effect::Local, || {
            self.operate(order, || swap(native, self.strength(order)));
            self.overwrite(value);
            ((), Effect::Write(value.shown()))
        });
    }

    /// Updates in one step; `native` is the checker's operation and `next` what it makes of the value read.
    #[track_caller]
    pub fn update<T: Scalar>(
        &self,
        operation: &'static str,
        order: Ordering,
        native: impl FnOnce(&N, Ordering) -> T,
        next: impl FnOnce(T) -> T,
    ) -> T {
        let Some(variable) = self.live() else {
            let read = self.peek();
            self.set(next(read));
            return read;
        };
        let order = effective(operation, order, false);
        self.object.step(operation, Some(order), Effect::Local, || {
            let read = self.operate(order, || native(variable, self.strength(order)));
            let wrote = next(read);
            self.overwrite(wrote);
            (
                read,
                Effect::Update {
                    read: read.shown(),
                    wrote: wrote.shown(),
                },
            )
        })
    }

    /// Exchanges if the value is as expected; `native` is the checker's compare-exchange.
    #[track_caller]
    pub fn compare_exchange<T: Scalar + PartialEq>(
        &self,
        operation: &'static str,
        (current, new): (T, T),
        (success, failure): (Ordering, Ordering),
        native: impl FnOnce(&N, Ordering, Ordering) -> Result<T, T>,
    ) -> Result<T, T> {
        assert!(
            !matches!(failure, Ordering::Release | Ordering::AcqRel),
            "there is no such thing as a release failure ordering"
        );
        let Some(variable) = self.live() else {
            let read = self.peek::<T>();
            return if read == current {
                self.set(new);
                Ok(read)
            } else {
                Err(read)
            };
        };
        let success = effective(operation, success, false);
        let failure = effective(operation, failure, true);
        self.object
            .step(operation, Some(success), Effect::Local, || {
                let strongest = if failure == Ordering::SeqCst {
                    failure
                } else {
                    success
                };
                let exchange = || native(variable, self.strength(success), self.strength(failure));
                match self.operate(strongest, exchange) {
                    Ok(read) => {
                        self.overwrite(new);
                        (
                            Ok(read),
                            Effect::Update {
                                read: read.shown(),
                                wrote: new.shown(),
                            },
                        )
                    }
                    Err(read) => {
                        record::made_with(failure);
                        self.overwrite(read);
                        (Err(read), Effect::Refused(read.shown()))
                    }
                }
            })
    }

    /// Runs the checker's operation in the mode of this check.
    fn operate<R>(&self, order: Ordering, operation: impl FnOnce() -> R) -> R {
        if self.loads.is_some() && order == Ordering::SeqCst {
            record::unseen(|| between_fences(operation))
        } else {
            record::unseen(operation)
        }
    }

    /// In interleaving mode every operation is `SeqCst`.
    fn strength(&self, order: Ordering) -> Ordering {
        if self.loads.is_some() {
            order
        } else {
            Ordering::SeqCst
        }
    }
}

/// Puts `SeqCst` fences around a `SeqCst` operation, which loom by itself treats as `AcqRel`.
fn between_fences<R>(operation: impl FnOnce() -> R) -> R {
    loom_atomic::fence(Ordering::SeqCst);
    let result = operation();
    loom_atomic::fence(Ordering::SeqCst);
    result
}
