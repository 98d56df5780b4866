//! Asks of each memory ordering in a source whether it is needed: the check is run again with it made weaker.
//!
//! Every operation of the model knows the line it is called from, so the code itself stays as it is.
//! What is found out is about the model and the law: an ordering whose weakening nothing refutes may be needed all the same
//! where the model cannot see it, and the [limits](super#limits) say where that is.
//!
//! # Examples
//!
//! ```
//! use shared::model::{Mode, Model, sync::atomic::{AtomicBool, AtomicU32, Ordering::*}, thread};
//! use std::sync::Arc;
//!
//! let message_passing = || {
//!     let shared = Arc::new((AtomicU32::new(0), AtomicBool::new(false)));
//!     let writer = thread::spawn({
//!         let shared = Arc::clone(&shared);
//!         move || {
//!             shared.0.store(42, Relaxed);
//!             shared.1.store(true, Release);
//!         }
//!     });
//!     if shared.1.load(Acquire) {
//!         assert_eq!(shared.0.load(Relaxed), 42);
//!     }
//!     writer.join().unwrap();
//! };
//! let model = Model::new(Mode::Weak);
//! let sites = model.orderings(message_passing).unwrap();
//! let weaker: Vec<_> = sites.iter().flat_map(|site| site.weakenings()).collect();
//! assert_eq!(weaker.len(), 2);
//! assert!(weaker.into_iter().all(|one| model.check_weakened(&[one], message_passing).is_err()));
//! ```

use super::check::{Explored, Model};
use super::counterexample::Counterexample;
use super::record;
use std::fmt;
use std::panic::Location;
use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};

/// A memory ordering in a source: where, of which operation, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Where the operation is called.
    pub place: &'static Location<'static>,
    /// The operation: `load`, `fence`.
    pub operation: &'static str,
    /// Whether it is the ordering with which a compare-exchange fails.
    pub is_failure: bool,
    /// The ordering.
    pub order: Ordering,
}

/// A site, and the ordering to put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weakening {
    /// The ordering as it is.
    pub site: Site,
    /// What it becomes; for a fence, `Relaxed` takes it away.
    pub order: Ordering,
}

impl Site {
    /// Lists the orderings that are next weaker, of those that the operation can have.
    #[must_use]
    pub fn weakenings(&self) -> Vec<Weakening> {
        let one_sided: &[_] = match self.operation {
            _ if self.is_failure => &[Acquire],
            "load" => &[Acquire],
            "store" => &[Release],
            _ => &[AcqRel],
        };
        let weaker: &[_] = match self.order {
            SeqCst => one_sided,
            AcqRel => &[Acquire, Release],
            Acquire | Release => &[Relaxed],
            _ => &[],
        };
        let weakening = |&order| Weakening { site: *self, order };
        weaker.iter().map(weakening).collect()
    }
}

impl fmt::Display for Weakening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { site, order } = self;
        let (file, line) = (site.place.file(), site.place.line());
        let failure = if site.is_failure { " on failure" } else { "" };
        write!(
            f,
            "{file}:{line}: {}({:?}){failure} as {order:?}",
            site.operation, site.order
        )
    }
}

impl Model {
    /// Lists the orderings that a check meets, of all files, in the order in which it meets them.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check).
    #[track_caller]
    pub fn orderings(
        &self,
        body: impl Fn() + Send + Sync + 'static,
    ) -> Result<Vec<Site>, Counterexample> {
        let (explored, sites) = self.check_orderings(&[], body);
        explored.map(|_| sites)
    }

    /// Checks a closure as if these orderings were weaker, all of them at once.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check): a failure refutes the weakenings.
    #[track_caller]
    pub fn check_weakened(
        &self,
        weakenings: &[Weakening],
        body: impl Fn() + Send + Sync + 'static,
    ) -> Result<Explored, Counterexample> {
        self.check_orderings(weakenings, body).0
    }
}

/// Returns the ordering with which an operation is made: the one it asks for, unless that is weakened.
#[track_caller]
pub(super) fn effective(operation: &'static str, order: Ordering, is_failure: bool) -> Ordering {
    let site = Site {
        place: Location::caller(),
        operation,
        is_failure,
        order,
    };
    record::ordering(site)
}
