//! The workspace: its packages as Cargo and the folders tell them, and which of them are meant.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::arguments::Usage;
use crate::cargo;
use crate::package::Package;

/// The workspace that this program belongs to.
pub struct Tree {
    pub root: PathBuf,
    /// Where Cargo builds.
    pub target: PathBuf,
    /// The default members: lessons in the order of their folders, then the others.
    packages: Vec<Package>,
}

impl Tree {
    pub fn read() -> Result<Self> {
        // Not in a package's own folder: there Cargo takes that package for the only default member.
        let metadata = cargo::metadata(&root()?)?;
        let root = PathBuf::from(cargo::text(&metadata["workspace_root"])?);
        let lessons = root.join("lessons");
        let defaults = cargo::list(&metadata["workspace_default_members"])?;
        let packages = cargo::list(&metadata["packages"])?.iter();
        let members = packages.filter(|package| defaults.contains(&package["id"]));
        let packages = members.map(|package| Package::parse(package, &lessons));
        let mut packages = packages.collect::<Result<Vec<_>>>()?;
        packages.sort_by_key(|package| (!package.is_lesson(), package.title().to_owned()));
        let target = cargo::text(&metadata["target_directory"])?.into();
        let tree = Self {
            root,
            target,
            packages,
        };
        tree.demand_every_folder(&lessons)?;
        Ok(tree)
    }

    /// The packages that `names` name, by package or by folder.
    ///
    /// Without names it is the course: all of them but this program, whose own tests start it hundreds of times.
    pub fn select(&self, names: &[String]) -> Result<Vec<&Package>> {
        let is_meant =
            |package: &&Package| !names.is_empty() || package.name != env!("CARGO_PKG_NAME");
        let packages = self.packages.iter().filter(is_meant);
        choose("lesson or package", packages.collect(), names)
    }

    /// The names that [`select`](Self::select) knows.
    pub fn names(&self) -> Vec<&str> {
        self.packages.iter().map(|one| one.name.as_str()).collect()
    }

    pub fn knows(&self, name: &str) -> bool {
        self.packages.iter().any(|package| package.answers_to(name))
    }

    /// The lessons that `names` name; all of them if there are no names.
    pub fn lessons(&self, names: &[String]) -> Result<Vec<&Package>> {
        let lessons = self.packages.iter().filter(|package| package.is_lesson());
        choose("lesson", lessons.collect(), names)
    }

    /// `path` as it is told to people: from the root.
    pub fn relative<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }

    /// A folder that Cargo passes over would be a lesson that nobody checks.
    fn demand_every_folder(&self, lessons: &Path) -> Result<()> {
        for folder in files(lessons)?.iter().filter(|path| path.is_dir()) {
            if !self.packages.iter().any(|package| package.dir == *folder) {
                bail!(
                    "{} is not among the default members in Cargo.toml",
                    self.relative(folder)
                );
            }
        }
        Ok(())
    }
}

/// The workspace's folder.
pub fn root() -> Result<PathBuf> {
    // `cargo run` says where this package lies now; the tree may have been moved since it was built.
    let manifest =
        env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&manifest).parent();
    Ok(root.context("xtask lies in a workspace")?.to_path_buf())
}

fn choose<'a>(
    kind: &str,
    mut packages: Vec<&'a Package>,
    names: &[String],
) -> Result<Vec<&'a Package>> {
    let known: Vec<_> = packages
        .iter()
        .map(|package| package.name.as_str())
        .collect();
    for name in names {
        if !packages.iter().any(|package| package.answers_to(name)) {
            return Err(Usage::unknown(kind, name, &known));
        }
    }
    if !names.is_empty() {
        packages.retain(|package| names.iter().any(|name| package.answers_to(name)));
    }
    Ok(packages)
}

/// What lies in `folder`, in order; nothing if there is no such folder.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let context = || format!("cannot list {}", folder.display());
    let entries = fs::read_dir(folder).with_context(context)?;
    let mut paths = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()
        .with_context(context)?;
    paths.sort();
    Ok(paths)
}
