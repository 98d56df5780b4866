//! How many of all schedules go wrong, beside the program that is mended: counted, not sampled.

use serde_json::Value;
use shared::figure::Counted;
use shared::terminal::Page;
use std::io;
use thread_safe_structures::figures::figures;

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    let counts = figures().each_ref().map(Counted::of);
    page.heading("Every schedule, counted")?;
    page.text("A schedule says which thread takes each step: A, or B.")?;
    Counted::tell(&counts, page)?;
    page.text("A share of schedules is not a probability: no machine draws its schedule by lot.")
}

pub fn json() -> Value {
    figures()
        .iter()
        .map(|figure| Counted::of(figure).json())
        .collect()
}
