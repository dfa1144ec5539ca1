//! What can a word of the lexicon indicate? The classes of `lexicon.tsv`, one bit each.

/// A class of words in `lexicon.tsv`; the head of that file describes each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Class {
    Title,
    Role,
    Verb,
    Speech,
    Organisation,
    OrganisationOf,
    Place,
    PlaceFirst,
    Event,
    Document,
    DocumentOf,
    Publication,
    Particle,
    Calendar,
    PlaceCue,
    Capital,
    Company,
    CompanyCue,
    Compass,
    Creed,
    Direction,
    EventFirst,
    Modifier,
    NoName,
    Office,
    OfficeBody,
    DocumentNoun,
    Study,
    AliasAdverb,
    PartCue,
    Relation,
    Dealing,
    Possession,
    ClauseOpener,
    AfterName,
    Kin,
    CompoundEnd,
    Abbreviation,
    NameLead,
    Male,
    Female,
}

impl Class {
    /// The class of a name in the list; `None` if there is no such class.
    pub fn read(name: &str) -> Option<Class> {
        Some(match name {
            "title" => Class::Title,
            "role" => Class::Role,
            "verb" => Class::Verb,
            "speech" => Class::Speech,
            "organisation" => Class::Organisation,
            "organisation-of" => Class::OrganisationOf,
            "place" => Class::Place,
            "place-first" => Class::PlaceFirst,
            "event" => Class::Event,
            "document" => Class::Document,
            "document-of" => Class::DocumentOf,
            "publication" => Class::Publication,
            "particle" => Class::Particle,
            "calendar" => Class::Calendar,
            "place-cue" => Class::PlaceCue,
            "capital" => Class::Capital,
            "company" => Class::Company,
            "company-cue" => Class::CompanyCue,
            "compass" => Class::Compass,
            "creed" => Class::Creed,
            "office-body" => Class::OfficeBody,
            "direction" => Class::Direction,
            "event-first" => Class::EventFirst,
            "modifier" => Class::Modifier,
            "no-name" => Class::NoName,
            "office" => Class::Office,
            "document-noun" => Class::DocumentNoun,
            "study" => Class::Study,
            "alias-adverb" => Class::AliasAdverb,
            "part-cue" => Class::PartCue,
            "relation" => Class::Relation,
            "dealing" => Class::Dealing,
            "possession" => Class::Possession,
            "clause-opener" => Class::ClauseOpener,
            "after-name" => Class::AfterName,
            "kin" => Class::Kin,
            "compound-end" => Class::CompoundEnd,
            "abbreviation" => Class::Abbreviation,
            "name-lead" => Class::NameLead,
            "male" => Class::Male,
            "female" => Class::Female,
            _ => return None,
        })
    }

    /// Its bit in a set of classes.
    pub fn bit(self) -> u64 {
        1 << (self as u32)
    }
}
