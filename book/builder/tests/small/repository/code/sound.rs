//! What the small book shows.

// ANCHOR: add
/// Adds one.
pub fn add(number: u32) -> u32 {
    number + 1
}
// ANCHOR_END: add
