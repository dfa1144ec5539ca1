//! What becomes of each line? A pipeline: the order of all passes over a page.

use super::author_box::author_boxes;
use super::caption::{captioned, captions, spread_credits};
use super::line::{by_itself, foreign_line};
use super::section::{labels, sections};
use crate::clean::layout::{Fate, Page};
use crate::clean::metadata::{has_subject, head, mail_lines, title};
use crate::document::BlockKind;

/// Decides the fate of every line of a page.
pub fn sort(page: &mut Page, given_title: Option<&str>) {
    for at in 0..page.lines.len() {
        if let Some(fate) = by_itself(page, at) {
            page.decide(at, fate);
        }
    }
    by_markup(page);
    spread_credits(page);
    captions(page, true);
    captioned(page);
    foreign_line(page);
    sections(page);
    author_boxes(page);
    labels(page);
    mail_lines(page);
    // The subject of a letter is in its mail header.
    if page.title().is_none() && !(given_title.is_none() && has_subject(page)) {
        title(page, given_title);
    }
    captions(page, false);
    head(page);
}

/// Applies what markup says about the lines of a page.
fn by_markup(page: &mut Page) {
    for at in 0..page.lines.len() {
        let Some(layout) = page.layout(at) else {
            continue;
        };
        if layout.outside {
            page.remove(at, "outside-article");
            continue;
        }
        match layout.kind {
            BlockKind::Title => page.decide(at, Fate::Title),
            BlockKind::Caption => page.decide(at, Fate::Caption),
            BlockKind::Meta => page.decide(at, Fate::Meta),
            BlockKind::Byline => page.decide(at, Fate::Byline),
            BlockKind::Dateline => page.decide(at, Fate::Dateline),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The river rose by two metres on Monday, and people of three villages left their houses in boats.";

    /// Each line by its fate: `=` title, `.` kept, `c` caption, `m` meta, `b` byline, `d` dateline,
    /// `x` removed.
    fn check(text: &str, expected: &str) {
        let text = text.replace('@', BODY);
        let mut page = Page::new(&text);
        sort(&mut page, None);
        let found: String = page
            .fates
            .iter()
            .map(|fate| match fate {
                Fate::Keep => '.',
                Fate::Title => '=',
                Fate::Meta => 'm',
                Fate::Byline => 'b',
                Fate::Dateline => 'd',
                Fate::Caption => 'c',
                Fate::Remove(_) => 'x',
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn heads() {
        check("River rises\n\n@", "=.");
        check(
            "River rises in the north News\nJane Doe / Pixabay\nRiver rises in the north\n\n@",
            "xx=.",
        );
        check(
            "May 5, 2020\n12 Main St, Springfield, Ohio, 45501\n\nRiver rises\n\nRiver rises\n\n@",
            "xx=x.",
        );
        check(
            "OPINION\n\nRiver rises\n\nBy Jane Doe\nMay 5, 2020\n\n@",
            "m=bm.",
        );
        check(
            "River rises\n\nBy Jane Doe\n\nOSLO, May 5 (AP)\n\n@",
            "=bd.",
        );
        check(
            "River rises\n\nBy Jane Doe\nForeign correspondent\n\n@",
            "=bb.",
        );
        check("River rises\n\nBy Jane Doe and\nJohn Roe\n\n@", "=bb.");
        check("By\nJane Doe\n\nRiver rises\n\n@", "bb=.");
        check(
            "FOR IMMEDIATE RELEASE: May 5, 2020\nContact: Jane Doe, 202-555-0100\n\nRiver rises\n\n@",
            "mm=.",
        );
        check("Oslo, 5 May 2020\n\nRiver rises\n\n@", "d=.");
        check(
            "Dear Editor,\n\nThe river rises, and nobody cares.\n\n@",
            "...",
        );
        check("Dear Jane\n\n@\n\n@", "...");
        check("THE RIVER (and its boats)\n\n@", "=.");
        check("Dear Evan Hansen returns\n\n@", "=.");
        check(
            "From: Jane Doe <jane@example.org>\nTo: John Roe\nSubject: River rises\n\nDear John\n\n@",
            "mmm..",
        );
        check("Home > News > Rivers\n\nRiver rises\n\n@", "x=.");
        check("彩票网\n\nRiver rises\n\n@\n\n@\n\n@", "x=...");
    }

    #[test]
    fn captions_and_credits() {
        check(
            "River rises\n\nA boat near the mill.\nJane Doe/Pool\n/\nAFP via Getty Images\nA boat near the mill.\n\n@",
            "=cxxxx.",
        );
        check(
            "River rises\n\nA boat near the mill, Monday. (AP Photo/Jane Doe)\n\n@",
            "=c.",
        );
        check(
            "River rises\n\n@\n\nJane Doe\n/\nAP\n\nMore rain is on its way.",
            "=.xxx.",
        );
    }

    #[test]
    fn tails() {
        check(
            "River rises\n\n@\n\nCheck Also\n\nRoads close\n\nSome roads were closed for …\n\nLeave a Reply\n\nName",
            "=.xxxxx",
        );
        check(
            "River rises\n\n@\n\nLeave feedback about this\n\n  • Speed\n  • Price\n\nAdd Field\nChoose Image",
            "=.xxxxx",
        );
        check(
            "River rises\n\n@\n\nCopyright 2020 The Bugle\n\nJane Doe is The Bugle's reporter in Ohio, who writes of rivers and of boats too.\nMore on this topic",
            "=.xxx",
        );
        check(
            "River rises\n\n@\n\nAbout jane doe\n\nRelated articles\nRoads close",
            "=.xxx",
        );
        check("River rises\n\n@\n\n(From The Bugle, May 5, 2020)", "=.m");
    }

    #[test]
    fn invitations_and_headings() {
        check(
            "River rises\n\n@\n\nDownload the app\n\nSign up for the trial\n\nShare",
            "=.xxx",
        );
        check(
            "River rises\n\n@\n\nDownload the app\nShare\n\n@\n\nSign up for our trial\n\n@",
            "=.xx.x.",
        );
        check(
            "River rises\n\n@\n\nDownload the app\n\n@\n\nSign up for the trial\n\n@",
            "=.....",
        );
        check("Download the app\n\n@\n\n@", "=..");
        check(
            "River rises\n\n@\n\nRelated: a family story\n\n@\n\nRelated: Roads close\n\n@",
            "=...x.",
        );
    }

    #[test]
    fn articles_stay() {
        check("River rises\n\n@\n\nAbout the river\n\n@", "=...");
        check(
            "River rises\n\n@\n\nJane Doe is a reporter who was there. She said that nobody slept in the village.",
            "=..",
        );
        check(
            "River rises\n\n@\n\nComments\n\n@\n\nRecommended\n\n@",
            "=.....",
        );
        check(
            "River rises\n\n@\n\nSubscribe to the view that all is well, and you will be wrong, said the mayor.",
            "=..",
        );
    }
}
