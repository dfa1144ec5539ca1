//! Who is meant by "he" and "the ministry"? Cases as the view reports them.

use corpus_explorer::api::options::ReferenceFilter;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::text::Unit;

fn view(texts: &[&str]) -> View {
    let articles = texts.iter().enumerate();
    let articles: Vec<Article> = articles
        .map(|(n, text)| Article::new(n.to_string(), *text))
        .collect();
    let treatment = Treatment {
        analyze: true,
        normalize: false,
    };
    let corpus = Corpus::from_articles(&articles, treatment).unwrap();
    View::new(corpus, Unit::Utf16)
}

/// Checks the references in some texts as "article: words = name".
fn check(texts: &[&str], expected: &[&str]) {
    let view = view(texts);
    let all = view.references(&ReferenceFilter::default()).unwrap();
    let lines: Vec<String> = all
        .iter()
        .map(|r| format!("{}: {} = {}", r.article, r.text, r.name))
        .collect();
    assert_eq!(lines, expected, "{texts:?}");
    for reference in all {
        let article = reference.article.parse::<usize>().unwrap();
        let units: Vec<u16> = texts[article].encode_utf16().collect();
        let slice = &units[reference.start as usize..reference.end as usize];
        assert_eq!(String::from_utf16(slice).unwrap(), reference.text);
        assert!((0.0..=1.0).contains(&reference.confidence));
    }
}

#[test]
fn only_words_between_marks_are_quoted() {
    check(
        &["Hugo Paz came. Ms. Anna Berg said he was “out of reach” when he left."],
        &["0: he = Hugo Paz", "0: he = Hugo Paz"],
    );
    check(
        &["Hugo Paz came. Ms. Anna Berg said the plan was “what he wanted” for now."],
        &[],
    );
    check(
        &["😀 Hugo Paz came. “He is late,” said Ms. Anna Berg. Then she left."],
        &["0: she = Anna Berg"],
    );
}

#[test]
fn filters() {
    let view = view(&[
        "Hugo Paz left. He ate.",
        "Hugo Paz left. He slept. The Harbour Ministry met. The ministry voted.",
        "It rained.",
    ]);
    let count = |article: Option<&str>, entity: Option<&str>| {
        let filter = ReferenceFilter {
            article: article.map(str::to_owned),
            entity: entity.map(str::to_owned),
        };
        view.references(&filter).unwrap().len()
    };
    assert_eq!(count(None, None), 3);
    assert_eq!(count(Some("1"), None), 2);
    assert_eq!(count(None, Some("hugo-paz")), 2);
    assert_eq!(count(Some("1"), Some("hugo-paz")), 1);
    assert_eq!(count(Some("2"), Some("hugo-paz")), 0);
}
