//! How does a reporting word behave? A cue: a record of one form of the word, with its complements
//! and sense.

use crate::language::Form;
use crate::quote::telling::Sense;

/// What kind of content a reporting word takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueClass {
    /// Clauses and quoted words: say, warn, deny.
    Speech,
    /// Only quoted words: criticise, call, describe as.
    Judgement,
    /// Thought: believe, hope. Speech only if words are quoted.
    Belief,
}

/// A form of a reporting word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// The kind of content it reports.
    pub class: CueClass,
    /// Its meaning.
    pub sense: Sense,
    /// The form of its verb; [`Form::Base`] for nouns.
    pub form: Form,
    /// Its object is the addressee: tell, warn.
    pub addressee: bool,
    /// It requires an addressee: tell, inform.
    pub hearer: bool,
    /// Its base and -s forms are also nouns: claim, report.
    pub noun: bool,
    /// Its content may be a noun phrase: deny, stipulate.
    pub object: bool,
    /// Its clause requires "that": describe, agree.
    pub that: bool,
    /// It reports only quoted words: speak, continue.
    pub marks: bool,
    /// It reports what is to be done: ask, pledge.
    pub infinitive: bool,
    /// It reports what its object is accused of: accuse.
    pub accusing: bool,
    /// Its content may be a deed in -ing: deny, admit.
    pub gerund: bool,
    /// Its past form equals its base form: read.
    pub invariant: bool,
    /// Its content is always a clause, never a noun phrase: say, argue.
    pub clausal: bool,
    /// It gives its object a name: call, describe.
    pub naming: bool,
}
