//! Counting words in a map that threads share: by one call, and by two, between which a word gets lost.

use bench::{Case, Contender, Contest, Sample, Side, timed};
use foldhash::fast::RandomState;
use shared::trial::Padded;
use std::time::Duration;
use thread_safe_structures::machine::by_entry::ByEntry;
use thread_safe_structures::machine::get_then_insert::GetThenInsert;
use thread_safe_structures::machine::sharded_map::ShardedMap;
use thread_safe_structures::machine::words::{Word, WordCount};

/// The contender that looks in one call, and writes in the next.
pub const IN_TWO_CALLS: &str = "`get`, then `insert`";

/// What each thread reads, over and over.
const WORDS: [Word; 3] = ["rose", "is", "a"];

/// Two threads that read the same few words.
pub fn contest() -> Contest {
    Contest {
        title: "**Words counted in two calls**, which the check of the work must find wrong, and in one",
        case: Case::outside("nothing"),
        threads: 2,
        contenders: vec![
            Contender {
                name: IN_TWO_CALLS,
                side: Side::Context,
                turn: |threads, span| turn(GetThenInsert(empty()), threads, span),
            },
            Contender {
                name: "`update`",
                side: Side::Context,
                turn: |threads, span| turn(ByEntry(empty()), threads, span),
            },
        ],
    }
}

fn empty() -> ShardedMap<Word, u64, RandomState> {
    ShardedMap::with_shards(64, RandomState::default())
}

fn turn(counts: impl WordCount, threads: usize, span: Duration) -> Sample {
    let counts = Padded(counts);
    let sample = timed(threads, span, |_, signal| {
        let mut words = WORDS.iter().cycle();
        signal.count(|| words.next().into_iter().for_each(|word| counts.count(word)))
    });
    let counted = WORDS.map(|word| counts.of(word)).iter().sum();
    sample.checked(counted)
}
