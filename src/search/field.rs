//! Which part of an article is a word in? The kind of its block is the field; a headline that no
//! block of the text shows is one of its own.

use super::stream::Fields;
use crate::document::BlockKind;

/// The headline that the text does not hold.
pub const HEADLINE: u8 = 15;

/// The kinds by their number.
const KINDS: [BlockKind; 10] = [
    BlockKind::Title,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::Item,
    BlockKind::Caption,
    BlockKind::Meta,
    BlockKind::Byline,
    BlockKind::Dateline,
    BlockKind::Quotation,
    BlockKind::Table,
];

/// The field of a kind of block.
pub fn number(kind: BlockKind) -> u8 {
    kind as u8
}

/// The kind of block that a field is.
pub fn kind(field: u8) -> BlockKind {
    KINDS
        .get(usize::from(field))
        .copied()
        .unwrap_or(BlockKind::Title)
}

/// The fields that a kind of block means: the headline is a title wherever it stands.
pub fn fields(kind: BlockKind) -> Fields {
    let one = Fields::one(number(kind));
    if kind == BlockKind::Title {
        one.or(Fields::one(HEADLINE))
    } else {
        one
    }
}

/// Whether words of a field stand in a headline.
pub fn is_title(field: u8) -> bool {
    kind(field) == BlockKind::Title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_fields() {
        for (at, known) in KINDS.into_iter().enumerate() {
            assert_eq!(usize::from(number(known)), at);
            assert!(kind(number(known)) == known && fields(known).has(number(known)));
        }
        assert!(is_title(HEADLINE) && fields(BlockKind::Title).has(HEADLINE));
    }
}
