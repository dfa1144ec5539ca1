//! What are the forms of a verb? A paradigm: regular English inflection with given irregular parts.

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said"; also the participle if that is the same
    Past,
    /// "spoken", if it differs from the past tense
    Participle,
    /// "saying"
    Gerund,
}

/// The forms of a verb. `irregular` holds the past tense and, if it differs, the participle; it is
/// empty for a regular verb. A past tense equal to the lemma ("put") is left out.
pub fn forms(lemma: &str, irregular: &[&str]) -> Vec<(String, Form)> {
    let past = irregular
        .first()
        .map_or_else(|| regular_past(lemma), |p| (*p).to_owned());
    let mut forms = vec![
        (lemma.to_owned(), Form::Base),
        (third(lemma), Form::Third),
        (gerund(lemma, &past), Form::Gerund),
    ];
    if past != lemma {
        forms.push((past, Form::Past));
    }
    if let Some(participle) = irregular.get(1) {
        forms.push(((*participle).to_owned(), Form::Participle));
    }
    forms
}

fn regular_past(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ => format!("{lemma}ed"),
    }
}

fn third(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "sh", "ch", "x", "z", "o"]
            .iter()
            .any(|e| lemma.ends_with(e)) =>
        {
            format!("{lemma}es")
        }
        _ => format!("{lemma}s"),
    }
}

/// A consonant that is doubled in the past tense ("admitted") is doubled here too.
fn gerund(lemma: &str, past: &str) -> String {
    let doubled = past.strip_suffix("ed").filter(|stem| {
        stem.len() == lemma.len() + 1 && stem.starts_with(lemma) && !lemma.ends_with('e')
    });
    match (doubled, lemma.strip_suffix("ie"), lemma.strip_suffix('e')) {
        (Some(stem), _, _) => format!("{stem}ing"),
        (_, Some(stem), _) => format!("{stem}ying"),
        (_, _, Some(stem)) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lemma: &str, irregular: &[&str], expected: &[&str]) {
        let found: Vec<_> = forms(lemma, irregular)
            .into_iter()
            .map(|(word, _)| word)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn regular() {
        check("claim", &[], &["claim", "claims", "claiming", "claimed"]);
        check("deny", &[], &["deny", "denies", "denying", "denied"]);
        check("argue", &[], &["argue", "argues", "arguing", "argued"]);
        check(
            "stress",
            &[],
            &["stress", "stresses", "stressing", "stressed"],
        );
        check("agree", &[], &["agree", "agrees", "agreeing", "agreed"]);
    }

    #[test]
    fn irregular() {
        check("say", &["said"], &["say", "says", "saying", "said"]);
        check(
            "admit",
            &["admitted"],
            &["admit", "admits", "admitting", "admitted"],
        );
        check(
            "write",
            &["wrote", "written"],
            &["write", "writes", "writing", "wrote", "written"],
        );
    }
}
