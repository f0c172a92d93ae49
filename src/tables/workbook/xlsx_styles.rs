//! The number formats of a workbook of Excel, by the style of a cell.

use std::collections::HashMap;

use super::fault::WorkbookFault;
use super::number_format::NumberFormat;
use super::xml::{XmlPart, XmlReader};

/// The formats of the styles, in their order.
pub fn formats(text: &str) -> Result<Vec<NumberFormat>, WorkbookFault> {
    let mut xml = XmlReader::new(text);
    let mut codes: HashMap<usize, String> = HashMap::new();
    let mut styles = Vec::new();
    let mut is_cells = false;
    loop {
        match xml.next()? {
            XmlPart::Open(element) if element.name == "numFmt" => {
                let code = element.attribute("formatCode").unwrap_or_default();
                codes.insert(element.count("numFmtId", 0), code);
            }
            XmlPart::Open(element) if element.name == "cellXfs" => is_cells = true,
            XmlPart::Close(name) if name == "cellXfs" => is_cells = false,
            XmlPart::Open(element) if element.name == "xf" && is_cells => {
                styles.push(element.count("numFmtId", 0));
            }
            XmlPart::End => break,
            _ => {}
        }
    }
    let code = |id: &usize| codes.get(id).cloned().unwrap_or_else(|| built_in(*id));
    Ok(styles.iter().map(|id| NumberFormat::read(&code(id))).collect())
}

/// The codes that a file need not write out. Those with a currency are each computer's own, and
/// those of East Asia too: their code here is none that is understood.
fn built_in(id: usize) -> String {
    let code = match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        37 => "#,##0 ;(#,##0)",
        38 => "#,##0 ;[Red](#,##0)",
        39 => "#,##0.00;(#,##0.00)",
        40 => "#,##0.00;[Red](#,##0.00)",
        41 => "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)",
        43 => "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        49 => "@",
        other => return format!("built-in format {other}"),
    };
    code.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_are_not_written_out_are_known() {
        let text = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;m&quot;\"/></numFmts>\
                    <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
                    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"44\"/></cellXfs></styleSheet>";
        let codes: Vec<_> = formats(text).unwrap().into_iter().map(|format| format.code).collect();
        assert_eq!(codes, ["General", "0.0\"m\"", "built-in format 44"]);
    }
}
