//! Which operations may have returned before which others began, however the steps of an execution are ordered.

use super::past::Past;

/// Holds the first step of an operation, and the last unless it is pending.
pub type Span = (usize, Option<usize>);

/// Holds what is the same about some operations' intervals in every order of the steps.
pub struct Intervals {
    /// For each operation, which others must have begun when it returns, itself included; `None` if it is pending.
    begun: Vec<Option<Set>>,
    /// For each operation, which others must have returned when it begins.
    returned: Demands,
}

/// Says for each operation which others are to have returned when it begins.
pub type Demands = Vec<Set>;

/// Holds operations, a bit each.
type Set = u64;

/// Tells when an operation begins and returns.
#[derive(Clone, Copy, Default)]
pub struct Times {
    pub begun: usize,
    pub returned: Option<usize>,
}

impl Intervals {
    /// # Panics
    ///
    /// Panics if there are more than 64 operations.
    pub fn of(spans: &[Span], past: &Past) -> Self {
        let most = Set::BITS as usize;
        assert!(
            spans.len() <= most,
            "a history of the model has {most} calls at most"
        );
        let others = |operation: usize, holds: &dyn Fn(Span) -> bool| -> Set {
            let others =
                (0..spans.len()).filter(|&other| other != operation && holds(spans[other]));
            others.map(bit).sum()
        };
        let begun = |(operation, &(_, last)): (usize, &Span)| {
            let begun = last.map(|last| others(operation, &|(first, _)| past.has(last, first)));
            begun.map(|others| others | bit(operation))
        };
        let returned = |(operation, &(first, _)): (usize, &Span)| {
            let has_returned = |last: Option<usize>| last.is_some_and(|last| past.has(first, last));
            others(operation, &|(_, last)| has_returned(last))
        };
        let spans = || spans.iter().enumerate();
        Self {
            begun: spans().map(begun).collect(),
            returned: spans().map(returned).collect(),
        }
    }

    /// Returns what every order of the steps demands.
    pub fn demands(&self) -> Demands {
        self.returned.clone()
    }

    /// Demands besides that `early` has returned when `late` begins, if that is new and not out of the question.
    pub fn and(&self, demands: &Demands, early: usize, late: usize) -> Option<Demands> {
        let is_open = self.begun[early].is_some_and(|begun| begun & bit(late) == 0);
        let is_new = demands[late] & bit(early) == 0;
        (is_open && is_new).then(|| {
            let mut demands = demands.clone();
            demands[late] |= bit(early);
            demands
        })
    }

    /// Finds times that fulfil the demands, if the steps can be ordered so.
    ///
    /// An operation returns as soon as it may, and only then the next begins.
    pub fn times(&self, demands: &Demands) -> Option<Vec<Times>> {
        let (mut begun, mut returned): (Set, Set) = (0, 0);
        let mut times = vec![Times::default(); demands.len()];
        for now in 1.. {
            let is_due = |&operation: &usize| {
                let needed = self.begun[operation].filter(|_| returned & bit(operation) == 0);
                needed.is_some_and(|needed| needed & !begun == 0)
            };
            let may_begin = |&operation: &usize| {
                begun & bit(operation) == 0 && demands[operation] & !returned == 0
            };
            let mut operations = 0..times.len();
            if let Some(operation) = operations.clone().find(is_due) {
                returned |= bit(operation);
                times[operation].returned = Some(now);
            } else if let Some(operation) = operations.find(may_begin) {
                begun |= bit(operation);
                times[operation].begun = now;
            } else {
                break;
            }
        }
        let has_come =
            |time: &Times, pending: bool| time.begun > 0 && (pending || time.returned.is_some());
        let mut all = times.iter().zip(&self.begun);
        all.all(|(time, begun)| has_come(time, begun.is_none()))
            .then_some(times)
    }
}

fn bit(operation: usize) -> Set {
    1 << operation
}
