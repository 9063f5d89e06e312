/**
 * Names of elements that say how a Word file looks and never what it says. They are most of the file and are passed over while it
 * is parsed. What takes part in reading (numbering, hidden and struck text, merged cells, tracked changes) is not among them.
 */
const ofRuns =
  'rFonts b bCs i iCs u color spacing w kern position sz szCs highlight shd bdr lang eastAsianLayout em effect emboss imprint outline shadow snapToGrid fitText rtl cs caps smallCaps';
const ofParagraphs =
  'keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens pBdr tabs kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN adjustRightInd ind contextualSpacing mirrorIndents jc textDirection textAlignment textboxTightWrap outlineLvl framePr divId pPrChange sectPr sectPrChange';
const ofTables =
  'tblPr tblPrEx tblPrChange tblGrid tblStylePr trHeight cantSplit tblHeader tblCellSpacing tcW tcBorders tcMar vAlign noWrap tcFitText hideMark cnfStyle';
const ofStyles =
  'latentStyles docDefaults name aliases next link autoRedefine uiPriority semiHidden unhideWhenUsed qFormat locked personal rsid';
const marks = 'proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak permStart permEnd lvlJc nsid tmpl multiLevelType';

export const looks: ReadonlySet<string> = new Set(
  [ofRuns, ofParagraphs, ofTables, ofStyles, marks].flatMap((names) => names.split(' ').map((name) => `w:${name}`)),
);
