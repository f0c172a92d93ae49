//! The parts of a presentation of one slide that are the same for every chart: `LANGUAGE` is put in.

pub const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" \
    ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" \
    ContentType=\"image/png\"/><Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
    <Override PartName=\"/ppt/presentation.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/>\
    <Override PartName=\"/ppt/slideMasters/slideMaster1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml\"/>\
    <Override PartName=\"/ppt/slideLayouts/slideLayout1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml\"/>\
    <Override PartName=\"/ppt/notesMasters/notesMaster1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml\"/>\
    <Override PartName=\"/ppt/slides/slide1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slide+xml\"/>\
    <Override PartName=\"/ppt/notesSlides/notesSlide1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml\"/>\
    <Override PartName=\"/ppt/theme/theme1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>\
    <Override PartName=\"/ppt/theme/theme2.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" \
    ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

pub const PACKAGE_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"document\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"ppt/presentation.xml\"/><Relationship Id=\"core\" \
    Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
    Target=\"docProps/core.xml\"/></Relationships>";

pub const PRESENTATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <p:presentation xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">\
    <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"master\"/></p:sldMasterIdLst>\
    <p:notesMasterIdLst><p:notesMasterId r:id=\"notes\"/></p:notesMasterIdLst><p:sldIdLst>\
    <p:sldId id=\"256\" r:id=\"slide\"/></p:sldIdLst>\
    <p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>\
    <p:defaultTextStyle><a:defPPr><a:defRPr lang=\"LANGUAGE\"/></a:defPPr>\
    </p:defaultTextStyle></p:presentation>";

pub const PRESENTATION_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"master\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster\" \
    Target=\"slideMasters/slideMaster1.xml\"/><Relationship Id=\"notes\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesMaster\" \
    Target=\"notesMasters/notesMaster1.xml\"/><Relationship Id=\"slide\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide\" \
    Target=\"slides/slide1.xml\"/><Relationship Id=\"theme\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme\" \
    Target=\"theme/theme1.xml\"/></Relationships>";

pub const MASTER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <p:sldMaster xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:bg>\
    <p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr>\
    </p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>\
    </p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
    <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr><p:sp>\
    <p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>\
    </p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>\
    <a:off x=\"457200\" y=\"228600\"/><a:ext cx=\"11277600\" cy=\"1143000\"/></a:xfrm>\
    <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>\
    <a:bodyPr anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>\
    <a:rPr lang=\"LANGUAGE\"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>\
    </p:cSld>\
    <p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>\
    <p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"layout\"/></p:sldLayoutIdLst>\
    <p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:buNone/>\
    <a:defRPr sz=\"2800\" b=\"1\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
    <a:latin typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>\
    <a:lvl1pPr algn=\"l\"><a:buNone/><a:defRPr sz=\"1600\"><a:solidFill>\
    <a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr>\
    </a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1000\">\
    <a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>\
    </a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>";

pub const MASTER_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"layout\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout\" \
    Target=\"../slideLayouts/slideLayout1.xml\"/><Relationship Id=\"theme\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme\" \
    Target=\"../theme/theme1.xml\"/></Relationships>";

pub const LAYOUT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <p:sldLayout xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" type=\"titleOnly\" preserve=\"1\">\
    <p:cSld name=\"Title only\"><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>\
    <p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
    <a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>\
    </a:xfrm></p:grpSpPr><p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr>\
    <a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr>\
    <p:spPr></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>\
    </p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>\
    </p:sldLayout>";

pub const LAYOUT_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"master\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster\" \
    Target=\"../slideMasters/slideMaster1.xml\"/></Relationships>";

pub const NOTES_MASTER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <p:notesMaster xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:bg>\
    <p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr>\
    </p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>\
    </p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
    <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr><p:sp>\
    <p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr>\
    <a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>\
    <p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>\
    <a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm>\
    <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp><p:sp><p:nvSpPr>\
    <p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
    <p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr>\
    <a:xfrm><a:off x=\"685800\" y=\"4400550\"/><a:ext cx=\"5486400\" cy=\"3600450\"/>\
    </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>\
    <a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp></p:spTree></p:cSld>\
    <p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>\
    <p:notesStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1200\"><a:solidFill>\
    <a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr>\
    </a:lvl1pPr></p:notesStyle></p:notesMaster>";

pub const NOTES_MASTER_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"theme\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme\" \
    Target=\"../theme/theme2.xml\"/></Relationships>";

pub const THEME: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <a:theme \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Plain\">\
    <a:themeElements><a:clrScheme name=\"Plain\"><a:dk1><a:srgbClr val=\"1B1F24\"/></a:dk1>\
    <a:lt1><a:srgbClr val=\"FFFFFF\"/></a:lt1><a:dk2><a:srgbClr val=\"44546A\"/></a:dk2>\
    <a:lt2><a:srgbClr val=\"E7E6E6\"/></a:lt2><a:accent1><a:srgbClr val=\"0B5CAD\"/>\
    </a:accent1><a:accent2><a:srgbClr val=\"C2410C\"/></a:accent2><a:accent3>\
    <a:srgbClr val=\"4D7C0F\"/></a:accent3><a:accent4><a:srgbClr val=\"7E22CE\"/>\
    </a:accent4><a:accent5><a:srgbClr val=\"0F766E\"/></a:accent5><a:accent6>\
    <a:srgbClr val=\"A16207\"/></a:accent6><a:hlink><a:srgbClr val=\"0563C1\"/></a:hlink>\
    <a:folHlink><a:srgbClr val=\"954F72\"/></a:folHlink></a:clrScheme>\
    <a:fontScheme name=\"Plain\"><a:majorFont><a:latin typeface=\"Arial\"/>\
    <a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont>\
    <a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont>\
    </a:fontScheme><a:fmtScheme name=\"Plain\"><a:fillStyleLst><a:solidFill>\
    <a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/>\
    </a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:fillStyleLst>\
    <a:lnStyleLst><a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>\
    <a:prstDash val=\"solid\"/></a:ln><a:ln w=\"9525\"><a:solidFill>\
    <a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/></a:ln>\
    <a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>\
    <a:prstDash val=\"solid\"/></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle>\
    <a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>\
    <a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst>\
    <a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill>\
    <a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/>\
    </a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";

pub const SLIDE_START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" \
    xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"><p:cSld>\
    <p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>\
    </p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
    <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

pub const SLIDE_END: &str =
    "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";

pub const SLIDE_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"layout\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout\" \
    Target=\"../slideLayouts/slideLayout1.xml\"/><Relationship Id=\"notes\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesSlide\" \
    Target=\"../notesSlides/notesSlide1.xml\"/><Relationship Id=\"png\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
    Target=\"../media/chart.png\"/><Relationship Id=\"svg\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
    Target=\"../media/chart.svg\"/></Relationships>";

pub const NOTES_START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <p:notes xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld>\
    <p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>\
    </p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
    <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

pub const NOTES_PICTURE: &str = "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr>\
    <a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>\
    <p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr></p:spPr></p:sp>";

pub const NOTES_END: &str =
    "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>";

pub const NOTES_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"master\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesMaster\" \
    Target=\"../notesMasters/notesMaster1.xml\"/><Relationship Id=\"slide\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide\" \
    Target=\"../slides/slide1.xml\"/></Relationships>";
