//! A bench that is made of contests: from its arguments to the tables and plots of the book.

use crate::{
    Contender, Contest, Rounds, Standing, beside, command, conditions, launches, plots, record,
    record_plot, scoreboard,
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
    /// Fails if a launch fails, if no contender has a name that is asked for, or if a file cannot be written.
    ///
    /// # Panics
    ///
    /// Panics if a contender's work came out right or wrong against what is expected of it.
    pub fn main(mut self) -> io::Result<()> {
        let has = |option: &str| env::args().any(|argument| argument == option);
        if has("--help") || has("-h") {
            print!("{}", self.help());
            return Ok(());
        }
        let names = names();
        if has("--write") && !names.is_empty() {
            // A part of the tables must not take the place of all.
            return Err(io::Error::other("--write takes no name"));
        }
        self.choose(&names)?;
        let Some(found) = launches(&self.contests)? else {
            return Ok(());
        };
        self.check_the_check(&found);
        let tables = scoreboard(&self.contests, &found) + "\n" + &self.notes;
        println!("{tables}\n{}", conditions(&command(self.name)));
        if has("--write") {
            self.write(&tables, &found)?;
        }
        Ok(())
    }

    fn help(&self) -> String {
        let Self { name, about, .. } = self;
        format!(
            "{about}\n\n\
             Usage: cargo bench -p bench --bench {name} [-- [PART…] [--write]]\n\n  \
             PART     measures only the tables that have this in the name of a contender\n  \
             --write  writes the tables to book/measured/{name}.md, a plot of each to {name}-….html beside it,\n           \
             and how ours stand beside the best to {name}-beside.md; not with a PART. With `--profile NAME` before the\n           \
             `--`, the tables alone, whose files then end in -NAME.md\n"
        )
    }

    /// Keeps the contests that one of the names is in, in whatever case; all of them if there are no names.
    fn choose(&mut self, names: &[String]) -> io::Result<()> {
        let called = |contest: &Contest, name: &String| {
            let mut contenders = contest.contenders.iter();
            contenders.any(|one| one.name.to_lowercase().contains(&name.to_lowercase()))
        };
        if !names.is_empty() {
            let is_asked_for = |contest: &Contest| names.iter().any(|name| called(contest, name));
            self.contests.retain(is_asked_for);
        }
        if self.contests.is_empty() {
            return Err(io::Error::other("no contender has such a name"));
        }
        Ok(())
    }

    fn write(&self, tables: &str, found: &[Vec<Rounds>]) -> io::Result<()> {
        let Self { name, .. } = self;
        let command = command(name);
        record(name, tables, &command)?;
        if let Some(table) = beside(&self.contests, found) {
            record(&format!("{name}-beside"), &table, &command)?;
        }
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

/// The arguments that choose.
fn names() -> Vec<String> {
    let words = env::args().skip(1);
    words.filter(|word| !word.starts_with('-')).collect()
}
