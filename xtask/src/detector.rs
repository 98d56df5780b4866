//! The sanitizers that watch a program: what they are called, built with, and what they can report.

/// A sanitizer of the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detector {
    /// Reports data races.
    Thread,
    /// Reports what is wrong with memory; where LeakSanitizer comes with it, also what is never freed.
    Address,
}

pub const DETECTORS: [Detector; 2] = [Detector::Thread, Detector::Address];

impl Detector {
    pub fn name(self) -> &'static str {
        match self {
            Self::Thread => "ThreadSanitizer",
            Self::Address => "AddressSanitizer",
        }
    }

    /// What `-Zsanitizer=` calls it.
    pub fn flag(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Address => "address",
        }
    }

    /// The variable that its runtime reads its options from.
    pub fn options(self) -> &'static str {
        match self {
            Self::Thread => "TSAN_OPTIONS",
            Self::Address => "ASAN_OPTIONS",
        }
    }

    /// A part of the name of its runtime's file.
    pub fn runtime(self) -> &'static str {
        match self {
            Self::Thread => "_rt.tsan.",
            Self::Address => "_rt.asan.",
        }
    }

    /// What a program may declare that it reports.
    pub fn reports(self) -> &'static [&'static str] {
        match self {
            Self::Thread => &["data race"],
            Self::Address => &["heap-use-after-free", "leak"],
        }
    }
}
