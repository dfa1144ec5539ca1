//! What does Markdown contain? A reader of one article: CommonMark with tables, one block per line.
//!
//! Front matter gives values. Pictures with their descriptions, emphasis marks and HTML tags are
//! left out; links keep their text but not their address.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::given::split_front_matter;
use super::input::layout::Lines;
use super::input::source::{characters, source};
use crate::document::{Article, BlockKind, Format};

/// The article of a Markdown file.
pub fn read(name: &str, bytes: &[u8]) -> Article {
    let (text, encoding) = characters(bytes);
    let mut article = Article {
        source: source(name, Format::Markdown, encoding),
        ..Article::default()
    };
    let body = match split_front_matter(&text) {
        Some((matter, rest)) => {
            matter.give(&mut article);
            rest
        }
        None => &text,
    };
    let mut page = Page::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(body, options) {
        page.take(event);
    }
    page.lines.give(&mut article);
    article
}

/// The blocks so far, and the open one.
#[derive(Default)]
struct Page {
    lines: Lines,
    /// The text of the open block.
    open: String,
    /// The level of the open heading; 0 outside headings.
    heading: u8,
    lists: u8,
    quotes: u32,
    /// Whether the next block is the first of an item.
    item: bool,
    code: bool,
    row: bool,
    pictures: u32,
}

impl Page {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => {
                for line in text.lines() {
                    self.open.push_str(line);
                    self.close();
                }
            }
            Event::Text(text) | Event::Code(text) if self.pictures == 0 => {
                self.open.push_str(&text)
            }
            Event::SoftBreak | Event::HardBreak => self.open.push(' '),
            Event::Html(tags) => untagged(&tags, &mut self.open),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.open.push(' '),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.close();
                self.heading = depth(level);
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::List(_) => {
                self.close();
                self.lists = self.lists.saturating_add(1);
            }
            Tag::Item => {
                self.close();
                self.item = true;
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.code = true;
            }
            Tag::TableHead | Tag::TableRow => {
                self.close();
                self.row = true;
            }
            Tag::TableCell if !self.open.is_empty() => self.open.push_str(" | "),
            Tag::Image { .. } => self.pictures += 1,
            Tag::Paragraph | Tag::HtmlBlock | Tag::Table(_) => self.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.close();
                self.heading = 0;
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close();
                self.item = false;
            }
            TagEnd::CodeBlock => {
                self.close();
                self.code = false;
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.close();
                self.row = false;
            }
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.close(),
            _ => {}
        }
    }

    /// Adds the open block to the lines.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.open);
        if text.trim().is_empty() {
            return;
        }
        let (kind, level) = if self.heading > 0 {
            let first = self.heading == 1 && self.lines.is_empty();
            (
                if first {
                    BlockKind::Title
                } else {
                    BlockKind::Heading
                },
                self.heading,
            )
        } else if self.row {
            (BlockKind::Table, 0)
        } else if self.item {
            self.item = false;
            (BlockKind::Item, self.lists.max(1))
        } else if self.quotes > 0 {
            (BlockKind::Quotation, 0)
        } else {
            (BlockKind::Paragraph, 0)
        };
        let level = if kind == BlockKind::Title { 0 } else { level };
        self.lines.push(kind, level, &text);
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Appends the text between tags, which become spaces.
fn untagged(tags: &str, text: &mut String) {
    let mut rest = tags;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let end = if tag.starts_with("!--") { "-->" } else { ">" };
        rest = tag.split_once(end).map_or("", |(_, behind)| behind);
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::input::layout::blocks_of;

    fn check(markdown: &str, expected: &[(BlockKind, u8, &str)]) {
        let article = read("a.md", markdown.as_bytes());
        assert_eq!(blocks_of(&article), expected, "{markdown:?}");
        assert_eq!(expected.len(), article.layout.len());
    }

    #[test]
    fn blocks() {
        use BlockKind::Heading;
        use BlockKind::Item;
        use BlockKind::Paragraph;
        use BlockKind::Quotation;
        use BlockKind::Table;
        use BlockKind::Title;
        check(
            "# Rain *falls*\n\nIt [rained](http://a.b)\nall day. ![a cloud](c.png)\n\n## Wind\n\nSetext\n===\n",
            &[
                (Title, 0, "Rain falls"),
                (Paragraph, 0, "It rained all day."),
                (Heading, 2, "Wind"),
                (Heading, 1, "Setext"),
            ],
        );
        check(
            "- one\n  - two\n\n    more\n- three",
            &[
                (Item, 1, "one"),
                (Item, 2, "two"),
                (Paragraph, 0, "more"),
                (Item, 1, "three"),
            ],
        );
        check(
            "> “Go,” she said.\n>\n> - now",
            &[(Quotation, 0, "“Go,” she said."), (Item, 1, "now")],
        );
        check(
            "|a|b|\n|-|-|\n|1|2|",
            &[(Table, 0, "a | b"), (Table, 0, "1 | 2")],
        );
        check(
            "<div>\nIt <b>rained</b><!-- x > -->\n</div>\n\nAnd<br>so",
            &[(Paragraph, 0, "It rained"), (Paragraph, 0, "And so")],
        );
        check(
            "```\na  b\n\nc\n```",
            &[(Paragraph, 0, "a b"), (Paragraph, 0, "c")],
        );
        check("", &[]);
    }

    #[test]
    fn front_matter_gives() {
        let article = read(
            "a.md",
            b"---\ntitle: Rain\noutlet: The Bugle\n---\nIt rained.",
        );
        assert_eq!(article.given.title.as_deref(), Some("Rain"));
        assert_eq!(article.given.publisher.as_deref(), Some("The Bugle"));
        assert_eq!(article.text, "It rained.");
    }
}
