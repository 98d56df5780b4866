//! Laws of the judge of histories, of the recorders that give it some, and of the pictures.

mod known;
mod oracle;
mod random;

mod differential;
mod exchanged;
mod in_model;
mod recorders;
mod structures;
mod sum;

mod drawn;
#[path = "../support/snapshot.rs"]
mod snapshot;
