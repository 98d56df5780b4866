//! A crate of your own: its types take their synchronisation from `sync`, and so they can be checked.

// ANCHOR: mount
mod sync;
pub mod tickets;
// ANCHOR_END: mount
