//! Which lines are outside the text of a page? A pass that finds running heads and page numbers.

use std::collections::HashMap;

use super::line::{Line, Place};

/// The share of a page's height that an edge takes.
const EDGE: f64 = 0.1;

/// The lines that lie on the page; those at its upper and lower edge are marked.
pub fn within(mut lines: Vec<Line>, width: f32, height: f32) -> Vec<Line> {
    let (width, height) = (f64::from(width), f64::from(height));
    lines.retain(|line| {
        line.end >= 0.0 && line.x <= width && line.y >= 0.0 && line.y <= height + line.size
    });
    for line in &mut lines {
        let edge = line.y < EDGE * height || line.y > (1.0 - EDGE) * height;
        if edge && line.place == Place::Inside {
            line.place = Place::Edge;
        }
    }
    lines
}

/// Marks what is outside the text: page numbers, and lines at an edge that recur on other pages at
/// the same height, ignoring their numbers.
pub fn mark(pages: &mut [Vec<Line>]) {
    let mut counts: HashMap<(String, i64), usize> = HashMap::new();
    for page in pages.iter() {
        let mut own: Vec<_> = page
            .iter()
            .filter(|line| line.place == Place::Edge)
            .map(key)
            .collect();
        own.sort();
        own.dedup();
        for key in own {
            *counts.entry(key).or_default() += 1;
        }
    }
    // In a long file, a line shared by two pages may be chance.
    let enough = if pages.len() > 6 { 3 } else { 2 };
    for line in pages
        .iter_mut()
        .flatten()
        .filter(|line| line.place == Place::Edge)
    {
        let repeated = counts.get(&key(line)).is_some_and(|count| *count >= enough);
        line.place = match repeated || is_number(&line.text) {
            true => Place::Outside,
            false => Place::Inside,
        };
    }
}

/// What a line has in common with its counterparts on other pages: its words and its height.
fn key(line: &Line) -> (String, i64) {
    let mut words = String::new();
    for c in line.text.chars() {
        match c {
            c if c.is_numeric() => {
                if !words.ends_with('#') {
                    words.push('#');
                }
            }
            c => words.extend(c.to_lowercase()),
        }
    }
    (words.trim().to_owned(), (line.y / 4.0).round() as i64)
}

/// Whether a line is a page number: "12", "- 12 -", "Page 3 of 9", "iv".
fn is_number(text: &str) -> bool {
    let trimmed = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let mut words = trimmed
        .split(|c: char| c.is_whitespace() || c == '/')
        .filter(|word| !word.is_empty())
        .peekable();
    let roman = |word: &str| word.len() <= 6 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let number = |word: &str| word.len() <= 4 && word.chars().all(|c| c.is_ascii_digit());
    words.peek().is_some()
        && words.clone().count() <= 4
        && words.all(|word| {
            number(word) || roman(word) || matches!(word, "page" | "of" | "p" | "seite" | "von")
        })
        && trimmed.len() < 16
        && trimmed
            .chars()
            .any(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(y: f64, text: &str) -> Line {
        Line {
            x: 10.0,
            end: 90.0,
            y,
            size: 10.0,
            text: text.to_owned(),
            place: Place::Inside,
        }
    }

    #[test]
    fn repeated_lines_stand_outside() {
        let page = |n: u32| {
            let lines = vec![
                line(5.0, &format!("The Bugle, page {n}")),
                line(8.0, &format!("A headline {}", "x".repeat(n as usize))),
                line(50.0, "The Bugle, page 9"),
            ];
            within(lines, 100.0, 100.0)
        };
        let mut pages = vec![page(1), page(2)];
        mark(&mut pages);
        let places: Vec<Place> = pages.concat().iter().map(|line| line.place).collect();
        let one = [Place::Outside, Place::Inside, Place::Inside];
        assert_eq!(places, [one, one].concat());
    }

    #[test]
    fn numbers() {
        for text in ["12", "- 12 -", "Page 3 of 9", "3/9", "iv"] {
            assert!(is_number(text), "{text}");
        }
        for text in [
            "",
            "–",
            "In 2024",
            "Page one",
            "2024 2025 2026 2027 2028",
            "of",
        ] {
            assert!(!is_number(text), "{text}");
        }
    }
}
