//! How does a page become an article? A pipeline of passes over its lines.

use super::article::{Page, core, label, open, prune, shunned, title_line};
use super::charset::declared_charset;
use super::sign;
use super::statement::statements;
use super::text::{Line, lines};
use super::tree::{Tree, parse};
use crate::document::{Article, BlockKind, Field, Format, Layout, Statement};
use crate::error::{ReadError, ReadErrorKind};
use crate::read::input::encoding::decode_as;
use crate::read::input::source::source;

/// With fewer characters shown, hidden text is read too: a script may be meant to show it.
const SHOWN: usize = 200;

/// The article of a page.
///
/// # Errors
/// If the page shows no text.
pub fn read(name: &str, bytes: &[u8]) -> Result<Article, ReadError> {
    let decoded = decode_as(bytes, declared_charset(bytes).as_deref());
    let mut source = source(name, Format::Html, Some(decoded.encoding));
    let (raw, cut) = parse(&decoded.text);
    if cut {
        let warning = "The page has too many elements; its end was left out.";
        source.warnings.push(warning.to_owned());
    }
    let tree = Tree::new(raw);
    let signs = sign::signs(&tree);
    let mut statements = statements(&tree);
    let (page, title) = laid_out(&tree, &signs, &statements);
    if page.lines.is_empty() {
        let size = bytes.len();
        let message =
            format!("expected an article, found a page of {size} bytes that shows no text");
        return Err(ReadError::new(ReadErrorKind::Empty, name, message));
    }
    if let Some((at, kind)) = title.and_then(|title| label(&page, title)) {
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

/// The lines of a page with the decisions about them, and the index of its title.
fn laid_out<'a>(
    tree: &'a Tree,
    signs: &'a [sign::Sign],
    statements: &[Statement],
) -> (Page<'a>, Option<usize>) {
    let mut shown = lines(tree, signs, false);
    if shown.iter().map(|line| line.chars).sum::<usize>() < SHOWN {
        shown = lines(tree, signs, true);
    }
    let mut page = shunned(tree, signs, shown);
    let core = core(&page);
    page.drop(0..core.start);
    page.drop(core.end..page.lines.len());
    let titles = statements.iter().filter(|s| s.field == Field::Title);
    let mut stated: Vec<String> = titles.map(|s| s.value.clone()).collect();
    stated.extend(tree.elements("title").take(1).map(|at| tree.text(at)));
    let title = title_line(&page, &stated, &core);
    prune(&mut page, core.clone());
    open(&mut page, title, &core);
    (page, title)
}

/// The text of a page, and the layout of its lines.
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
