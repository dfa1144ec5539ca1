//! What must hold for every query, pack, file of decisions and article? Checks for arbitrary input.

use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::decision;
use corpus_explorer::document::Document;
use corpus_explorer::document::Article;
use corpus_explorer::search::{HitUnit, Index, Options, Schema};
use corpus_explorer::collection::Collection;
use corpus_explorer::text::Span;

/// The articles that are queried, with words, names and quotations.
const TEXTS: [&str; 3] = [
    "Treaty signed\n\n“We agree on the treaty,” Ann Lee said in Geneva on 3 May 2021.",
    "Lee of the U.N. warned Geneva: co-operation on 1,000 missiles is out of reach. 安保理",
    "The missiles, Bo Lund said, would not leave Łódź. “Never,” he added.",
];

fn corpus(texts: &[&str]) -> Corpus {
    let articles = texts.iter().enumerate();
    let articles: Vec<Article> = articles.map(|(n, text)| Article::new(n.to_string(), *text)).collect();
    Corpus::from_articles(&articles, Treatment::default()).expect("ids of their own")
}

/// A text as a query: every mark of the answer is inside its document.
pub fn query(bytes: &[u8]) {
    let Ok(query) = std::str::from_utf8(bytes) else { return };
    let documents: Vec<Document> = TEXTS.iter().map(|text| Document::from_text("", text)).collect();
    let index = Index::build(&documents);
    for by in [HitUnit::Article, HitUnit::Passage] {
        let options = Options { by, explain: true, histogram: true, ..Options::default() };
        let answer = index.search(&documents, query, &options);
        assert!(answer.hits.len() <= answer.total);
        for hit in &answer.hits {
            let document = &documents[hit.doc.0 as usize];
            let marks = hit.passages.iter().flat_map(|passage| &passage.marks);
            marks.for_each(|mark| within(document, *mark));
        }
    }
}

/// Bytes opened as everything that can be saved: as they are, and as a patch of a saved corpus.
pub fn saved(bytes: &[u8]) {
    let documents: Vec<Document> = Vec::new();
    let _ = Corpus::open(bytes.to_vec());
    let _ = Collection::open(bytes.to_vec());
    let _ = Index::open(bytes, &documents, Schema::default());
    let Ok(mut pack) = corpus(&TEXTS).save() else { return };
    let at = bytes.first().map_or(0, |&at| usize::from(at) % pack.len());
    for (to, from) in pack[at..].iter_mut().zip(bytes) {
        *to = *from;
    }
    if let Ok(opened) = Corpus::open(pack.clone()) {
        assert!(opened.save().is_ok());
    }
}

/// A file of decisions, added and undone: nothing of it must remain.
pub fn decisions(bytes: &[u8]) {
    let Ok(decisions) = decision::read(&String::from_utf8_lossy(bytes), "decisions") else { return };
    let mut corpus = corpus(&TEXTS);
    let before = corpus.entities().to_vec();
    corpus.add_decisions(decisions);
    let made: Vec<String> = corpus.decisions().iter().map(|decision| decision.id.clone()).collect();
    for id in made {
        assert!(corpus.undo(&id).is_some());
    }
    assert_eq!(corpus.entities(), before);
}

/// A text analysed as an article: names, quotations, dates, figures and references are inside it.
pub fn analysis(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let corpus = corpus(&[&text]);
    for id in corpus.ids() {
        let document = corpus.document(id);
        let mentions = corpus.mentions(id).iter().map(|mention| mention.span);
        let quotations = corpus.quotations(id).iter().flat_map(|quotation| quotation.spans.iter().copied());
        let dates = corpus.dated(id).iter().map(|dated| dated.mention.span);
        let figures = corpus.figures(id).into_iter().map(|figure| figure.span);
        let spans = mentions.chain(quotations).chain(dates).chain(figures);
        spans.for_each(|span| within(document, span));
        corpus.references(id).iter().for_each(|reference| within(document, reference.span));
    }
}

fn within(document: &Document, span: Span) {
    assert!(document.text.get(span.range()).is_some(), "{span:?}");
}
