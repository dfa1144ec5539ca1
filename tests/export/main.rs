//! Can other programs read what is exported? One module for names and their graph, one for quotations.

mod names;
mod quotations;

/// The cells of a CSV table by rows, as `csv-core` reads them.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv_core::Reader::new();
    let (mut input, mut rows) = (table.as_bytes(), Vec::new());
    let (mut out, mut ends) = ([0; 8192], [0; 64]);
    loop {
        let (state, read, _, cells) = reader.read_record(input, &mut out, &mut ends);
        input = &input[read..];
        match state {
            csv_core::ReadRecordResult::Record => {
                let mut start = 0;
                let cell = |&end: &usize| {
                    let cell = String::from_utf8(out[start..end].to_vec()).unwrap();
                    start = end;
                    cell
                };
                rows.push(ends[..cells].iter().map(cell).collect());
            }
            csv_core::ReadRecordResult::InputEmpty => {}
            _ => return rows,
        }
    }
}
