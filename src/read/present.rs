//! Which readers handle HTML, DOCX, PDF and archives? A dispatch to the readers of these formats.

use super::budget::Budget;
use super::reader::Reader;
use super::{archive, docx, html, pdf};
use crate::document::Article;
use crate::error::ReadError;

impl Reader {
    pub(super) fn page(&mut self, name: &str, bytes: &[u8]) -> Result<Article, ReadError> {
        html::read(name, bytes)
    }

    pub(super) fn docx(
        &mut self,
        name: &str,
        bytes: &[u8],
        budget: &Budget,
    ) -> Result<Article, ReadError> {
        docx::read(name, bytes, budget.expanded)
    }

    pub(super) fn pdf(&mut self, name: &str, bytes: &[u8]) -> Result<Article, ReadError> {
        pdf::read(name, bytes)
    }

    pub(super) fn archive(
        &mut self,
        name: &str,
        bytes: &[u8],
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        archive::read(self, name, bytes, budget)
    }
}
