//! Lets two threads take slots and give them back in every execution, looks who has which, and waits until a tag comes round.

use super::Slots;
use shared::exercise::{Check, Refusal, explored, observe};
use shared::model::cell::UnsafeCell;
use shared::model::{Explored, Mode, Model, Named, thread};
use shared::timeline::{Effect, FailureKind, Step, Timeline, Value};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "aba_tag",
    law: "A slot is one thread's at a time, none is lost, and each is handed on with what was done with it.",
    page: "05-thread-safe-structures/fix-it.md",
    section: "A tag",
    run,
};

fn run() -> Result<String, Refusal> {
    let models = [
        tried(FEW, || a_slot_is_one_threads_at_a_time(&[Take, Take, Give]))?,
        tried(FEW, || {
            a_slot_is_one_threads_at_a_time(&[Take, Take, Take, Give])
        })?,
        tried(FEW, || {
            a_slot_is_one_threads_at_a_time(&[Take, Give, Take, Take, Give])
        })?,
        tried(FEW, || a_slot_is_handed_on_with_what_was_done(1))?,
        tried(FEW, || a_slot_is_handed_on_with_what_was_done(2))?,
    ];
    nobody_locks()?;
    let rounds = ROUNDS.map(|rounds| tried(ASLEEP, move || the_tag_stays_new(rounds)));
    let rounds: Vec<Explored> = rounds.into_iter().collect::<Result<_, _>>()?;
    Ok(format!("{}; {}", explored(&models), explored(&rounds)))
}

/// ABA takes one preemption, and two orderings that do not meet take none. Without a bound, an answer that looks once more
/// than it must has too many executions.
const FEW: Model = Model {
    preemptions: Some(2),
    ..Model::new(Mode::Weak)
};

/// The one preemption puts a thread to sleep until the other has ended, so there are few executions, and long ones.
const ASLEEP: Model = Model {
    preemptions: Some(1),
    branches: 10_000,
    ..Model::new(Mode::Interleaving)
};

/// After so many, and the calls that follow them, a tag of up to 8 bits is what it was: one that counts takes and gives,
/// one that counts takes, and one that counts gives.
const ROUNDS: [usize; 3] = [126, 253, 255];

fn tried(model: Model, law: impl Fn() + Send + Sync + 'static) -> Result<Explored, Refusal> {
    model.check(law).map_err(|failed| match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "a call tries for ever: what its exchange expects is not what is there now, and never will be",
        ),
        kind => match changes_unseen(&failed.timeline()) {
            Some(changes) if kind == FailureKind::Panic => {
                let found = &failed.failure().message;
                let reason = format!(
                    "{found}: an exchange finds the same word as {changes} changes before: \
                     the tag has come round, or never changes"
                );
                Refusal::shown_by(reason, failed.execution().clone())
            }
            _ => failed.into(),
        },
    })
}

/// Returns how often others have changed the word that an exchange finds as its thread has read it, if that holds a tag.
fn changes_unseen(timeline: &Timeline) -> Option<usize> {
    let steps: Vec<&Step> = timeline.rows().iter().map(|row| &row.step).collect();
    let is_tagged = |object| {
        let mut steps = steps.iter().filter(|step| step.object == object);
        steps.any(|step| matches!(step.wrote(), Some(Value::Unsigned(word)) if word > SLOTS.into()))
    };
    let unseen = |(at, exchange): (usize, &&Step)| {
        let Effect::Update { read, .. } = exchange.effect else {
            return None;
        };
        let on_it = |step: &&&Step| step.object == exchange.object;
        let look = |step: &&&Step| step.lane == exchange.lane && step.read() == Some(read);
        let looked = steps[..at]
            .iter()
            .rposition(|step| on_it(&step) && look(&step))?;
        let meanwhile = steps[looked + 1..at].iter().filter(on_it);
        let changes = meanwhile.filter(|step| step.wrote().is_some()).count();
        (changes > 0 && is_tagged(exchange.object)).then_some(changes)
    };
    steps.iter().enumerate().find_map(unseen)
}

/// What a thread does with the slots.
#[derive(Clone, Copy, Debug)]
enum Call {
    /// Takes one, and keeps it for now.
    Take,
    /// Gives back the one that it has had longest.
    Give,
}

use Call::{Give, Take};

/// How many slots there are.
const SLOTS: u32 = 3;

/// Takes a slot while another thread makes `calls`, and then all that are left.
fn a_slot_is_one_threads_at_a_time(calls: &[Call]) {
    let slots = Arc::new(Slots::full(SLOTS));
    let other = thread::spawn({
        let (slots, calls) = (Arc::clone(&slots), calls.to_vec());
        move || made(&slots, &calls)
    });
    let mut out: Vec<u32> = slots.take().into_iter().collect();
    out.extend(other.join().unwrap());
    out.extend((0..SLOTS).map_while(|_| slots.take()));
    out.sort_unstable();
    assert!(
        out == [1, 2, 3],
        "there are the slots 1, 2 and 3, and those that are out are {out:?}"
    );
}

/// Makes calls, and returns the slots that are kept in the end.
fn made(slots: &Slots, calls: &[Call]) -> Vec<u32> {
    let mut kept = Vec::new();
    for call in calls {
        match call {
            Take => kept.extend(slots.take()),
            Give if kept.is_empty() => {}
            Give => slots.give(kept.remove(0)),
        }
    }
    kept
}

/// Lets another thread take a slot and give it back, again and again.
fn the_tag_stays_new(rounds: usize) {
    let mut calls = [Take, Give].repeat(rounds);
    calls.extend([Take, Take, Take, Give]);
    a_slot_is_one_threads_at_a_time(&calls);
}

/// As many desks as there are slots; whoever has the slot of a desk has the desk.
struct Desks {
    slots: Slots,
    visits: Vec<UnsafeCell<u32>>,
}

// SAFETY: a slot is to be one thread's at a time, and handed on; the model watches whether it is.
unsafe impl Sync for Desks {}

impl Desks {
    fn all_free(desks: u32) -> Arc<Self> {
        let visits = |_| UnsafeCell::new(0).named("desk");
        Arc::new(Self {
            slots: Slots::full(desks),
            visits: (0..desks).map(visits).collect(),
        })
    }

    /// Counts a visit at a free desk, and leaves it; returns whether there was one.
    fn visit(&self) -> bool {
        let Some(slot) = self.slots.take() else {
            return false;
        };
        // SAFETY: as above.
        self.visits[slot as usize - 1].with_mut(|visits| unsafe { *visits += 1 });
        self.slots.give(slot);
        true
    }
}

/// Two visitors come, and when both have gone the first comes again.
fn a_slot_is_handed_on_with_what_was_done(number: u32) {
    let desks = Desks::all_free(number);
    let other = thread::spawn({
        let desks = Arc::clone(&desks);
        move || desks.visit()
    });
    let found = [desks.visit(), other.join().unwrap(), desks.visit()];
    let refused = found.iter().filter(|found| !**found).count();
    // At a single desk the two may meet, and then one of them finds none.
    assert!(
        found[2] && refused <= usize::from(number == 1),
        "{refused} of 3 visitors are told that no slot is free"
    );
    let all = (0..number).map_while(|_| desks.slots.take());
    let visits = |slot: u32| {
        // SAFETY: as above.
        desks.visits[slot as usize - 1].with(|visits| unsafe { *visits })
    };
    let (counted, visited): (u32, _) = (all.map(visits).sum(), found.len() - refused);
    assert!(
        counted as usize == visited,
        "{visited} visits were made, and {counted} are known at the desks"
    );
}

/// Looks at the steps of two calls.
fn nobody_locks() -> Result<(), Refusal> {
    let seen = observe(|| {
        let slots = Slots::full(1);
        slots.take().into_iter().for_each(|slot| slots.give(slot));
    })?;
    if seen.steps.iter().any(|step| step.effect == Effect::Acquire) {
        return Err(Refusal::because(
            "a lock keeps the threads apart as well, and whoever sleeps with it holds up all others: mend it without one",
        ));
    }
    Ok(())
}
