//! Which values does JSON in a page contain? A lenient parser.

use serde_json::Value;

/// The values of a script, as far as they are readable.
pub fn values(text: &str) -> Vec<Value> {
    let read = |text: &str| -> (Vec<Value>, bool) {
        let mut values = Vec::new();
        for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
            match value {
                Ok(value) => values.push(value),
                Err(_) => return (values, false),
            }
        }
        (values, true)
    };
    match read(text.trim()) {
        (values, true) => values,
        (values, false) => {
            let mended = read(&mended(text)).0;
            if mended.is_empty() { values } else { mended }
        }
    }
}

/// JSON without common errors: comments, CDATA marks, trailing commas, line breaks in strings.
fn mended(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    let mut string = false;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if string {
            match c {
                '\\' => {
                    taken += rest[1..].chars().next().map_or(0, char::len_utf8);
                    kept.push_str(&rest[..taken]);
                }
                c if c.is_control() => kept.push(' '),
                c => {
                    string = c != '"';
                    kept.push(c);
                }
            }
        } else if let Some(len) = aside(rest) {
            taken = len;
        } else {
            string = c == '"';
            if matches!(c, '}' | ']') {
                let bare = kept.trim_end().trim_end_matches(',').len();
                kept.truncate(bare);
            }
            // A comma or semicolon may separate objects.
            if c != ';' {
                kept.push(c);
            }
        }
        rest = &rest[taken..];
    }
    kept
}

/// The length in bytes of a comment or mark that a text starts with; `None` if there is none.
fn aside(text: &str) -> Option<usize> {
    let to = |end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    let marked = |rest: &str| {
        ["<![CDATA[", "]]>"]
            .iter()
            .any(|mark| rest.starts_with(mark))
    };
    for mark in ["<![CDATA[", "]]>", "<!--", "-->"] {
        if text.starts_with(mark) {
            return Some(mark.len());
        }
    }
    if text.starts_with("/*") {
        Some(to("*/"))
    } else if text.starts_with("//") {
        let slashes = text.len() - text.trim_start_matches(['/', ' ']).len();
        Some(if marked(&text[slashes..]) {
            slashes
        } else {
            to("\n")
        })
    } else {
        None
    }
}

/// A text with doubly escaped character references resolved.
pub fn plain(text: &str) -> String {
    let pairs = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&#8217;", "’"),
        ("&#8216;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&#8211;", "–"),
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let mut plain = text.to_owned();
    if plain.contains('&') {
        for (entity, character) in pairs {
            plain = plain.replace(entity, character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<String> = values(text).iter().map(Value::to_string).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn scripts() {
        check("{\"a\":1}", "{\"a\":1}");
        check("<!-- {\"a\":[1,2,],} -->", "{\"a\":[1,2]}");
        check("// <![CDATA[\n{\"a\":\"// b\"}\n// ]]>", "{\"a\":\"// b\"}");
        check("{\"a\":\"b\nc\"}; {\"d\":1}", "{\"a\":\"b c\"} {\"d\":1}");
        check("{\"a\":\"\\é\"}", "");
        check("/* only", "");
    }

    #[test]
    fn entities() {
        assert_eq!(plain("Rain &amp; &#8220;snow&#8221;"), "Rain & “snow”");
        assert_eq!(plain("a & b"), "a & b");
    }
}
