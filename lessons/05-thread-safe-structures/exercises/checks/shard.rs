//! Lets tills sell in every execution, adds up what they have sold, and finds out which rows wait for each other.

use super::{Row, Sales};
use shared::exercise::{Check, Refusal, explored};
use shared::model::{Explored, Mode, Model, thread};
use shared::timeline::{Execution, FailureKind};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "shard",
    law: "Each row is in one shard, nothing is lost, and whoever is in one shard waits for nobody in another.",
    page: "05-thread-safe-structures/fix-it.md",
    section: "Shards",
    run,
};

/// How many rows there are.
const ROWS: usize = 32;
/// How many of them may be in one shard, if there are more shards than one.
const MOST: usize = 24;

fn run() -> Result<String, Refusal> {
    let mut models = vec![
        tried(ALL, || no_sale_is_lost([0, 0]))?,
        tried(ALL, || no_sale_is_lost([0, 1]))?,
        tried(ALL, || each_row_has_its_number(1))?,
        tried(ALL, || each_row_has_its_number(2))?,
        tried(ALL, || each_row_has_its_number(3))?,
    ];
    for shards in [2, 3] {
        let [here, there] = rows_of_two_shards(shards)?;
        models.push(tried(BOUNDED, move || {
            totals_come_to_their_end(shards, here, there);
        })?);
        models.push(tried(BOUNDED, move || {
            whoever_only_looks_changes_no_total(shards, here, there);
        })?);
    }
    let explored = explored(&models);
    Ok(format!(
        "{explored}; each of {ROWS} rows waits for those in its own shard alone"
    ))
}

const ALL: Model = Model::new(Mode::Interleaving);

/// A total may go through every shard, or every row: two preemptions are enough for two that meet on the way.
const BOUNDED: Model = Model {
    preemptions: Some(2),
    ..ALL
};

fn tried(model: Model, law: impl Fn() + Send + Sync + 'static) -> Result<Explored, Refusal> {
    model
        .check(law)
        .map_err(|failed| match failed.failure().kind {
            FailureKind::TooLong => never_ends(),
            _ => failed.into(),
        })
}

fn never_ends() -> Refusal {
    Refusal::because(
        "a call never ends, or takes more than a thousand steps: \
         whoever waits for a shard must sleep, by `lock`, and not look again and again",
    )
}

/// Starts a till that sells one ticket, and returns which of the row it was.
fn till(sales: &Arc<Sales>, row: Row) -> thread::JoinHandle<u32> {
    let sales = Arc::clone(sales);
    thread::spawn(move || {
        sales.update(row, |sold| {
            *sold += 1;
            *sold
        })
    })
}

fn no_sale_is_lost(rows: [Row; 2]) {
    let sales = Arc::new(Sales::in_shards(2));
    let tills = rows.map(|row| till(&sales, row));
    let mut told = tills.map(|till| till.join().unwrap());
    told.sort_unstable();
    for row in rows {
        let sold = rows.iter().filter(|one| **one == row).count() as u32;
        let found = sales.get(row);
        assert!(
            found == sold,
            "in row {row} the number of tickets sold is {sold}, and `get` finds {found}"
        );
    }
    let expected = if rows[0] == rows[1] { [1, 2] } else { [1, 1] };
    assert!(
        told == expected,
        "two tills each add 1 in the rows {rows:?}, and find {told:?} when they have"
    );
    the_total_is(&sales, 2);
}

fn each_row_has_its_number(shards: usize) {
    let sales = Arc::new(Sales::in_shards(shards));
    let till = thread::spawn({
        let sales = Arc::clone(&sales);
        move || {
            for row in 0..ROWS {
                sales.update(row, |sold| *sold += row as u32);
                sales.update(row, |sold| *sold += 1);
            }
        }
    });
    till.join().unwrap();
    for row in 0..ROWS {
        let (found, sold) = (sales.get(row), row as u32 + 1);
        assert!(
            found == sold,
            "a till has sold {sold} in row {row}, and then another asks and finds {found}"
        );
    }
    the_total_is(&sales, (1..=ROWS as u32).sum());
}

fn the_total_is(sales: &Sales, sold: u32) {
    let total = sales.total();
    assert!(
        total == sold,
        "{sold} tickets are sold, and the total says {total}"
    );
}

/// Asks for two totals at once, while tickets are sold in two shards.
fn totals_come_to_their_end(shards: usize, here: Row, there: Row) {
    let sales = Arc::new(Sales::in_shards(shards));
    let other = thread::spawn({
        let sales = Arc::clone(&sales);
        move || {
            change(&sales, there);
            sales.total()
        }
    });
    change(&sales, here);
    let totals = [sales.total(), other.join().unwrap()];
    assert!(
        totals.iter().all(|total| [1, 2].contains(total)),
        "each of two tills sells a ticket and then asks for the total, and the totals are {totals:?}"
    );
    the_total_is(&sales, 2);
}

/// Asks for the total while somebody looks at the rows in which tickets were sold, and nobody sells.
fn whoever_only_looks_changes_no_total(shards: usize, here: Row, there: Row) {
    let sales = Arc::new(Sales::in_shards(shards));
    change(&sales, here);
    change(&sales, there);
    let looker = thread::spawn({
        let sales = Arc::clone(&sales);
        move || {
            look(&sales, here);
            look(&sales, there);
        }
    });
    let total = sales.total();
    assert!(
        total == 2,
        "2 tickets are sold, nobody sells any more, and somebody looks at rows {here} and {there}: \
         meanwhile the total says {total}"
    );
    looker.join().unwrap();
}

fn change(sales: &Sales, row: Row) {
    sales.update(row, |sold| *sold += 1);
}

fn look(sales: &Sales, row: Row) {
    sales.get(row);
}

/// Finds out which rows share a shard, as those that wait for each other; returns one row of each of two shards.
fn rows_of_two_shards(shards: usize) -> Result<[Row; 2], Refusal> {
    let mut sharing: Vec<Vec<Row>> = Vec::new();
    for row in 0..ROWS {
        match shard_of(row, &sharing, shards)? {
            Some(shard) => sharing[shard].push(row),
            None => sharing.push(vec![row]),
        }
    }
    all_shards_are_used(shards, &sharing)?;
    let [here, there] = [sharing[0][0], sharing[1][0]];
    let Some(execution) = waits(shards, here, there, look)? else {
        return Ok([here, there]);
    };
    let reason = format!(
        "whoever is at row {here} holds up a look at row {there}, which is in another shard"
    );
    Err(Refusal::shown_by(reason, execution))
}

/// Returns the place in `sharing` of the rows for which a change of this one waits; none if it is the first of its shard.
fn shard_of(row: Row, sharing: &[Vec<Row>], shards: usize) -> Result<Option<usize>, Refusal> {
    let mut found = None;
    for (shard, rows) in sharing.iter().enumerate() {
        let Some(execution) = waits(shards, rows[0], row, change)? else {
            continue;
        };
        if let Some(other) = found.replace(shard) {
            let reason = format!(
                "whoever wants row {row} waits for row {}, and for row {} too, and these two are in different shards: \
                 a row must be in one, and in the same at every start",
                sharing[other][0], rows[0]
            );
            return Err(Refusal::shown_by(reason, execution));
        }
    }
    Ok(found)
}

fn all_shards_are_used(shards: usize, sharing: &[Vec<Row>]) -> Result<(), Refusal> {
    if let [_] = sharing
        && let Some(execution) = waits(shards, 0, 1, change)?
    {
        let reason = format!(
            "there should be {shards} shards, and whoever is at row 0 holds up all others, here one who wants row 1"
        );
        return Err(Refusal::shown_by(reason, execution));
    }
    let (used, most) = (sharing.len(), sharing.iter().map(Vec::len).max());
    if used < shards {
        return Err(Refusal::because(format!(
            "of {shards} shards {used} are used: no more than {used} of {ROWS} rows can be changed at once"
        )));
    }
    match most {
        Some(most) if most > MOST => Err(Refusal::because(format!(
            "the rows are not spread over the {shards} shards: {most} of {ROWS} are in one"
        ))),
        _ => Ok(()),
    }
}

/// Makes a call at one row while this thread is at another, which it does not leave before the call has ended.
///
/// Returns the execution in which the call waits for that, if it does.
fn waits(
    shards: usize,
    held: Row,
    row: Row,
    call: fn(&Sales, Row),
) -> Result<Option<Execution>, Refusal> {
    let ended = ALL.check(move || {
        let sales = Arc::new(Sales::in_shards(shards));
        sales.update(held, |_| {
            let sales = Arc::clone(&sales);
            thread::spawn(move || call(&sales, row)).join().unwrap();
        });
    });
    match ended {
        Ok(_) => Ok(None),
        Err(failed) => match failed.failure().kind {
            FailureKind::Deadlock => Ok(Some(failed.execution().clone())),
            FailureKind::TooLong => Err(never_ends()),
            _ => Err(failed.into()),
        },
    }
}
