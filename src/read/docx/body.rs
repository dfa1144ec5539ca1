//! Which blocks does the body of a document have? A builder of its paragraphs and table rows.

use quick_xml::events::BytesStart;

use super::style::Styles;
use super::xml::{Step, attribute, walk};
use crate::document::BlockKind;
use crate::read::input::layout::Lines;

/// Tags whose text is not part of the document as printed: deletions, the old places of moved text,
/// field codes, and alternative versions of other content.
const HIDDEN: &[&str] = &[
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "Fallback",
    "pict",
    "rPrChange",
    "pPrChange",
];

/// The body so far.
pub struct Body<'a> {
    styles: &'a Styles,
    lines: Lines,
    /// Open paragraphs; one in a text box is inside another.
    paragraphs: Vec<Paragraph>,
    /// Open tables; only the rows of the outermost become lines.
    tables: usize,
    /// The cells of the open row.
    cells: Vec<Vec<Block>>,
    /// The number of open hidden tags.
    hidden: usize,
    /// Whether the open run is formatted as hidden.
    vanished: bool,
    text: bool,
}

type Block = (BlockKind, u8, String);

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    /// The level of its item, from 1; 0 outside lists.
    item: u8,
}

impl<'a> Body<'a> {
    /// An empty body; its paragraphs use these styles.
    pub fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            lines: Lines::default(),
            paragraphs: Vec::new(),
            tables: 0,
            cells: Vec::new(),
            hidden: 0,
            vanished: false,
            text: false,
        }
    }

    /// Reads a part after those already read; `false` if it is damaged.
    pub fn read(&mut self, xml: &str) -> bool {
        let whole = walk(xml, |step| match step {
            Step::Open(name, tag) => self.open(name, tag),
            Step::Close(name) => self.close(name),
            Step::Text(text) if self.text && self.hidden == 0 && !self.vanished => self.write(text),
            Step::Text(_) => {}
        });
        // What a damaged part leaves open still counts as text.
        self.hidden = 0;
        while !self.paragraphs.is_empty() {
            self.paragraph();
        }
        self.row();
        self.tables = 0;
        whole
    }

    /// The lines of all parts that were read.
    pub fn finish(self) -> Lines {
        self.lines
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn open(&mut self, name: &str, tag: &BytesStart) {
        // The separator above the footnotes is stored as a footnote.
        let separator = name == "footnote" && attribute(tag, "type").is_some();
        if self.hidden > 0 || HIDDEN.contains(&name) || separator {
            self.hidden += 1;
            return;
        }
        let value = || attribute(tag, "val");
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.vanished = false,
            "t" => self.text = true,
            "tab" | "br" | "cr" => self.write(" "),
            "noBreakHyphen" => self.write("-"),
            "vanish" => self.vanished = value().is_none_or(|v| v != "0" && v != "false"),
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.cells.clear(),
            "tc" if self.tables == 1 => self.cells.push(Vec::new()),
            "pStyle" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.style = value();
                }
            }
            "numPr" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.item = paragraph.item.max(1);
                }
            }
            "numId" if value().as_deref() == Some("0") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.item = 0;
                }
            }
            "ilvl" => {
                let level = value().and_then(|level| level.parse::<u8>().ok());
                if let (Some(paragraph), Some(level)) = (self.paragraphs.last_mut(), level) {
                    paragraph.item = level.min(8) + 1;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match name {
            "p" => self.paragraph(),
            "t" => self.text = false,
            "r" => self.vanished = false,
            "tr" if self.tables == 1 => self.row(),
            "tbl" => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
    }

    /// Ends the innermost open paragraph.
    fn paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        let style = paragraph
            .style
            .as_deref()
            .and_then(|id| self.styles.kind(id));
        let (kind, level) = match style {
            Some((BlockKind::Item, level)) => (BlockKind::Item, level.max(paragraph.item)),
            Some(style) => style,
            None if paragraph.item > 0 => (BlockKind::Item, paragraph.item),
            None => (BlockKind::Paragraph, 0),
        };
        let block = (kind, level, paragraph.text);
        match self.cells.last_mut().filter(|_| self.tables > 0) {
            Some(cell) => cell.push(block),
            None => self.lines.push(block.0, block.1, &block.2),
        }
    }

    /// Ends the open row: one line with separated cells. A row of one cell is a frame, not a row.
    fn row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if let [frame] = cells.as_slice() {
            for (kind, level, text) in frame {
                self.lines.push(*kind, *level, text);
            }
            return;
        }
        let texts = cells.iter().map(|cell| {
            let parts: Vec<&str> = cell.iter().map(|(_, _, text)| text.trim()).collect();
            parts.join(" ")
        });
        let texts: Vec<String> = texts.filter(|text| !text.trim().is_empty()).collect();
        self.lines.push(BlockKind::Table, 0, &texts.join(" | "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::read::input::layout::blocks_of;

    fn check(xml: &str, expected: &[(BlockKind, u8, &str)]) {
        let styles = Styles::default();
        let mut body = Body::new(&styles);
        body.read(&format!("<w:document><w:body>{xml}</w:body></w:document>"));
        let mut article = Article::default();
        body.finish().give(&mut article);
        assert_eq!(blocks_of(&article), expected, "{xml}");
    }

    #[test]
    fn blocks() {
        use BlockKind::Heading;
        use BlockKind::Item;
        use BlockKind::Paragraph;
        use BlockKind::Table;
        let p = |style: &str, text: &str| {
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
            )
        };
        check(
            &(p("Heading2", "Rain &amp; wind") + &p("Normal", "It&#x20;rained.")),
            &[(Heading, 2, "Rain & wind"), (Paragraph, 0, "It rained.")],
        );
        check(
            "<w:p><w:ins><w:r><w:t>It </w:t></w:r></w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del>\
             <w:moveFrom><w:r><w:t>once </w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t>rained</w:t><w:br/><w:t>here</w:t></w:r></w:hyperlink>\
             <w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>",
            &[(Paragraph, 0, "It rained here")],
        );
        check(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>two</w:t></w:r></w:p>",
            &[(Item, 2, "two")],
        );
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("Normal", text));
        check(
            &format!(
                "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>{}",
                cell("a"),
                cell("b"),
                cell("c"),
                p("Normal", "d")
            ),
            &[
                (Table, 0, "a | b"),
                (Paragraph, 0, "c"),
                (Paragraph, 0, "d"),
            ],
        );
        check("<w:p><w:r><w:t>cut", &[(Paragraph, 0, "cut")]);
        check("</w:tbl></w:p></w:tr>", &[]);
    }
}
