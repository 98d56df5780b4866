//! Reads what AddressSanitizer or LeakSanitizer printed: what is wrong with memory, and the lines that matter.

use crate::seen::ours;

/// What the report is of: `heap-use-after-free`, `leak`.
pub fn kind(said: &str) -> Option<&str> {
    if said.contains("ERROR: LeakSanitizer: ") {
        return Some("leak");
    }
    let (_, report) = said.split_once("ERROR: AddressSanitizer: ")?;
    report.split(' ').next()
}

/// Who touched what was freed, who freed it and who allocated it; or what was never freed.
pub fn essence(said: &str, root: &str) -> String {
    let mut lines = said.lines().peekable();
    let mut told = String::new();
    while let Some(line) = lines.next() {
        let Some(what) = event(line) else { continue };
        let mut stack = String::new();
        while let Some(frame) = lines.next_if(|line| line.trim_start().starts_with('#')) {
            stack += &format!("{frame}\n");
        }
        let place = ours(&stack, root).map_or_else(String::new, |place| format!(": {place}"));
        told += &format!("{what}{place}\n");
    }
    told
}

/// What a line announces, above its stack.
fn event(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some((access, thread)) = line.split_once(" at 0x")
        && ["READ of ", "WRITE of "]
            .iter()
            .any(|of| access.starts_with(of))
    {
        let thread = thread.split_once(' ').map_or("", |(_, thread)| thread);
        return Some(format!("{access} by {}", thread.trim_start_matches("by ")));
    }
    let is_event = ["freed by ", "previously allocated by ", "Direct leak of "];
    let is_event = is_event.iter().any(|begin| line.starts_with(begin));
    let line = line.trim_end_matches(':').trim_end_matches(" here");
    is_event.then(|| line.trim_end_matches(" allocated from").to_owned())
}

#[cfg(test)]
mod tests {
    use super::{essence, kind};

    const FREED: &str = "\
==9==ERROR: AddressSanitizer: heap-use-after-free on address 0x7b at pc 0x55 bp 0x7b sp 0x7b
READ of size 8 at 0x7b thread T1
    #0 0x55 in core::ptr::read /rustc/e50a/library/core/src/ptr.rs:1:1
    #1 0x55 in <early::Stack<u64> as Pop>::pop /home/me/course/lessons/05-x/src/early.rs:34:38

0x7b is located 8 bytes inside of 16-byte region [0x7b,0x7c)
freed by thread T0 here:
    #0 0x55 in free /rustc/llvm/asan_malloc_linux.cpp:51:3
    #1 0x55 in early::main /home/me/course/lessons/05-x/sanitize/early.rs:9:5

previously allocated by thread T1 here:
    #0 0x55 in malloc /rustc/llvm/asan_malloc_linux.cpp:67:3

SUMMARY: AddressSanitizer: heap-use-after-free
";

    const LEAKED: &str = "\
==9==ERROR: LeakSanitizer: detected memory leaks

Direct leak of 64 byte(s) in 1 object(s) allocated from:
    #0 0x56 in malloc /rustc/llvm/asan_malloc_linux.cpp:67:3
    #1 0x56 in main (/home/me/course/target/leaked+0x10)

SUMMARY: AddressSanitizer: 64 byte(s) leaked in 1 allocation(s).
";

    #[test]
    fn a_use_after_free_is_told_by_who_reads_who_frees_and_who_allocates() {
        assert_eq!(kind(FREED), Some("heap-use-after-free"));
        assert_eq!(
            essence(FREED, "/home/me/course"),
            "READ of size 8 by thread T1: lessons/05-x/src/early.rs:34:38 in <early::Stack<u64> as Pop>::pop\n\
             freed by thread T0: lessons/05-x/sanitize/early.rs:9:5 in early::main\n\
             previously allocated by thread T1\n"
        );
    }

    #[test]
    fn a_leak_is_told_by_its_size() {
        assert_eq!(kind(LEAKED), Some("leak"));
        assert_eq!(
            essence(LEAKED, "/home/me/course"),
            "Direct leak of 64 byte(s) in 1 object(s)\n"
        );
    }
}
