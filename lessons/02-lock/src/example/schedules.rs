//! How many of all schedules go wrong, beside the program that is mended: counted, not sampled.

use lock::figures::figures;
use serde_json::Value;
use shared::figure::Counted;
use shared::terminal::Page;
use std::io;

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    let counts = figures().each_ref().map(Counted::of);
    page.heading("Every schedule, counted")?;
    page.text(&format!(
        "A schedule says which thread takes each step. Of the {} schedules of two opposite transfers, {} deadlock; \
         taken in one order, the locks leave none that does.",
        counts[0].total, counts[0].wrong,
    ))?;
    Counted::tell(&counts, page)?;
    page.text("A share of schedules is not a probability: no machine draws its schedule by lot.")
}

pub fn json() -> Value {
    figures()
        .iter()
        .map(|figure| Counted::of(figure).json())
        .collect()
}
