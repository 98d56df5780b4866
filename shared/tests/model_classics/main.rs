//! Programs with a known answer, run through the model: each gives that answer, as a value and without an abort.

mod memory;
mod waiting;

use shared::model::{Counterexample, Explored, Mode, check};

fn both_modes(
    body: impl Fn() + Clone + Send + Sync + 'static,
) -> [Result<Explored, Counterexample>; 2] {
    [Mode::Interleaving, Mode::Weak].map(|mode| check(mode, body.clone()))
}
