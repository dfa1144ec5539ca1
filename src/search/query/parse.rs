//! How does a typed text become a query? The driver that runs lexer, parser and lowering; it never
//! fails.
//!
//! Words side by side are alternatives: the more of them match, the higher the score. If AND or OR
//! occurs anywhere, all words side by side are required. A phrase, a +term and a field are always
//! required.

use super::ast::Query;
use super::lower::{lower, seeks};
use super::parser::parse;
use super::remark::Remark;
use crate::search::schema::Schema;

impl Query {
    /// Parses a typed text for documents of a schema.
    pub fn parse(typed: &str, schema: &Schema) -> Self {
        let (mut query, tree, strict) = parse(typed, schema);
        let root = tree.and_then(|tree| lower(&mut query, tree, strict));
        match root {
            Some(root) if seeks(&root) => query.root = Some(root),
            Some(_) => {
                let text = "The query only excludes words; add a word to find";
                query.remarks.push((0, Remark::new("only-excluded", text)));
            }
            None if query.remarks.is_empty() && !typed.trim().is_empty() => {
                let text = "The query contains no word to search for";
                query.remarks.push((0, Remark::new("no-words", text)));
            }
            None => {}
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::super::ast::Node;
    use super::*;

    fn parsed(typed: &str) -> Query {
        Query::parse(typed, &Schema::default())
    }

    /// The tree in brackets: texts as typed, with "?" before optional parts.
    fn show(query: &Query, node: &Node) -> String {
        let row = |mark: &str, parts: &[Node]| {
            let parts: Vec<_> = parts.iter().map(|part| show(query, part)).collect();
            format!("{mark}[{}]", parts.join(" "))
        };
        match node {
            Node::Text(text) => query.texts[*text].typed.clone(),
            Node::Near { distance, parts } => {
                let side = |texts: &Vec<usize>| {
                    let typed: Vec<_> = texts
                        .iter()
                        .map(|&t| query.texts[t].typed.as_str())
                        .collect();
                    typed.join("|")
                };
                let parts: Vec<_> = parts.iter().map(side).collect();
                format!("near{distance}[{}]", parts.join(" "))
            }
            Node::Filter(_) => "filter".into(),
            Node::All(parts) => row("all", parts),
            Node::Any(parts) => row("any", parts),
            Node::Optional(parts) => row("?", parts),
            Node::Not(inner) => format!("-{}", show(query, inner)),
        }
    }

    fn check(typed: &str, tree: &str, codes: &[&str]) {
        let query = parsed(typed);
        let found = query
            .root
            .as_ref()
            .map_or(String::new(), |root| show(&query, root));
        assert_eq!(found, tree, "{typed:?}");
        let found: Vec<_> = query
            .remarks
            .iter()
            .map(|(_, remark)| remark.code)
            .collect();
        assert_eq!(found, codes, "{typed:?}");
    }

    #[test]
    fn words_and_operators() {
        check("", "", &[]);
        check("  ", "", &[]);
        check("treaty", "treaty", &[]);
        check("the mutual treaty", "any[mutual treaty]", &[]);
        check("to be or not", "any[to be or not]", &[]);
        check("Russia AND Iran", "all[Russia Iran]", &[]);
        check("North Korea AND Iran", "all[all[North Korea] Iran]", &[]);
        check("a1 AND b1 OR c1", "any[all[a1 b1] c1]", &[]);
        check("(a1 OR b1) AND c1", "all[any[a1 b1] c1]", &[]);
        check("arms -Iran", "all[arms -Iran]", &[]);
        check("arms NOT \"South Korea\"", "all[arms -South Korea]", &[]);
        check(
            "\"without delay\" treaty",
            "all[?[treaty] without delay]",
            &[],
        );
        check("+treaty arms", "all[?[arms] treaty]", &[]);
        check("us US", "US", &[]);
        check("publisher:NPR arms", "all[arms filter]", &[]);
        check(
            "military-technical",
            "any[military-technical military technical]",
            &[],
        );
        check("co-operation", "co-operation", &[]);
        check("安保理", "安保理", &[]);
    }

    #[test]
    fn near_joins_words_and_phrases() {
        check("arms NEAR/5 treaty", "near5[arms treaty]", &[]);
        check("arms NEAR \"a treaty\"", "near10[arms a treaty]", &[]);
        check(
            "arms near/2 treaty Iran",
            "all[?[Iran] near2[arms treaty]]",
            &[],
        );
        check("a1 NEAR b1 NEAR c1", "near10[a1 b1 c1]", &[]);
        check(
            "a1 NEAR b1 NEAR/2 c1",
            "all[near10[a1 b1] near2[b1 c1]]",
            &[],
        );
        check("(a1 OR b1) NEAR/3 c1", "near3[a1|b1 c1]", &[]);
        check("-(a1 NEAR b1) c1", "all[c1 -near10[a1 b1]]", &[]);
        check("a1 NEAR/9999 b1", "near100[a1 b1]", &[]);
        check(
            "(a1 AND b1) NEAR c1",
            "all[all[a1 b1] c1]",
            &["near-operand"],
        );
        check("NEAR/5 treaty", "treaty", &["stray-operator"]);
        check("treaty NEAR", "treaty", &["stray-operator"]);
        check("near the treaty", "any[near treaty]", &[]);
    }

    #[test]
    fn slop_and_edits() {
        let text = |typed: &str| parsed(typed).texts[0].clone();
        assert_eq!(text("\"mutual treaty\"~4").slop, 4);
        assert_eq!(text("\"mutual treaty\"~").slop, 3);
        assert_eq!(text("\"mutual treaty\" ~").slop, 0);
        for (typed, edits) in [
            ("treaty", 0),
            ("treaty~", 2),
            ("pact~", 1),
            ("un~", 0),
            ("treaty~1", 1),
            ("treaty~2", 2),
            ("treaty~7", 2),
        ] {
            assert_eq!(text(typed).words[0].edits, edits, "{typed}");
        }
        check("treaty~x", "treaty", &["fuzzy-edits"]);
        check("~treaty", "treaty", &[]);
    }

    #[test]
    fn malformed_queries_are_remarked() {
        check("\"without delay", "without delay", &["unclosed-phrase"]);
        check("\"\"", "", &["empty-phrase"]);
        check("()", "", &["empty-parentheses"]);
        check("(treaty", "treaty", &["unbalanced-parenthesis"]);
        check("treaty)", "treaty", &["unbalanced-parenthesis"]);
        check("AND treaty", "treaty", &["stray-operator"]);
        check("treaty OR", "treaty", &["stray-operator"]);
        check("NOT", "", &["stray-operator"]);
        check("-Iran", "", &["only-excluded"]);
        check("Iran OR -Russia", "Iran", &["only-excluded"]);
        check("outlet:NPR", "any[outlet NPR]", &["unknown-field"]);
        check(
            "https://npr.org 12:30",
            "any[https //npr.org npr org 12 30]",
            &[],
        );
        check("date:June arms", "any[June arms]", &["bad-date"]);
        check("in:footer arms", "any[footer arms]", &["unknown-part"]);
        check("title: arms", "arms", &["empty-field"]);
        check("* arms", "arms", &["wildcard"]);
        check("mun*tion", "mun*", &["wildcard"]);
        check("— & 😀", "", &["no-words"]);
    }

    #[test]
    fn deep_parentheses_do_not_overflow() {
        let query = parsed(&"(".repeat(100_000));
        assert!(query.root.is_none());
        assert!(parsed(&"NOT ".repeat(100_000)).root.is_none());
        let long = parsed(&"arms ".repeat(100_000));
        assert_eq!(long.remarks[0].1.code, "too-long");
        let phrase = parsed(&format!("\"{}\"", "the ".repeat(10_000)));
        assert_eq!(phrase.texts[0].words.len(), 300);
        assert_eq!(phrase.remarks[0].1.code, "too-long");
        let after = parsed(&format!("{} \"treaty\"", "word ".repeat(300)));
        assert_eq!(
            after.remarks.len(),
            1,
            "a phrase left out is not an empty one"
        );
    }
}
