//! `search QUERY`: the articles and passages that match, as text or as JSON.

use std::io::{self, IsTerminal};

use clap::Args;
use corpus_explorer::api::options::SearchOptions;
use corpus_explorer::api::shape::{
    ArticleHead, ExplanationView, HitView, ScorePartView, SearchAnswer, SnippetView,
};
use corpus_explorer::api::view::View;
use corpus_explorer::document::paragraph;
use corpus_explorer::text::Unit;

use crate::cli::argument::QueryArgs;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{corpus, output};

/// What is asked of a search.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer search 'treaty -nuclear date:2024-06..'")]
pub struct SearchArgs {
    #[command(flatten)]
    asked: QueryArgs,
    /// Print the answer as JSON; offsets count UTF-16 code units
    #[arg(long)]
    json: bool,
    /// Show how the query was parsed, and the parts of each score
    #[arg(long)]
    explain: bool,
    /// Fold copies of an article under the most complete one that matches
    #[arg(long)]
    fold_duplicates: bool,
    /// Maximum number of articles
    #[arg(long, default_value_t = 10)]
    limit: u32,
}

/// Searches and prints; finding nothing is an answer, not a failure.
pub fn run(args: &SearchArgs) -> Result<Outcome, Failure> {
    // Snippets are cut here at bytes, by readers of JSON at UTF-16 code units.
    let unit = if args.json { Unit::Utf16 } else { Unit::Utf8 };
    let (view, outcome) = corpus::searchable(&args.asked, unit)?;
    let options = SearchOptions {
        limit: Some(args.limit),
        explain: Some(args.explain),
        fold_duplicates: Some(args.fold_duplicates),
        ..SearchOptions::default()
    };
    let answer = view.search(&args.asked.query, &options)?;
    if args.json {
        output::print_json(&answer)?;
    } else {
        let bold = io::stdout().is_terminal();
        output::print(&text(&view, &answer, bold))?;
    }
    Ok(outcome)
}

/// The answer as text: remarks, then each article with its passages, marks in bold if `bold`.
fn text(view: &View, answer: &SearchAnswer, bold: bool) -> String {
    let mut text = String::new();
    for remark in &answer.remarks {
        text.push_str(&format!("({})\n", remark.text));
    }
    if let Some(explanation) = &answer.explanation {
        push_tree(&mut text, explanation, 0);
    }
    if let Some(suggestion) = &answer.suggestion {
        text.push_str(&format!("Did you mean: {suggestion}\n"));
    }
    let noun = if answer.total == 1 {
        "article"
    } else {
        "articles"
    };
    text.push_str(&format!("{} {noun} for {}\n", answer.total, answer.query));
    for hit in &answer.hits {
        if let Some(article) = view.summary(&hit.article) {
            text.push_str(&entry(&article.head, hit, bold));
        }
    }
    text
}

fn entry(article: &ArticleHead, hit: &HitView, bold: bool) -> String {
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
    if !hit.copies.is_empty() {
        entry.push_str(&format!("  also in {}\n", hit.copies.join(", ")));
    }
    for part in hit.score_parts.iter().flatten() {
        entry.push_str(&format!("  {}\n", score_line(part)));
    }
    for passage in &hit.passages {
        if let Some(snippet) = &passage.snippet {
            entry.push_str(&format!(
                "  {} ¶ {}: {}\n",
                article.id,
                paragraph(passage.block as usize),
                marked(snippet, bold)
            ));
        }
    }
    entry
}

/// A query's tree, a part a line, parts of a part further in.
fn push_tree(text: &mut String, part: &ExplanationView, depth: usize) {
    let mut line = format!("{}{}", "  ".repeat(depth), part.kind);
    if let Some(text) = &part.text {
        line.push_str(&format!(" {text}"));
    }
    if let Some(articles) = part.articles {
        line.push_str(&format!(" [{articles}] {}", part.words.join(", ")));
    }
    text.push_str(line.trim_end());
    text.push('\n');
    part.parts
        .iter()
        .for_each(|part| push_tree(text, part, depth + 1));
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
fn marked(snippet: &SnippetView, bold: bool) -> String {
    let (on, off) = if bold {
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
