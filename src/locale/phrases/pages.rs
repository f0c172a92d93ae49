use crate::locale::phrase::phrases;

phrases! {
    /// What documents and pages say around a chart: headings, captions, what each file is for.
    Pages {
        what_it_shows,
        the_figures,
        notes,
        sources,
        /// Sources of what is told of but not drawn.
        also_told_of,
        /// The source of events, in a list of sources.
        for_events(events, source),
        quoted(title),
        archived(url),
        /// What opens the description and the table below a picture.
        description_and_figures(title),
        figures_of(title),
        /// A caption that the program numbers.
        figure_caption(number, title),
        /// Of the data that is attached to a PDF.
        attachment,
        charts_of(project),
        files(files),
        /// Of the list of files: a file, and what it is for.
        file,
        file_for,
        open_the_page(page),
        beside_the_document,
        keep_the_source_line(file),
        the_charts,
        for_pages,
        for_dark_pages,
        for_phones,
        for_dark_phones,
        for_paper,
        for_a_slide,
        for_a_card,
        for_a_post,
        for_a_tall_post,
        for_png,
        for_pdf,
        for_docx,
        for_pptx,
        for_email,
        for_alt,
        for_markdown_document,
        for_csv,
        for_html,
        for_strict_html,
        for_markdown,
        for_github,
        for_quarto,
        for_pandoc,
        for_myst,
        for_latex,
        for_typst,
        for_datapackage,
        for_bibtex,
        for_csl,
    }
}
