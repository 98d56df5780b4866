//! Stands for `crossbeam_epoch`: what a thread can still read is not freed, and the checker sees to it.
//!
//! Epoch-based reclamation is Fraser's (*Practical Lock-Freedom*, 2004). Who wants to read pins the epoch; who takes a node
//! out of a structure retires it; and a retired node is destroyed when nobody is pinned any more who was when it was retired.
//!
//! On the machine that is some time later, by whichever thread collects. In the model it is the earliest moment that the
//! promise allows, as whoever relies on more than the promise is wrong: the node is destroyed by the thread that unpins last
//! of those it had to wait for, and what each of them did before it unpinned happens before.
//!
//! | the execution fails | because |
//! |---|---|
//! | at a read of a node that is destroyed | nothing kept it alive |
//! | where a node is destroyed that another thread has read, if that one has been pinned since before it did | it can read it still |
//! | at a second `defer_destroy` of a node, or a second destruction | it is freed twice |
//! | where nothing orders a read against the node's creation or destruction | it is a data race |
//!
//! # Limits
//!
//! - Who pins after a node was retired sees all that came before; on the machine, that the node was taken out.
//!   Nothing else is ordered by a pin: crossbeam's fences are its own affair, and code may not rely on them.
//! - Memory is not used again within an execution. So ABA that comes of a freed node's address is not shown; where such a
//!   node is freed too early, that is.
//! - A node that is never retired is leaked, here as there: have the values count their drops.
//! - There are no tags, and only the operations that the lesson uses.

mod atomic;
mod domain;
mod guard;
mod node;
mod owned;
mod shared;
mod state;

pub use atomic::{Atomic, CompareExchangeError, Pointer};
pub use guard::{Guard, pin, unprotected};
pub use owned::Owned;
pub use shared::Shared;

pub(super) use domain::open;
