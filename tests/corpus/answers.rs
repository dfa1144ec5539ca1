//! What does a corpus answer? All its answers as text, by which two corpora are compared.

use corpus_explorer::api::options::*;
use corpus_explorer::api::shape::*;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::Corpus;
use corpus_explorer::error::ReadError;
use corpus_explorer::text::Unit as Offsets;
use serde::Serialize;

/// Queries that match words, names, speakers, cues, conditions and nothing.
const QUERIES: &[&str] = &[
    "treaty",
    "\"without delay\"",
    "harbour AND (Paz OR Lund)",
    "Paz -Lund",
    "speaker:Paz",
    "entity:Chile sanctions",
    "cue:said",
    "publisher:globe",
    "date:2021-03.. the treaty of the harbour",
    "harbor*",
    "tretay",
    "in:title treaty",
    "someone else",
    "",
];

/// A corpus as the page sees it.
pub fn view(corpus: Corpus) -> View {
    View::new(corpus, Offsets::Utf16)
}

/// Every question of the API with its answer; of questions with many forms, some.
pub fn answers(view: &View) -> Vec<(String, String)> {
    let mut told = Answers(Vec::new());
    let entities = here(view.entities(&EntityFilter::default()));
    let filters = filters(&entities);
    for query in QUERIES {
        // One query with every filter, the others with the first filters.
        let some = if *query == "treaty" { filters.len() } else { 2 };
        for filter in &filters[..some] {
            for by in [Unit::Article, Unit::Passage] {
                let options = SearchOptions {
                    limit: Some(100),
                    by: Some(by),
                    histogram: Some(true),
                    explain: Some(true),
                    filter: Some(filter.clone()),
                    ..SearchOptions::default()
                };
                told.add("search", &options, &here(view.search(query, &options)));
            }
        }
        let options = ConcordanceOptions::default();
        told.add(
            "concordance",
            query,
            &here(view.concordance(query, &options)),
        );
        let options = CollocationOptions::default();
        told.add(
            "collocations",
            query,
            &here(view.collocations(query, &options)),
        );
    }
    told.add("suggest", &"tr", &view.suggest("tr", None));
    let articles = here(view.articles(&ArticleFilter::default()));
    told.add("articles", &"", &articles);
    told.add("ids", &"", &view.ids());
    told.add("report", &"", &view.report(&Default::default()).unwrap());
    told.add("overview", &"", &view.overview());
    let speakers = view.speakers(&SpeakerFilter::default());
    told.add("speakers", &"", &here(speakers));
    told.add("decisions", &"", &view.decisions());
    for article in articles {
        let id = article.head.id;
        told.add("article", &id, &view.article(&id));
        told.add("summary", &id, &view.summary(&id));
        told.add("mentions", &id, &here(view.mentions(&id)));
    }
    for entity in &entities {
        told.add("entity", &entity.id, &view.entity(&entity.id));
        let filter = QuoteFilter {
            speaker: Some(entity.id.clone()),
            ..QuoteFilter::default()
        };
        told.add("quotes", &entity.id, &here(view.quotes(&filter)));
    }
    told.add("entities", &"", &entities);
    told.add(
        "references",
        &"",
        &here(view.references(&ReferenceFilter::default())),
    );
    told.add("quotes", &"", &here(view.quotes(&QuoteFilter::default())));
    told.add(
        "timeline",
        &"",
        &here(view.timeline(&TimelineFilter::default())),
    );
    told.add(
        "figures",
        &"",
        &here(view.figures(&FigureFilter::default())),
    );
    let related = RelatedFilter::default();
    told.add("stories", &"", &here(view.stories(&related)));
    told.add("duplicates", &"", &here(view.duplicates(&related)));
    let groups = here(view.groups(&GroupFilter::default()));
    for group in &groups {
        let detail = view.group(&group.id, &GroupOptions::default());
        told.add("group", &group.id, &here(detail));
    }
    told.add("groups", &"", &groups);
    let compared = view.compare(&CompareOptions::default());
    told.add("compare", &"", &here(compared));
    let shared = view.shared(&SharedOptions::default());
    told.add("shared", &"", &here(shared));
    told.add("graph", &"", &here(view.graph(&GraphOptions::default())));
    for form in [GraphForm::Csv, GraphForm::Graphml] {
        told.add(
            "graphText",
            &"",
            &here(view.graph_text(form, &GraphOptions::default())),
        );
    }
    told.add("mentionsText", &"", &view.mentions_text(MentionForm::Conll));
    told.add(
        "quotesText",
        &"",
        &here(view.quotes_text(QuoteForm::Tei, &QuoteFilter::default())),
    );
    told.0
}

/// No filter, one with an outlet and a time, and each entity as a name and as a speaker.
fn filters(entities: &[EntitySummary]) -> Vec<SearchFilter> {
    let dated = SearchFilter {
        publisher: Some("The Globe".into()),
        date: Some("2021-03..".into()),
        ..SearchFilter::default()
    };
    let named = entities.iter().map(|entity| SearchFilter {
        entity: Some(entity.id.clone()),
        ..SearchFilter::default()
    });
    let quoted = entities.iter().map(|entity| SearchFilter {
        speaker: Some(entity.id.clone()),
        ..SearchFilter::default()
    });
    let first = [SearchFilter::default(), dated];
    first.into_iter().chain(named).chain(quoted).collect()
}

/// An answer about existing articles.
fn here<T>(answer: Result<T, ReadError>) -> T {
    answer.expect("nothing is asked of what is not there")
}

struct Answers(Vec<(String, String)>);

impl Answers {
    fn add(
        &mut self,
        name: &str,
        asked: &(impl std::fmt::Debug + ?Sized),
        answer: &impl Serialize,
    ) {
        let answer = serde_json::to_string(answer).expect("a shape is JSON");
        self.0.push((format!("{name}({asked:?})"), answer));
    }
}
