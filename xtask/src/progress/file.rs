//! The file `.progress/state.json`: always one whole version of it, whoever is killed while writing the next.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

/// How long another command's change is waited for; it takes milliseconds, unless that command was stopped in it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often the lock is asked for meanwhile. `File::lock` itself would wait for ever.
const GLANCE: Duration = Duration::from_millis(2);

type Exercises = Map<String, Value>;

/// What the file says; nothing if there is none.
pub fn read(root: &Path) -> Result<Exercises> {
    let path = folder(root).join("state.json");
    match text(&path)?.map(|text| parse(&text)) {
        None => Ok(Exercises::new()),
        Some(Some(exercises)) => Ok(exercises),
        // Only who holds the lock knows that it is not being mended at this moment.
        Some(None) => Held::take(root)
            .with_context(|| format!("{} is damaged", path.display()))?
            .read(),
    }
}

fn folder(root: &Path) -> PathBuf {
    root.join(".progress")
}

fn text(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn parse(text: &[u8]) -> Option<Exercises> {
    let document: Value = serde_json::from_slice(text).ok()?;
    Some(document["exercises"].as_object()?.clone())
}

/// The right to write, which ends with this value, and with the process however it ends.
pub struct Held {
    folder: PathBuf,
    _lock: File,
}

impl Held {
    pub fn take(root: &Path) -> Result<Self> {
        let folder = folder(root);
        let context = || format!("cannot write in {}", folder.display());
        fs::create_dir_all(&folder).with_context(context)?;
        let lock = File::create(folder.join("lock")).with_context(context)?;
        let began = Instant::now();
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(error)) => return Err(error).with_context(context),
                Err(TryLockError::WouldBlock) if began.elapsed() > PATIENCE => {
                    bail!("another command holds {}", folder.join("lock").display())
                }
                Err(TryLockError::WouldBlock) => thread::sleep(GLANCE),
            }
        }
        Ok(Self {
            folder,
            _lock: lock,
        })
    }

    pub fn read(&self) -> Result<Exercises> {
        let path = self.folder.join("state.json");
        let Some(text) = text(&path)? else {
            return Ok(Exercises::new());
        };
        match parse(&text) {
            Some(exercises) => Ok(exercises),
            None => self.set_aside(&path).map(|()| Exercises::new()),
        }
    }

    fn set_aside(&self, path: &Path) -> Result<()> {
        let names = (1..).map(|number| path.with_extension(format!("json.damaged.{number}")));
        let free = names.into_iter().find(|path| !path.exists());
        let aside = free.context("there is always a next number")?;
        fs::rename(path, &aside).with_context(|| format!("cannot move {}", path.display()))?;
        let [path, aside] = [path, &aside].map(|path| path.display());
        eprintln!("note: {path} was damaged: your progress begins anew, and it is kept as {aside}");
        Ok(())
    }

    /// Whoever reads at the same time sees the old text or the new one, never a part; so does who comes after a crash.
    pub fn write(&self, exercises: &Exercises) -> Result<()> {
        let (path, unfinished) = (
            self.folder.join("state.json"),
            self.folder.join("state.json.tmp"),
        );
        let text = format!("{:#}\n", json!({ "exercises": exercises }));
        let write = || {
            let mut file = File::create(&unfinished)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&unfinished, &path)
        };
        let written = write();
        if written.is_err() {
            // What fits no more must not take the room that is left.
            let _ = fs::remove_file(&unfinished);
        }
        written.with_context(|| format!("cannot write {}", path.display()))?;
        // The rename itself is on disk when its folder is; where folders cannot be opened, that has to do.
        if let Ok(folder) = File::open(&self.folder) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}
