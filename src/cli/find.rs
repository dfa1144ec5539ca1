//! `search QUERY`: the passages that answer, for people or as JSON.

use std::io::{self, IsTerminal};

use corpus_explorer::api::shape::{
    ArticleHead, ExplanationView, HitView, ScorePartView, SearchAnswer, SearchOptions, SnippetView,
};
use corpus_explorer::api::view::View;
use corpus_explorer::document::paragraph;
use corpus_explorer::text::Unit;

use super::{Failure, Outcome, SearchArgs, file, open};

/// Searches and prints; finding nothing is an answer, not a failure.
pub fn run(args: &SearchArgs) -> Result<Outcome, Failure> {
    // The terminal cuts strings at bytes, JSON readers at UTF-16.
    let unit = if args.json { Unit::Utf16 } else { Unit::Utf8 };
    let (view, outcome) = open::view(&args.corpus, &args.query, unit)?;
    let options = SearchOptions {
        limit: Some(args.limit),
        explain: Some(args.explain),
        ..SearchOptions::default()
    };
    let answer = view.search(&args.query, &options)?;
    let mut out = io::stdout().lock();
    if args.json {
        file::write_line(&mut out, &answer)?;
    } else {
        let lit = out.is_terminal();
        file::write(&mut out, page(&view, &answer, lit).as_bytes())?;
    }
    Ok(outcome)
}

/// The answer as text: remarks, then each article with its passages, marks in bold when `lit`.
fn page(view: &View, answer: &SearchAnswer, lit: bool) -> String {
    let mut page = String::new();
    for remark in &answer.remarks {
        page.push_str(&format!("({})\n", remark.text));
    }
    if let Some(explanation) = &answer.explanation {
        push_tree(&mut page, explanation, 0);
    }
    if let Some(suggestion) = &answer.suggestion {
        page.push_str(&format!("Did you mean: {suggestion}\n"));
    }
    let noun = if answer.total == 1 {
        "article"
    } else {
        "articles"
    };
    page.push_str(&format!("{} {noun} for {}\n", answer.total, answer.query));
    let articles = view.articles();
    for hit in &answer.hits {
        if let Some(article) = articles.iter().find(|a| a.head.id == hit.article) {
            page.push_str(&entry(&article.head, hit, lit));
        }
    }
    page
}

fn entry(article: &ArticleHead, hit: &HitView, lit: bool) -> String {
    let known = [&article.title, &article.publisher, &article.published];
    let head: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    let mut entry = format!(
        "\n{}\n",
        if head.is_empty() {
            article.id.clone()
        } else {
            head.join(" · ")
        }
    );
    for part in hit.score_parts.iter().flatten() {
        entry.push_str(&format!("  {}\n", score_line(part)));
    }
    for passage in &hit.passages {
        if let Some(snippet) = &passage.snippet {
            entry.push_str(&format!(
                "  {} ¶ {}: {}\n",
                article.id,
                paragraph(passage.block as usize),
                marked(snippet, lit)
            ));
        }
    }
    entry
}

/// A query's tree, a part a line, parts of a part further in.
fn push_tree(page: &mut String, part: &ExplanationView, depth: usize) {
    let mut line = format!("{}{}", "  ".repeat(depth), part.kind);
    if let Some(text) = &part.text {
        line.push_str(&format!(" {text}"));
    }
    if let Some(articles) = part.articles {
        line.push_str(&format!(" [{articles}] {}", part.words.join(", ")));
    }
    page.push_str(line.trim_end());
    page.push('\n');
    part.parts
        .iter()
        .for_each(|part| push_tree(page, part, depth + 1));
}

/// What earned a part of a score, on one line.
fn score_line(part: &ScorePartView) -> String {
    match &part.text {
        Some(text) => format!(
            "{:6.2} {text} (weight {:.2}, {:.1} times)",
            part.score, part.weight, part.frequency
        ),
        None => format!("{:6.2} {}", part.score, part.kind),
    }
}

/// The text of a snippet on one line, with its marks in bold.
fn marked(snippet: &SnippetView, lit: bool) -> String {
    let (on, off) = if lit {
        ("\x1b[1m", "\x1b[0m")
    } else {
        ("", "")
    };
    let mut line = String::new();
    let mut from = 0;
    let part = |start: usize, end: usize| snippet.text.get(start..end).unwrap_or("");
    for &[start, end] in &snippet.marks {
        let (start, end) = (start as usize, end as usize);
        line.push_str(part(from, start));
        line.push_str(&format!("{on}{}{off}", part(start, end)));
        from = end;
    }
    line.push_str(part(from, snippet.text.len()));
    line.replace('\n', " ")
}
