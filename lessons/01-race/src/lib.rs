//! Lesson 01, race: the answer depends on who gets there first.
//!
//! Each idea is one file, mounted twice: in [`machine`] on real threads, in [`model`] inside the checker.
//! In those files read `world` as `std`.
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `racy` | `unshared` | no update is lost |
//! | `oversold` | `seat` | a seat is sold once |
//! | `early_flag` | `publication` | ready means written |
//! | [`processes`] | lesson 02 | no update is lost across processes |
//! | [`refused`] | beside each | Rust does not compile it |

/// The lesson on the machine: `world` is `std`.
#[path = "."]
pub mod machine {
    use shared::machine as world;

    pub mod early_flag;
    pub mod laws;
    pub mod oversold;
    pub mod publication;
    pub mod racy;
    pub mod seat;
    pub mod unshared;
}

/// The lesson in the checker: `world` is the model.
#[path = "."]
pub mod model {
    use shared::model as world;

    pub mod early_flag;
    pub mod laws;
    pub mod oversold;
    pub mod publication;
    pub mod racy;
    pub mod seat;
    pub mod unshared;
}

pub mod figures;
pub mod processes;
pub mod refused;
pub mod schedules;
