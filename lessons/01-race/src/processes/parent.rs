//! The process that starts the two others, lets them go and looks at what they leave.

use super::adder::{ADD_TO_FILE, STEPWISE};
use super::number_file::{NumberFile, Temporary};
use shared::timeline::{Effect, Execution, Failure, FailureKind, Place, Step, Timeline, Value};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Lets two processes of `program` add 1 to one file, `times` times each and at once, and returns the number it holds then.
///
/// Without a lost update that is twice `times`.
///
/// # Errors
///
/// Fails if the file or the processes fail.
pub fn race(program: &Path, times: u64) -> io::Result<u64> {
    let file = Temporary::create()?;
    let start = || Adder::start(program, file.path(), times, None);
    let mut adders = [start()?, start()?];
    for adder in &mut adders {
        adder.hear()?;
    }
    for adder in &mut adders {
        adder.let_go()?;
    }
    for adder in adders {
        adder.wait()?;
    }
    NumberFile::open(file.path())?.read()
}

/// Lets two processes of `program`, A and B, read and write in turn as `schedule` says, and returns what happened.
///
/// Each letter is one step: the first of a process reads, its second writes one more than it read, and so on.
/// The timeline has a failure if an update was lost.
///
/// # Errors
///
/// Fails if the schedule has other letters or a process that reads and does not write, or if the processes fail.
pub fn follow(program: &Path, schedule: &str) -> io::Result<Timeline> {
    let [times_a, times_b] = ['A', 'B'].map(|name| schedule.matches(name).count());
    if times_a + times_b != schedule.len() || times_a % 2 + times_b % 2 != 0 {
        let hint = format!(
            "schedule {schedule:?}: expected an even number of `A` and of `B`, and nothing else"
        );
        return Err(io::Error::new(io::ErrorKind::InvalidInput, hint));
    }
    let file = Temporary::create()?;
    let start = |steps: usize| Adder::start(program, file.path(), steps as u64 / 2, Some(STEPWISE));
    let mut adders = [start(times_a)?, start(times_b)?];
    for adder in &mut adders {
        adder.hear()?;
    }
    let mut steps = beginning();
    for letter in schedule.chars() {
        let lane = if letter == 'A' { A } else { B };
        let adder = &mut adders[lane - A];
        adder.let_go()?;
        steps.push(step(lane, &adder.hear()?)?);
    }
    for adder in adders {
        adder.wait()?;
    }
    let left = NumberFile::open(file.path())?.read()?;
    Ok(told(steps, left, schedule.len() as u64 / 2))
}

const PARENT: usize = 0;
const A: usize = 1;
const B: usize = 2;

fn beginning() -> Vec<Step> {
    let step = |operation, effect| Step::new(PARENT, operation, effect, Place::unknown());
    vec![
        step("new", Effect::Write(Value::Unsigned(0))).on(0),
        step("start", Effect::Spawn(A)),
        step("start", Effect::Spawn(B)),
    ]
}

/// Understands `read 0 57`: what was done, the number, the line in the adder's source.
fn step(lane: usize, said: &str) -> io::Result<Step> {
    let understood = || {
        let mut words = said.split(' ');
        let (operation, number, line) = (
            words.next()?,
            words.next()?.parse().ok()?,
            words.next()?.parse().ok()?,
        );
        let number = Value::Unsigned(number);
        let place = Place::new(&file!().replace("parent.rs", "adder.rs"), line, 1);
        match operation {
            "read" => Some(Step::new(lane, "read", Effect::Read(number), place).on(0)),
            "write" => Some(Step::new(lane, "write", Effect::Write(number), place).on(0)),
            _ => None,
        }
    };
    understood().ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("a process said {said:?}"),
        )
    })
}

fn told(mut steps: Vec<Step>, left: u64, expected: u64) -> Timeline {
    let step = |operation, effect| Step::new(PARENT, operation, effect, Place::unknown());
    steps.push(step("wait for", Effect::Join(A)));
    steps.push(step("wait for", Effect::Join(B)));
    steps.push(step("read", Effect::Read(Value::Unsigned(left))).on(0));
    let message =
        format!("an update was lost between two processes\n  left: {left}\n right: {expected}");
    let failure = Failure {
        kind: FailureKind::Panic,
        lane: None,
        message,
        place: None,
    };
    Timeline::of(&Execution {
        lanes: ["parent", "process A", "process B"]
            .map(str::to_owned)
            .to_vec(),
        objects: vec!["number".to_owned()],
        steps,
        calls: Vec::new(),
        failure: (left != expected).then_some(failure),
    })
}

/// Holds a running adding process; one that is dropped before its end is killed.
struct Adder {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Adder {
    fn start(program: &Path, file: &Path, times: u64, pace: Option<&str>) -> io::Result<Self> {
        let mut command = Command::new(program);
        command
            .arg(ADD_TO_FILE)
            .arg(file)
            .arg(times.to_string())
            .args(pace);
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let to = process.stdin.take().expect("its input is a pipe");
        let from = BufReader::new(process.stdout.take().expect("its output is a pipe"));
        Ok(Self { process, to, from })
    }

    fn hear(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.from.read_line(&mut line)? == 0 {
            return Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "a process ended before its work was done",
            ));
        }
        Ok(line.trim_end().to_owned())
    }

    fn let_go(&mut self) -> io::Result<()> {
        self.to.write_all(b"\n")?;
        self.to.flush()
    }

    fn wait(mut self) -> io::Result<()> {
        let status = self.process.wait()?;
        if status.success() {
            Ok(())
        } else {
            Err(io::Error::other(format!("a process ended with {status}")))
        }
    }
}

impl Drop for Adder {
    fn drop(&mut self) {
        // Both fail where the process has ended already, which is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
