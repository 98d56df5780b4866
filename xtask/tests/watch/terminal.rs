//! A pseudo-terminal with a shell in it that runs one command, and a person who reads and presses keys.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags, open};
use rustix::process::{Pid, Signal, ioctl_tiocsctty, kill_process, setsid};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, OptionalActions, Termios, Winsize};
use rustix::termios::{tcgetattr, tcsetattr, tcsetwinsize};

/// Longer than anything here takes.
pub const LONG: Duration = Duration::from_secs(120);

/// A shell outlives Ctrl-C and what it runs, and tells how that ended.
const SHELL: &str = r#"trap : INT
sh -c 'echo "process $$"; exec "$0" "$@"' "$0" "$@"
echo "left with $?."
read line"#;

/// A terminal in which one command runs.
pub struct Terminal {
    keyboard: File,
    /// The other side, as the command has it.
    inside: OwnedFd,
    output: Receiver<Vec<u8>>,
    /// What has come and was not waited for yet.
    unread: String,
    before: Modes,
    command: Option<Pid>,
    shell: Child,
}

/// Those modes that programs change, and the size of what is read at a time.
#[derive(Debug, PartialEq)]
struct Modes(String);

impl Modes {
    fn of(terminal: &OwnedFd) -> Self {
        let Termios {
            input_modes,
            output_modes,
            local_modes,
            special_codes,
            ..
        } = tcgetattr(terminal).expect("a terminal has modes");
        Self(format!(
            "{input_modes:?} {output_modes:?} {local_modes:?} {special_codes:?}"
        ))
    }
}

impl Terminal {
    /// Runs `command` at a terminal of 100 columns.
    pub fn run(command: Command) -> Self {
        Self::with(command, 100, LocalModes::empty())
    }

    /// Runs `command` at a terminal of `columns`, in which the modes `also` are on.
    pub fn with(command: Command, columns: u16, also: LocalModes) -> Self {
        let (outside, inside) = pair();
        let size = Winsize {
            ws_row: if columns == 0 { 0 } else { 40 },
            ws_col: columns,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(&inside, size).expect("a terminal has a size");
        let mut modes = tcgetattr(&inside).expect("a terminal has modes");
        modes.local_modes |= also;
        tcsetattr(&inside, OptionalActions::Now, &modes).expect("the modes are set");
        let before = Modes::of(&inside);
        let shell = shell(command, &inside).spawn().expect("a shell starts");
        let keyboard = outside.try_clone().expect("a file can be shared");
        let mut terminal = Self {
            keyboard,
            inside,
            output: read(outside),
            unread: String::new(),
            before,
            command: None,
            shell,
        };
        terminal.expect("process ");
        let number = terminal.expect("\r\n");
        let number = number.trim().parse().expect("a process has a number");
        terminal.command = Pid::from_raw(number);
        terminal
    }

    /// Waits until `text` is on screen, and returns what came before and with it.
    #[track_caller]
    pub fn expect(&mut self, text: &str) -> String {
        let until = Instant::now() + LONG;
        loop {
            if let Some(at) = self.unread.find(text) {
                let rest = self.unread.split_off(at + text.len());
                return std::mem::replace(&mut self.unread, rest);
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.unread += &String::from_utf8_lossy(&bytes),
                Err(_) => panic!("not shown: {text}\n{}", self.unread),
            }
        }
    }

    pub fn press(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the keyboard works");
    }

    pub fn signal(&self, signal: Signal) {
        let command = self.command.expect("the command has told its number");
        kill_process(command, signal).expect("the command is there");
    }

    /// Waits for the end of the command, demands the shell's number for it and the modes of the beginning,
    /// and returns what was shown last.
    #[track_caller]
    pub fn demand_left(mut self, code: i32) -> String {
        let shown = self.expect(&format!("left with {code}."));
        let until = Instant::now() + LONG;
        // After `kill -9` it takes another process to put them back.
        while Modes::of(&self.inside) != self.before && Instant::now() < until {
            thread::yield_now();
        }
        assert_eq!(Modes::of(&self.inside), self.before);
        shown
    }

    /// Demands that the modes are not those of the beginning.
    #[track_caller]
    pub fn demand_changed(&self) {
        assert_ne!(Modes::of(&self.inside), self.before);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // With its leader the session ends, and all that is left in it is hung up.
        let _ = self.shell.kill();
        let _ = self.shell.wait();
    }
}

/// Both sides of a new pseudo-terminal.
fn pair() -> (File, OwnedFd) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
    let outside = openpt(flags).expect("there is a free pseudo-terminal");
    grantpt(&outside).expect("it is ours");
    unlockpt(&outside).expect("it opens");
    let name = ptsname(&outside, Vec::new()).expect("it has a name");
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
    let inside = open(name, flags, Mode::empty()).expect("it has another side");
    (outside.into(), inside)
}

/// A shell that leads a session at the terminal, and runs `command`.
fn shell(command: Command, inside: &OwnedFd) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", SHELL]).arg(command.get_program());
    // Whoever runs the tests may want no colours; what is typed here is for a terminal that has them.
    shell
        .args(command.get_args())
        .env("TERM", "xterm")
        .env_remove("NO_COLOR");
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    let side = || inside.try_clone().expect("a terminal can be shared");
    shell.stdin(side()).stdout(side()).stderr(side());
    let lead = || {
        setsid()?;
        ioctl_tiocsctty(io::stdin())?;
        Ok(())
    };
    // SAFETY: between fork and exec `lead` makes two system calls, and touches no lock and no allocator.
    unsafe { shell.pre_exec(lead) };
    shell
}

/// Reads all that is shown, in a thread of its own.
fn read(mut outside: File) -> Receiver<Vec<u8>> {
    let (sender, output) = mpsc::channel();
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = outside.read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    output
}
