//! Where and when something was measured: a table for the book is worth nothing without it.

use crate::{Plot, machine};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, io};

/// Returns the command that measures with this bench what the book shows, in the profile that this program is built with.
///
/// # Examples
///
/// ```
/// let command = bench::command("race");
/// assert!(command.starts_with("cargo bench -p bench --bench race "));
/// ```
#[must_use]
pub fn command(bench: &str) -> String {
    let profile = profile().map_or_else(String::new, |name| format!("--profile {name} "));
    format!("cargo bench -p bench --bench {bench} {profile}-- --write")
}

/// Returns one line for under a table: the processor, its cores, the compiler, the profile, the day, and the command.
///
/// # Examples
///
/// ```
/// let conditions = bench::conditions("cargo bench -p bench");
/// assert!(conditions.ends_with("`cargo bench -p bench`."));
/// ```
#[must_use]
pub fn conditions(command: &str) -> String {
    let cores = machine::cores();
    let plural = if cores == 1 { "" } else { "s" };
    let profile = if cfg!(debug_assertions) {
        "not optimised"
    } else {
        "optimised"
    };
    format!(
        "Measured on {}: {}, {cores} core{plural}, {}, {profile}, with `{command}`.",
        today(),
        machine::processor(),
        machine::compiler(),
    )
}

/// Writes a table to `book/measured/NAME.md`, with the line that [`conditions`] returns under it.
///
/// Built with another profile than that of benches, to `NAME-PROFILE.md`.
///
/// # Errors
///
/// Fails if the file cannot be written.
pub fn record(name: &str, table: &str, command: &str) -> io::Result<()> {
    let suffix = profile().map_or_else(String::new, |profile| format!("-{profile}"));
    let text = format!("{table}\n{}\n", conditions(command));
    write(&format!("{name}{suffix}.md"), &text)
}

/// Writes a plot to `book/measured/NAME.html`, a fragment that says in its caption what [`conditions`] returns.
///
/// Built with another profile than that of benches, it writes nothing: of what the book compares, it shows the table.
///
/// # Errors
///
/// Fails if the file cannot be written.
pub fn record_plot(name: &str, plot: &Plot, command: &str) -> io::Result<()> {
    if profile().is_some() {
        return Ok(());
    }
    let text = plot.fragment(&conditions(command));
    write(&format!("{name}.html"), &text)
}

/// The profile that this program was built with, unless it is the one of benches: `target/PROFILE/deps/NAME`.
fn profile() -> Option<String> {
    let program = env::current_exe().ok()?;
    let folder = program.parent()?.parent()?.file_name()?.to_str()?;
    (folder != "release").then(|| folder.to_owned())
}

fn write(file: &str, text: &str) -> io::Result<()> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../book/measured");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(file), text)
}

fn today() -> String {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH);
    let (year, month, day) = date(elapsed.map_or(0, |elapsed| elapsed.as_secs() / 86_400));
    format!("{year}-{month:02}-{day:02}")
}

/// Returns the date that lies so many days after 1970-01-01.
fn date(mut days: u64) -> (u64, usize, u64) {
    let mut year = 1970;
    while days >= days_in(year) {
        days -= days_in(year);
        year += 1;
    }
    let february = if days_in(year) == 366 { 29 } else { 28 };
    let mut month = 0;
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    (year, month + 1, days + 1)
}

const fn days_in(year: u64) -> u64 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    if leap { 366 } else { 365 }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_day_has_its_date() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(11_016), (2000, 2, 29));
        assert_eq!(date(11_017), (2000, 3, 1));
        assert_eq!(date(20_453), (2025, 12, 31));
    }
}
