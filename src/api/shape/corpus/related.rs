//! Which articles report one event, and which are copies of others?

shapes! {
    /// Articles that report one event.
    StoryView {
        /// The id of its earliest article, which no other story has.
        id: String,
        /// The title of the article that resembles the others most.
        title: Option<String>,
        /// That article.
        central: String,
        /// All its articles, the earliest first; undated ones before them.
        articles: Vec<String>,
        /// The outlets of its articles, in alphabetical order.
        publishers: Vec<String>,
        /// The first and the last day of its articles, in ISO 8601; null if none is dated.
        from: Option<String>,
        to: Option<String>,
        /// How many of its articles are copies of another.
        copies: u32,
        /// The words that hold it together, at most six, those of most weight first.
        words: Vec<StoryWord>,
    }

    /// A word, and for how many articles of a story it is characteristic.
    StoryWord { word: String, articles: u32 }

    /// Articles that consist of nearly the same words.
    DuplicateSet {
        /// The most complete of them.
        article: String,
        /// The others, in corpus order.
        copies: Vec<CopyView>,
    }

    /// A copy, and how much of it the article has that it copies: 0 to 1.
    CopyView { article: String, share: f64 }
}
