//! What was done to each article, counted.

use crate::api::shape::Field;

shapes! {
    /// A value of an article, and what it rests on: rule and text are null when it is given.
    ReportedValue { value: String, given: bool, rule: Option<String>, text: Option<String> }

    /// Something that states a value which the article does not have.
    DoubtedValue { field: Field, value: String, rule: String, text: String }

    /// How bytes became characters. `how`: mark, valid, declared, detected, fixed.
    EncodingView { name: String, how: String, confidence: f64, malformed: u32 }

    /// How often a rule repaired something.
    RuleCount { rule: String, count: u32 }

    /// How often something was removed for a reason.
    ReasonCount { reason: String, count: u32 }

    /// What was done to an article on its way in.
    ReportRow {
        id: String,
        file: Option<String>,
        /// Of its page, as given.
        address: Option<String>,
        format: String,
        encoding: Option<EncodingView>,
        title: Option<ReportedValue>,
        publisher: Option<ReportedValue>,
        author: Option<ReportedValue>,
        place: Option<ReportedValue>,
        published: Option<ReportedValue>,
        updated: Option<ReportedValue>,
        kind: Option<ReportedValue>,
        language: Option<ReportedValue>,
        /// What states another value and is not taken, by field and strength.
        doubted: Vec<DoubtedValue>,
        repairs: Vec<RuleCount>,
        removed: Vec<ReasonCount>,
        gaps: u32,
        words: u32,
        warnings: Vec<String>,
    }
}
