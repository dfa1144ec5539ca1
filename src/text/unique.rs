//! Which names are still free? An accumulator of names that are taken: one that is taken already
//! gets a number behind it.

use rustc_hash::FxHashMap;

/// Names that are taken.
#[derive(Debug, Clone, Default)]
pub struct UniqueNames {
    /// Each with the number that the next of the same name may get.
    taken: FxHashMap<String, u32>,
}

impl UniqueNames {
    /// Takes `name`, or the first of `name-2`, `name-3`, … that is free.
    pub fn take(&mut self, name: &str) -> String {
        let Some(&next) = self.taken.get(name) else {
            self.taken.insert(name.to_owned(), 2);
            return name.to_owned();
        };
        let mut number = next;
        let mut free = format!("{name}-{number}");
        while self.taken.contains_key(&free) {
            number += 1;
            free = format!("{name}-{number}");
        }
        self.taken.insert(name.to_owned(), number + 1);
        self.taken.insert(free.clone(), 2);
        free
    }
}

impl<'a> FromIterator<&'a str> for UniqueNames {
    fn from_iter<T: IntoIterator<Item = &'a str>>(names: T) -> Self {
        let mut unique = Self::default();
        for name in names {
            unique.taken.entry(name.to_owned()).or_insert(2);
        }
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_the_first_free_number() {
        let mut names = UniqueNames::from_iter(["b", "b", "b-2"]);
        let all = ["a", "a-2", "a", "a", "b", "b-2"].map(|name| names.take(name));
        assert_eq!(all, ["a", "a-2", "a-3", "a-4", "b-3", "b-2-2"]);
    }
}
