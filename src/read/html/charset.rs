//! Which encoding does a page declare? A scan of its first bytes, after the HTML standard.

/// The number of bytes in which a page may declare its encoding.
const PRESCAN: usize = 1024;

/// The encoding named by the XML declaration or a `<meta>` near the start, in lower case.
pub fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head: String = bytes
        .iter()
        .take(PRESCAN)
        .map(|&byte| char::from(byte).to_ascii_lowercase())
        .collect();
    if head.starts_with("<?xml") {
        let declaration = head.split("?>").next().unwrap_or("");
        if let Some(name) = value_of(declaration, "encoding") {
            return Some(name);
        }
    }
    without_comments(&head)
        .split("<meta")
        .skip(1)
        .find_map(|rest| {
            let tag = rest.split('>').next().unwrap_or("");
            let own = tag.starts_with(|c: char| c.is_ascii_whitespace() || c == '/');
            own.then(|| value_of(tag, "charset")).flatten()
        })
}

fn without_comments(head: &str) -> String {
    let mut kept = String::new();
    let mut rest = head;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The value after `key` and an equals sign, in quotation marks or up to white space.
fn value_of(tag: &str, key: &str) -> Option<String> {
    tag.match_indices(key).find_map(|(at, _)| {
        let rest = tag[at + key.len()..].trim_start().strip_prefix('=')?;
        let rest = rest.trim_start();
        let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match mark {
            Some(mark) => rest[1..].split(mark).next()?,
            None => rest
                .split(|c: char| c.is_ascii_whitespace() || matches!(c, ';' | '"' | '\'' | '/'))
                .next()?,
        };
        let value = value.trim();
        (!value.is_empty()).then(|| value.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: Option<&str>) {
        assert_eq!(
            declared_charset(page.as_bytes()).as_deref(),
            expected,
            "{page}"
        );
    }

    #[test]
    fn declarations() {
        check(
            "<html><meta charset=\"Windows-1251\">",
            Some("windows-1251"),
        );
        check("<meta charset=utf-8/>", Some("utf-8"));
        check(
            "<META http-equiv='Content-Type' content='text/html; charset=Big5'>",
            Some("big5"),
        );
        check(
            "<?xml version='1.0' encoding='koi8-r'?><html>",
            Some("koi8-r"),
        );
        check("<!-- <meta charset=latin1> --><p>charset=x", None);
        check("<metadata charset=x>", None);
        check(&format!("{}<meta charset=x>", " ".repeat(1024)), None);
        check("", None);
    }
}
