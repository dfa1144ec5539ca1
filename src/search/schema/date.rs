//! What is a date? Pure functions that check ISO 8601 days, months and years.

/// The date part of an ISO 8601 date, or date and time, which may be a year or month alone; `None`
/// for anything else.
pub fn day(date: &str) -> Option<&str> {
    let day = date.get(..10).unwrap_or(date);
    is_date(day).then_some(day)
}

/// Whether a text has the form of a year, a month or a day: "2024", "2024-06", "2024-06-20".
pub fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let digits = |part: Option<&str>, n: usize| {
        part.is_none_or(|p| p.len() == n && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let within = |part: Option<&str>, most: u8| {
        part.is_none_or(|p| p.parse().is_ok_and(|n: u8| (1..=most).contains(&n)))
    };
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    !text.is_empty()
        && digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && within(month, 12)
        && within(day, 31)
        && parts.next().is_none()
}
