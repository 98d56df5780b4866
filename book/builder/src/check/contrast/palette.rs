//! The colours that hold in one theme, mdBook's and ours, as the cascade leaves them.

use std::collections::BTreeMap;

use crate::css::{Declaration, Rule};

/// Surroundings in which a page is read.
#[derive(Debug)]
pub struct Context {
    pub name: &'static str,
    /// The class on `<html>`; without JavaScript it stays the default theme's.
    theme: &'static str,
    has_script: bool,
    is_dark: bool,
    is_print: bool,
}

impl Context {
    const fn theme(name: &'static str, theme: &'static str) -> Self {
        Self {
            name,
            theme,
            has_script: true,
            is_dark: false,
            is_print: false,
        }
    }
}

/// All of them.
pub const CONTEXTS: [Context; 8] = [
    Context::theme("theme light", "light"),
    Context::theme("theme rust", "rust"),
    Context::theme("theme coal", "coal"),
    Context::theme("theme navy", "navy"),
    Context::theme("theme ayu", "ayu"),
    Context {
        has_script: false,
        ..Context::theme("without JavaScript, light", "light")
    },
    Context {
        has_script: false,
        is_dark: true,
        ..Context::theme("without JavaScript, dark", "light")
    },
    Context {
        is_print: true,
        ..Context::theme("on paper", "navy")
    },
];

/// The custom properties of one context.
pub struct Palette(BTreeMap<String, (Rank, Declaration)>);

/// How strong a rule is: by its selector, and then by its place.
type Rank = u8;

impl Palette {
    pub fn new(context: &Context, theirs: &[Rule], ours: &[Rule]) -> Self {
        let mut palette = Self(BTreeMap::new());
        for rule in theirs.iter().chain(ours) {
            if let Some(rank) = rank(rule, context) {
                palette.add(rank, rule);
            }
        }
        if context.is_print {
            palette.whiten();
        }
        palette
    }

    pub fn get(&self, name: &str) -> Option<&Declaration> {
        Some(&self.0.get(name)?.1)
    }

    fn add(&mut self, rank: Rank, rule: &Rule) {
        for one in rule
            .declarations
            .iter()
            .filter(|one| one.name.starts_with("--"))
        {
            if self
                .0
                .get(&one.name)
                .is_none_or(|(known, _)| *known <= rank)
            {
                self.0.insert(one.name.clone(), (rank, one.clone()));
            }
        }
    }

    /// Browsers leave the page's ground out when they print.
    fn whiten(&mut self) {
        if let Some((_, ground)) = self.0.get_mut("--bg") {
            ground.value = "#ffffff".into();
        }
    }
}

/// How strongly `rule` holds in `context`; `None` if it does not.
fn rank(rule: &Rule, context: &Context) -> Option<Rank> {
    let asks = |what: &str| {
        rule.conditions
            .iter()
            .any(|condition| condition.contains(what))
    };
    if asks("print") && !context.is_print || asks("scheme: dark") && !context.is_dark {
        return None;
    }
    let selected = rule
        .selectors
        .iter()
        .filter_map(|selector| selects(selector, context));
    let rank = selected.max()?;
    Some(if asks("print") { 3 } else { rank })
}

/// A rule without a theme holds in all of them, and yields to one with its name; to be without JavaScript beats both.
fn selects(selector: &str, context: &Context) -> Option<Rank> {
    if selector.contains(":not(.js)") {
        return (!context.has_script).then_some(2);
    }
    let mut classes = selector.split('.').skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    });
    let theme = classes.find(|class| CONTEXTS.iter().any(|context| context.theme == *class));
    match theme {
        None => Some(0),
        Some(theme) => (theme == context.theme).then_some(1),
    }
}
