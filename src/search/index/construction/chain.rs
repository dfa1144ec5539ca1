//! Where did each word occur? A compact log of occurrences: for each word and field a chain of gaps
//! in LEB128, first to the previous document, then to the previous position in it. An occurrence
//! takes a few bytes, and nothing needs to be sorted.
//!
//! All chains share the same pages, in slices of doubling size. Each slice but the last ends with
//! the address of the next (Büttcher & Clarke, "Memory Management Strategies for Single-Pass Index
//! Construction", 2005).

use crate::search::index::code::take;

/// Marks the end of a word's chains.
const NONE: u32 = u32::MAX;
/// The size in bytes of the first and of the longest slice of a chain, including the address of the
/// next slice.
const FIRST: u32 = 12;
const LONGEST: u32 = 4096;
/// The size of an address in bytes.
const PLACE: u32 = 4;
/// The size of a page in bytes. Pages never move when more are added.
const PAGE: u32 = 1 << 16;

/// The occurrences of a word in a field, in order.
#[derive(Debug)]
struct Chain {
    field: u8,
    /// The last occurrence.
    document: u32,
    position: u32,
    /// The address of the first slice.
    first: u32,
    /// The address of the next byte, the end of the slice's data, and the slice's length.
    at: u32,
    end: u32,
    length: u32,
    /// The chain of the next field of the word.
    next: u32,
}

/// The occurrences of all words.
#[derive(Debug, Default)]
pub struct Chains {
    chains: Vec<Chain>,
    pages: Vec<Vec<u8>>,
    /// For each word, its last chain.
    last: Vec<u32>,
    /// For each word, the number of its occurrences.
    counts: Vec<u32>,
}

impl Chains {
    /// Adds an occurrence; those of a word and field must come in order.
    pub fn note(&mut self, word: u32, field: u8, document: u32, position: u32) {
        let word = word as usize;
        if self.last.len() <= word {
            self.last.resize(word + 1, NONE);
            self.counts.resize(word + 1, 0);
        }
        self.counts[word] += 1;
        let mut at = self.last[word];
        while at != NONE && self.chains[at as usize].field != field {
            at = self.chains[at as usize].next;
        }
        if at == NONE {
            at = self.chains.len() as u32;
            let first = self.slice(FIRST);
            self.chains.push(Chain {
                field,
                document: 0,
                position: 0,
                first,
                at: first,
                end: first + FIRST - PLACE,
                length: FIRST,
                next: self.last[word],
            });
            self.last[word] = at;
        }
        let chain = &mut self.chains[at as usize];
        if chain.document != document {
            chain.position = 0;
        }
        let gaps = [document - chain.document, position - chain.position];
        (chain.document, chain.position) = (document, position);
        for mut gap in gaps {
            while gap > 0x7f {
                self.push(at, gap as u8 | 0x80);
                gap >>= 7;
            }
            self.push(at, gap as u8);
        }
    }

    /// Allocates a slice and returns its address.
    fn slice(&mut self, length: u32) -> u32 {
        let fits = |page: &&mut Vec<u8>| page.len() as u32 + length <= PAGE;
        if self.pages.last_mut().filter(fits).is_none() {
            self.pages.push(Vec::with_capacity(PAGE as usize));
        }
        let before = (self.pages.len() as u32).saturating_sub(1) * PAGE;
        let Some(page) = self.pages.last_mut() else {
            return before;
        };
        let start = page.len();
        page.resize(start + length as usize, 0);
        before + start as u32
    }

    /// The bytes between two addresses of a slice.
    fn bytes(&self, from: u32, to: u32) -> &[u8] {
        let (page, start) = ((from / PAGE) as usize, (from % PAGE) as usize);
        &self.pages[page][start..start + (to - from) as usize]
    }

    fn push(&mut self, chain: u32, byte: u8) {
        let Chain {
            at, end, length, ..
        } = self.chains[chain as usize];
        let mut at = at;
        if at == end {
            let longer = (2 * length).min(LONGEST);
            at = self.slice(longer);
            let place = (end % PAGE) as usize;
            self.pages[(end / PAGE) as usize][place..place + PLACE as usize]
                .copy_from_slice(&at.to_le_bytes());
            let chain = &mut self.chains[chain as usize];
            chain.end = at + longer - PLACE;
            chain.length = longer;
        }
        self.pages[(at / PAGE) as usize][(at % PAGE) as usize] = byte;
        self.chains[chain as usize].at = at + 1;
    }

    /// The number of bytes that all chains occupy.
    pub fn size(&self) -> usize {
        self.pages.len() * PAGE as usize
    }

    /// The number of occurrences of a word.
    pub fn count(&self, word: u32) -> u32 {
        self.counts.get(word as usize).copied().unwrap_or(0)
    }

    /// Calls `each` with the field, document and position of every occurrence of a word, in order
    /// within each field.
    pub fn each(&self, word: u32, mut each: impl FnMut(u8, u32, u32)) {
        let mut at = self.last.get(word as usize).copied().unwrap_or(NONE);
        let mut gaps = Vec::new();
        while let Some(chain) = self.chains.get(at as usize) {
            self.gather(chain, &mut gaps);
            let (mut document, mut position, mut gaps) = (0, 0, gaps.as_slice());
            while !gaps.is_empty() {
                let gap = take(&mut gaps);
                if gap > 0 {
                    position = 0;
                }
                document += gap;
                position += take(&mut gaps);
                each(chain.field, document, position);
            }
            at = chain.next;
        }
    }

    /// Collects the bytes of a chain from its slices.
    fn gather(&self, chain: &Chain, gaps: &mut Vec<u8>) {
        gaps.clear();
        let (mut start, mut length) = (chain.first, FIRST);
        loop {
            let end = start + length - PLACE;
            if end == chain.end {
                gaps.extend(self.bytes(start, chain.at));
                return;
            }
            gaps.extend(self.bytes(start, end));
            let place = self.bytes(end, end + PLACE);
            start = place.try_into().map_or(0, u32::from_le_bytes);
            length = (2 * length).min(LONGEST);
        }
    }
}
