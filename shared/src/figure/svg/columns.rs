//! Where the columns of a picture stand: as near to one another as the widest places let them.

use std::collections::BTreeMap;

use super::place::{Row, breadth};
use super::shape::Shape;

/// From one column to the next, at least.
const STEP: i32 = 38;
/// Between two places of a row.
const APART: i32 = 10;

/// Places the columns, so that no two places of a row meet.
///
/// Packed to the left they would lean to the left, and so with the right: the middle of both is as narrow, and leans to neither.
pub fn centres(rows: &[Row], shapes: &[Shape]) -> BTreeMap<i64, i32> {
    let row = |row: &Row, side: i64| -> Breadths {
        let place =
            |(column, states): (&i64, &Vec<usize>)| (side * column, breadth(states, shapes));
        row.iter().map(place).collect()
    };
    let all = |side: i64| packed(&rows.iter().map(|one| row(one, side)).collect::<Vec<_>>());
    let (from_left, from_right) = (all(1), all(-1));
    let middle = |(&column, x): (&i64, &i32)| (column, (x - from_right[&-column]) / 2);
    from_left.iter().map(middle).collect()
}

/// What each place of a row takes, by column.
type Breadths = BTreeMap<i64, i32>;

/// Places each column as far to the left as those before it let it.
fn packed(rows: &[Breadths]) -> BTreeMap<i64, i32> {
    let mut columns: Vec<_> = rows.iter().flat_map(|row| row.keys().copied()).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut placed: BTreeMap<i64, i32> = BTreeMap::new();
    for column in columns {
        let beside = |row: &Breadths| {
            let (before, other) = row.range(..column).next_back()?;
            Some(placed[before] + (row.get(&column)? + other) / 2 + APART)
        };
        let next = placed.last_key_value().map(|(_, x)| x + STEP);
        let x = rows.iter().filter_map(beside).chain(next).max();
        placed.insert(column, x.unwrap_or(0));
    }
    placed
}
