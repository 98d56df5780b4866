//! A bench that is made of contests: from its arguments to the tables and plots of the book.

use crate::{
    Contender, Contest, Rounds, Standing, conditions, launches, plots, record, record_plot,
    scoreboard,
};
use std::{env, io};

/// Holds what a bench runs, and what it says.
#[derive(Debug)]
pub struct Program {
    /// Its name, and how those of its files begin.
    pub name: &'static str,
    /// What it is about, in a line.
    pub about: &'static str,
    /// What it runs.
    pub contests: Vec<Contest>,
    /// What is said under its tables, in Markdown.
    pub notes: String,
    /// Which contenders must come out wrong: that they do is how we know that wrong work is seen.
    pub goes_wrong: fn(&Contest, &Contender) -> bool,
}

impl Program {
    /// Runs all contests, prints the tables, and with `--write` writes them to the book, plots included.
    ///
    /// # Errors
    ///
    /// Fails if a launch fails, or if a file cannot be written.
    ///
    /// # Panics
    ///
    /// Panics if a contender's work came out right or wrong against what is expected of it.
    pub fn main(&self) -> io::Result<()> {
        let has = |option: &str| env::args().any(|argument| argument == option);
        if has("--help") || has("-h") {
            print!("{}", self.help());
            return Ok(());
        }
        let Some(found) = launches(&self.contests)? else {
            return Ok(());
        };
        self.check_the_check(&found);
        let tables = scoreboard(&self.contests, &found) + "\n" + &self.notes;
        println!("{tables}\n{}", conditions(&self.command()));
        if has("--write") {
            self.write(&tables, &found)?;
        }
        Ok(())
    }

    fn help(&self) -> String {
        let Self { name, about, .. } = self;
        format!(
            "{about}\n\n\
             Usage: cargo bench -p bench --bench {name} [-- --write]\n\n  \
             --write  writes the tables to book/measured/{name}.md, and a plot of each to {name}-….html beside it\n"
        )
    }

    fn command(&self) -> String {
        format!("cargo bench -p bench --bench {} -- --write", self.name)
    }

    fn write(&self, tables: &str, found: &[Vec<Rounds>]) -> io::Result<()> {
        let (name, command) = (self.name, self.command());
        record(name, tables, &command)?;
        for (title, plot) in plots(&self.contests, found) {
            record_plot(&format!("{name}-{title}"), &plot, &command)?;
        }
        Ok(())
    }

    /// Demands that all came out right but those that must not.
    fn check_the_check(&self, found: &[Vec<Rounds>]) {
        for (contest, launches) in self.contests.iter().zip(found) {
            let standing = Standing::new(contest, launches);
            for (who, contender) in contest.contenders.iter().enumerate() {
                let (wrong, of) = standing.wrong(who);
                let expected = (self.goes_wrong)(contest, contender);
                assert_eq!(
                    wrong > 0,
                    expected,
                    "{} came out wrong in {wrong} of {of} turns",
                    contender.name
                );
            }
        }
    }
}
