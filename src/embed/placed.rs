//! A picture as it stands in a document of Word and on a slide: its PNG, the SVG that newer programs
//! show in place of that, its alternative text, and the chart's name as its own.

use super::escaped::xml;

/// Where a picture is put. Lengths are English Metric Units.
pub struct PlacedPicture<'p> {
    /// The name of the chart.
    pub name: &'p str,
    /// The alternative text.
    pub alt: &'p str,
    /// A number of its own within the page.
    pub id: u32,
    /// What the page calls the part of the PNG.
    pub png: &'p str,
    /// What it calls that of the SVG.
    pub svg: &'p str,
    /// From the left and the top of a slide.
    pub at: (i64, i64),
    /// Width and height.
    pub size: (i64, i64),
}

/// A pixel.
pub const PIXEL: f64 = 9525.0;

impl PlacedPicture<'_> {
    /// `<w:drawing>`, in the line.
    pub fn in_word(&self) -> String {
        let (width, height) = self.size;
        let (alt, name, id) = (xml(self.alt), xml(self.name), self.id);
        let transform = transform((0, 0, width, height));
        format!(
            "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/>\
             <wp:docPr id=\"{id}\" name=\"{name}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic><a:graphicData \
             uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
             <pic:cNvPr id=\"{id}\" name=\"{name}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill>{}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>{transform}\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
             </a:graphicData></a:graphic></wp:inline></w:drawing>",
            self.blip()
        )
    }

    /// `<p:pic>`.
    pub fn on_slide(&self) -> String {
        let (alt, name, id) = (xml(self.alt), xml(self.name), self.id);
        let transform = transform((self.at.0, self.at.1, self.size.0, self.size.1));
        format!(
            "<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"{name}\" descr=\"{alt}\"/><p:cNvPicPr>\
             <a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>{}\
             <a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{transform}\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
            self.blip()
        )
    }

    fn blip(&self) -> String {
        let (png, svg) = (self.png, self.svg);
        format!(
            "<a:blip r:embed=\"{png}\"><a:extLst>\
             <a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\">\
             <asvg:svgBlip r:embed=\"{svg}\"/></a:ext></a:extLst></a:blip>"
        )
    }
}

/// Left, top, width and height.
pub fn transform((left, top, width, height): (i64, i64, i64, i64)) -> String {
    format!(
        "<a:xfrm><a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>"
    )
}
