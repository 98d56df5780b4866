//! Laws of timelines: the order, the verdict, and what the drawings look like.

mod arranged;
mod by_hand;
mod cases;
mod contrast;
mod random;
mod script;
mod search;
#[path = "../support/snapshot.rs"]
mod snapshot;
mod svg;
mod text;
mod xml;
