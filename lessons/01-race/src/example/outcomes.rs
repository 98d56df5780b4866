//! Each outcome of two small races: how often this machine showed it, and whether the model allows it.

use race::machine::oversold::OversoldSeat;
use race::machine::racy::RacyCounter;
use race::machine::seat::Sale;
use race::model;
use serde_json::{Value, json};
use shared::model::{Mode, outcomes};
use shared::terminal::Page;
use shared::trial::{Effort, OutcomeTable, Padded, litmus};
use std::collections::BTreeSet;
use std::io;

/// Holds the table of each race.
pub struct Outcomes {
    counter: OutcomeTable,
    seat: OutcomeTable,
}

const EFFORT: Effort = Effort {
    trials: 200_000,
    stride: 8192,
    at_most: Some(std::time::Duration::from_secs(2)),
};

impl Outcomes {
    pub fn collect() -> Self {
        Self {
            counter: counter(),
            seat: seat(),
        }
    }

    pub fn has_forbidden(&self) -> bool {
        self.counter
            .forbidden_seen()
            .chain(self.seat.forbidden_seen())
            .next()
            .is_some()
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("What can come of it")?;
        page.text(
            "One increment each: what the counter ends at, and by the model's verdict what makes it possible.",
        )?;
        page.drawing(self.counter.table(page.style))?;
        writeln!(page.out)?;
        page.text("One seat, two buyers, check then act: who is told that the seat is theirs.")?;
        page.drawing(self.seat.table(page.style))?;
        let unseen = |table: &OutcomeTable| table.rows().iter().any(|row| row.samples == 0);
        if unseen(&self.counter) || unseen(&self.seat) {
            writeln!(page.out)?;
            page.text("An outcome with 0 samples is allowed and was not met this time: a test that passes has not shown that it cannot happen.")?;
        }
        Ok(())
    }

    pub fn json(&self) -> Value {
        json!({ "counter": self.counter.json(), "seat": self.seat.json() })
    }
}

fn counter() -> OutcomeTable {
    let increment = |counter: &Padded<RacyCounter>| counter.increment();
    let seen = litmus(
        EFFORT,
        Padded::<RacyCounter>::default,
        [increment, increment],
        |counter, _| counter.get(),
    );
    let [interleaving, weak] = allowed(|| model::racy::count(2, 1));
    OutcomeTable::new(&seen, &interleaving, &weak, |&end| {
        if end == 2 {
            "both were counted"
        } else {
            "an update was lost"
        }
    })
}

fn seat() -> OutcomeTable {
    let buy = |seat: &Padded<OversoldSeat>| seat.buy();
    let seen = litmus(
        EFFORT,
        || Padded(OversoldSeat::open()),
        [buy, buy],
        |_, [a, b]| (a, b),
    );
    let [interleaving, weak] =
        allowed(|| model::laws::sell_to_two::<model::oversold::OversoldSeat>().into());
    OutcomeTable::new(&seen, &interleaving, &weak, |sold| match sold {
        (true, true) => "the seat was sold twice",
        (false, false) => "nobody got the seat",
        _ => "the seat was sold once",
    })
}

/// Asks the model for every outcome, in each of its modes.
fn allowed<O: Ord + Send + 'static>(race: fn() -> O) -> [BTreeSet<O>; 2] {
    [Mode::Interleaving, Mode::Weak]
        .map(|mode| outcomes(mode, race).expect("the race itself does not fail"))
}
