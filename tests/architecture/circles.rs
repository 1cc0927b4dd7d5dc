//! Circles between the files of a folder: which use each other, directly or by way of others.

use crate::sources::Source;
use std::collections::{BTreeMap, BTreeSet};

/// For every module with others in it, which of them use which; a module stands for all that is in it.
type Uses = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The circles of the crate: `folder: one two three`, in order.
pub(crate) fn circles(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for (folder, uses) in uses(sources) {
        found.extend(components(&uses).into_iter().map(|circle| format!("{folder}: {}", circle.join(" "))));
    }
    found
}

fn uses(sources: &[Source]) -> Uses {
    let modules: BTreeSet<Vec<&str>> = sources.iter().map(Source::module).collect();
    let handed_on: BTreeMap<Vec<&str>, Vec<(String, String)>> =
        sources.iter().map(|source| (source.module(), source.handed_on())).collect();
    let mut uses = Uses::new();
    for source in sources {
        let own = source.module();
        for path in source.references() {
            let shared = own.iter().zip(&path).take_while(|(a, b)| *a == b).count();
            let (Some(user), Some(name)) = (own.get(shared), path.get(shared)) else { continue };
            let folder = &own[..shared];
            let is_module = |name: &str| modules.contains(&[folder, &[name]].concat());
            let home = handed_on.get(folder).and_then(|names| names.iter().find(|(other, _)| other == name));
            let used = if is_module(name) { Some(name) } else { home.map(|(_, module)| module) };
            if let Some(used) = used.filter(|used| is_module(used) && used.as_str() != *user) {
                let of_folder = uses.entry(folder.join("/")).or_default();
                of_folder.entry((*user).to_owned()).or_default().insert(used.clone());
            }
        }
    }
    uses
}

/// The strongly connected components of more than one module, by Tarjan's algorithm.
fn components(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let mut search =
        Search { uses, order: BTreeMap::new(), lowest: BTreeMap::new(), open: Vec::new(), found: Vec::new() };
    for module in uses.keys() {
        if !search.order.contains_key(module.as_str()) {
            search.visit(module);
        }
    }
    search.found.sort();
    search.found
}

struct Search<'a> {
    uses: &'a BTreeMap<String, BTreeSet<String>>,
    /// When each module was first seen, and the earliest open one that it reaches.
    order: BTreeMap<&'a str, usize>,
    lowest: BTreeMap<&'a str, usize>,
    open: Vec<&'a str>,
    found: Vec<Vec<String>>,
}

impl<'a> Search<'a> {
    fn visit(&mut self, module: &'a str) {
        let number = self.order.len();
        self.order.insert(module, number);
        self.lowest.insert(module, number);
        self.open.push(module);
        for used in self.uses.get(module).into_iter().flatten() {
            if !self.order.contains_key(used.as_str()) {
                self.visit(used);
                self.lower(module, self.lowest[used.as_str()]);
            } else if self.open.contains(&used.as_str()) {
                self.lower(module, self.order[used.as_str()]);
            }
        }
        if self.lowest[module] == number {
            let start = self.open.iter().position(|other| *other == module).unwrap();
            let mut circle: Vec<String> = self.open.drain(start..).map(str::to_owned).collect();
            circle.sort();
            self.found.extend((circle.len() > 1).then_some(circle));
        }
    }

    fn lower(&mut self, module: &'a str, number: usize) {
        let lowest = self.lowest.get_mut(module).unwrap();
        *lowest = (*lowest).min(number);
    }
}

#[test]
fn circles_are_found_through_others_and_through_names_that_are_handed_on() {
    let file = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let sources = [
        file("lib.rs", "mod a;"),
        file("a/mod.rs", "use three::Three;"),
        file("a/one.rs", "use super::two::X;"),
        file("a/two.rs", "use super::Three;"),
        file("a/three.rs", "use crate::a::one::Y;"),
        file("a/four.rs", "use super::{one, two};"),
    ];
    assert_eq!(circles(&sources), ["a: one three two"]);
    assert!(circles(&sources[..5][..4]).is_empty());
}
