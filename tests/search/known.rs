//! Which documents do tests search that other rooms looked into? Documents with annotations and names
//! by hand.

use std::borrow::Cow;

use corpus_explorer::document::Document;
use corpus_explorer::search::{Annotation, Documents, IndexToken};

/// Documents, and what was found in them.
pub struct Known {
    pub documents: Vec<Document>,
    pub annotations: Vec<Annotation>,
    pub synonyms: Vec<Vec<String>>,
}

impl Documents for Known {
    fn count(&self) -> u32 {
        self.documents.count()
    }

    fn document(&self, number: u32) -> Option<Cow<'_, Document>> {
        Documents::document(&self.documents, number)
    }

    fn sections<'a>(&'a self, number: u32, each: &mut dyn FnMut(u8, &'a str, &[IndexToken])) {
        self.documents.sections(number, each);
    }

    fn values(&self, number: u32, column: usize) -> Vec<&str> {
        self.documents.values(number, column)
    }

    fn day(&self, number: u32) -> Option<&str> {
        self.documents.day(number)
    }

    fn annotations(&self) -> Option<Vec<Annotation>> {
        Some(self.annotations.clone())
    }

    fn synonyms(&self) -> Vec<Vec<String>> {
        self.synonyms.clone()
    }
}
