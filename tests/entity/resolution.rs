//! Which given mentions name the same entity? Tables of small texts with marked names.
//!
//! A name is marked as `{P Ana Paz}`: person, organisation, place (`L`) or nationality (`N`).

use corpus_explorer::document::Document;
use corpus_explorer::entity::{Mention, MentionKind, resolve};
use corpus_explorer::text::Span;

/// A document of a text without its marks, and the mentions they denote.
fn marked(text: &str) -> (Document, Vec<Mention>) {
    let (mut plain, mut mentions) = (String::new(), Vec::new());
    for (i, part) in text.split(['{', '}']).enumerate() {
        if i % 2 == 0 {
            plain.push_str(part);
            continue;
        }
        let (kind, name) = part.split_once(' ').unwrap();
        let kind = match kind {
            "P" => MentionKind::Person,
            "O" => MentionKind::Organisation,
            "L" => MentionKind::Place,
            _ => MentionKind::Nationality,
        };
        let span = Span::new(plain.len(), plain.len() + name.len());
        plain.push_str(name);
        mentions.push(Mention {
            span,
            kind,
            confidence: 1.0,
        });
    }
    (Document::from_text("a", &plain), mentions)
}

/// Checks the entities of documents: the words of their mentions in corpus order, with "|" between
/// documents; entities are ordered by first mention.
fn check(texts: &[&str], expected: &[&str]) {
    let (documents, mentions): (Vec<_>, Vec<_>) = texts.iter().map(|text| marked(text)).unzip();
    let resolution = resolve(&documents, &mentions);
    let mut lines: Vec<_> = resolution
        .entities
        .iter()
        .map(|entity| {
            let mut line = String::new();
            let mut last = None;
            for (d, m) in &entity.mentions {
                let (d, m) = (d.0 as usize, *m as usize);
                let link = match last {
                    None => "",
                    Some(l) if l == d => ", ",
                    Some(_) => " | ",
                };
                last = Some(d);
                line += link;
                line += documents[d].slice(mentions[d][m].span);
            }
            (entity.mentions[0], line)
        })
        .collect();
    lines.sort();
    let lines: Vec<_> = lines.into_iter().map(|(_, line)| line).collect();
    assert_eq!(lines, expected, "{texts:?}");
}

#[test]
fn parts_of_a_name() {
    check(
        &["{P Zachary Paz}, {P Zach Paz}, {P Z. Paz}, {P President Paz}, {P Zachary}"],
        &["Zachary Paz, Zach Paz, Z. Paz, President Paz, Zachary"],
    );
    check(
        &[
            "{P Ana Luisa Paz}",
            "{P Ana Paz}",
            "{P Ana L. Paz OBE} left, {P Paz} said",
        ],
        &["Ana Luisa Paz | Ana Paz | Ana L. Paz OBE, Paz"],
    );
    check(
        &[
            "{P Kim Dae Ho}",
            "{P Kim Dae-ho}, {P KIM DAE HO}",
            "{P Kim Daeho}",
        ],
        &["Kim Dae Ho | Kim Dae-ho, KIM DAE HO | Kim Daeho"],
    );
    check(
        &[
            "{P Andriy Lyutenskyi}",
            "{P Andrii Lyutensky}, {P Lyutenskiy}",
        ],
        &["Andriy Lyutenskyi | Andrii Lyutensky, Lyutenskiy"],
    );
    check(
        &["{P Omar al-Amin}, {P al-Amin}, {P Amin}, {P Ida van Berg}, {P van Berg}"],
        &["Omar al-Amin, al-Amin, Amin", "Ida van Berg, van Berg"],
    );
}

#[test]
fn people_of_one_surname() {
    check(
        &[
            "{P Hugo A. Paz}, {P Hugo B. Paz}",
            "{P Hugo B. Paz}, {P Hugo Paz}, {P Paz}",
        ],
        &["Hugo A. Paz", "Hugo B. Paz | Hugo B. Paz, Hugo Paz, Paz"],
    );
    check(
        &["Mr. {P Hugo Paz} met Mrs. {P Ana Paz}. Mr. {P Paz} left. Ms. {P Paz} stayed."],
        &["Hugo Paz, Paz", "Ana Paz, Paz"],
    );
    check(
        &["{P Hugo Paz} said. {P Hugo} left. {P Ana Paz} spoke. {P Hugo} ate. {P Paz} won."],
        &["Hugo Paz, Hugo, Hugo, Paz", "Ana Paz"],
    );
    check(
        &[
            "{P Ida Berg, Ana Paz and Hugo Diaz} met.",
            "{P Hugo Diaz}, {P Paz}",
        ],
        &["Ida Berg, Ana Paz and Hugo Diaz", "Hugo Diaz", "Paz"],
    );
    check(
        &["{P Ana Paz}, {P Paz}", "{P Hugo Paz}, {P Paz}", "{P Paz}"],
        &["Ana Paz, Paz", "Hugo Paz, Paz", "Paz"],
    );
}

#[test]
fn short_names_of_organisations() {
    check(
        &[
            "The {O Nordic Fishery Council} ({O NFC}) met. {O NFC} left.",
            "{O NFC}",
        ],
        &["Nordic Fishery Council, NFC, NFC | NFC"],
    );
    check(
        &["{O ACPond} ({O Assembly for Clean Ponds}), {O ACPond}"],
        &["ACPond, Assembly for Clean Ponds, ACPond"],
    );
    check(
        &["The {O Church of Halden} and the {O Harbour Union}. The {O Church}, the {O Union}."],
        &["Church of Halden, Church", "Harbour Union, Union"],
    );
    check(
        &["The {O Union} met.", "The {O Harbour Union} met."],
        &["Union", "Harbour Union"],
    );
    check(
        &[
            "{O Halden University}, {O Halden}, {O Halden University in Bergen}",
            "{O Halden}",
        ],
        &["Halden University, Halden, Halden University in Bergen | Halden"],
    );
    check(
        &["{O Bank of Chile}, {O Chile}, {O Oxford University}, {O Oxford}"],
        &["Bank of Chile", "Chile", "Oxford University, Oxford"],
    );
    check(
        &[
            "{O Supreme Court of Peru}, {O Supreme Court}, {O Court}",
            "{O Supreme Court}",
        ],
        &[
            "Supreme Court of Peru, Supreme Court, Court",
            "Supreme Court",
        ],
    );
}

#[test]
fn places() {
    check(
        &["{L Lima, Peru}, {L Lima}, {N Peruvian}, {L the U.S.}, {L America}, {N American}"],
        &[
            "Lima, Peru, Lima",
            "Peruvian",
            "the U.S., America, American",
        ],
    );
    check(
        &[
            "{L North Korea}: the {L North}, the {O DPRK}",
            "The {L North} of {L Peru}",
        ],
        &["North Korea, North, DPRK", "North", "Peru"],
    );
    check(
        &[
            "{L Halden Islands}, the {L Haldens}, {L St Olaf}, {L Saint Petersburg}, {L St Petersburg}",
        ],
        &[
            "Halden Islands, Haldens",
            "St Olaf",
            "Saint Petersburg, St Petersburg",
        ],
    );
    check(
        &["{O Peru} beat {O Chile}.", "In {L Peru}"],
        &["Peru", "Chile", "Peru"],
    );
}

#[test]
fn names_that_a_text_states() {
    check(
        &["{P Hugo Paz}, known as {P Rio Sol}, sang. {P Sol} left, {P Paz} too."],
        &["Hugo Paz, Rio Sol, Sol, Paz"],
    );
    check(
        &[
            "{P Ida Berg}, better known as “{P Lala Moon}”, sang.",
            "{P Lala Moon} won.",
        ],
        &["Ida Berg, Lala Moon | Lala Moon"],
    );
    check(
        &["{P Ida Berg} (also known as {P Lala}) sang. {P Lala} left."],
        &["Ida Berg, Lala, Lala"],
    );
    check(
        &[
            "{P Hugo Paz}, nicknamed “{P Bola}”, ran. {P Bola} fell.",
            "{P Bola} ran.",
        ],
        &["Hugo Paz, Bola, Bola", "Bola"],
    );
    check(
        &["{P Hugo Paz} alias {P Rio Sol} was held. {P Ana Diaz} a.k.a. {P Luna Mar} fled."],
        &["Hugo Paz, Rio Sol", "Ana Diaz, Luna Mar"],
    );
    check(
        &["{P Lala}, born {P Ida Berg}, sang. {P Berg} left."],
        &["Lala, Ida Berg, Berg"],
    );
    check(
        &["{P Ida Berg} (née {P Lund}) spoke. {P Ida Berg} was born {P Ida Lund}."],
        &["Ida Berg, Lund, Ida Berg, Ida Lund"],
    );
    check(
        &["{P Ida Berg}, the young singer known as {P Lala Moon}, won."],
        &["Ida Berg, Lala Moon"],
    );
    check(
        &["{P Ida Berg}, who goes by the name {P Lala Moon}, won."],
        &["Ida Berg, Lala Moon"],
    );
}

#[test]
fn former_names() {
    check(
        &[
            "{O Harbour Bank} (formerly {O Nordic Savings}) closed.",
            "{O Nordic Savings} lent much.",
        ],
        &["Harbour Bank, Nordic Savings | Nordic Savings"],
    );
    check(
        &["{O Halden Works}, formerly known as {O Fjord Steel}, closed. {O Fjord Steel} was old."],
        &["Halden Works, Fjord Steel, Fjord Steel"],
    );
    check(
        &["{L Newhaven Bay}, previously {L Port Ida}, grew."],
        &["Newhaven Bay, Port Ida"],
    );
    check(
        &["The {O Nordic Fishery Council}, or {O Norfish} for short, met. {O Norfish} left."],
        &["Nordic Fishery Council, Norfish, Norfish"],
    );
    check(
        &["{L Halden Bay}, also called {L Old Port}, froze."],
        &["Halden Bay, Old Port"],
    );
}

#[test]
fn names_beside_each_other_that_stay_apart() {
    check(
        &["{P Hugo Paz}, or {P Ana Diaz}, will win. {P Hugo Paz} called {P Ida Lund}."],
        &["Hugo Paz, Hugo Paz", "Ana Diaz", "Ida Lund"],
    );
    check(
        &["{P Hugo Paz}, formerly {P Ana Diaz}’s driver, spoke."],
        &["Hugo Paz", "Ana Diaz"],
    );
    check(
        &["{P Hugo Paz}, known as a friend of {P Ana Diaz}, spoke."],
        &["Hugo Paz", "Ana Diaz"],
    );
    check(
        &["{P Hugo Paz} nicknamed {P Ana Diaz} the fox. {P Ida Lund} born {P Erik Lund}"],
        &["Hugo Paz", "Ana Diaz", "Ida Lund", "Erik Lund"],
    );
    check(
        &["{O Harbour Bank}, formerly of {O Nordic Savings}. {O Halden Works}, or {O Fjord Steel}"],
        &[
            "Harbour Bank",
            "Nordic Savings",
            "Halden Works",
            "Fjord Steel",
        ],
    );
    check(
        &["{P Hugo Paz}, born in {L Halden}, also known as {L Old Port}."],
        &["Hugo Paz", "Halden", "Old Port"],
    );
    // Her birth name is also another person’s name.
    check(
        &["{P Hugo Paz} met {P Ida Berg}, born {P Paz}. {P Paz} spoke."],
        &["Hugo Paz, Paz", "Ida Berg, Paz"],
    );
    // If two texts contradict each other, the alias is a separate entity elsewhere.
    check(
        &[
            "{P Hugo Paz}, known as {P Rio Sol}, sang.",
            "{P Erik Lund}, known as {P Rio Sol}, sang.",
            "{P Rio Sol} sang.",
        ],
        &["Hugo Paz, Rio Sol", "Erik Lund, Rio Sol", "Rio Sol"],
    );
    check(
        &["{L Halden} is known as {L England} 's garden, as the {L Venice} of the north."],
        &["Halden", "England", "Venice"],
    );
    check(
        &["{L Halden}, also known as {L Venice}, {L Ida Bay}, known as the {L Paris} of the sea"],
        &["Halden", "Venice", "Ida Bay", "Paris"],
    );
    check(
        &[
            "The part of {L London} known as {L Ida Bay}; a wing of the {O Harbour Party}, known as {O Red Bloc}.",
        ],
        &["London", "Ida Bay", "Harbour Party", "Red Bloc"],
    );
    check(
        &[
            "The {O Harbour Party} known as {O Red Bloc}. The son of {P Hugo Paz}, known as {P Chino}, left.",
        ],
        &["Harbour Party", "Red Bloc", "Hugo Paz", "Chino"],
    );
    check(
        &[
            "{P Ana Diaz} and {P Hugo Paz}, known as {P Chino Sol}, left. {P Ana Diaz} (also known as {P Luna})",
        ],
        &["Ana Diaz, Ana Diaz, Luna", "Hugo Paz", "Chino Sol"],
    );
    check(
        &["{L Kyiv}, also known as {L Moscow}."],
        &["Kyiv", "Moscow"],
    );
}

#[test]
fn short_forms_of_given_names() {
    check(
        &[
            "{P William Paz} spoke. {P Bill Paz} left. {P Bill} ate.",
            "{P Bill Paz}",
        ],
        &["William Paz, Bill Paz, Bill | Bill Paz"],
    );
    check(
        &["{P Joseph R. Lund}, {P Joe Lund}, {P Lund}"],
        &["Joseph R. Lund, Joe Lund, Lund"],
    );
    check(
        &["{P Robert Paz} and {P Richard Paz}: {P Bob Paz}, {P Dick Paz}"],
        &["Robert Paz, Bob Paz", "Richard Paz, Dick Paz"],
    );
    check(
        &["{P Elizabeth Berg} spoke. {P Liz} left."],
        &["Elizabeth Berg, Liz"],
    );
    // No text says that these are the same person.
    check(
        &["{P Michael Paz} ran.", "{P Mike Paz} voted."],
        &["Michael Paz", "Mike Paz"],
    );
    check(
        &["{P Alexander Paz}, {P Alexandra Paz}, {P Sasha Paz}"],
        &["Alexander Paz", "Alexandra Paz", "Sasha Paz"],
    );
    check(
        &["Mr. {P Alexander Paz} met Ms. {P Sandy Paz}."],
        &["Alexander Paz", "Sandy Paz"],
    );
    check(
        &["{P William H. Paz}, {P Bill J. Paz}, {P Robert Diaz}, {P Bill Diaz}"],
        &["William H. Paz", "Bill J. Paz", "Robert Diaz", "Bill Diaz"],
    );
}

#[test]
fn families() {
    check(
        &["{P Hugo Lund} and {P Ida Lund} live here. The {P Lunds} left, the {P Lund} family too."],
        &["Hugo Lund", "Ida Lund", "Lunds, Lund"],
    );
    check(
        &["{P Hugo Lund} spoke. The {P Lunds} left. {P Lund} stayed."],
        &["Hugo Lund, Lund", "Lunds"],
    );
    check(
        &[
            "{P Hugo Fox} spoke of both {P Foxes}.",
            "The {P Fox} brothers",
        ],
        &["Hugo Fox", "Foxes | Fox"],
    );
    // A surname that looks like a plural.
    check(
        &["{P Ida Hughes} met the {P Hughes} of old."],
        &["Ida Hughes, Hughes"],
    );
    check(
        &["{P Ida Berg} and the {P Stones}."],
        &["Ida Berg", "Stones"],
    );
}
