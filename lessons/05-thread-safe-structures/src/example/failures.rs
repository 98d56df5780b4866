//! How safe parts go wrong together: of each broken type the interleaving that the model found, and of each remedy that it holds.

use serde_json::Value;
use shared::terminal::Page;
use std::io;
use thread_safe_structures::failures::{FAILURES, Mended};

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("Safe parts, unsafe sum")?;
    page.text(
        "Every call in these is one indivisible step, every atomic an atomic. The model checker found what is wrong with \
         their sum all the same. (DashMap is not in the model: there the map is our ShardedMap.)",
    )?;
    for mended in &FAILURES {
        mended.failure.tell(page)?;
        page.text(&format!(
            "Mended by {}: {}.",
            mended.remedy,
            mended.explored()
        ))?;
    }
    Ok(())
}

pub fn json() -> Value {
    let told = |mended: &Mended| {
        let mut told = mended.failure.json();
        told["remedy"] = mended.remedy.into();
        told["executions_of_the_remedy"] = mended.explored().executions.into();
        told
    };
    FAILURES.iter().map(told).collect()
}
