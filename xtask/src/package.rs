//! A package of the workspace, a lesson or another, and what Cargo builds of it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::cargo;

/// A package of the workspace.
pub struct Package {
    pub name: String,
    pub dir: PathBuf,
    targets: Vec<Target>,
    /// `01-race`, if it is a lesson.
    folder: Option<String>,
}

/// What Cargo builds from one file of a package.
pub struct Target {
    pub kind: String,
    pub name: String,
    pub path: PathBuf,
    /// Whether a bare `cargo test` runs it.
    pub test: bool,
}

impl Package {
    /// Reads a package of `cargo metadata`; it is a lesson if it lies in the folder `lessons`.
    pub fn parse(package: &Value, lessons: &Path) -> Result<Self> {
        let manifest = PathBuf::from(cargo::text(&package["manifest_path"])?);
        let dir = manifest.parent().context("a manifest lies in a folder")?;
        let folder = dir.strip_prefix(lessons).ok();
        let targets = cargo::list(&package["targets"])?.iter().map(Target::parse);
        Ok(Self {
            name: cargo::text(&package["name"])?,
            dir: dir.to_path_buf(),
            targets: targets.collect::<Result<_>>()?,
            folder: folder.map(|folder| folder.display().to_string()),
        })
    }

    pub fn is_lesson(&self) -> bool {
        self.folder.is_some()
    }

    /// A lesson's folder, any other package's name.
    pub fn title(&self) -> &str {
        self.folder.as_deref().unwrap_or(&self.name)
    }

    pub fn answers_to(&self, name: &str) -> bool {
        self.name == name || self.title() == name
    }

    /// The tests that are red on purpose, if Cargo knows of them.
    pub fn failing(&self) -> Option<&Target> {
        self.targets
            .iter()
            .find(|target| target.kind == "test" && target.name == "failing")
    }

    /// Whether `tests/NAME.rs` is a test that a bare `cargo test` runs.
    pub fn has_test(&self, name: &str) -> bool {
        let is_test = |target: &Target| target.kind == "test" && target.test;
        self.targets
            .iter()
            .any(|target| is_test(target) && target.name == name)
    }

    /// The names of its benches.
    pub fn benches(&self) -> impl Iterator<Item = &str> {
        let benches = self.targets.iter().filter(|target| target.kind == "bench");
        benches.map(|bench| bench.name.as_str())
    }

    /// The programs for sanitizers, by name.
    pub fn programs(&self) -> Vec<&Target> {
        let folder = self.dir.join("sanitize");
        let ours = |target: &&Target| target.kind == "example" && target.path.starts_with(&folder);
        self.targets.iter().filter(ours).collect()
    }
}

impl Target {
    fn parse(target: &Value) -> Result<Self> {
        Ok(Self {
            kind: cargo::text(&target["kind"][0])?,
            name: cargo::text(&target["name"])?,
            path: cargo::text(&target["src_path"])?.into(),
            test: target["test"] == true,
        })
    }
}
