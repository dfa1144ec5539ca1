//! Which quotations are open here? A tracker of the quotation marks of a line before a position.

/// The line before a lost character.
#[derive(Debug, Default)]
pub struct Before {
    /// Its last character.
    pub last: Option<char>,
    /// The opening quotation marks that are not closed yet.
    pub open: Vec<char>,
    /// The number of double ones among them.
    doubles: usize,
    /// Number of « minus number of ».
    pub guillemets: i32,
}

impl Before {
    /// Reads the next part of the text; a line break starts over.
    pub fn read(&mut self, part: &str) {
        let mut chars = part.chars().peekable();
        while let Some(c) = chars.next() {
            let word = self.last.is_some_and(char::is_alphanumeric);
            self.guillemets += i32::from(c == '«') - i32::from(c == '»');
            let inside = word && chars.peek().is_some_and(|c| c.is_alphanumeric());
            match c {
                '\n' => *self = Self::default(),
                '“' if self.open.last() == Some(&'„') => self.close(),
                '‘' if self.open.last() == Some(&'‚') => self.close(),
                '“' | '„' => {
                    self.open.push(c);
                    self.doubles += 1;
                }
                '‘' | '‚' => self.open.push(c),
                '”' if self.doubles > 0 => self.close_double(),
                '’' if self.open.last() == Some(&'‘') && !inside => self.close(),
                _ => {}
            }
            self.last = (c != '\n').then_some(c);
        }
    }

    fn close(&mut self) {
        if matches!(self.open.pop(), Some('“' | '„')) {
            self.doubles -= 1;
        }
    }

    fn close_double(&mut self) {
        let doubles = self.doubles;
        while self.doubles == doubles && !self.open.is_empty() {
            self.close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, open: &str) {
        let mut before = Before::default();
        before.read(line);
        assert_eq!(before.open.iter().collect::<String>(), open, "{line:?}");
    }

    #[test]
    fn open_quotations() {
        check("“So it is,", "“");
        check("“He said ‘no,", "“‘");
        check("“He said ‘no’,", "“");
        check("“It’s the boy’s", "“");
        check("„Gut“, sagte er. „Und", "„");
        check("„Dobrze”, ", "");
        check("“One\ntwo", "");
        check("” ’ “", "“");
    }
}
