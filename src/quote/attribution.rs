//! Who reports what in a sentence? Frames: a cue, its subject, and the items it may report.
//!
//! Rules are tried in order for each cue and name themselves in the frame they make; their
//! confidence is the share of right speakers that was measured for them on news.

use std::ops::Range;

use super::clause::{Start, content_end, content_start, is_clause, trimmed_end};
use super::cue::{Cue, CueClass};
use super::phrase::{Phrase, Relation, core_after, is_adverb, is_finite, phrase_after, subject_before};
use super::sentence::Sentence;
use crate::language::{Class, Form};

/// The rules that attribute, most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// "according to Kim"
    AccordingTo,
    /// "as Kim said"
    AsClause,
    /// "“…,” said Kim"
    Inverted,
    /// "Kim said"
    SubjectBefore,
    /// "Kim, a teacher in Seoul, said"
    Apposition,
    /// "he said"
    PronounSubject,
    /// "Kim, who said"
    RelativeClause,
    /// "was told by Kim", "was quoted as saying"
    Passive,
    /// "Kim came and said"
    CoordinatedVerb,
    /// "…, adding that"
    Participle,
    /// "Kim’s claim that"
    NominalCue,
    /// "Kim stated:" and the quotation in the next block
    Announced,
    /// A quotation by itself after an attributed one in its paragraph.
    Continued,
    /// A paragraph that opens with a quotation after an attributed one.
    ContinuedParagraph,
}

impl Rule {
    /// Its name, in kebab case.
    pub fn name(self) -> &'static str {
        match self {
            Self::AccordingTo => "according-to",
            Self::AsClause => "as-clause",
            Self::Inverted => "inverted",
            Self::SubjectBefore => "subject-before",
            Self::Apposition => "apposition",
            Self::PronounSubject => "pronoun-subject",
            Self::RelativeClause => "relative-clause",
            Self::Passive => "passive",
            Self::CoordinatedVerb => "coordinated-verb",
            Self::Participle => "participle",
            Self::NominalCue => "nominal-cue",
            Self::Announced => "announced",
            Self::Continued => "continued",
            Self::ContinuedParagraph => "continued-paragraph",
        }
    }

    /// How often its speaker is right, 0 to 1.
    pub fn confidence(self) -> f64 {
        match self {
            Self::AccordingTo | Self::Inverted | Self::SubjectBefore => 0.95,
            Self::Apposition | Self::AsClause | Self::PronounSubject => 0.9,
            Self::RelativeClause | Self::Passive | Self::CoordinatedVerb | Self::Announced => 0.85,
            Self::Participle | Self::NominalCue | Self::Continued => 0.8,
            Self::ContinuedParagraph => 0.7,
        }
    }
}

/// A cue with its subject and what it may report.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The rule that made it.
    pub rule: Rule,
    /// The items of the cue.
    pub cue: Range<usize>,
    /// Whose words they are; `None` when the sentence does not tell.
    pub speaker: Option<Phrase>,
    /// Items that may hold content, in order, without the attribution.
    pub content: Vec<Range<usize>>,
    /// Whether content without marks counts.
    pub indirect: bool,
    /// The first item of the frame.
    pub lead: usize,
    /// Whether the content stands after the cue.
    pub after: bool,
}

/// The frames of a sentence, in the order of their cues.
pub fn frames(s: &Sentence) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for i in 0..s.items.len() {
        let frame = if s.is(i, "according") && s.is(i + 1, "to") {
            according_to(s, i)
        } else if let Some(cue) = s.items[i].cue {
            verb_frame(s, i, &cue, frames.last())
        } else {
            nominal_frame(s, i)
        };
        frames.extend(frame);
    }
    let leads: Vec<usize> = frames.iter().map(|f| joint(s, f.lead)).collect();
    for (n, frame) in frames.iter_mut().enumerate() {
        if frame.after {
            bound(s, frame, &leads[n + 1..]);
        }
    }
    frames
}

/// The comma or conjunction that joins what starts at `lead` to what stands before.
fn joint(s: &Sentence, lead: usize) -> usize {
    let mut joint = lead;
    while joint > 0 && (s.is_mark(joint - 1, &[',', ';']) || s.class(joint - 1).any(Class::CONJUNCTION) || s.is(joint - 1, "while") || s.is(joint - 1, "as") || is_adverb(s, joint - 1)) {
        joint -= 1;
    }
    joint
}

/// Ends the content after a cue where the next frame starts.
fn bound(s: &Sentence, frame: &mut Frame, leads: &[usize]) {
    if let Some(last) = frame.content.last_mut() {
        let start = Start::Clause(last.start);
        let end = content_end(s, start, leads).min(last.end);
        last.end = trimmed_end(s, last.start, end.max(last.start));
    }
    frame.content.retain(|c| !c.is_empty());
}

/// "According to Kim, …", "…, according to Kim.", "which, according to Kim, …"
fn according_to(s: &Sentence, i: usize) -> Option<Frame> {
    let mut speaker = source_after(s, i + 2)?;
    if matches!(s.slice(speaker.head), "plan" | "plans" | "schedule" | "size" | "age" | "need" | "needs" | "taste" | "type" | "rules" | "height") {
        return None;
    }
    let mut end = speaker.items.end;
    // A name in apposition: "according to the coach, Lee Min,"
    if s.is_mark(end, &[',']) && i + 2 < end && !s.items[speaker.head].capital {
        let name = (end + 1..s.items.len()).take(4).take_while(|&k| s.items[k].capital).count();
        if name > 1 && s.is_mark(end + 1 + name, &[',', '.']) {
            speaker.head = end + name;
            end += 1 + name;
            speaker.items.end = end;
        }
    }
    let close = past_description(s, end);
    let before = trimmed_end(s, 0, i);
    let rest = if s.is_mark(close, &[',']) { close + 1 } else { close };
    let after = rest..trimmed_end(s, rest, s.items.len());
    let opens = before == 0 || !is_clause(s, 0..before) && !has_quote(s, 0..before);
    let inside = before > 0 && s.class(before - 1).any(Class::RELATIVE.or(Class::SUBORDINATOR).or(Class::CONJUNCTION)) || before > 0 && s.is(before - 1, "that");
    let content = if opens || inside { after.clone() } else { 0..before };
    (!content.is_empty()).then(|| Frame {
        rule: Rule::AccordingTo,
        cue: i..i + 2,
        speaker: Some(speaker),
        after: content == after,
        content: vec![content],
        indirect: true,
        lead: i,
    })
}

/// The source after "according to"; where its noun is lost ("a published Thursday by the agency"),
/// who made it.
fn source_after(s: &Sentence, at: usize) -> Option<Phrase> {
    let phrase = phrase_after(s, at)?;
    let lost = s.slice(phrase.head).ends_with("ed") && !s.items[phrase.head].capital && phrase.items.len() == 2;
    if !lost {
        return Some(phrase);
    }
    let by = (phrase.items.end..(phrase.items.end + 4).min(s.items.len())).find(|&k| s.is(k, "by"))?;
    phrase_after(s, by + 1)
}

/// The comma that closes a description after a name: ", editor of the Daily,"; else `end`.
fn past_description(s: &Sentence, end: usize) -> usize {
    if !s.is_mark(end, &[',']) {
        return end;
    }
    let first = end + 1;
    let describes = s.class(first).any(Class::RELATIVE.or(Class::TITLE).or(Class::ROLE)) || s.is(first, "a") || s.is(first, "an");
    let close = (first..(first + 25).min(s.items.len())).find(|&k| s.is_mark(k, &[',']));
    match close {
        Some(close) if describes && !(first..close).any(|k| is_finite(s, k) && !s.class(first).any(Class::RELATIVE)) => close,
        _ => end,
    }
}

fn has_quote(s: &Sentence, range: Range<usize>) -> bool {
    range.into_iter().any(|i| s.quote(i).is_some())
}

/// The frame of a reporting verb.
fn verb_frame(s: &Sentence, i: usize, cue: &Cue, previous: Option<&Frame>) -> Option<Frame> {
    if s.items[i].capital && i > 0 || cue.noun && is_noun_use(s, i) || is_modifier(s, i, cue) {
        return None;
    }
    if let Some(frame) = inverted(s, i, cue) {
        return Some(frame);
    }
    if is_passive(s, i, cue) {
        return passive(s, i, cue);
    }
    if cue.naming && matches!(cue.form, Form::Past | Form::Participle) && (s.quote(i + 1).is_some() || s.is(i + 1, "as")) {
        return None;
    }
    let (speaker, rule, lead) = subject(s, i, cue, previous)?;
    let modal = (i.saturating_sub(3)..i).any(|k| s.class(k).any(Class::MODAL) && !s.is(k, "will"));
    let start = content_start(s, i, cue);
    if rule != Rule::Participle && rule != Rule::CoordinatedVerb && stands_aside(s, lead, start) {
        return aside(s, i, cue, speaker, rule, lead);
    }
    let start = start?;
    if is_dependent(s, lead) && matches!(start, Start::Quote(q) if q > i + 2 && s.is_mark(q - 1, &[','])) {
        return None;
    }
    let question = s.class(start.item()).any(Class::QUESTION) && negated(s, i);
    let indirect = cue.class == CueClass::Speech && !cue.marks && !modal && !question && !matches!(start, Start::Quote(_))
        || cue.class == CueClass::Speech && matches!(start, Start::Quote(_));
    if !has_quote(s, start.item()..s.items.len()) && (!indirect || s.is(i.wrapping_sub(1), "to")) {
        return None;
    }
    let limit = if matches!(start, Start::Object(_)) { content_end(s, start, &[]) } else { s.items.len() };
    let content = start.item()..limit;
    Some(Frame { rule, cue: i..i + 1, speaker, content: vec![content], indirect, lead, after: true })
}

/// Whether "if", "when" or the like opens the clause at `lead`: it ends before a comma.
fn is_dependent(s: &Sentence, lead: usize) -> bool {
    lead > 0 && s.class(lead - 1).any(Class::SUBORDINATOR) && !s.is(lead - 1, "as") && !s.is(lead - 1, "that")
}

fn negated(s: &Sentence, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|k| s.class(k).any(Class::NEGATION))
}

/// "the report of", "in comments", "reports have": the noun, not the verb.
fn is_noun_use(s: &Sentence, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    let class = s.class(before);
    class.any(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PREPOSITION)) && !s.is(before, "to")
        || s.items[before].genitive
        || is_finite(s, i + 1)
        || s.is(i + 1, "of") || s.is(i + 1, "from") || s.is(i + 1, "by")
        || s.is_word(before) && s.class(before).any(Class::VERB)
}

/// "the alleged attack": a participle before its noun.
fn is_modifier(s: &Sentence, i: usize, cue: &Cue) -> bool {
    i > 0
        && matches!(cue.form, Form::Past | Form::Participle | Form::Gerund)
        && (s.class(i - 1).any(Class::DETERMINER.or(Class::POSSESSIVE)) || s.items[i - 1].genitive && cue.form != Form::Gerund)
        && !s.is(i - 1, "that") && !s.is(i - 1, "this") && !s.is(i - 1, "all") && !s.is(i - 1, "both")
}

/// A passive: a form of be before a past form.
fn is_passive(s: &Sentence, i: usize, cue: &Cue) -> bool {
    let mut k = i;
    while k > 0 && is_adverb(s, k - 1) {
        k -= 1;
    }
    matches!(cue.form, Form::Past | Form::Participle) && k > 0 && s.class(k - 1).any(Class::BE)
}

/// "was told by Kim that …", "was described by Kim as “…”", "Kim was quoted as saying …"
fn passive(s: &Sentence, i: usize, cue: &Cue) -> Option<Frame> {
    let by = (i + 1..(i + 12).min(s.items.len())).find(|&k| s.is(k, "by"));
    let speaker = by.and_then(|by| phrase_after(s, by + 1));
    let that = (i + 1..(i + 10).min(s.items.len())).find(|&k| s.is(k, "that") && !is_finite(s, k + 1));
    let quoted = (i + 1..s.items.len()).find(|&k| s.quote(k).is_some());
    let start = match (that, quoted) {
        (Some(that), _) if cue.class == CueClass::Speech => that + 1,
        (_, Some(quote)) if speaker.is_some() => quote,
        _ => return None,
    };
    Some(Frame {
        rule: Rule::Passive,
        cue: i..i + 1,
        speaker,
        content: vec![start..s.items.len()],
        indirect: cue.class == CueClass::Speech && that.is_some(),
        lead: i,
        after: true,
    })
}

/// Who the subject of a cue is, by which rule, and the first item of subject and cue.
fn subject(s: &Sentence, i: usize, cue: &Cue, previous: Option<&Frame>) -> Option<(Option<Phrase>, Rule, usize)> {
    let mut k = i;
    while k > 0 && (is_adverb(s, k - 1) || s.class(k - 1).any(Class::AUXILIARY.or(Class::NEGATION))) {
        k -= 1;
    }
    let auxiliary = (k..i).any(|j| s.class(j).any(Class::AUXILIARY));
    if s.is(i.wrapping_sub(1), "as") && cue.form == Form::Gerund {
        return quoted_as_saying(s, i);
    }
    if cue.form == Form::Gerund && !auxiliary {
        return Some((control(s, i, previous), Rule::Participle, k));
    }
    if k == 0 {
        return None;
    }
    if s.is(k - 1, "to") {
        let tied = k >= 2 && s.class(k - 2).any(Class::ADVERB.or(Class::PREPOSITION));
        return tied.then(|| (control(s, i, previous), Rule::CoordinatedVerb, k));
    }
    if s.class(k - 1).any(Class::CONJUNCTION) {
        return Some((control(s, i, previous), Rule::CoordinatedVerb, k));
    }
    let phrase = subject_before(s, i)?;
    let rule = match phrase.relation {
        Relation::Pronoun => Rule::PronounSubject,
        Relation::Apposition => Rule::Apposition,
        Relation::Relative => Rule::RelativeClause,
        Relation::Adjacent => Rule::SubjectBefore,
    };
    // A plain form is a verb only after a plural or a pronoun.
    let plural = phrase.relation == Relation::Pronoun || is_plural(s, &phrase);
    if cue.form == Form::Base && !auxiliary && !plural {
        return None;
    }
    let lead = phrase.items.start;
    Some((Some(phrase), rule, lead))
}

fn is_plural(s: &Sentence, phrase: &Phrase) -> bool {
    s.slice(phrase.head).ends_with('s')
        || phrase.items.clone().any(|k| s.is(k, "and"))
        || matches!(s.slice(phrase.head), "police" | "people" | "media" | "spokesmen" | "spokeswomen" | "spokespeople" | "men" | "women" | "parents" | "many" | "some" | "others" | "few" | "most" | "both")
        || s.items[phrase.head].capital
}

fn quoted_as_saying(s: &Sentence, i: usize) -> Option<(Option<Phrase>, Rule, usize)> {
    let verb = (i.saturating_sub(6)..i).rev().find(|&k| s.items[k].cue.is_some())?;
    let phrase = subject_before(s, verb)?;
    let lead = phrase.items.start;
    Some((Some(phrase), Rule::Passive, lead))
}

/// The subject that a participle or a second verb shares: that of the cue before, else that of the
/// sentence.
fn control(s: &Sentence, i: usize, previous: Option<&Frame>) -> Option<Phrase> {
    previous.filter(|f| f.rule != Rule::AccordingTo).and_then(|f| f.speaker.clone()).or_else(|| main_subject(s, i))
}

/// The subject of the sentence's main clause, when it stands before item `until`.
fn main_subject(s: &Sentence, until: usize) -> Option<Phrase> {
    let mut at = 0;
    for _ in 0..3 {
        while s.class(at).any(Class::CONJUNCTION) || is_adverb(s, at) || at > 0 && s.is_mark(at, &[',']) {
            at += 1;
        }
        let adverbial = s.class(at).any(Class::PREPOSITION.or(Class::SUBORDINATOR)) || s.slice(at).ends_with("ing");
        let phrase = if adverbial { None } else { phrase_after(s, at) };
        if let Some(phrase) = phrase.filter(|p| p.items.end <= until) {
            let mut verb = phrase.items.end;
            while is_adverb(s, verb) {
                verb += 1;
            }
            if is_finite(s, verb) || s.is_mark(verb, &[',']) || s.class(verb).any(Class::VERB) {
                return Some(phrase);
            }
        }
        at = (at..until).find(|&k| s.is_mark(k, &[',']))? + 1;
    }
    None
}

/// Whether subject and cue stand in the sentence as an aside or at its end, with nothing reported
/// directly after.
fn stands_aside(s: &Sentence, lead: usize, start: Option<Start>) -> bool {
    let Some(before) = lead.checked_sub(1) else { return false };
    let parted = s.quote(before).is_some() || s.is_mark(before, &[',', '—', '–', '(']) || s.is(before, "as");
    let quoted = s.quote(before).is_some() || before > 0 && s.quote(before - 1).is_some() && s.is_mark(before, &[',']);
    parted && (start.is_none() || quoted && matches!(start, Some(Start::Quote(_))))
}

/// "…, Kim said", "…, Kim said, …", "“…,” Kim told reporters, “…”", "as Kim said, …"
fn aside(s: &Sentence, i: usize, cue: &Cue, speaker: Option<Phrase>, rule: Rule, lead: usize) -> Option<Frame> {
    let as_clause = s.is(lead - 1, "as");
    let lead = if as_clause { lead - 1 } else { lead };
    let rule = if as_clause { Rule::AsClause } else { rule };
    around(s, i, cue, speaker, rule, lead..i + 1)
}

/// The content around an attribution that covers the items `hole`, up to the mark that ends it.
fn around(s: &Sentence, i: usize, cue: &Cue, speaker: Option<Phrase>, rule: Rule, hole: Range<usize>) -> Option<Frame> {
    let before = 0..trimmed_end(s, 0, hole.start);
    let close = (hole.end..s.items.len()).find(|&k| s.is_mark(k, &[',', ':', ';', '—', '–', ')']) || s.quote(k).is_some());
    let rest = close.map_or(s.items.len(), |c| if s.quote(c).is_some() { c } else { c + 1 });
    let after = rest..trimmed_end(s, rest, s.items.len());
    let speech = cue.class == CueClass::Speech && !cue.marks;
    let quoted = has_quote(s, before.clone()) || has_quote(s, after.clone());
    let mut content = Vec::new();
    if quoted && speech && !has_quote(s, before.clone()) && s.quote(after.start).is_none() && continues(s, &after) {
        // "Or, if it rains, Kim says, it will be “wet”": as if the cue came first.
        return Some(Frame { rule, cue: i..i + 1, speaker, content: vec![after], indirect: true, lead: hole.start, after: true });
    }
    if quoted {
        content.extend([before, after]);
    } else if speech && is_aside_boundary(s, &hole) {
        let continues = continues(s, &after);
        if !before.is_empty() && (!continues || !is_adverbial(s, &before)) && (continues || is_clause(s, before.clone())) {
            content.push(before);
        }
        if continues {
            content.push(after);
        }
    }
    content.retain(|c| !c.is_empty());
    (!content.is_empty()).then(|| Frame {
        rule,
        cue: i..i + 1,
        speaker,
        content,
        indirect: speech && !quoted,
        lead: hole.start,
        after: false,
    })
}

/// Whether what follows the attribution is a mark, the end, or a circumstance.
fn is_aside_boundary(s: &Sentence, hole: &Range<usize>) -> bool {
    let close = (hole.end..s.items.len()).find(|&k| s.items[k].kind == super::sentence::ItemKind::Mark).unwrap_or(s.items.len());
    close - hole.end <= 12 && !(hole.end..close).any(|k| is_finite(s, k))
}

/// Whether the reported clause goes on after the attribution.
fn continues(s: &Sentence, after: &Range<usize>) -> bool {
    let first = after.start;
    !after.is_empty()
        && !s.class(first).any(Class::CONJUNCTION.or(Class::RELATIVE).or(Class::SUBORDINATOR))
        && !s.items[first].cue.is_some_and(|c| c.form == Form::Gerund)
        && !s.slice(first).ends_with("ing")
        && !s.is(first, "according")
        && (is_clause(s, after.clone()) || is_finite(s, first))
}

/// Whether what stands before an aside only sets the scene: "Or, if it rains", "In Seoul".
fn is_adverbial(s: &Sentence, range: &Range<usize>) -> bool {
    let mut first = range.start;
    while s.class(first).any(Class::CONJUNCTION) || s.is_mark(first, &[',']) {
        first += 1;
    }
    s.class(first).any(Class::PREPOSITION.or(Class::SUBORDINATOR)) || is_adverb(s, first)
}

/// "“…,” says Kim", "…, said Kim"
fn inverted(s: &Sentence, i: usize, cue: &Cue) -> Option<Frame> {
    let before = i.checked_sub(1)?;
    if cue.form == Form::Gerund || cue.form == Form::Base {
        return None;
    }
    let quoted = s.quote(before).is_some() || before > 0 && s.quote(before - 1).is_some() && s.is_mark(before, &[',', '—', '–', '.']);
    if !quoted && !s.is_mark(before, &[',', '—', '–']) {
        return None;
    }
    let lost = s.is_mark(i + 1, &[',']) && s.class(i + 2).any(Class::DETERMINER);
    let speaker = phrase_after(s, if lost { i + 2 } else { i + 1 })?;
    let end = past_description(s, speaker.items.end);
    let stops = |k: usize| k >= s.items.len() || s.items[k].kind != super::sentence::ItemKind::Word || s.class(k).any(Class::TIME.or(Class::PREPOSITION)) || is_adverb(s, k)
        || s.class(k).any(Class::RELATIVE.or(Class::SUBORDINATOR).or(Class::CONJUNCTION)) || s.slice(k).ends_with("ing");
    if !stops(speaker.items.end) || !quoted && subject_before(s, i).is_some() {
        return None;
    }
    around(s, i, cue, Some(speaker), Rule::Inverted, i..end)
}

/// "Kim’s claim that …", "his insistence that …", "a statement that …"
fn nominal_frame(s: &Sentence, i: usize) -> Option<Frame> {
    let lower = super::sentence::folded(s.slice(i));
    if i == 0 || !super::cue::is_nominal(&lower) {
        return None;
    }
    let that = (s.is(i + 1, "that") && !is_finite(s, i + 2)).then_some(i + 1)?;
    let possessor = s.class(i - 1).any(Class::POSSESSIVE) || s.items[i - 1].genitive;
    if !possessor {
        return None;
    }
    let pronoun = s.class(i - 1).any(Class::POSSESSIVE);
    let start = if pronoun { i - 1 } else { core_start(s, i - 1) };
    let relation = if pronoun { Relation::Pronoun } else { Relation::Adjacent };
    Some(Frame {
        rule: Rule::NominalCue,
        cue: i..i + 1,
        speaker: Some(Phrase { items: start..i, head: i - 1, relation }),
        content: vec![that + 1..s.items.len()],
        indirect: true,
        lead: start,
        after: true,
    })
}

/// The start of a name in the genitive that ends at item `last`.
fn core_start(s: &Sentence, last: usize) -> usize {
    let mut start = last;
    while start > 0 && (s.items[start - 1].capital && !s.class(start - 1).any(Class::PREPOSITION) || s.class(start - 1).any(Class::DETERMINER)) {
        start -= 1;
    }
    debug_assert!(core_after(s, start).is_none_or(|end| end > start));
    start
}

/// Who a colon or a cue before item `at` gives the word to.
pub fn reporter(s: &Sentence, at: usize) -> Option<Phrase> {
    subject_before(s, at).or_else(|| main_subject(s, at))
}
