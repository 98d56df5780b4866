//! Which of our colours must stand out from which: read off the style itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::css::{Declaration, Rule};

/// What a figure lies on where a rule names no ground: the page, and our own paper.
const GROUNDS: [&str; 2] = ["--bg", "--figure-paper"];
/// How the names of our palette begin.
const OURS: &str = "--figure-";

/// One colour that must stand out from another.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Demand {
    pub front: String,
    pub ground: String,
    pub is_text: bool,
}

impl Demand {
    pub fn least(&self) -> f64 {
        if self.is_text { 4.5 } else { 3.0 }
    }
}

/// What the rules of our style demand: text where a rule sets `color`, a shape for every other colour of the palette.
pub fn demands(rules: &[Rule]) -> BTreeSet<Demand> {
    let aliases = aliases(rules);
    let mut demands = BTreeSet::new();
    for rule in rules {
        for front in colours(rule, &["color"], &aliases) {
            let grounds = colours(rule, &["background", "background-color"], &aliases);
            demands.extend(on(&front, grounds, true));
        }
    }
    let palette = rules.iter().flat_map(|rule| &rule.declarations);
    for Declaration { name, .. } in palette.filter(|one| one.name.starts_with(OURS)) {
        let is_ground = GROUNDS.contains(&name.as_str());
        let is_text = demands.iter().any(|demand| demand.front == *name);
        if !is_ground && !is_text {
            demands.extend(on(name, BTreeSet::new(), false));
        }
    }
    demands
}

/// `front` on each of `grounds`, or on what lies there anyway.
fn on(front: &str, mut grounds: BTreeSet<String>, is_text: bool) -> Vec<Demand> {
    if grounds.is_empty() {
        grounds = GROUNDS.map(str::to_owned).into();
    }
    let demand = |ground| Demand {
        front: front.to_owned(),
        ground,
        is_text,
    };
    grounds.into_iter().map(demand).collect()
}

/// The colours that `rule` gives to the properties `names`.
fn colours(rule: &Rule, names: &[&str], aliases: &Aliases) -> BTreeSet<String> {
    let ours = rule.declarations.iter();
    let ours = ours.filter(|one| names.contains(&one.name.as_str()));
    let variables = ours.flat_map(|one| variables(&one.value));
    variables
        .flat_map(|name| match aliases.get(name) {
            Some(meant) => meant.clone(),
            None => [name.to_owned()].into(),
        })
        .collect()
}

type Aliases = BTreeMap<String, BTreeSet<String>>;

/// Other custom properties that stand for colours of the palette: `--lane: var(--figure-a)`.
fn aliases(rules: &[Rule]) -> Aliases {
    let mut aliases = Aliases::new();
    for one in rules.iter().flat_map(|rule| &rule.declarations) {
        if one.name.starts_with("--") && !one.name.starts_with(OURS) {
            let meant = variables(&one.value).map(str::to_owned);
            aliases.entry(one.name.clone()).or_default().extend(meant);
        }
    }
    aliases.retain(|_, meant| !meant.is_empty());
    aliases
}

fn variables(value: &str) -> impl Iterator<Item = &str> {
    let names = value.split("var(").skip(1);
    names
        .filter_map(|rest| rest.split([')', ',']).next())
        .map(str::trim)
}
