//! What was found in the articles of a saved corpus? A writer and a reader of the section `found`:
//! for each article its mentions, quotations and dates, in Postcard.

use super::content::Content;
use super::fit::{follow, is_date};
use crate::corpus::article::{ArticleState, Found};
use crate::corpus::timeline::Dated;
use crate::document::Document;
use crate::entity::Mention;
use crate::quote::Quotation;

type Row = (Vec<Mention>, Vec<Quotation>, Vec<Dated>);

/// The bytes of the section.
///
/// # Errors
/// Never: all values can be written.
pub fn write(corpus: &Content) -> Result<Vec<u8>, postcard::Error> {
    let rows = corpus.mentions.iter().zip(corpus.quotations);
    let rows: Vec<_> = rows
        .zip(corpus.dates)
        .map(|((mentions, quotations), dates)| (mentions, quotations, dates))
        .collect();
    postcard::to_allocvec(&rows)
}

/// Gives the articles what was found in them. Where that does not fit an article, it is left out.
pub fn read(section: &[u8], articles: &mut [ArticleState]) {
    let Ok(rows) = postcard::from_bytes::<Vec<Row>>(section) else {
        return;
    };
    for (article, (mentions, quotations, dates)) in articles.iter_mut().zip(rows) {
        let found = Found {
            mentions,
            quotations,
            dates,
        };
        article.found = Some(found).filter(|found| is_sound(found, &article.document));
    }
}

fn is_sound(found: &Found, document: &Document) -> bool {
    let text = &document.text;
    let mentions = &found.mentions;
    let is_quotation = |quotation: &Quotation| {
        let speaker = quotation.speaker.as_ref();
        let telling = &quotation.telling;
        let beside = [
            quotation.cue,
            speaker.and_then(|speaker| speaker.span),
            telling.addressee,
            telling.medium,
            telling.time,
        ];
        !quotation.spans.is_empty()
            && follow(quotation.spans.iter().copied(), text)
            && beside.into_iter().flatten().all(|span| span.fits(text))
            && speaker.is_none_or(|speaker| {
                let is_there = |&mention: &u32| (mention as usize) < mentions.len();
                speaker.confidence.is_finite() && speaker.mention.as_ref().is_none_or(is_there)
            })
    };
    let is_empty = mentions.is_empty() && found.quotations.is_empty() && found.dates.is_empty();
    // Whatever is found stands in a block.
    (is_empty || !document.blocks.is_empty())
        && follow(mentions.iter().map(|mention| mention.span), text)
        && mentions
            .iter()
            .all(|mention| mention.confidence.is_finite())
        && found.quotations.iter().all(is_quotation)
        && found.dates.iter().all(|dated| is_date(dated, document, 0))
}
