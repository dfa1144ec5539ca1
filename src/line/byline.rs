//! Who wrote it? A recognizer of bylines.

use super::date::stamp_at_end;
use super::name::is_name;
use super::shape::words;
use crate::text::Span;

/// The names in "By Jane Doe and John Roe, The Bugle"; `None` for any other line.
pub fn byline(line: &str) -> Option<Span> {
    let start = [
        "By ",
        "BY ",
        "by ",
        "Written by ",
        "Words by ",
        "Reported by ",
    ]
    .iter()
    .find(|by| line.starts_with(**by))?
    .len();
    let rest = &line[start..];
    let dated = stamp_at_end(rest);
    let head = match &dated {
        Some(stamp) => &rest[..stamp.span.start as usize],
        None => rest,
    };
    let names = head[..names_end(head, dated.is_some())].trim_end();
    let all = names
        .split(" and ")
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(", "));
    // The full stop of "10:45 a.m." does not end a sentence.
    let ends = line.ends_with('.') && dated.is_none();
    let valid = all.clone().all(is_name) && words(line) <= 14 && !ends;
    valid.then(|| Span::new(start, start + names.len()))
}

/// The joined byline if one line starts it and the next ends it: "By Jane Doe and", "John Roe".
pub fn broken_byline(line: &str, next: &str) -> Option<String> {
    let alone = matches!(line, "By" | "BY" | "by" | "Written by");
    let by = line
        .get(..3)
        .is_some_and(|by| by.eq_ignore_ascii_case("by "));
    let open = by && (line.ends_with([',', '&']) || line.ends_with(" and"));
    if !alone && !open {
        return None;
    }
    let whole = format!("{line} {next}");
    byline(&whole).is_some().then_some(whole)
}

/// Where the names of a byline end: at the first separator, unless another name follows with "and".
/// Before a date, a dash is a separator too.
fn names_end(text: &str, dated: bool) -> usize {
    const BEFORE_DATES: &[&str] = &[" - ", " – ", " — ", " Posted ", " Published ", " Updated "];
    let stop = |text: &str| {
        let dash = BEFORE_DATES.iter().filter(|_| dated);
        let dash = dash.filter_map(|dash| text.find(dash));
        dash.chain(text.find([',', '|', '•', '·', ';'])).min()
    };
    let Some(first) = stop(text) else {
        return text.len();
    };
    let Some(last) = text
        .find(" and ")
        .filter(|&at| at > first && text[first..].starts_with(", "))
    else {
        return first;
    };
    let listed = text[..last].split(", ").all(is_name);
    let behind = last + " and ".len();
    let end = stop(&text[behind..]).map_or(text.len(), |at| behind + at);
    if listed && is_name(text[behind..end].trim_end()) {
        end
    } else {
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{author_box, bio, is_role};

    fn check(read: fn(&str) -> Option<Span>, line: &str, expected: Option<&str>) {
        assert_eq!(
            read(line).map(|span| span.slice(line)),
            expected,
            "{line:?}"
        );
    }

    #[test]
    fn authors() {
        check(
            byline,
            "By Jane Doe and John van Roe, The Bugle",
            Some("Jane Doe and John van Roe"),
        );
        check(byline, "By Jane Doe - May 5, 2020", Some("Jane Doe"));
        check(
            byline,
            "By Jane Doe May 5, 2020 10:45 a.m.",
            Some("Jane Doe"),
        );
        check(byline, "By Jane Doe Updated May 5, 2020", Some("Jane Doe"));
        check(byline, "By Train Alone – A Tale", None);
        assert!(broken_byline("By Jane Doe and", "John Roe").is_some());
        assert!(broken_byline("By", "Jane Doe").is_some());
        assert!(broken_byline("By land and", "sea").is_none());
        check(byline, "By Air and Sea", None);
        assert!(is_role("Foreign correspondent"));
        assert!(is_role("Political editor, The Bugle"));
        assert!(!is_role("Ghost towns of the north"));
        assert!(!is_role("Host city"));
        check(byline, "By Monday Night Falls It Was Over.", None);
        check(author_box, "About jane doe", Some("jane doe"));
        check(author_box, "About the recent flood", None);
        let line = "Jane Doe is The Bugle's correspondent in Oslo, covering herring.";
        let found = bio(line).unwrap();
        assert_eq!(
            (found.name.slice(line), found.outlet.map(|o| o.slice(line))),
            ("Jane Doe", Some("The Bugle"))
        );
        assert!(bio("Jane Doe is a farmer in Norway.").is_none());
    }
}
