//! A course with exercises that answer by the protocol, without the course's own crates.

use std::fs;

use crate::course::{Course, RECORD, RED, RED_ON_PURPOSE};

/// What every check here says; it speaks the protocol by hand. An answer is right if it is 2, and too large if it is 6.
const CHECK: &str = r###"//! The answer is two.
pub const CHECK: Check = Check;
pub struct Check;
impl Check {
    pub fn main(&self) -> std::process::ExitCode {
        let answer = super::answer();
        let solved = answer == 2;
        let report = if answer == 6 { "null" } else if solved { "true" } else { "false" };
        let text = if solved { "no failure in 1 execution" } else { "the answer is not two" };
        println!("{text}");
        if let Ok(path) = std::env::var("XTASK_REPORT") {
            let token = std::env::var("XTASK_TOKEN").unwrap();
            let told = format!(r##"{{"token":"{token}","name":"NAME","law":"Two is two.",
                "page":"01-race/fix-it.md","section":"One step","solved":{report},"text":"{text}: {answer}"}}"##);
            std::fs::write(path, told).unwrap();
        }
        std::process::ExitCode::from(u8::from(!solved))
    }
}
"###;

/// An answer that consists of `body`.
pub fn answer(name: &str, body: &str) -> String {
    format!(
        "//! Exercise 1: Say two.\n// EDIT\npub fn answer() -> u32 {{\n    {body}\n}}\n// END OF EDIT\n\n\
         // The check: leave these lines as they are.\n#[path = \"../checks/{name}.rs\"]\npub mod check;\n\n\
         fn main() -> std::process::ExitCode {{\n    check::CHECK.main()\n}}\n"
    )
}

pub fn working(name: &str) -> String {
    format!("lessons/01-race/exercises/examples/{name}.rs")
}

impl Course {
    /// A course of one lesson that is well, with an exercise for each of `names`, in order; not blessed yet.
    pub fn with_exercises(folder: &str, names: &[&str]) -> Self {
        let course = Self::with_failing(folder, RED);
        course.write("lessons/01-race/tests/snapshots/red.txt", RECORD);
        course.write(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"lessons/0*\", \"lessons/0*/exercises\"]\n\
             default-members = [\"lessons/0*\"]\n[profile.dev]\ndebug = false\n",
        );
        course.exercise_package("01-race", "race");
        for (number, name) in (1..).zip(names) {
            course.exercise("01-race", number, name);
        }
        course
    }

    pub fn exercise_package(&self, folder: &str, lesson: &str) {
        let manifest = format!(
            "[package]\nname = \"{lesson}-exercises\"\nedition = \"2024\"\n\
             [[bin]]\nname = \"{lesson}-answers\"\npath = \"answers.rs\"\n"
        );
        let dir = format!("lessons/{folder}/exercises");
        self.write(&format!("{dir}/Cargo.toml"), &manifest);
        self.write(&format!("{dir}/answers.rs"), "fn main() {}\n");
    }

    /// A second lesson that is well.
    pub fn second_lesson(&self) {
        self.lesson("02-lock", "lock", RED_ON_PURPOSE);
        self.write("lessons/02-lock/tests/failing.rs", RED);
        self.write("lessons/02-lock/tests/snapshots/red.txt", RECORD);
    }

    /// All that an author writes for an exercise.
    pub fn exercise(&self, lesson: &str, number: u32, name: &str) {
        let write = |file: &str, text: &str| {
            self.write(&format!("lessons/{lesson}/exercises/{file}"), text);
        };
        let starter = answer(name, "1").replace("Exercise 1", &format!("Exercise {number}"));
        write(&format!("starters/{name}.rs"), &starter);
        write(&format!("solutions/{name}.rs"), &answer(name, "2"));
        write(&format!("wrong/{name}.three.rs"), &answer(name, "3"));
        write(&format!("wrong/{name}.four.rs"), &answer(name, "4"));
        write(&format!("checks/{name}.rs"), &CHECK.replace("NAME", name));
        write(
            &format!("hints/{name}.md"),
            "One.\n\n---\n\nTwo.\n\n---\n\nThree.\n",
        );
    }

    /// The learner writes `body`.
    pub fn answer(&self, name: &str, body: &str) {
        self.write(&working(name), &answer(name, body));
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file was there");
    }
}
