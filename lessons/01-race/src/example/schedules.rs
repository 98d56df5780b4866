//! How many of all schedules go wrong: counted, not sampled.

use race::figures::figures;
use serde_json::Value;
use shared::figure::Counted;
use shared::terminal::Page;
use std::io;

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    let counts = figures().each_ref().map(Counted::of);
    page.heading("Every schedule, counted")?;
    page.text(&format!(
        "A schedule says which thread takes each step: ABABAB lets them take turns. \
         Of the {} schedules of two increments, {} lose an update.",
        counts[0].total, counts[0].wrong,
    ))?;
    Counted::tell(&counts, page)?;
    page.text(
        "That share is not a probability: no machine draws its schedule by lot. \
         It says how many ways there are to be wrong, not how often a test will notice.",
    )
}

pub fn json() -> Value {
    figures()
        .iter()
        .map(|figure| Counted::of(figure).json())
        .collect()
}
