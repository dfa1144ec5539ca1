//! Which module may import which? A test of the lists below against every `use` and `import`; and no
//! files may import each other in a circle.

mod imports;

use std::fs;

use imports::{Graph, circles, code, contracted, files, paths, root, rust, scripts};

/// Room → rooms it may import. A room is a folder or file in `src`. Every room may import `order`,
/// like the standard library.
const ALLOWED: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("text", &[]),
    ("page", &[]),
    ("error", &[]),
    ("value", &["error"]),
    ("pack", &["error"]),
    ("document", &["text", "error"]),
    ("time", &["text", "document"]),
    ("language", &["text", "document"]),
    // Both the readers of files and the cleaner of their texts need to know what a line says, but
    // they do not know each other: an article passes from one to the other.
    ("line", &["text", "document", "time"]),
    ("read", &["text", "document", "error", "time", "line"]),
    ("clean", &["text", "document", "time", "line"]),
    ("search", &["text", "document", "error", "pack"]),
    (
        "collection",
        &["text", "document", "error", "pack", "search"],
    ),
    ("entity", &["text", "document", "language", "time"]),
    ("train", &["text", "document", "language", "entity"]),
    ("quote", &["text", "document", "language", "entity"]),
    (
        "decision",
        &["text", "error", "value", "document", "entity"],
    ),
    ("graph", &["document", "entity", "search"]),
    (
        "compare",
        &["text", "document", "language", "time", "entity", "quote"],
    ),
    ("export", &["text", "document", "entity", "graph", "quote"]),
    (
        "corpus",
        &[
            "text", "error", "document", "pack", "time", "language", "clean", "search", "entity",
            "decision", "graph", "export", "quote", "compare",
        ],
    ),
    (
        "api",
        &[
            "text",
            "error",
            "value",
            "document",
            "time",
            "read",
            "search",
            "entity",
            "decision",
            "graph",
            "export",
            "quote",
            "compare",
            "corpus",
            "collection",
            "api",
        ],
    ),
];

/// Crates that only the JavaScript bindings may name.
const RIM: &[&str] = &["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"];

/// The rooms that code names after `crate::`.
fn rooms(code: &str) -> Vec<String> {
    code.match_indices("crate::")
        .flat_map(|(at, name)| heads(&code[at + name.len()..]))
        .collect()
}

/// The first name of a path, or of each path in a list in braces.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| {
        let name = text.trim_start().chars();
        name.take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect::<String>()
    };
    let Some(list) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut found, mut depth) = (vec![name(list)], 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.push(name(&list[at + 1..])),
            _ => {}
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

#[test]
fn rooms_import_only_what_the_list_allows() {
    let src = root("src");
    for path in files(&src, "rs") {
        let below = path.strip_prefix(&src).unwrap();
        let room = below
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy();
        let room = room.trim_end_matches(".rs");
        if matches!(room, "lib" | "main" | "cli") {
            continue;
        }
        let (_, allowed) = ALLOWED
            .iter()
            .find(|(name, _)| *name == room)
            .unwrap_or_else(|| panic!("{room} is not in the list of rooms"));
        for named in rooms(&code(&path)) {
            assert!(
                named == room || named == "order" || allowed.contains(&named.as_str()),
                "{} may not import {named}",
                below.display()
            );
        }
    }
}

#[test]
fn only_the_rim_names_the_crates_of_the_rim() {
    for path in files(&root("src"), "rs") {
        let code = code(&path);
        for name in RIM {
            assert!(
                !code.contains(&format!("{name}::"))
                    || path.components().any(|c| c.as_os_str() == "wasm"),
                "{} names {name}",
                path.display()
            );
        }
    }
}

#[test]
fn only_the_command_line_touches_files_and_the_clock() {
    for path in files(&root("src"), "rs") {
        let text = code(&path);
        let product = text.split("#[cfg(test)]").next().unwrap_or("");
        for name in [
            "std::fs",
            "std::env",
            "std::time",
            "std::net",
            "SystemTime",
            "println!",
        ] {
            assert!(
                !product.contains(name)
                    || path.components().any(|c| c.as_os_str() == "cli")
                    || path.ends_with("train/main.rs"),
                "{} uses {name}",
                path.display()
            );
        }
    }
}

/// What each room of the page may import besides itself and the interface texts: `library` turns
/// files into articles and keeps them in `storage`, which knows no other room, and views, one folder each, query what they are given. The folders of `ui`
/// are rooms too; what surrounds the views is not their concern.
const PAGE: &[(&str, &[&str])] = &[
    ("strings", &[]),
    ("engine", &[]),
    ("storage", &[]),
    ("library", &["engine", "storage"]),
    ("route", &[]),
    ("element", &["route"]),
    ("article", &[]),
    ("entity", &["route", "element", "article"]),
    ("story", &["route", "element", "article"]),
    ("shell", &["route", "element", "article"]),
    (
        "view",
        &["library", "route", "element", "article", "entity", "story"],
    ),
    ("registry", &["view", "route"]),
    (
        "main",
        &[
            "engine", "library", "route", "element", "article", "entity", "shell", "registry",
        ],
    ),
];

/// The room of a script, and the view whose folder it is in.
fn room_of_script(file: &str) -> (&str, &str) {
    let below = file.trim_start_matches("www/").trim_end_matches(".js");
    match below.split('/').collect::<Vec<_>>()[..] {
        ["views", "registry"] => ("registry", ""),
        ["views", view, _] => ("view", view),
        ["ui", room, ..] => (room, ""),
        [room, ..] => (room, ""),
        [] => ("", ""),
    }
}

/// Why a script may not import another; `None` if it may.
fn refusal(from: &str, to: &str) -> Option<String> {
    let ((room, view), (other, other_view)) = (room_of_script(from), room_of_script(to));
    let allowed = PAGE.iter().find(|(name, _)| *name == room);
    let is_allowed = match allowed {
        Some(_) if (room, view) == (other, other_view) || other == "strings" => true,
        Some((_, list)) => list.contains(&other),
        None => false,
    };
    (!is_allowed).then(|| format!("{from} imports {to}"))
}

#[test]
fn scripts_of_the_page_import_only_what_the_list_allows() {
    for (file, imports) in scripts() {
        for import in imports {
            assert_eq!(refusal(&file, &import), None);
        }
    }
    for (from, to) in [
        ("www/views/names/list.js", "www/views/voices/view.js"),
        ("www/views/names/list.js", "www/engine/memo.js"),
        ("www/views/names/list.js", "www/views/registry.js"),
        ("www/views/names/list.js", "www/ui/shell/frame.js"),
        ("www/ui/entity/card.js", "www/library/save.js"),
        ("www/ui/article/label.js", "www/ui/entity/card.js"),
        ("www/engine/memo.js", "www/library/save.js"),
        ("www/library/save.js", "www/main.js"),
        ("www/storage/device.js", "www/engine/engine.js"),
        ("www/views/library/kept.js", "www/storage/device.js"),
        ("www/elsewhere/new.js", "www/ui/element/dom.js"),
    ] {
        assert!(refusal(from, to).is_some(), "{from} {to}");
    }
}

#[test]
fn each_folder_of_a_view_stands_in_the_registry_and_its_style_in_the_stylesheet() {
    let registry = &scripts()["www/views/registry.js"];
    let style = fs::read_to_string(root("www/style.css")).unwrap();
    for entry in fs::read_dir(root("www/views")).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            continue;
        }
        let view = path.strip_prefix(root("")).unwrap().display().to_string();
        assert!(registry.contains(&format!("{view}/view.js")), "{view}");
        if path.join("view.css").exists() {
            let import = format!("@import \"./{}/view.css\"", view.trim_start_matches("www/"));
            assert_eq!(style.matches(&import).count(), 1, "{view}");
        }
    }
}

#[test]
fn text_never_reaches_the_page_as_markup() {
    for path in files(&root("www"), "js") {
        let text = fs::read_to_string(&path).unwrap();
        for name in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
        ] {
            assert!(!text.contains(name), "{} uses {name}", path.display());
        }
    }
}

#[test]
fn the_list_catches_a_wrong_import() {
    assert_eq!(
        rooms("use crate::{text::{Span, stem}, quote};\nuse crate::search::Index;"),
        ["text", "quote", "search"]
    );
}

/// Fails with the imports that tie each circle.
fn check(graph: &Graph) {
    let ties = circles(graph).into_iter().map(|circle| {
        let inside = |file: &String| -> Vec<_> {
            graph[file].iter().filter(|f| circle.contains(f)).collect()
        };
        let ties = circle
            .iter()
            .map(|file| format!("{file} -> {:?}", inside(file)));
        ties.collect::<Vec<_>>().join("\n")
    });
    assert_eq!(ties.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn no_file_of_the_engine_imports_itself_by_way_of_others() {
    check(&rust());
}

#[test]
fn no_folder_of_a_room_does() {
    check(&contracted(&rust()));
}

#[test]
fn no_script_of_the_page_does() {
    check(&scripts());
}

#[test]
fn imports_are_read() {
    let graph = rust();
    assert!(graph["src/corpus/knowledge.rs"].contains("src/corpus/name.rs"));
    // Through the `mod.rs` of its room to the file that defines it.
    assert!(graph["src/corpus/timeline.rs"].contains("src/compare/statement/profile.rs"));
    let read: Vec<String> = paths("a::{b, c::{d, e}}")
        .iter()
        .map(|p| p.join("::"))
        .collect();
    assert_eq!(read, ["a::b", "a::c::d", "a::c::e"]);
    let circle = Graph::from([
        ("a".into(), ["b".into()].into()),
        ("b".into(), ["c".into(), "d".into()].into()),
        ("c".into(), ["a".into()].into()),
        ("d".into(), [].into()),
    ]);
    assert_eq!(circles(&circle), [["a", "b", "c"]]);
    let scripts = scripts();
    assert!(scripts["www/main.js"].contains("www/views/registry.js"));
    assert!(scripts["www/views/registry.js"].contains("www/views/search/view.js"));
}
