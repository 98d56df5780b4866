//! Which operations must begin before others return, and return before others begin, in every order of the steps.

use super::past::Past;

/// Holds the first step of an operation, and the last unless it is pending.
pub type Span = (usize, Option<usize>);

/// Holds what every order of the steps demands of some operations' intervals.
pub struct Intervals {
    /// For each operation, which must have begun when it returns, itself included; `None` if it is pending.
    before_return: Vec<Option<Set>>,
    /// For each operation, which must have returned when it begins.
    before_begin: Vec<Set>,
}

/// Holds operations, a bit each.
pub type Set = u64;

impl Intervals {
    /// # Panics
    ///
    /// Panics if there are more than 64 operations.
    pub fn of(spans: &[Span], past: &Past) -> Self {
        const MOST: usize = Set::BITS as usize;
        assert!(
            spans.len() <= MOST,
            "a history of the model has {MOST} calls at most"
        );
        let begun_before = |last| set(spans, |&(first, _)| past.has(last, first));
        let returned_before = |index: usize, first| {
            let returned = set(spans, |&(_, last)| {
                last.is_some_and(|last| past.has(first, last))
            });
            // An operation of one step has not returned when it begins.
            returned & !bit(index)
        };
        let ends = spans.iter().map(|&(_, last)| last.map(begun_before));
        let begins = spans.iter().enumerate();
        Self {
            before_return: ends.collect(),
            before_begin: begins
                .map(|(index, &(first, _))| returned_before(index, first))
                .collect(),
        }
    }

    /// Returns an operation that may return.
    pub fn may_return(&self, begun: Set, returned: Set) -> Option<usize> {
        let mut operations = self.before_return.iter().enumerate();
        let found = operations.find(|&(index, before)| {
            let has_returned = returned & bit(index) != 0;
            before.is_some_and(|before| !has_returned && before & !begun == 0)
        });
        found.map(|(index, _)| index)
    }

    /// Lists the operations that may begin.
    pub fn may_begin(&self, begun: Set, returned: Set) -> impl Iterator<Item = usize> {
        let operations = self.before_begin.iter().enumerate();
        operations.filter_map(move |(index, before)| {
            let has_begun = begun & bit(index) != 0;
            (!has_begun && before & !returned == 0).then_some(index)
        })
    }
}

/// Returns the set of one operation.
pub fn bit(operation: usize) -> Set {
    1 << operation
}

/// Returns the set of the operations whose spans are as asked for.
fn set(spans: &[Span], is_asked_for: impl Fn(&Span) -> bool) -> Set {
    let members = spans
        .iter()
        .enumerate()
        .filter(|(_, span)| is_asked_for(span));
    members.map(|(operation, _)| bit(operation)).sum()
}
