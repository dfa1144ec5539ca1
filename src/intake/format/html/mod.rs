//! Which article does this page hold? Bytes of HTML enter; its lines and what its markup states leave.
//!
//! A page is decoded, what it declares is looked up (`charset`), parsed as browsers do (`tame`, `parse`,
//! `sink`), put in the order in which it is read (`tree`), and laid out as lines (`line`, `pen`, `element`,
//! `table`). What its elements say that they are (`sign`) and how its lines read tell the article from the
//! rest (`content`, `repeat`, `prune`), and the lines over it from its text (`opening`). What the markup
//! states about the article is collected apart (`statement`).
//!
//! Nothing that is shown is lost: what is no part of the article stays in the text, laid out as outside of
//! it. No site is known by name.

mod charset;
mod content;
mod element;
mod line;
mod opening;
mod parse;
mod pen;
mod prune;
mod repeat;
mod sign;
mod sink;
mod statement;
mod table;
mod tame;
mod tree;

use super::source;
use crate::document::{BlockKind, Field, Format};
use crate::error::{ReadError, ReadErrorKind};
use crate::intake::{Article, Layout, Statement, decode_as};
use charset::declared_charset;
use content::Page;
use line::{Line, lines};
use tree::Tree;

/// Fewer characters shown than this, and what is hidden is read too: a script may have been meant to show it.
const SHOWN: usize = 200;

/// The article of a page.
///
/// # Errors
/// The page shows no text.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Article, ReadError> {
    let decoded = decode_as(bytes, declared_charset(bytes).as_deref());
    let mut source = source(name, Format::Html, Some(decoded.encoding));
    let (raw, cut) = parse::parse(&decoded.text);
    if cut {
        let warning = "The page has more elements than are read; its end was left out.";
        source.warnings.push(warning.to_owned());
    }
    let tree = Tree::new(raw);
    let signs = sign::signs(&tree);
    let mut statements = statement::statements(&tree);
    let (page, title) = laid_out(&tree, &signs, &statements);
    if page.lines.is_empty() {
        let size = bytes.len();
        let message = format!("a page of {size} bytes that shows no text; an article was expected");
        return Err(ReadError::new(ReadErrorKind::Empty, name, message));
    }
    if let Some((at, kind)) = title.and_then(|title| opening::label(&page, title)) {
        statements.push(Statement {
            field: Field::Kind,
            value: kind.to_owned(),
            tag: "label over the title".to_owned(),
            text: page.lines[at].text.clone(),
        });
    }
    let (text, layout) = written(&page);
    Ok(Article {
        text,
        layout,
        statements,
        source,
        ..Article::default()
    })
}

/// The lines of a page with what is decided about them, and which is its title.
fn laid_out<'a>(
    tree: &'a Tree,
    signs: &'a [sign::Sign],
    statements: &[Statement],
) -> (Page<'a>, Option<usize>) {
    let mut shown = lines(tree, signs, false);
    if shown.iter().map(|line| line.chars).sum::<usize>() < SHOWN {
        shown = lines(tree, signs, true);
    }
    let mut page = Page::new(tree, signs, shown);
    let core = page.core();
    page.drop(0..core.start);
    page.drop(core.end..page.lines.len());
    let titles = statements.iter().filter(|s| s.field == Field::Title);
    let mut stated: Vec<String> = titles.map(|s| s.value.clone()).collect();
    stated.extend(tree.elements("title").take(1).map(|at| tree.text(at)));
    let title = opening::title(&page, &stated, &core);
    prune::prune(&mut page, core.clone());
    opening::open(&mut page, title, &core);
    (page, title)
}

/// The text of a page and what its lines are.
fn written(page: &Page) -> (String, Vec<Layout>) {
    let mut text = String::new();
    let mut layout = Vec::new();
    for (line, &outside) in page.lines.iter().zip(&page.outside) {
        if !text.is_empty() {
            text.push_str(if line.tight { "\n" } else { "\n\n" });
        }
        text.push_str(&line.text);
        layout.push(layout_of(line, outside));
    }
    (text, layout)
}

fn layout_of(line: &Line, outside: bool) -> Layout {
    let level = match line.kind {
        BlockKind::Item | BlockKind::Heading => line.level,
        _ => 0,
    };
    Layout {
        kind: line.kind,
        level,
        outside,
    }
}
