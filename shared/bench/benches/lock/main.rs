//! What the locks of lesson 02 cost beside those of the best crates, and what else of it waits: semaphore and barrier.
//!
//! `cargo bench -p bench --bench lock`, and with `-- --write` the tables go into the book; it takes a few minutes.
//! `-- Barrier` measures only the tables that have this in the name of a contender.
//! Each turn checks its work: a counter without a lock is among the contenders, and must be found wrong.

mod barriers;
mod locks;
mod outside;
mod read_write;
mod semaphores;

use bench::{Contest, Rounds, Standing, conditions, launches, record, scoreboard};
use std::{env, io};

const COMMAND: &str = "cargo bench -p bench --bench lock -- --write";

const HELP: &str = "\
What the locks of lesson 02 cost, beside those of the best crates.

Usage: cargo bench -p bench --bench lock [-- [NAME…] [--write]]

  NAME     measures only the tables that have this in the name of a contender: Barrier, RwLock
  --write  writes the tables to book/measured/lock.md, too; not with a NAME
";

fn main() -> io::Result<()> {
    let has = |option: &str| env::args().any(|argument| argument == option);
    if has("--help") || has("-h") {
        print!("{HELP}");
        return Ok(());
    }
    let names = names();
    if has("--write") && !names.is_empty() {
        // A part of the tables must not take the place of all.
        return Err(io::Error::other("--write takes no name"));
    }
    let contests = chosen(&names)?;
    let Some(found) = launches(&contests)? else {
        return Ok(());
    };
    check_the_check(&contests, &found);
    let tables = scoreboard(&contests, &found) + "\n" + &outside::told() + WAITING;
    println!("{tables}\n{}", conditions(COMMAND));
    if has("--write") {
        record("lock", &tables, COMMAND)?;
    }
    Ok(())
}

/// How the contenders wait, without which a comparison of locks says little.
const WAITING: &str = "\
Who must wait: `SpinLock` pauses, longer and longer, then yields; `spin`'s locks and barrier pause at full speed; \
`TicketLock` pauses 64 times, or yields at once from the third place on; \
`FutexLock`, `ReadWriteLock`, the semaphore and the barrier yield for a while, then sleep; \
`std` pauses at full speed, and `parking_lot` pauses and yields, before they do; `sem_t` and `pthread_barrier_t` sleep at once.
";

/// The arguments that choose.
fn names() -> Vec<String> {
    let words = env::args().skip(1);
    words.filter(|word| !word.starts_with('-')).collect()
}

/// The contests that one of the names is in, in whatever case; all of them if there are no names.
fn chosen(names: &[String]) -> io::Result<Vec<Contest>> {
    let called = |contest: &Contest, name: &String| {
        let mut contenders = contest.contenders.iter();
        contenders.any(|one| one.name.to_lowercase().contains(&name.to_lowercase()))
    };
    let mut contests = contests();
    if !names.is_empty() {
        contests.retain(|contest| names.iter().any(|name| called(contest, name)));
    }
    if contests.is_empty() {
        return Err(io::Error::other("no contender has such a name"));
    }
    Ok(contests)
}

fn contests() -> Vec<Contest> {
    let on = |contest: fn(usize) -> Contest| [1, 2, 4].map(contest);
    let mut contests = vec![locks::racy(2)];
    contests.extend(on(locks::spinning));
    contests.extend(on(locks::spinning_apart));
    contests.extend(on(locks::tickets));
    contests.extend(on(locks::tickets_apart));
    contests.extend(on(locks::sleeping));
    contests.extend(on(locks::sleeping_apart));
    contests.extend(on(read_write::reading));
    contests.extend(on(read_write::writing));
    contests.extend(on(semaphores::contest));
    contests.extend(on(barriers::contest));
    contests
}

/// Demands that all came out right but the counter without a lock, which is how we know that wrong work is seen.
fn check_the_check(contests: &[Contest], found: &[Vec<Rounds>]) {
    for (contest, launches) in contests.iter().zip(found) {
        let standing = Standing::new(contest, launches);
        for (who, contender) in contest.contenders.iter().enumerate() {
            let (wrong, of) = standing.wrong(who);
            let expected = contender.name == locks::RACY;
            assert_eq!(
                wrong > 0,
                expected,
                "{} came out wrong in {wrong} of {of} turns",
                contender.name
            );
        }
    }
}
