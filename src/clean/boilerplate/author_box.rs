//! Which lines after the text are the box about its author? A pass from the end of the page.

use crate::clean::layout::{Fate, Mark, Page};
use crate::line::{author_box, bio, byline, folded};

/// Removes the box about the author after the text.
pub fn author_boxes(page: &mut Page) {
    let author = (0..page.lines.len())
        .find_map(|at| byline(page.line(at)).map(|span| span.slice(page.line(at))));
    let mut tail = page.tail();
    for at in (0..page.lines.len()).rev() {
        if page.is_removed(at) || page.fates[at] == Fate::Meta {
            continue;
        }
        let line = page.line(at);
        let follows_copyright = at > 0 && page.fates[at - 1] == Fate::Remove("copyright");
        let heads = at > 0
            && author_box(page.line(at - 1)).is_some()
            && page.lines[at - 1].mark == Mark::None;
        if let Some(found) = bio(line) {
            let name = found.name.slice(line);
            let last = name.split(' ').next_back().unwrap_or(name);
            let heading = heads
                && author_box(page.line(at - 1))
                    .is_some_and(|n| folded(n.slice(page.line(at - 1))) == folded(name));
            let elsewhere = (0..page.lines.len())
                .any(|i| i != at && page.is_kept(i) && page.line(i).contains(last));
            if author == Some(name) || heading || follows_copyright && !elsewhere {
                page.remove(at, "author-box");
                tail = page.tail();
                continue;
            }
        }
        if at >= tail && author_box(line).is_some() && page.lines[at].mark == Mark::None && at > 0 {
            page.remove(at, "author-box");
            continue;
        }
        if page.is_body(at) {
            return;
        }
    }
}
