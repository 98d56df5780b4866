//! What the ways to count of lesson 03 cost: one number or many, and how far apart they lie.
//!
//! `cargo bench -p bench --bench atomic`, and with `-- --write` tables and plots go into the book; it takes two minutes.
//! Each turn checks its work: the racy counter is among the contenders, and must be found wrong.
//! `cargo bench -p bench --bench atomic-each` has criterion's figures of the same counters.

mod one_number;
mod parts;
mod spaced;
mod tally;
mod turns;

use atomic::machine::counter::AtomicCounter;
use atomic::machine::racy::RacyCounter;
use atomic::machine::striped::StripedCounter;
use bench::{Case, Contest, Program, Side};
use fast_counter::ConcurrentCounter;
use one_number::{Exchanged, Ordered};
use parts::{AddedAtTheEnd, Cells, Found, PackedStripes, STRIPES};
use std::io;
use turns::entry;

/// The counter that is wrong as soon as two threads share it.
const RACY: &str = "load, then store";

fn main() -> io::Result<()> {
    let on = |contest: fn(usize) -> Contest| [1, 2, 4].map(contest);
    let mut contests = Vec::from(on(counters));
    contests.extend(on(stripes));
    contests.extend(on(cells));
    contests.push(spaced::contest());
    let program = Program {
        name: "atomic",
        about: "What the ways to count of lesson 03 cost.",
        contests,
        notes: notes(),
        goes_wrong: |contest, contender| contender.name == RACY && contest.threads > 1,
    };
    program.main()
}

fn notes() -> String {
    format!(
        "Counters do nothing but count, the worst case for what is shared. Who has stripes has {STRIPES}. \
         Relaxed, except where it says otherwise. \
         A thread knows its stripe or cell from the start, but `fast-counter` and `ThreadLocal` look for it at each increment. \
         What is lost is a share of the increments made.\n"
    )
}

/// All ways to count, in terms of one indivisible step.
fn counters(threads: usize) -> Contest {
    Contest {
        title: "**Counters**",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<RacyCounter>(RACY, Side::Ours),
            entry::<AtomicCounter>("`fetch_add`", Side::Base),
            entry::<Ordered>("`fetch_add`, SeqCst", Side::Ours),
            entry::<Exchanged>("compare-exchange loop", Side::Ours),
            entry::<std::sync::Mutex<u64>>("`std::sync::Mutex`", Side::Context),
            entry::<parking_lot::Mutex<u64>>("`parking_lot::Mutex`", Side::Context),
            entry::<PackedStripes>("stripes on one line", Side::Ours),
            entry::<StripedCounter<STRIPES>>("stripes on a line each", Side::Ours),
            entry::<Cells>("a cell for each owner, load and store", Side::Ours),
            entry::<AddedAtTheEnd>("a local sum, added at the end", Side::Ours),
        ],
    }
}

/// Stripes beside those of a crate.
fn stripes(threads: usize) -> Contest {
    Contest {
        title: "**Stripes**",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<StripedCounter<STRIPES>>("`StripedCounter`", Side::Ours),
            entry::<ConcurrentCounter>("`fast_counter::ConcurrentCounter`", Side::Peer),
        ],
    }
}

/// Cells with an owner beside cells that a crate finds for each thread.
fn cells(threads: usize) -> Contest {
    Contest {
        title: "**Cells with one owner each**",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<Cells>("`OwnedCells`", Side::Ours),
            entry::<Found>("`thread_local::ThreadLocal`", Side::Peer),
        ],
    }
}
