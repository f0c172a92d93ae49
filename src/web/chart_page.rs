//! The page of a chart: the picture, what it shows in words, its figures with their sources and
//! what disputes them, and all that can be taken from it.

use maud::{Markup, PreEscaped, html};

use super::claims::ClaimColumns;
use super::history::SpecChange;
use super::page::{SiteCard, WebPage, linked};
use super::site::{ChartDrawings, ChartPages, SiteChart, SiteFile, StaticSite};
use super::way;
use crate::chart::{Chart, Citation, are_numbered};
use crate::embed::{self, NamedFiles, picture};
use crate::export::DataRow;
use crate::locale::phrases::Pages;
use crate::locale::words::{capital, sentence};
use crate::output::catalogue::spec_label;
use crate::output::evidence::{BIBTEX, CSL as CSL_LIST, PACKAGE};
use crate::output::format::{self, CSV, Format, SVG};
use crate::output::handout::pictures;
use crate::output::kit::Kit;
use crate::output::rendering::Rendering;
use crate::problem::Problem;

/// A file that a reader may take away, and what it is for.
struct OfferedFile {
    name: String,
    used_for: &'static str,
}

/// What a person pastes elsewhere.
struct OfferedSnippet {
    used_for: &'static str,
    text: String,
}

/// All that a page says of its chart.
struct ChartPage<'p> {
    chart: &'p Chart,
    rows: Vec<DataRow>,
    path: String,
    /// What its spec is called.
    label: &'p str,
    picture: String,
    downloads: Vec<OfferedFile>,
    snippets: Vec<OfferedSnippet>,
    card: Option<SiteCard>,
}

impl StaticSite<'_> {
    pub(super) fn chart_pages(
        &self,
        kit: &Kit,
        drawings: &ChartDrawings,
    ) -> Result<ChartPages, Box<Problem>> {
        let (plain, bare) = (&drawings.whole[0], &drawings.bare);
        let (chart, name) = (&plain.chart, &plain.chart.name);
        let mut made: Vec<(String, Vec<u8>)> = Vec::new();
        for (place, drawing) in drawings.whole.iter().enumerate() {
            made.extend(match place {
                0 => kit.files(drawing, &offered())?,
                _ => kit.files(drawing, &[&SVG])?,
            });
        }
        for drawing in bare {
            made.push((SVG.file(&drawing.stem), drawing.svg.clone().into_bytes()));
        }
        let mut card = None;
        if let Some(drawing) = &drawings.card {
            for (file, bytes) in self.card(kit, drawing)? {
                card = card_of(format!("{name}/{file}"), &bytes);
                made.push((file, bytes));
            }
        }
        let page = self.chart_parts(kit, drawings, card)?;
        let mut files = vec![SiteFile { path: page.path.clone(), bytes: self.chart_page(&page) }];
        files.push(self.embed_page(chart, &pictures(&drawings.whole, "")));
        files.extend(
            made.into_iter()
                .map(|(file, bytes)| SiteFile { path: format!("{name}/{file}"), bytes }),
        );
        Ok(ChartPages { chart: self.summary(drawings), files })
    }

    /// What the page of a chart says within whatever is around it; its links lead to where the pages
    /// of a site lie.
    pub fn chart_body(&self, kit: &Kit, drawings: &ChartDrawings) -> Result<Markup, Box<Problem>> {
        Ok(self.body_of_chart(&self.chart_parts(kit, drawings, None)?))
    }

    fn chart_parts<'d>(
        &self,
        kit: &Kit,
        drawings: &'d ChartDrawings,
        card: Option<SiteCard>,
    ) -> Result<ChartPage<'d>, Box<Problem>> {
        let plain = &drawings.whole[0];
        let chart = &plain.chart;
        Ok(ChartPage {
            chart,
            rows: kit.rows(plain),
            picture: picture(&pictures(&drawings.bare, ""), &chart.alt, ""),
            downloads: self.downloads(&plain.stem),
            snippets: self.snippets(kit, drawings)?,
            label: &plain.spec.label,
            path: way::of_chart(&chart.name),
            card,
        })
    }

    /// What other pages say of a chart.
    pub fn summary(&self, drawings: &ChartDrawings) -> SiteChart {
        let plain = &drawings.whole[0];
        let (chart, name) = (&plain.chart, &plain.chart.name);
        let mut shown = pictures(&drawings.bare, "");
        let twins = shown.twins.iter_mut().map(|twin| &mut twin.picture);
        for picture in std::iter::once(&mut shown.svg).chain(twins) {
            picture.path = format!("{name}/{}", picture.path);
        }
        let keys = || chart.stamp.figures.iter().filter_map(|id| self.data.find_figure(id));
        let of_figures = |key| self.data.series(self.data.figure(key).series).id.to_string();
        let cited = chart.sources.iter().map(|citation| citation.source.clone());
        let stated = keys().filter(|key| self.data.has_row(*key));
        let stated =
            stated.map(|key| self.data.source(self.data.figure(key).source).id.to_string());
        SiteChart {
            name: name.clone(),
            label: plain.spec.label.clone(),
            title: chart.title.clone(),
            subtitle: chart.subtitle.clone(),
            pictures: shown,
            series: keys().map(of_figures).collect(),
            sources: stated.chain(cited).collect(),
        }
    }

    /// What lies beside the page of a chart, to be taken away.
    fn downloads(&self, stem: &str) -> Vec<OfferedFile> {
        let pages = &self.data.language.pages;
        let own = |format: &&Format| OfferedFile {
            name: format.file(stem),
            used_for: match format.used_for {
                Some(used_for) => used_for(pages),
                None => self.data.language.website.picture_file(),
            },
        };
        offered().iter().map(own).collect()
    }

    /// What each host is given to paste, for pictures that lie beside it; where the site has an
    /// address, for those that lie there.
    fn snippets(
        &self,
        kit: &Kit,
        drawings: &ChartDrawings,
    ) -> Result<Vec<OfferedSnippet>, Box<Problem>> {
        let (plain, pages) = (&drawings.whole[0], &self.data.language.pages);
        let folder = self
            .address()
            .map(|address| way::on_the_web(address, &format!("{}/", plain.chart.name)));
        let mut snippets: Vec<OfferedSnippet> = Vec::new();
        if let Some(address) = self.address() {
            let (width, height) = (plain.scene.width.ceil(), plain.scene.height.ceil());
            let frame = html! {
                iframe src=(way::on_the_web(address, &way::of_frame(&plain.chart.name)))
                    title=(plain.chart.title) width=(width) height=(height + ROOM_BELOW)
                    style="max-width:100%" {}
            };
            snippets.push(OfferedSnippet {
                used_for: self.data.language.website.as_a_frame(),
                text: frame.into_string(),
            });
        }
        for host in embed::ALL.iter().filter(|host| !host.names_no_text()) {
            // LaTeX and Typst read files and no addresses.
            let prefix = match host.names {
                NamedFiles::Pdf | NamedFiles::SvgOrPdf => "",
                _ => folder.as_deref().unwrap_or_default(),
            };
            let made = kit.paste(host, &drawings.whole, prefix);
            let used_for = host.used_for.map(|used_for: fn(&Pages) -> _| used_for(pages));
            snippets.extend(
                made.zip(used_for).map(|(text, used_for)| OfferedSnippet { used_for, text }),
            );
        }
        Ok(snippets)
    }

    #[cfg(feature = "png")]
    fn card(&self, kit: &Kit, card: &Rendering) -> Result<Vec<(String, Vec<u8>)>, Box<Problem>> {
        kit.files(card, &[&format::PNG])
    }

    #[cfg(not(feature = "png"))]
    fn card(&self, _: &Kit, _: &Rendering) -> Result<Vec<(String, Vec<u8>)>, Box<Problem>> {
        Ok(Vec::new())
    }

    fn chart_page(&self, page: &ChartPage) -> Vec<u8> {
        let chart = page.chart;
        self.page(&WebPage {
            path: &page.path,
            title: &chart.title,
            about: &chart.alt,
            linked_data: self.chart_dataset(chart, &page.rows),
            card: page.card.as_ref(),
            body: self.body_of_chart(page),
        })
    }

    fn body_of_chart(&self, page: &ChartPage) -> Markup {
        let (chart, language) = (page.chart, self.data.language);
        let (pages, words) = (&language.pages, &language.website);
        let disputed = self.disputed(&page.rows);
        html! {
            h1 { (chart.title) }
            @if !chart.subtitle.is_empty() { p.subtitle { (chart.subtitle) } }
            figure.chart { (PreEscaped(&page.picture)) }
            section {
                h2 { (pages.what_it_shows()) }
                @for line in chart.description.lines().filter(|line| !line.trim().is_empty()) {
                    p { (line) }
                }
            }
            section {
                h2 { (pages.the_figures()) }
                @for rows in page.rows.chunk_by(|a, b| a.panel == b.panel) {
                    (self.figures_table(page, rows))
                }
            }
            @if !disputed.is_empty() {
                section {
                    h2 { (words.differing_figures()) }
                    (self.claims_table(&page.path, words.differing_figures(), &disputed, ClaimColumns { series: true, ..ClaimColumns::default() }))
                }
            }
            @if !chart.notes.is_empty() {
                section {
                    h2 { (pages.notes()) }
                    ul { @for note in &chart.notes { li { (note.as_str()) } } }
                }
            }
            @if !chart.sources.is_empty() {
                section {
                    h2 { (pages.sources()) }
                    (self.sources(page))
                }
            }
            section {
                h2 { (words.downloads()) }
                dl {
                    @for file in &page.downloads {
                        dt { a href=(way::from(way::INDEX, &file.name)) download { (file.name) } }
                        dd { (capital(file.used_for)) }
                    }
                    @for (file, used_for) in [(PACKAGE, pages.for_datapackage()), (BIBTEX, pages.for_bibtex()), (CSL_LIST, pages.for_csl())] {
                        dt { a href=(way::from(&page.path, file)) download { (file) } }
                        dd { (capital(used_for)) }
                    }
                }
            }
            section {
                h2 { (words.to_embed()) }
                @for snippet in &page.snippets {
                    details {
                        summary { (capital(snippet.used_for)) }
                        pre tabindex="0" { code { (snippet.text) } }
                    }
                }
            }
            (self.changes_of_chart(page))
        }
    }

    fn figures_table(&self, page: &ChartPage, rows: &[DataRow]) -> Markup {
        let language = self.data.language;
        let caption = match rows[0].panel.as_str() {
            "" => language.pages.figures_of(&page.chart.title),
            panel => panel.to_string(),
        };
        html! {
            section.wide tabindex="0" aria-label=(caption) {
                table {
                    caption { (caption) }
                    thead { tr { @for head in language.table.heads() { th scope="col" { (head) } } } }
                    @for series in rows.chunk_by(|a, b| a.series == b.series) {
                        tbody {
                            @if !series[0].definition.is_empty() {
                                tr {
                                    th.counts scope="rowgroup" colspan="5" {
                                        (sentence(&language.notes.counts(&series[0].title, &series[0].definition)))
                                    }
                                }
                            }
                            @for row in series { (self.figure_row(page, row)) }
                        }
                    }
                }
            }
        }
    }

    fn figure_row(&self, page: &ChartPage, row: &DataRow) -> Markup {
        let language = self.data.language;
        html! {
            tr {
                th scope="row" {
                    a href=(way::from(&page.path, &way::of_series(&row.series))) { (row.title) }
                }
                td { (row.period) }
                td.number { (row.said) }
                td { (row.remarks(language)) }
                td { (self.cited_row(page, row)) }
            }
        }
    }

    /// The source of a row; of what we worked out, those of all that went in.
    fn cited_row(&self, page: &ChartPage, row: &DataRow) -> Markup {
        let own = match self.data.find_source(&row.source.id) {
            Some(_) => {
                let file = way::from(&page.path, &way::of_source(&row.source.id));
                html! { a href=(file) { (row.source.text) } }
            }
            None => html! { (row.source.text) },
        };
        let cited = match row.source.first.as_str() {
            "" => own,
            first => {
                let first = html! { (first) }.into_string();
                let relaying = &self.data.language.table.relaying;
                PreEscaped(relaying.marked_up(
                    |words| html! { (words) }.into_string(),
                    &[&own.into_string(), &first],
                ))
            }
        };
        html! {
            (cited)
            @if let Some(number) = row.source.number { " [" (number) "]" }
        }
    }

    fn sources(&self, page: &ChartPage) -> Markup {
        let cited = |citation: &Citation| {
            let own = self.data.find_source(&citation.source);
            html! {
                @if own.is_some() {
                    a href=(way::from(&page.path, &way::of_source(&citation.source))) { (citation.text) }
                } @else {
                    (linked(&citation.text, &citation.url))
                }
                @if !citation.only_of.is_empty() { " (" (citation.only_of) ")" }
            }
        };
        html! {
            @if are_numbered(&page.chart.sources) {
                ol { @for citation in &page.chart.sources { li { (cited(citation)) } } }
            } @else {
                ul { @for citation in &page.chart.sources { li { (cited(citation)) } } }
            }
        }
    }

    /// What became of its figures and of its spec, the last first.
    fn changes_of_chart(&self, page: &ChartPage) -> Markup {
        let words = &self.data.language.website;
        let shown = |id: &String| page.chart.stamp.figures.contains(id);
        let steps: Vec<_> = self
            .history
            .steps
            .iter()
            .map(|step| {
                let specs = step.specs.iter().filter(|(name, _)| spec_label(name) == page.label);
                let rows: Vec<_> = step.rows.iter().filter(|row| shown(&row.id)).collect();
                (step, specs.map(|(_, what)| *what).next(), rows)
            })
            .filter(|(_, spec, rows)| spec.is_some() || !rows.is_empty())
            .collect();
        html! {
            @if self.has_history() {
                section {
                    h2 { (words.what_changed_when()) }
                    @for (step, spec, rows) in &steps {
                        h3 { (self.data.language.date(step.day)) }
                        @if let Some(spec) = spec { p { (self.spec_changed(*spec)) } }
                        (self.change_table(&page.path, step.day, rows))
                    }
                    @if steps.is_empty() { p { (words.no_changes()) } }
                    @if self.history.begins_later { p { (words.earlier_changes()) } }
                }
            }
        }
    }

    pub(super) fn spec_changed(&self, change: SpecChange) -> String {
        let words = &self.data.language.website;
        sentence(&capital(match change {
            SpecChange::First => words.first_described(),
            SpecChange::Other => words.described_anew(),
        }))
    }
}

/// A PNG says early how wide and high it is.
fn card_of(path: String, png: &[u8]) -> Option<SiteCard> {
    let side = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    Some(SiteCard { path, width: side(16)?, height: side(20)? })
}

/// What is offered of the plain picture: all but words that the page says.
fn offered() -> Vec<&'static Format> {
    format::ALL.iter().copied().filter(|format| format.has_looks || **format == CSV).collect()
}

/// In pixels: the words below the picture in a frame.
const ROOM_BELOW: f64 = 60.0;
