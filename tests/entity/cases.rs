//! Are names found with the right kind? Cases of invented sentences, with names in brackets after a
//! letter for their kind: `p` person, `o` organisation, `l` place, `n` nationality, `d` document,
//! `e` event, `u` publication, `w` work.

use corpus_explorer::document::Document;
use corpus_explorer::entity::{MentionKind, mentions};

fn letter(kind: MentionKind) -> char {
    match kind {
        MentionKind::Person => 'p',
        MentionKind::Organisation => 'o',
        MentionKind::Place => 'l',
        MentionKind::Nationality => 'n',
        MentionKind::Document => 'd',
        MentionKind::Event => 'e',
        MentionKind::Publication => 'u',
        MentionKind::Work => 'w',
    }
}

fn check(marked: &str) {
    let mut text = String::new();
    let mut chars = marked.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' => {}
            _ if chars.peek() == Some(&'{')
                && "polndeu".contains(c)
                && !text.ends_with(char::is_alphanumeric) => {}
            _ => text.push(c),
        }
    }
    let document = Document::from_text("a", &text);
    let mut found = text.clone();
    for mention in mentions(&document).iter().rev() {
        found.insert(mention.span.end as usize, '}');
        found.insert_str(
            mention.span.start as usize,
            &format!("{}{{", letter(mention.kind)),
        );
    }
    assert_eq!(found, marked);
}

#[test]
fn people() {
    check("n{Norwegian} Prime Minister p{Ida Berg} met Gen. p{Tomas Hale} on Friday.");
    check("“It is late,” said p{Quill}, a historian at the o{Halden Institute}.");
    check("p{Marta Weiss} left. Later p{Weiss} said that p{Weiss}’s work was done.");
    check("p{Park Min-jun} and p{Anne-Marie Duval} spoke with p{Ursula van der Meer}.");
    check("National Security Adviser p{Ida Berg} met p{Moon Ki-song} and a p{Moon}-led party.");
    check("He met p{Choi Dong [Wook]}, who smiled.");
    check("n{Peruvian} leader p{Hugo Paz} thanked President p{Jordan}.");
    check("p{John F. Carrow}, 54, was found near l{Leeds}.");
}

#[test]
fn places() {
    check("l{LIMA}, l{Peru} — The port closed.");
    check("l{Chile}-l{North Korea} trade and n{South Korean}-led talks in l{East Asia}.");
    check("They sailed from the l{Gulf of Tonkin} to l{Lake Victoria} and the l{Ebro River}.");
    check("In the l{Democratic Republic of the Congo}, not the l{Republic of the Congo}.");
    check("The l{U.S.} and the l{US} told us so; l{Turkey} buys turkey.");
    check("The leaders of the l{West} met west of l{Oslo}; so did the l{West Bank}.");
}

#[test]
fn organisations() {
    check(
        "The o{University of Bergen} and o{Kyoto Technical University} joined the o{Ministry of Trade, Industry and Energy}.",
    );
    check("The o{Harbour Workers’ Union} sued o{Brightwater Holdings}.");
    check("The o{Nordic Fishery Council} (o{NFC}) met. Then the o{NFC} voted.");
    check("The o{Security Council} and o{Nato} heard the o{IAEA}.");
    check("The o{Food and Forestry Organization} was told.");
    check("The o{Workers’ Party of Denmark} lost.");
}

#[test]
fn papers_and_events() {
    check("d{Article 12} of the d{Treaty on Open Harbours} and the d{1922 naval pact} ended.");
    check("The d{UN Charter} and d{Resolution 1540} forbid it.");
    check("The e{Boer War} and e{Hurricane Ida} came before e{World War II}.");
    check("It read the u{Bergen Times} and the u{Asahi Shimbun}.");
    check("They called it a “d{joint coastal partnership}” and a “final insult”.");
}

#[test]
fn what_is_no_name() {
    for plain in [
        "The ministers met on Monday. Blatantly ignoring it, they left.",
        "Arms were sold. In March, however, nobody came.",
        "Relations grew. “Why not?” he asked.",
        "Muslims and Christians prayed.",
        "",
    ] {
        check(plain);
    }
    check("New Pact Between l{Chile} And l{Peru} Shows Blatant Disregard For Order");
}
