//! Searches for an order of the operations that one thread alone could have made.
//!
//! The search is Wing and Gong's (*Testing and Verifying Concurrent Objects*, 1993) with what Lowe added
//! (*Testing for Linearizability*, 2017): a way to begin that leads where another has led is not followed twice,
//! and operations take effect just in time, when one that needs them returns.

use super::returns::{Return, returns};
use super::{History, Misfit, Sequential};
use std::collections::HashSet;

/// Holds an order in which the operations could have been made one at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linearization {
    /// The operations by index, first to last; a pending one that need not have taken effect is left out.
    pub order: Vec<usize>,
}

/// Finds an order of the operations in which each gets the reply it got and none comes before one that precedes it.
/// A history that has such an order is linearizable (Herlihy and Wing, *Linearizability*, 1990).
///
/// # Errors
///
/// Returns the first reply, in time, that no order explains;
/// an operation that returns later may have taken effect by then, with the reply that it will get.
///
/// # Examples
///
/// ```
/// use shared::history::{History, Operation, Queue, QueueCall::*, QueueReply::*, judge};
///
/// let operation = |thread, call, begun, ended, reply| {
///     Operation { thread, call, begun, returned: Some((ended, reply)) }
/// };
/// let mut history = History {
///     threads: vec!["A".into(), "B".into()],
///     initial: Queue::unbounded(),
///     operations: vec![
///         operation(0, Push(1), 1, 4, Pushed),
///         operation(1, Push(2), 2, 3, Pushed),
///         operation(1, Pop, 5, 6, Popped(1)),
///     ],
/// };
/// assert_eq!(judge(&history).unwrap().order, [0, 1, 2]);
///
/// history.operations[0].begun = 4; // now the push of 2 has returned before that of 1 begins
/// assert_eq!(judge(&history).unwrap_err().instead, [Popped(2)]);
/// ```
pub fn judge<S: Sequential>(history: &History<S>) -> Result<Linearization, Misfit<S::Reply>> {
    let mut search = Search::of(history);
    while let Some(way) = search.open.pop() {
        match search.returns.get(way.place.returned).cloned() {
            Some(next) => search.follow(&way, &next),
            None => {
                return Ok(Linearization {
                    order: search.order(way.last),
                });
            }
        }
    }
    Err(search.misfit())
}

/// Holds a way to begin an order: its last operation, by its place in [`Search::taken`], and where it leads.
#[derive(Clone)]
struct Way<S> {
    last: Option<usize>,
    place: Place<S>,
}

/// Tells where a way leads; what can come after depends on nothing else.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Place<S> {
    /// How many operations have returned; all of them have taken effect.
    returned: usize,
    /// Which others have, sorted.
    early: Vec<usize>,
    state: S,
}

struct Search<'a, S: Sequential> {
    history: &'a History<S>,
    returns: Vec<Return>,
    /// The operations of all ways, each with the one before it on its way.
    taken: Vec<(usize, Option<usize>)>,
    open: Vec<Way<S>>,
    seen: HashSet<Place<S>>,
    /// The ways that explain the most returns.
    furthest: Vec<Way<S>>,
}

impl<'a, S: Sequential> Search<'a, S> {
    fn of(history: &'a History<S>) -> Self {
        let mut search = Self {
            history,
            returns: returns(&history.operations),
            taken: Vec::new(),
            open: Vec::new(),
            seen: HashSet::new(),
            furthest: Vec::new(),
        };
        search.enter(Way {
            last: None,
            place: Place {
                returned: 0,
                early: Vec::new(),
                state: history.initial.clone(),
            },
        });
        search
    }

    /// Lets each open operation that has not taken effect do so next; the one that returns is tried first.
    fn follow(&mut self, way: &Way<S>, next: &Return) {
        self.note(way);
        let mut candidates = next.open.clone();
        candidates.retain(|operation| !way.place.early.contains(operation));
        candidates.sort_by_key(|&operation| operation == next.operation);
        for operation in candidates {
            if let Some(state) = self.history.after(operation, &way.place.state) {
                self.taken.push((operation, way.last));
                let mut early = way.place.early.clone();
                early.push(operation);
                early.sort_unstable();
                self.enter(Way {
                    last: Some(self.taken.len() - 1),
                    place: Place {
                        early,
                        state,
                        ..way.place
                    },
                });
            }
        }
    }

    /// Goes on to the next return that is not explained, and opens the way unless another has led there.
    fn enter(&mut self, mut way: Way<S>) {
        let place = &mut way.place;
        while let Some(next) = self.returns.get(place.returned)
            && let Some(at) = place
                .early
                .iter()
                .position(|&early| early == next.operation)
        {
            place.early.remove(at);
            place.returned += 1;
        }
        if self.seen.insert(place.clone()) {
            self.open.push(way);
        }
    }

    fn note(&mut self, way: &Way<S>) {
        let furthest = self.furthest.first().map_or(0, |way| way.place.returned);
        if way.place.returned > furthest {
            self.furthest.clear();
        }
        if way.place.returned >= furthest {
            self.furthest.push(way.clone());
        }
    }

    fn order(&self, last: Option<usize>) -> Vec<usize> {
        let before = |&at: &usize| self.taken[at].1;
        let ways = std::iter::successors(last, before);
        let mut order: Vec<_> = ways.map(|at| self.taken[at].0).collect();
        order.reverse();
        order
    }

    /// Tells of the first return that no way explains.
    fn misfit(&self) -> Misfit<S::Reply> {
        let operation = self.returns[self.furthest[0].place.returned].operation;
        let mut instead = Vec::new();
        for way in &self.furthest {
            let reply = way
                .place
                .state
                .clone()
                .apply(&self.history.operations[operation].call);
            if !instead.contains(&reply) {
                instead.push(reply);
            }
        }
        Misfit {
            operation,
            before: self.order(self.furthest[0].last),
            instead,
        }
    }
}
