//! What does a reporting word do? A cue is a record: a form of the word with what it takes and means.

use crate::language::Form;
use crate::quote::telling::Sense;

/// What a reporting word reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueClass {
    /// Clauses and words in marks: say, warn, deny.
    Speech,
    /// Only words in marks: criticise, call, describe as.
    Judgement,
    /// Thought: believe, hope. Speech only where words stand in marks.
    Belief,
}

/// A form of a reporting word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What it reports.
    pub class: CueClass,
    /// What it means.
    pub sense: Sense,
    /// Which form of its verb it is; nouns are [`Form::Base`].
    pub form: Form,
    /// Its object is who hears it: tell, warn.
    pub addressee: bool,
    /// It cannot do without one: tell, inform.
    pub hearer: bool,
    /// Its plain and -s forms are nouns too: claim, report.
    pub noun: bool,
    /// A noun phrase can be what it reports: deny, stipulate.
    pub object: bool,
    /// A clause needs "that": describe, agree.
    pub that: bool,
    /// It reports nothing without marks: speak, continue.
    pub marks: bool,
    /// It reports what is to be done: ask, pledge.
    pub infinitive: bool,
    /// It reports what its object is said to have done: accuse.
    pub accusing: bool,
    /// Its content may be a deed in -ing: deny, admit.
    pub gerund: bool,
    /// Its past is its plain form: read.
    pub invariant: bool,
    /// What follows it is a clause, never a thing: say, argue.
    pub clausal: bool,
    /// It gives its object a name: call, describe.
    pub naming: bool,
}
