//! What does a text say once every repair is made? A loop of repair passes over a source map.

use super::fixes::fixes;
use super::withheld::Withheld;
use crate::clean::edit::{Cause, Edit};
use crate::clean::source_map::MappedText;
use crate::document::OperationKind;

/// The most passes over a text, which may have been misread more than once.
const PASSES: usize = 5;

/// The outcome of repairing a text.
#[derive(Debug, Default)]
pub struct Repair {
    /// Whether there was anything to repair.
    pub any: bool,
    /// A word that stays misread, since its repair would be foreign to the text.
    pub left: Option<String>,
}

/// Repairs a text in place.
pub fn repaired(mapped: &mut MappedText) -> Repair {
    let mut withheld = Withheld::default();
    loop {
        let end = passes(mapped, &mut withheld);
        if end
            .as_ref()
            .is_some_and(|end| withheld.add(&mapped.text, &end.text))
        {
            continue;
        }
        let any = end.is_some();
        if let Some(end) = end {
            *mapped = end;
        }
        let left = withheld.example();
        return Repair { any, left };
    }
}

/// The text after all passes; `None` if there is nothing to repair.
fn passes(mapped: &MappedText, withheld: &mut Withheld) -> Option<MappedText> {
    let mut end = None;
    for _ in 0..PASSES {
        let text = &end.as_ref().unwrap_or(mapped).text;
        let found = fixes(text, withheld);
        if found.is_empty() {
            break;
        }
        let edits = found.into_iter().map(|fix| {
            let cause = Cause {
                kind: OperationKind::Repair,
                rule: fix.rule,
                confidence: fix.confidence,
            };
            Edit::new(fix.span, fix.after, cause)
        });
        end = Some(end.as_ref().unwrap_or(mapped).edited(edits.collect()));
    }
    end
}
