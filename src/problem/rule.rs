//! The one table of the rules. A row is a rule's variant, its level, its name, an example of the
//! mistake and, as its comment, the one sentence of the manual that says what must hold.

use std::fmt;

use super::example::{self, Example, Told, case, spec};
use super::{Level, Place, Problem};

/// How bad it is to break a rule, and whether a file in which it is broken can still be changed.
#[derive(Clone, Copy)]
enum Weight {
    /// Worth knowing.
    Advice,
    /// Must be mended before anything is drawn; another row can be added all the same.
    Error,
    /// An error with which nobody can say where a row begins or in which letters it is written.
    Structure,
}

struct RuleRow {
    name: &'static str,
    weight: Weight,
    reason: &'static str,
    told: Told,
}

macro_rules! rules {
    ($($(#[doc = $reason:literal])+ $rule:ident: $weight:ident $name:literal, $told:expr;)*) => {
        /// What must hold of data, settings and charts. Ordered as in the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Rule {
            $($(#[doc = $reason])+ $rule,)*
        }

        impl Rule {
            /// Every rule, in the order of the manual.
            pub const ALL: &[Rule] = &[$(Rule::$rule,)*];

            const fn entry(self) -> RuleRow {
                match self {
                    $(Rule::$rule => RuleRow {
                        name: $name,
                        weight: Weight::$weight,
                        reason: concat!($($reason),+),
                        told: $told,
                    },)*
                }
            }
        }
    };
}

rules! {
    // The file as a whole.
    /// A file that is read keeps to the limits that README.md states, so that a damaged one cannot
    /// use up the memory.
    Limit: Structure "limit", Told::Nothing;
    /// A table to import from is one that the file holds: its sheet and its range are there, and it
    /// is clear which of several is meant.
    NoTable: Error "no-table", Told::Nothing;
    /// A spec is a file that can be read, with a name in UTF-8: no pipe, no device, no folder.
    Unreadable: Error "unreadable", Told::Nothing;
    /// The data and the specs lie in the project, and not where a link points to, which is not
    /// handed on with it.
    Linked: Advice "linked", Told::Nothing;
    /// A data file is a table in text, not a workbook, a PDF or an archive.
    NoText: Structure "no-text", case!("no-text");
    /// A data file is UTF-8, not UTF-16.
    Utf16: Structure "utf-16", case!("utf-16");
    /// Every byte of a data file is part of a character in UTF-8, so that no letter is guessed.
    NotUtf8: Structure "not-utf8", case!("not-utf8-apostrophe");
    /// A spec, the settings and the package are UTF-8.
    Encoding: Error "encoding", example::ENCODING;
    /// A file holds no marks of a merge that git left to a person, between which two versions of it
    /// would be read as one.
    MergeMarks: Structure "merge-marks", case!("merge-marks");
    /// Cells are separated by commas, so that every program reads the same table.
    Separator: Structure "separator", case!("separator-of-semicolons");
    /// A data file begins with its header, not with an instruction to a spreadsheet.
    SeparatorLine: Structure "separator-line", case!("separator-line");
    /// A data file begins with a line that names its columns.
    MissingHeader: Structure "missing-header", case!("missing-header");
    /// The columns without which a row says nothing are there.
    MissingColumn: Structure "missing-column", case!("missing-column-of-quantities");
    /// A column stands once, or it would not be known which of the two is meant.
    DuplicateColumn: Structure "duplicate-column", case!("duplicate-column");
    /// Every column has a name that is known, since a misspelt one would be passed over in silence.
    UnknownColumn: Error "unknown-column", case!("unknown-column-of-another-kind");
    /// A quoted cell is closed, or all that follows would belong to it.
    UnclosedQuote: Structure "unclosed-quote", case!("unclosed-quote-at-the-end");
    /// A quoted cell ends with its quote.
    TextAfterQuote: Error "text-after-quote", case!("text-after-quote");
    /// A quote inside a cell is doubled, and the cell quoted.
    StrayQuote: Error "stray-quote", case!("stray-quote");
    /// A row has as many cells as the header, or its values would stand under another name.
    RaggedRow: Error "ragged-row", case!("ragged-row-by-a-number");

    // The characters of a cell.
    /// A cell holds no control character, which nobody sees and some programs refuse.
    ControlCharacter: Error "control-character", case!("control-character");
    /// A cell holds no character that cannot be seen, since two cells that look alike would differ.
    HiddenCharacter: Error "hidden-character", case!("hidden-character-in-a-reference");
    /// A text turns no direction that it does not turn back, or its digits may read backwards.
    DirectionCharacter: Error "direction-character", case!("direction-character");
    /// A letter was not encoded twice on its way into the file.
    DoubleEncoded: Error "double-encoded", case!("double-encoded-pound");
    /// No letter was lost on its way into the file.
    LostCharacter: Error "lost-character", case!("lost-character");

    // A row by itself.
    /// The cells without which a row says nothing are filled.
    MissingCell: Error "missing-cell", case!("missing-cell");
    /// An id is made of small letters, digits and hyphens, and no spreadsheet takes it for a number
    /// or a date.
    IdShape: Error "id-shape", case!("id-shape-of-a-date");
    /// An id names one row of its file, or it would not be known which is meant.
    DuplicateId: Error "duplicate-id", case!("duplicate-id");
    /// A number is written with digits and a full stop for the decimals, and nothing else.
    Number: Error "number", case!("number-with-commas");
    /// Value, low, high, formula, qualifier and status together say one quantity.
    Quantity: Error "quantity", case!("quantity-low-above-high");
    /// A qualifier is one of the words that are known, since it decides how a figure is drawn.
    Qualifier: Error "qualifier", case!("qualifier");
    /// A status is made of known letters, each once, and one that says why a value is missing
    /// stands alone.
    Status: Error "status", case!("status");
    /// A rank is one of the words that are known, since it decides which figure is drawn.
    Rank: Error "rank", case!("rank");
    /// A period is a year, a quarter, a month, a day or an interval, with one meaning only.
    Period: Error "period", case!("period-of-a-financial-year");
    /// A date is a year, a month or a day that exists; of an event that lasts, the first and the last.
    Date: Error "date", case!("date-of-a-source");
    /// A nature is one of the words that are known, since it decides what may be drawn.
    Nature: Error "nature", case!("nature");
    /// A rate says per what it is, and nothing else does.
    Per: Error "per", case!("per");
    /// A growth says on what base it is, and nothing else does.
    Base: Error "base", case!("base-of-a-growth");
    /// A share is in percent and a change in percent or percentage points, since nothing else is
    /// said with the sign; and what is counted is in neither.
    PercentUnit: Error "percent-unit", case!("percent-unit-of-a-change");
    /// A level or a ratio in percent says of what it is a percentage, since most are shares or
    /// rates of change.
    PercentNature: Advice "percent-nature", case!("percent-nature");
    /// A series says in which month its years start by the number of the month, from 1 to 12.
    YearStarts: Error "year-starts", case!("year-starts");
    /// A series that says `no` in `convertible`, and nothing else, is never said per another stretch
    /// of time.
    Convertible: Error "convertible", case!("convertible");
    /// An address begins with http:// or https://, names a host and has no blank.
    Url: Error "url", case!("url-without-a-scheme");
    /// No cell begins with a sign that a spreadsheet takes for a formula.
    FormulaCell: Advice "formula-cell", case!("formula-cell");
    /// What counts something is not below zero; what is net, a change, a growth and a ratio may be.
    Negative: Error "negative", case!("negative-flow");
    /// A share is not above 100 percent, unless it is of something else than its whole.
    AboveWhole: Advice "above-whole", case!("above-whole");
    /// A percentage is written as percent: 3, not 0.03.
    Fraction: Advice "fraction", case!("fraction");
    /// A whole number has no `.0` behind it, as a program writes floats; charts would say 82,109.0.
    Float: Advice "float", case!("float");
    /// The words of a source say the number that the row has, and how sure it is.
    StatedDiffers: Advice "stated-differs", case!("stated-differs");
    /// The words of a source say the period that the row has, or one that goes with it.
    PeriodStatedDiffers: Advice "period-stated-differs", case!("period-stated-differs");
    /// A number is not ten, a hundred or a thousand times what stands before and after it.
    TenTimes: Advice "ten-times", case!("ten-times");
    /// A precise count of one period is not that of the next as well.
    CarriedOver: Advice "carried-over", case!("carried-over");
    /// The two ends of a range are in one scale.
    FarEnds: Advice "far-ends", case!("far-ends");
    /// A change goes from one date to another, since nobody could tell else what it is compared with.
    ChangePeriod: Error "change-period", case!("change-period");
    /// Changes that follow each other share an end, or they are likely rates of change of whole
    /// periods.
    AdjoiningChanges: Advice "adjoining-changes", case!("adjoining-changes");

    // Formulas.
    /// A formula is arithmetic over numbers and other figures, each in square brackets.
    Formula: Error "formula", case!("formula");
    /// A formula reads figures that state a value of their own and are not superseded.
    FormulaInput: Error "formula-input", case!("formula-input-of-a-range");
    /// No figure is worked out from itself.
    FormulaCircle: Error "formula-circle", case!("formula-circle");
    /// No formula divides by zero.
    DivisionByZero: Error "division-by-zero", case!("division-by-zero");
    /// A series that is worked out by its formula has no figures in data/figures.csv beside it.
    FormulaRows: Error "formula-rows", case!("formula-rows");
    /// What a formula adds or subtracts is of one unit and one place.
    FormulaSum: Error "formula-sum", case!("formula-sum");
    /// What a formula makes is what the series says that it feeds.
    FormulaResult: Error "formula-result", case!("formula-result");
    /// No formula sets figures on both sides of a break against each other.
    FormulaBreak: Error "formula-break", case!("formula-break");
    /// The formula of a series has a result for each period of its inputs.
    FormulaPeriod: Advice "formula-period", case!("formula-period");
    /// What is worked out from a number that is not exact says so itself, or it would look surer than
    /// it is.
    FormulaExact: Error "formula-exact", case!("formula-exact");

    // What rows say of one another.
    /// A series that a row or a spec names stands in data/series.csv.
    UnknownSeries: Error "unknown-series", case!("unknown-series");
    /// What a series may not be compared with is there, and its note says why; no formula reads both.
    NotComparableWith: Error "not-comparable-with", case!("not-comparable-with");
    /// A source that a row names stands in data/sources.csv.
    UnknownSource: Error "unknown-source", case!("unknown-source");
    /// An origin that a row names stands in data/sources.csv.
    UnknownOrigin: Error "unknown-origin", case!("unknown-origin");
    /// A figure that a formula or a spec names stands in data/figures.csv.
    UnknownFigure: Error "unknown-figure", case!("unknown-figure");
    /// An event that a spec names stands in data/events.csv.
    UnknownEvent: Error "unknown-event", spec!("unknown-event");
    /// No source is its own origin, over however many others.
    OriginCircle: Error "origin-circle", case!("origin-circle-of-one");
    /// What took the place of a superseded figure is another of the same series and, unless its note
    /// says why, the same period.
    SupersededBy: Error "superseded-by", case!("superseded-by");
    /// What a figure only says again is an earlier one of the same series with the same number.
    Repeats: Error "repeats", case!("repeats");
    /// A spec lists no more panels and notes and has no longer texts, a panel no more series and events, a
    /// result stands on no more figures, and one series and period has no more of them than README.md states.
    TooMany: Error "too-many", Told::Nothing;
    /// Of one series and period at most one figure is preferred, since only one is drawn.
    TwoPreferred: Error "two-preferred", case!("two-preferred");
    /// Where sources differ, somebody has decided which figure is drawn.
    UnrankedConflict: Advice "unranked-conflict", case!("unranked-conflict");
    /// Two figures of one series do not cover the same days in periods of different length, which
    /// would count them twice.
    Overlap: Advice "overlap", case!("overlap");
    /// A level for a longer period says which day it is of where it differs from that of a day within.
    PeriodInside: Advice "period-inside", case!("period-inside");
    /// One source states a number for one series and period once.
    Repeated: Advice "repeated", case!("repeated");
    /// A source is not older than the period of which it tells, unless it tells a forecast or a target.
    PublishedBefore: Error "published-before", case!("published-before");
    /// A count is not older than the end of its period, or it is of a part.
    Unfinished: Advice "unfinished", case!("unfinished");
    /// A month does not stand among years that do not hold it, since it may be a year misread.
    MonthAmongYears: Advice "month-among-years", case!("month-among-years");
    /// No source passes on what was published later.
    LaterOrigin: Advice "later-origin", case!("later-origin");
    /// No source was read before it was published.
    AccessedBefore: Advice "accessed-before", case!("accessed-before");
    /// A figure that is not drawn any more says why.
    UnexplainedRank: Advice "unexplained-rank", case!("unexplained-rank");
    /// A break says what changed.
    UnexplainedBreak: Advice "unexplained-break", case!("unexplained-break");
    /// No two series are one and the same.
    SameSeries: Advice "same-series", case!("same-series");
    /// An event says what happened, and not what it caused.
    CauseWord: Advice "cause-word", case!("cause-word");
    /// A series has a figure, or its row is left over.
    UnusedSeries: Advice "unused-series", case!("unused-series");
    /// A source is named by a figure, an origin or an event, or its row is left over.
    UnusedSource: Advice "unused-source", case!("unused-source");

    // The other files of a project.
    /// The settings are known, and each has a value that it can take.
    Settings: Error "settings", example::SETTINGS;
    /// The font of a house may be carried by a document, as a PDF carries it.
    FontLicence: Advice "font-licence", Told::Nothing;
    /// data/datapackage.json can be read.
    Datapackage: Error "datapackage", example::DATAPACKAGE;
    /// Every picture beside the specs is of a chart that one of them describes, or it is left over and
    /// grows old.
    LeftOver: Advice "left-over", Told::Nothing;
    /// No two specs have a chart of one name.
    OneChart: Error "one-chart", example::ONE_CHART;
    /// No chart has the name that a twin of another is written under.
    Twin: Error "twin", example::TWIN;

    // A spec by itself.
    /// A spec can be read as TOML.
    SpecSyntax: Error "spec-syntax", spec!("no-toml");
    /// A spec has no key that is not known, since a misspelt one would be passed over in silence.
    UnknownKey: Error "unknown-key", spec!("unknown-keys");
    /// A spec says what cannot be guessed: a title, a panel, what is in it and how it is drawn.
    MissingKey: Error "missing-key", spec!("missing-keys");
    /// A key has a value that it can take.
    WrongValue: Error "wrong-value", spec!("wrong-values");

    // A spec held against the data.
    /// What is asked for has a figure that can be drawn.
    NothingToDraw: Error "nothing-to-draw", spec!("no-figures");
    /// Only a figure that would be drawn is left out.
    Without: Error "without", spec!("without-a-stranger");
    /// A panel holds one nature and one `per`, since what stands on one axis is compared; and each
    /// series once.
    MixedPanel: Error "mixed-panel", spec!("mixed-natures");
    /// What the data say may not be compared stands on no one axis, under no one name and in no words
    /// of growth.
    NotCompared: Error "not-compared", spec!("not-compared");
    /// No two series of a panel have one name, or nobody could tell which is which.
    OneName: Error "one-name", spec!("one-name");
    /// Two figures with a break between them stand in one sentence only where it says so.
    AcrossABreak: Error "across-a-break", spec!("across-a-break");
    /// Series of different units share a panel only as points or spans, never joined.
    MixedUnits: Error "mixed-units", spec!("mixed-units");
    /// The counts of a panel are over periods of one length, or a longer one would only look like more.
    MixedPeriods: Error "mixed-periods", spec!("bars-of-two-lengths");
    /// Bars, and a line of counts, never draw two figures that cover the same days; what overlaps by one
    /// step stands as dots, which a line may join.
    OverlappingMarks: Error "overlapping-marks", spec!("overlap-as-line");
    /// A panel holds no more series than can be told apart.
    TooManySeries: Error "too-many-series", spec!("too-many-series");
    /// Small multiples are one panel of several series, each drawn alone on one axis.
    SmallMultiples: Error "small-multiples", spec!("multiples-of-one");
    /// Bars draw what has a body of its own, never a change.
    BarMark: Error "bar-mark", spec!("bars-of-a-change");
    /// Stacked bars are the parts of one whole: shares of it or counts of one kind, which are said to
    /// add up to it and do so in some period.
    StackedBars: Error "stacked-bars", spec!("stack-without-total");
    /// Spans draw what is counted or averaged over a period.
    SpanMark: Error "span-mark", spec!("span-of-a-stock");
    /// A change is drawn on the level series that changed, between two figures of it.
    ChangeMark: Error "change-mark", spec!("change-on-a-change");
    /// Only a rate or a count over a period is said per a stretch of time, and a count per none that is
    /// longer than its period.
    Conversion: Error "conversion", spec!("convert-a-stock");
    /// Bars start at zero, since their length is what is compared.
    BarsFromZero: Error "bars-from-zero", spec!("bars-without-zero");
    /// A log scale holds values above zero, and neither bars nor zero itself.
    LogScale: Error "log-scale", spec!("bars-on-log");
    /// An axis begins at zero where the values reach to it.
    ZeroIsNear: Advice "zero-is-near", example::ZERO_IS_NEAR;
    /// A line has two figures that it may join: in order, of like periods without a gap or a break
    /// between them, and neither of them a bound.
    NothingJoined: Advice "nothing-joined", example::NOTHING_JOINED;
    /// An event lies near enough to the figures of its panel to be drawn.
    FarEvent: Advice "far-event", example::FAR_EVENT;
    /// What a text computes can be worked out from the data.
    Words: Error "words", spec!("words-unknown-function");
    /// A text says what two series differ in whose numbers it sets beside each other.
    DifferentThings: Advice "different-things", example::DIFFERENT_THINGS;
    /// No number on a chart is typed by hand unless the chart shows it, since it would stay when the
    /// data change.
    TypedNumber: Error "typed-number", spec!("typed-in-title");
    /// An alternative text says the figures that the title says, for those who do not see the picture.
    AltFigures: Advice "alt-figures", example::ALT_FIGURES;
    /// What is said of the latest figure names its period in words that follow the data.
    TypedPeriod: Advice "typed-period", example::TYPED_PERIOD;
    /// A title has no more words than a reader takes in at a glance: fifteen, of which a number that
    /// is worked out is one.
    LongTitle: Advice "long-title", example::LONG_TITLE;
    /// What an author adds below a chart leaves its foot short: four lines in a report, or 15% of its
    /// height where that is more.
    LongFoot: Advice "long-foot", example::LONG_FOOT;
    /// A title tells one fact, the one that the picture shows.
    TwoFacts: Advice "two-facts", example::TWO_FACTS;
    /// A title says what the chart shows of what is counted, since the subtitle says what that is.
    NoFinding: Advice "no-finding", example::NO_FINDING;
    /// A title says what a difference is, and not only that there is one.
    OnlyDiffers: Advice "only-differs", example::ONLY_DIFFERS;
    /// Words of growth, direction and rank, such as doubled, fell and highest, are not contradicted by
    /// the figures of the chart.
    TypedWord: Error "typed-word", spec!("typed-word");
    /// Words of growth, direction and rank can be held against the figures of the chart, or somebody
    /// has to see that they are so.
    UnheldWord: Advice "unheld-word", example::UNHELD_WORD;

    // A picture.
    /// Everything that a chart says has room in its picture.
    Unfit: Error "unfit", example::UNFIT;
    /// A font has every character of a picture in pixels or PDF.
    MissingGlyph: Error "missing-glyph", example::MISSING_GLYPH;
    /// A picture in pixels can be painted.
    Unpainted: Error "unpainted", Told::Nothing;
    /// A PDF can be written.
    Unprinted: Error "unprinted", Told::Nothing;
    /// A document can be put together.
    Unpacked: Error "unpacked", Told::Nothing;
}

impl Rule {
    /// The rule of this name.
    pub fn named(name: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    /// The name in messages: `unknown-source`.
    pub const fn name(self) -> &'static str {
        self.entry().name
    }

    /// How bad it is to break it.
    pub const fn level(self) -> Level {
        match self.entry().weight {
            Weight::Advice => Level::Advice,
            Weight::Error | Weight::Structure => Level::Error,
        }
    }

    /// Whether a file in which it is broken cannot be changed, because nobody can say where a row
    /// begins or in which letters it is written. Everything else is wrong with one row, and no
    /// reason not to add another.
    pub const fn bars_edits(self) -> bool {
        matches!(self.entry().weight, Weight::Structure)
    }

    /// What must hold, and why: one sentence.
    pub fn reason(self) -> &'static str {
        self.entry().reason.trim_start()
    }

    /// A mistake that breaks it, with what to write instead; `None` where no few lines could show
    /// it.
    pub fn example(self) -> Option<Example> {
        self.entry().told.example()
    }

    /// The rule broken at a place. The message says what was found and why it matters: lower
    /// case, names the value, no full stop.
    pub fn at(self, place: Place, message: impl Into<String>) -> Problem {
        Problem { place, rule: self, message: message.into(), hint: None, also: Vec::new() }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Rule;

    #[test]
    fn every_name_stands_for_one_rule_and_every_reason_is_a_sentence() {
        let names: HashSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            assert_eq!(Rule::named(rule.name()), Some(*rule));
            assert!(rule.reason().ends_with('.') && !rule.reason().contains("  "), "{rule}");
        }
    }
}
