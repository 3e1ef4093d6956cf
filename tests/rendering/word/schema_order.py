"""The order of children that ISO/IEC 29500-1, annex A (transitional), asks for, as far as the Word copy uses them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ORDER: Mapping[str, str] = {
    "document": "background body",
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
        adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
        textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign
        rtl cs em lang eastAsianLayout specVanish oMath""",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
        tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType
        cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
        displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData
        embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
        bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
        hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles
        stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions
        doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme
        styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
        doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
        bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
        drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
        doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
        doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars
        noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml
        ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly
        useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults
        footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping
        doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown
        smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator""",
}
ORDER: Mapping[str, list[str]] = {
    W + parent: [W + child for child in children.split()] for parent, children in _ORDER.items()
}


def out_of_order(root: etree._Element) -> Iterator[str]:
    """Each element whose children the schema would refuse, as `parent: child child …`."""
    for element in root.iter(*ORDER):
        order, children = ORDER[str(element.tag)], [str(child.tag) for child in element]
        unknown = [child for child in children if child not in order]
        if unknown or [order.index(child) for child in children] != sorted(order.index(child) for child in children):
            yield f"{_short(element.tag)}: {' '.join(map(_short, children))}"


def _short(tag: object) -> str:
    return str(tag).rpartition("}")[2]
