//! Which kind of source an entry is: one table for all lists, read in both directions.

/// One kind of `sources.csv`, and what it is in the lists.
pub(super) struct KindRow {
    /// As the column has it.
    pub word: &'static str,
    /// Types of BibTeX and BibLaTeX; the first is written.
    pub bibtex: &'static [&'static str],
    /// Types of CSL; the first is written.
    pub csl: &'static [&'static str],
    /// Types of RIS; the first is written.
    pub ris: &'static [&'static str],
    /// Types of EndNote by name.
    pub endnote: &'static [&'static str],
    /// Types of saved pages: those of schema.org, of OpenGraph and of GOV.UK.
    pub page: &'static [&'static str],
    /// What an entry says of its own type in words: `type`, `genre`. The first is written where
    /// the type alone does not tell.
    pub words: &'static [&'static str],
}

/// Words are looked for in this order: a news release is no news.
pub(super) static KINDS: [KindRow; 8] = [
    KindRow {
        word: "press_release",
        bibtex: &["report"],
        csl: &["report"],
        ris: &["RPRT"],
        endnote: &["Press Release"],
        page: &[
            "SpecialAnnouncement",
            "news_story",
            "news_article",
            "press_release",
            "government_response",
            "world_news_story",
        ],
        words: &[
            "Press release",
            "news release",
            "media release",
            "press statement",
            "press notice",
        ],
    },
    KindRow {
        word: "parliament",
        bibtex: &["report", "legislation", "jurisdiction", "legal"],
        csl: &["report", "bill", "legislation", "hearing", "legal_case", "regulation", "treaty"],
        ris: &["RPRT", "BILL", "UNBILL", "HEAR", "STAT", "LEGAL", "CASE"],
        endnote: &["Bill", "Hearing", "Statute", "Case", "Legal Rule or Regulation"],
        page: &["Legislation", "LegislationObject", "written_statement", "oral_statement"],
        words: &[
            "Parliamentary paper",
            "parliament",
            "hansard",
            "written question",
            "written answer",
            "select committee",
            "hearing",
        ],
    },
    KindRow {
        word: "speech",
        bibtex: &["misc"],
        csl: &["speech"],
        ris: &["SLIDE"],
        endnote: &[],
        page: &["speech", "authored_article"],
        words: &["Speech", "remarks", "lecture", "keynote", "address to"],
    },
    KindRow {
        word: "broadcast",
        bibtex: &["video", "audio", "movie", "music", "performance"],
        csl: &["broadcast", "motion_picture", "interview", "song"],
        ris: &["VIDEO", "MPCT", "SOUND", "ADVS", "MUSIC", "MULTI"],
        endnote: &[
            "Film or Broadcast",
            "Audiovisual Material",
            "Podcast",
            "Television Episode",
            "Music",
            "Online Multimedia",
        ],
        page: &[
            "VideoObject",
            "AudioObject",
            "Clip",
            "Episode",
            "TVEpisode",
            "RadioEpisode",
            "PodcastEpisode",
            "BroadcastEvent",
            "TVSeries",
            "RadioSeries",
            "PodcastSeries",
            "video.other",
            "video.episode",
            "video.movie",
            "video.tv_show",
        ],
        words: &["Broadcast", "television", "radio", "podcast", "tv programme"],
    },
    KindRow {
        word: "statistics",
        bibtex: &["dataset", "data"],
        csl: &["dataset"],
        ris: &["DATA", "AGGR", "DBASE"],
        endnote: &["Dataset", "Aggregated Database", "Online Database"],
        page: &[
            "Dataset",
            "DataFeed",
            "DataCatalog",
            "StatisticalPopulation",
            "statistics",
            "statistical_data_set",
            "official_statistics",
            "national_statistics",
        ],
        words: &["Statistics", "statistical", "dataset", "data set"],
    },
    KindRow {
        word: "news",
        bibtex: &["article"],
        csl: &["article-newspaper", "article-magazine"],
        ris: &["NEWS", "MGZN"],
        endnote: &["Newspaper Article", "Magazine Article"],
        page: &[
            "NewsArticle",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "AskPublicNewsArticle",
            "BackgroundNewsArticle",
            "OpinionNewsArticle",
            "ReviewNewsArticle",
            "LiveBlogPosting",
        ],
        words: &["Newspaper article", "news article", "magazine article"],
    },
    KindRow {
        word: "web",
        bibtex: &["online", "electronic", "www"],
        csl: &["webpage", "post", "post-weblog"],
        ris: &["ELEC", "WEB", "BLOG", "ICOMM"],
        endnote: &["Web Page", "Blog", "Social Media", "Discussion Forum"],
        page: &[
            "Article",
            "BlogPosting",
            "SocialMediaPosting",
            "DiscussionForumPosting",
            "TechArticle",
            "AdvertiserContentArticle",
            "WebPage",
            "AboutPage",
            "CollectionPage",
            "ContactPage",
            "FAQPage",
            "ItemPage",
            "ProfilePage",
            "QAPage",
            "MedicalWebPage",
            "article",
            "website",
            "blog",
        ],
        words: &["Web page", "webpage", "website", "blog"],
    },
    KindRow {
        word: "report",
        bibtex: &[
            "report",
            "techreport",
            "book",
            "mvbook",
            "collection",
            "mvcollection",
            "thesis",
            "phdthesis",
            "mastersthesis",
            "manual",
            "booklet",
            "inbook",
            "incollection",
            "inproceedings",
            "conference",
            "proceedings",
            "mvproceedings",
            "unpublished",
            "reference",
            "inreference",
            "standard",
            "periodical",
            "suppbook",
        ],
        csl: &[
            "report",
            "book",
            "chapter",
            "thesis",
            "article",
            "article-journal",
            "pamphlet",
            "paper-conference",
            "manuscript",
            "periodical",
            "standard",
            "entry",
            "entry-encyclopedia",
            "entry-dictionary",
            "review",
            "review-book",
        ],
        ris: &[
            "RPRT", "BOOK", "CHAP", "JOUR", "EJOUR", "JFULL", "EBOOK", "ECHAP", "EDBOOK", "CONF",
            "CPAPER", "THES", "GOVDOC", "PAMP", "SER", "STAND", "UNPB", "MANSCPT", "ABST", "INPR",
            "ENCYC", "DICT", "GRANT",
        ],
        endnote: &[
            "Report",
            "Book",
            "Book Section",
            "Edited Book",
            "Electronic Book",
            "Electronic Book Section",
            "Journal Article",
            "Electronic Article",
            "Conference Paper",
            "Conference Proceedings",
            "Thesis",
            "Government Document",
            "Pamphlet",
            "Manuscript",
            "Unpublished Work",
            "Standard",
            "Serial",
            "Encyclopedia",
            "Dictionary",
            "Grant",
        ],
        page: &[
            "Report",
            "ScholarlyArticle",
            "MedicalScholarlyArticle",
            "Book",
            "Chapter",
            "Thesis",
            "DigitalDocument",
            "Manuscript",
            "PublicationIssue",
            "book",
            "research",
            "policy_paper",
            "corporate_report",
            "independent_report",
            "impact_assessment",
            "transparency",
            "foi_release",
            "consultation_outcome",
            "closed_consultation",
        ],
        words: &["Report", "white paper", "working paper", "techreport", "resreport"],
    },
];

/// The kind that words say, such as `Press release`; empty if they say none.
pub(super) fn in_words(said: &str) -> &'static str {
    let said = said.to_lowercase().replace(['-', '_'], " ");
    let says = |kind: &&KindRow| kind.words.iter().any(|word| said.contains(&word.to_lowercase()));
    KINDS.iter().find(says).map_or("", |kind| kind.word)
}

/// The kind of a page of this type; empty where it is none.
pub(super) fn of_page_type(name: &str) -> &'static str {
    KINDS.iter().find(|kind| kind.page.contains(&name)).map_or("", |kind| kind.word)
}

/// The kind of a type, unless words beside it say a more special one.
pub(super) fn settle(of_type: &'static str, said: &str) -> &'static str {
    match in_words(said) {
        "" => of_type,
        words if matches!(of_type, "" | "report" | "web") => words,
        _ => of_type,
    }
}

/// An article of a journal, or of a newspaper where nobody says so: a journal numbers what it
/// publishes, a newspaper dates it to the day. Also what is to be said of the choice.
pub(super) fn of_article(
    journal: &str,
    is_numbered: bool,
    has_day: bool,
) -> (&'static str, Option<String>) {
    if is_numbered || journal.is_empty() {
        return ("report", None);
    }
    if has_day || is_a_paper(journal) {
        return ("news", None);
    }
    let words = format!(
        "an article without volume, number or day may be of a newspaper: `{journal}` is taken \
         for a journal, and the source for a report"
    );
    ("report", Some(words))
}

/// Words in the names of newspapers.
const PAPERS: [&str; 30] = [
    "times",
    "guardian",
    "telegraph",
    "independent",
    "observer",
    "herald",
    "gazette",
    "mail",
    "express",
    "mirror",
    "post",
    "news",
    "newspaper",
    "tribune",
    "chronicle",
    "courier",
    "echo",
    "argus",
    "sun",
    "star",
    "standard",
    "daily",
    "evening",
    "sunday",
    "bbc",
    "reuters",
    "metro",
    "press",
    "sky",
    "itv",
];

/// Is it the name of a newspaper, by one of its words?
pub(super) fn is_a_paper(name: &str) -> bool {
    let name = name.to_lowercase();
    name.split(|c: char| !c.is_alphanumeric()).any(|word| PAPERS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_the_same_kind() {
        for kind in &KINDS {
            assert_eq!(in_words(kind.words[0]), kind.word);
        }
        assert_eq!(settle("report", "Press Release"), "press_release");
        assert_eq!(settle("news", "Report"), "news");
        assert_eq!(settle("web", ""), "web");
    }

    /// As it stands in `data/README.md`, which `help sources` prints.
    #[test]
    fn the_table_is_written_down() {
        let mut table = String::new();
        for kind in &KINDS {
            let listed = |types: &[&str]| {
                let types: Vec<String> = types.iter().map(|name| format!("`{name}`")).collect();
                if types.is_empty() { "none".to_string() } else { types.join(", ") }
            };
            table += &format!("- `{}`\n", kind.word);
            for (format, types) in [
                ("BibLaTeX", kind.bibtex),
                ("CSL", kind.csl),
                ("RIS", kind.ris),
                ("EndNote", kind.endnote),
                ("pages", kind.page),
                ("words", kind.words),
            ] {
                table += &format!("  - {format}: {}\n", listed(types));
            }
        }
        let readme = include_str!("../../data/README.md");
        assert!(readme.contains(&table), "{table}");
    }

    #[test]
    fn papers_are_known_by_their_names() {
        assert!(is_a_paper("The Guardian") && is_a_paper("Anytown Evening Echo"));
        assert!(!is_a_paper("Journal of Swifts"));
    }
}
