//! The judge held against an oracle that tries every order of the operations, one after the other.

use crate::random::{self, Dice, Reply};
use shared::history::{History, Misfit, Queue, Sequential, judge};

type Queued = History<Queue<u8>>;

/// Returns whether some order explains every reply until a time: an order of all operations that have returned by then,
/// and of some that have begun.
fn has_order(history: &Queued, until: usize) -> bool {
    any_order(history, until, &mut Vec::new())
}

fn any_order(history: &Queued, until: usize, order: &mut Vec<usize>) -> bool {
    if explains(history, until, order) {
        return true;
    }
    (0..history.operations.len()).any(|next| {
        if order.contains(&next) {
            return false;
        }
        order.push(next);
        let found = any_order(history, until, order);
        order.pop();
        found
    })
}

/// Returns whether this order does, by the definition and by nothing else.
fn explains(history: &Queued, until: usize, order: &[usize]) -> bool {
    let operation = |index: usize| &history.operations[index];
    let is_complete = (0..history.operations.len()).all(|index| {
        let has_returned = operation(index)
            .returned
            .as_ref()
            .is_some_and(|(ended, _)| *ended <= until);
        order.contains(&index) || !has_returned
    });
    let keeps_time = (0..order.len()).all(|at| {
        let mut later = order[at + 1..].iter();
        let has_begun = operation(order[at]).begun <= until;
        has_begun && !later.any(|&later| operation(later).precedes(operation(order[at])))
    });
    let mut queue = history.initial.clone();
    let mut replies = order.iter().map(|&index| {
        let reply = queue.apply(&operation(index).call);
        operation(index)
            .returned
            .as_ref()
            .is_none_or(|(_, got)| *got == reply)
    });
    is_complete && keeps_time && replies.all(|fits| fits)
}

fn histories() -> impl Iterator<Item = Queued> {
    let mut dice = Dice::new(6);
    std::iter::repeat_with(move || random::history(&mut dice)).take(3_000)
}

#[test]
fn the_judge_agrees_with_the_oracle() {
    let mut verdicts = [0, 0];
    for history in histories() {
        let expected = has_order(&history, usize::MAX);
        verdicts[usize::from(expected)] += 1;
        match judge(&history) {
            Ok(found) => assert!(explains(&history, usize::MAX, &found.order), "{history:?}"),
            Err(_) => assert!(!expected, "{history:?}"),
        }
    }
    assert!(verdicts.iter().all(|&count| count > 1_000), "{verdicts:?}");
}

/// Lists the histories that fit no order, each with what does not fit, and when it returned.
fn misfits() -> impl Iterator<Item = (Queued, Misfit<Reply>, usize)> {
    histories().filter_map(|history| {
        let misfit = judge(&history).err()?;
        let (ended, _) = history.operations[misfit.operation].returned.clone()?;
        Some((history, misfit, ended))
    })
}

#[test]
fn a_misfit_is_the_first_reply_that_no_order_explains() {
    for (history, misfit, ended) in misfits() {
        let chart = history.chart(Some(&misfit));
        assert!(!has_order(&history, ended), "{chart}");
        assert!(explains(&history, ended - 1, &misfit.before), "{chart}");
    }
}

#[test]
fn what_a_misfit_is_told_to_return_instead_has_an_order() {
    for (mut history, misfit, ended) in misfits() {
        for reply in misfit.instead {
            history.operations[misfit.operation].returned = Some((ended, reply));
            assert!(has_order(&history, ended), "{}", history.chart(None));
        }
    }
}
