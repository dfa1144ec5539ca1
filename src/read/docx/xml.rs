//! What does a part of a document contain? A walk over its tags and text, with local names.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// An event of the walk.
pub enum Step<'a> {
    /// A tag opens; an empty element closes with the next step.
    Open(&'a str, &'a BytesStart<'a>),
    /// A tag closes.
    Close(&'a str),
    /// Text with its references resolved.
    Text(&'a str),
}

/// Passes each step to `take`; `false` if the XML is truncated or damaged.
pub fn walk(xml: &str, mut take: impl FnMut(Step)) -> bool {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                take(Step::Open(tag.local_name().as_ref(), &tag));
            }
            Ok(Event::Empty(tag)) => {
                take(Step::Open(tag.local_name().as_ref(), &tag));
                take(Step::Close(tag.local_name().as_ref()));
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                take(Step::Close(tag.local_name().as_ref()));
            }
            Ok(Event::Text(text)) => take(Step::Text(&text.xml10_content())),
            Ok(Event::CData(text)) => take(Step::Text(&text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(character) = referred(&reference) {
                    take(Step::Text(character.encode_utf8(&mut [0; 4])));
                }
            }
            Ok(Event::Eof) => return depth == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// The character of a reference; `None` if it is not a predefined or numeric one.
fn referred(reference: &quick_xml::events::BytesRef) -> Option<char> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// The value of an attribute by its local name.
pub fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    // The check for duplicate names is off: it takes quadratic time.
    let found = attributes.with_checks(false).flatten().find(|attribute| {
        let key: &str = attribute.key.local_name().into_inner();
        key == name
    })?;
    let value = found
        .normalized_value(quick_xml::XmlVersion::Explicit1_0)
        .ok()?;
    Some(value.into_owned())
}
