//! Reads what ThreadSanitizer printed: a data race, and of its report the lines that matter.

use crate::seen::ours;

/// The first words of a report.
const DATA_RACE: &str = "WARNING: ThreadSanitizer: data race";

/// What the report is of, if there is one.
pub fn kind(said: &str) -> Option<&'static str> {
    said.contains(DATA_RACE).then_some("data race")
}

/// Of the first report: who touched what, and where, told from `root`.
pub fn essence(said: &str, root: &str) -> String {
    let report = said.split(DATA_RACE).nth(1).unwrap_or_default();
    let report = report.split("\n=====").next().unwrap_or_default();
    let blocks = report
        .split("\n\n")
        .enumerate()
        .map(|(number, block)| match number {
            // The rest of the line that announces the report.
            0 => block.split_once('\n').unwrap_or_default().1,
            _ => block,
        });
    blocks
        .filter_map(|block| told(block, report, root))
        .collect()
}

/// A block is an access, or the memory that both meet on, with its stack below; other blocks are left out.
fn told(block: &str, report: &str, root: &str) -> Option<String> {
    let (header, stack) = block.split_once('\n').unwrap_or((block, ""));
    let (what, rest) = header.trim().trim_end_matches(':').split_once(" at 0x")?;
    let mut told = what.replace("Location is", "on:");
    if let Some((_, who)) = rest.split_once(" by ") {
        told += &format!(" by {who}{}", name(who, report));
    }
    // Without a symbolizer there are no files to know our own code by.
    let innermost = || Some(stack.lines().next()?.trim().to_owned());
    if let Some(place) = ours(stack, root).or_else(innermost) {
        told += &format!(": {place}");
    }
    Some(told + "\n")
}

/// The name of a thread that the report calls only `thread T1`, in quotes.
fn name(who: &str, report: &str) -> String {
    let creation = format!("\n  {} '", who.replace("thread", "Thread"));
    let name = report
        .split(&creation)
        .nth(1)
        .and_then(|rest| rest.split('\'').next());
    name.map(|name| format!(" '{name}'")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::essence;

    const REPORT: &str = "\
==================
WARNING: ThreadSanitizer: data race (pid=83)
  Read of size 8 at 0x5594 by thread T2:
    #0 core::ptr::read /rustc/e50a/library/core/src/ptr.rs:1:1 (tear+0xd9) (BuildId: af)
    #1 <tear::Cell>::bump /home/me/course/lessons/01-race/sanitize/tear.rs:7:41 (tear+0xd9)

  Previous write of size 8 at 0x5594 by thread T1:
    #0 tear::bump /home/me/course/lessons/01-race/sanitize/tear.rs:9:5 (tear+0xd9)

  Location is global 'tear::S' of size 8 at 0x5594 (tear+0x10)

  Thread T1 'left' (tid=64, running) created by main thread at:
    #0 pthread_create <null> (tear+0x4f)
==================
ThreadSanitizer: reported 1 warnings
";

    #[test]
    fn the_essence_is_both_accesses_and_what_they_meet_on() {
        assert_eq!(
            essence(REPORT, "/home/me/course"),
            "Read of size 8 by thread T2: lessons/01-race/sanitize/tear.rs:7:41 in <tear::Cell>::bump\n\
             Previous write of size 8 by thread T1 'left': lessons/01-race/sanitize/tear.rs:9:5 in tear::bump\n\
             on: global 'tear::S' of size 8\n"
        );
    }

    #[test]
    fn without_our_files_the_innermost_frame_is_told() {
        assert!(essence(REPORT, "/elsewhere").contains("T2: #0 core::ptr::read"));
    }
}
