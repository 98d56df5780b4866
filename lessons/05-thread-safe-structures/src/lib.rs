//! Lesson 05, thread-safe structures: safe parts, unsafe sum.

/// The lesson on the machine: `world` is `std`.
#[path = "."]
pub mod machine {
    /// `std`, and `crossbeam-epoch` by the name that the model gives it; only this lesson builds it.
    mod world {
        pub use crossbeam_epoch as epoch;
        pub use shared::machine::*;
    }

    pub mod aba_stack;
    pub mod by_entry;
    pub mod contains_then_insert;
    pub mod dashed;
    pub mod free_list;
    /// Mounted only where a detector watches: what comes of it is a use after free.
    #[cfg(sanitizing)]
    pub mod freed_too_early;
    pub mod get_then_insert;
    pub mod hall;
    pub mod laws;
    pub mod len_and_iterate;
    pub mod linear;
    pub mod price_tags;
    pub mod ref_held_across;
    pub mod sharded_map;
    pub mod shop;
    pub mod snapshot;
    pub mod specifications;
    pub mod stack;
    pub mod striped_counter;
    pub mod tagged_stack;
    pub mod treiber_stack;
    pub mod words;
}

/// The lesson in the checker: `world` is the model.
#[path = "."]
pub mod model {
    use shared::model as world;

    pub mod aba_stack;
    pub mod by_entry;
    pub mod contains_then_insert;
    pub mod free_list;
    pub mod freed_too_early;
    pub mod get_then_insert;
    pub mod hall;
    pub mod laws;
    pub mod len_and_iterate;
    pub mod linear;
    pub mod price_tags;
    pub mod ref_held_across;
    pub mod sharded_map;
    pub mod shop;
    pub mod snapshot;
    pub mod specifications;
    pub mod stack;
    pub mod striped_counter;
    pub mod tagged_stack;
    pub mod treiber_stack;
    pub mod words;
}

pub mod schedules;
