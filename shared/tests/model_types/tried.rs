//! How the laws of these tests are tried: in both memory modes, unless they are about one of them.

use shared::model::{Counterexample, Mode, check, outcomes};
use shared::timeline::FailureKind;

pub const MODES: [Mode; 2] = [Mode::Interleaving, Mode::Weak];

/// Checks that a law holds in every execution of either mode.
#[track_caller]
pub fn holds(law: impl Fn() + Clone + Send + Sync + 'static) {
    for mode in MODES {
        shared::assert_holds(mode, law.clone());
    }
}

/// Returns how a law fails in either mode, always in the one way.
#[track_caller]
pub fn fails(
    kind: FailureKind,
    law: impl Fn() + Clone + Send + Sync + 'static,
) -> [Counterexample; 2] {
    MODES.map(|mode| {
        let found = check(mode, law.clone()).expect_err("the law does not hold");
        assert_eq!(found.failure().kind, kind, "{found}");
        found
    })
}

/// Checks what a closure returns over all executions, the same in either mode.
#[track_caller]
pub fn returns<T: Ord + std::fmt::Debug + Send + 'static>(
    expected: &[T],
    body: impl Fn() -> T + Clone + Send + Sync + 'static,
) {
    for mode in MODES {
        let seen = outcomes(mode, body.clone()).expect("nothing fails");
        assert_eq!(
            seen.iter().collect::<Vec<_>>(),
            expected.iter().collect::<Vec<_>>(),
            "{mode}"
        );
    }
}
