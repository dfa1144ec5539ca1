//! Which file imports names from which? A graph of files, read from the sources as text, and the
//! circles in it.
//!
//! An import is followed through re-exports (`pub use`) to the file that defines the name, so that
//! a `mod.rs` alone connects nothing. Tests at the end of a file do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Files by path from the root of the project, each with the files it imports.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// The path of a folder of the project.
pub fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// The files in a folder and its subfolders with an extension, sorted.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Code without line comments and without the tests at its end.
pub fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let product = text.split("#[cfg(test)]\nmod ").next().unwrap_or("");
    let lines = product
        .lines()
        .map(|line| line.split("//").next().unwrap_or(""));
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths in a list of imports: `a::{b, c::d}` is `a::b` and `a::c::d`.
pub fn paths(list: &str) -> Vec<Vec<String>> {
    let (head, rest) = match list.find('{') {
        Some(at) => (
            &list[..at],
            &list[at + 1..list.rfind('}').unwrap_or(list.len())],
        ),
        None => (list, ""),
    };
    let names = head
        .split("::")
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    if rest.is_empty() {
        return vec![names];
    }
    let (mut parts, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&rest[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&rest[from..]);
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts
        .flat_map(paths)
        .map(|tail| [names.clone(), tail].concat())
        .collect()
}

/// A module of the crate: its file, with its imports and re-exports.
struct Module {
    file: String,
    text: String,
    /// Paths of `use`, and whether they are re-exported.
    uses: Vec<(bool, Vec<String>)>,
}

/// The modules of the crate by path.
struct House(BTreeMap<Vec<String>, Module>);

/// The graph of the Rust sources.
pub fn rust() -> Graph {
    let src = root("src");
    let modules = files(&src, "rs").into_iter().map(|path| {
        let below = path.strip_prefix(&src).unwrap().with_extension("");
        let names = below.iter().map(|name| name.to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        if matches!(names.last().map(String::as_str), Some("mod" | "lib")) {
            names.pop();
        }
        let text = code(&path);
        let uses = uses(&text);
        let file = path.strip_prefix(root("")).unwrap().display().to_string();
        (names, Module { file, text, uses })
    });
    let house = House(modules.collect());
    let imports = |(names, module): (&Vec<String>, &Module)| {
        let found = house.imports(names, module);
        (module.file.clone(), found)
    };
    house.0.iter().map(imports).collect()
}

/// The graph of the folders of each room, which are its layers, and of the files beside them: each
/// folder `src/ROOM/FOLDER` is one node.
pub fn contracted(graph: &Graph) -> Graph {
    let node = |file: &String| -> String {
        let names: Vec<&str> = file.split('/').collect();
        names[..names.len().min(3)].join("/")
    };
    let mut folders = Graph::new();
    for (file, imported) in graph {
        let from = node(file);
        let to = imported.iter().map(node).filter(|to| *to != from);
        folders.entry(from.clone()).or_default().extend(to);
    }
    folders
}

/// The `use` declarations in a text.
fn uses(text: &str) -> Vec<(bool, Vec<String>)> {
    let mut found = Vec::new();
    for declaration in text.split(';') {
        let mut lines = declaration.lines().skip_while(|line| !is_use(line));
        let Some(first) = lines.next() else { continue };
        let whole = std::iter::once(first).chain(lines).collect::<String>();
        let (before, list) = whole.split_once("use ").unwrap_or_default();
        let is_handed_on = before.trim_start().starts_with("pub");
        found.extend(paths(list).into_iter().map(|path| (is_handed_on, path)));
    }
    found
}

fn is_use(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("use ") || line.starts_with("pub") && line.contains(" use ")
}

impl House {
    fn imports(&self, names: &[String], module: &Module) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let private = module.uses.iter().filter(|(is_handed_on, _)| !is_handed_on);
        for (_, path) in private {
            found.extend(self.definer(names, path, 0));
        }
        for path in inline(&module.text) {
            found.extend(self.definer(names, &path, 0));
        }
        found.remove(&module.file);
        found
    }

    /// The file that defines the name at a path, seen from a module.
    fn definer(&self, names: &[String], path: &[String], depth: usize) -> Option<String> {
        if depth > 8 {
            return None;
        }
        let (mut at, path) = match path.first()?.as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (names.to_vec(), &path[1..]),
            "super" => (names[..names.len().checked_sub(1)?].to_vec(), &path[1..]),
            first => {
                let child = [names, &[first.to_owned()]].concat();
                self.0.contains_key(&child).then_some(())?;
                (names.to_vec(), path)
            }
        };
        for (n, name) in path.iter().enumerate() {
            if name == "super" {
                at.pop();
                continue;
            }
            let child = [at.as_slice(), std::slice::from_ref(name)].concat();
            if self.0.contains_key(&child) {
                at = child;
                continue;
            }
            let module = self.0.get(&at)?;
            let rest = &path[n + 1..];
            return match self.handed_on(&at, name) {
                Some(further) => self.definer(&at, &[further, rest.to_vec()].concat(), depth + 1),
                None => Some(module.file.clone()),
            };
        }
        Some(self.0.get(&at)?.file.clone())
    }

    /// The path under which a module re-exports a name.
    fn handed_on(&self, at: &[String], name: &str) -> Option<Vec<String>> {
        let module = self.0.get(at)?;
        let uses = module.uses.iter().filter(|(is_handed_on, _)| *is_handed_on);
        uses.map(|(_, path)| path).find_map(|path| {
            let last = path.last()?;
            let (own, called) = last.split_once(" as ").unwrap_or((last, last));
            (called.trim() == name).then(|| {
                let mut path = path.clone();
                path.pop();
                path.push(own.trim().to_owned());
                path
            })
        })
    }
}

/// The paths that code uses without importing them: `crate::a::b`, `super::c`.
fn inline(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !is_use(line)) {
        for start in ["crate::", "super::"] {
            for (at, _) in line.match_indices(start) {
                let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
                let path = line[at..].chars().take_while(|&c| is_name(c));
                let path: String = path.collect();
                found.extend(paths(path.trim_end_matches(':')));
            }
        }
    }
    found
}

/// The graph of the scripts of the page.
pub fn scripts() -> Graph {
    let imports = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let from = |line: &str| {
            let (_, tail) = line
                .split_once(" from '")
                .or_else(|| line.split_once("import '"))?;
            let name = tail.split('\'').next()?;
            let file = path.parent()?.join(name).canonicalize().ok()?;
            let file = file.strip_prefix(root("").canonicalize().ok()?).ok()?;
            Some(file.display().to_string())
        };
        let lines = text.lines().filter(|line| {
            ["import", "export", "}"]
                .iter()
                .any(|start| line.starts_with(start))
        });
        let file = path.strip_prefix(root("")).unwrap();
        (file.display().to_string(), lines.filter_map(from).collect())
    };
    files(&root("www"), "js").iter().map(imports).collect()
}

/// The circles of a graph: sets of files that reach each other, sorted.
pub fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reached = |from: &String| {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&String> = graph.get(from).into_iter().flatten().collect();
        while let Some(file) = open.pop() {
            if reached.insert(file.clone()) {
                open.extend(graph.get(file).into_iter().flatten());
            }
        }
        reached
    };
    let reach: BTreeMap<&String, BTreeSet<String>> =
        graph.keys().map(|f| (f, reached(f))).collect();
    let mut circles: Vec<Vec<String>> = Vec::new();
    for (file, reached) in &reach {
        if reached.contains(*file) && !circles.iter().flatten().any(|f| f == *file) {
            let back = |other: &&String| reach.get(other).is_some_and(|r| r.contains(*file));
            circles.push(reached.iter().filter(back).cloned().collect());
        }
    }
    circles
}
