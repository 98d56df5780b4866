//! Lesson 05, thread-safe structures: safe parts, unsafe sum.

/// The lesson on the machine: `world` is `std`.
#[path = "."]
pub mod machine {
    use shared::machine as world;

    pub mod by_entry;
    pub mod contains_then_insert;
    pub mod dashed;
    pub mod get_then_insert;
    pub mod hall;
    pub mod laws;
    pub mod len_and_iterate;
    pub mod price_tags;
    pub mod ref_held_across;
    pub mod sharded_map;
    pub mod snapshot;
    pub mod words;
}

/// The lesson in the checker: `world` is the model.
#[path = "."]
pub mod model {
    use shared::model as world;

    pub mod by_entry;
    pub mod contains_then_insert;
    pub mod get_then_insert;
    pub mod hall;
    pub mod laws;
    pub mod len_and_iterate;
    pub mod price_tags;
    pub mod ref_held_across;
    pub mod sharded_map;
    pub mod snapshot;
    pub mod words;
}
