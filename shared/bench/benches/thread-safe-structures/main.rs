//! What the structures of lesson 05 cost beside those of the best crates: maps, counters and stacks.
//!
//! `cargo bench -p bench --bench thread-safe-structures`, and with `-- --write` tables and plots go into the book; it takes
//! three to four minutes.
//! Each turn checks its work: words counted by a `get` and an `insert` are among the contenders, and must be found wrong.

mod counters;
mod maps;
mod mixes;
mod shops;
mod stacks;
mod words;

use bench::{Contest, Program};
use std::io;

fn main() -> io::Result<()> {
    let program = Program {
        name: "thread-safe-structures",
        about: "What the structures of lesson 05 cost, beside those of the best crates.",
        contests: contests(),
        notes: NOTES.to_owned(),
        goes_wrong: |contest, contender| match contender.name {
            words::IN_TWO_CALLS => true,
            shops::OVERSOLD => contest.threads > 1,
            _ => false,
        },
    };
    program.main()
}

/// What is alike for all, and what is not, without which a comparison of structures says little.
const NOTES: &str = "\
Maps: keys and values are 8 bytes, the hasher is `foldhash` for all. \
`ShardedMap` has 64 shards a core, as many as it takes by itself, and so has the `DashMap` that it is compared with; \
the other one has what `DashMap` takes by itself, four a core. \
An update adds to what is there, or to 0. \
A map that grows works in more memory the faster it is. \
Counters: who has stripes has 8, and looks for its own at each increment. \
The shops have seats without end; the one with a queue has a thread more, who sells. \
Stacks: each thread pushes a value and pops one, in turn.
";

fn contests() -> Vec<Contest> {
    let on = |contest: fn(usize) -> Contest| [1, 2, 4].map(contest);
    let mut contests = vec![words::contest()];
    contests.extend(on(maps::mostly_read));
    contests.extend(on(maps::exchanged));
    contests.extend(on(maps::growing));
    // What few keys cost shows only where threads meet at them.
    contests.extend([2, 4].map(maps::hot));
    contests.extend(on(counters::contest));
    contests.extend(on(stacks::without_a_lock));
    contests.extend(on(stacks::with_a_lock));
    contests.extend(on(shops::contest));
    contests
}
