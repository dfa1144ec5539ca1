//! How does a text stand in a table? As a cell of CSV (RFC 4180) that no spreadsheet runs.

/// A text as a cell.
///
/// A spreadsheet takes a cell that opens with `=`, `+`, `-` or `@` for a formula and runs it. Texts come
/// from articles of anybody, so such a text has an apostrophe before it, as spreadsheets write text.
pub fn cell(text: &str) -> String {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_text() {
        for (text, expected) in [
            ("Ana Paz", "Ana Paz"),
            ("Paz, Ana", "\"Paz, Ana\""),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2", "'-2"),
            ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
