import { type DiagramRole, placeholderColour } from './roles';

/**
 * Every colour and size that mermaid's `base` theme knows. All of them are set: what is left out is derived (darkened,
 * inverted) from the others, and a derived colour cannot be mapped back to its role.
 */
export function diagramThemeVariables(fontFamily: string): Record<string, unknown> {
  const c = (role: DiagramRole) => placeholderColour(role);
  const series = (index: number) => c(`c${(index % 8) + 1}` as DiagramRole);
  return {
    darkMode: false,
    fontFamily,
    fontSize: '14px',
    useGradient: false,
    dropShadow: 'none',
    radius: 6,
    strokeWidth: 1.25,
    ...paint(c('bg'), ['background', 'edgeLabelBackground', 'labelBackgroundColor', 'altSectionBkgColor', 'rowOdd']),
    ...paint(c('bg'), ['pieStrokeColor', 'pieOuterStrokeColor', 'sequenceNumberColor', 'attributeBackgroundColorOdd']),
    ...paint(c('bg'), ['relationLabelBackground', 'commitLabelBackground']),
    ...paint(c('node'), ['primaryColor', 'nodeBkg', 'mainBkg', 'actorBkg', 'personBkg', 'rowEven', 'stateBkg']),
    ...paint(c('node'), ['attributeBackgroundColorEven', 'requirementBackground', 'tagLabelBackground']),
    ...paint(c('node-line'), [
      'primaryBorderColor',
      'nodeBorder',
      'actorBorder',
      'doneTaskBorderColor',
      'personBorder',
    ]),
    ...paint(c('node-line'), ['requirementBorderColor', 'tagLabelBorder', 'gradientStart', 'gradientStop']),
    ...paint(c('accent-soft'), ['secondaryColor', 'labelBoxBkgColor', 'activationBkgColor', 'taskBkgColor']),
    ...paint(c('accent-soft'), ['activeTaskBkgColor']),
    ...paint(c('accent'), ['secondaryBorderColor', 'activationBorderColor', 'activeTaskBorderColor', 'vertLineColor']),
    ...paint(c('accent'), ['taskTextClickableColor', 'taskBorderColor']),
    ...paint(c('group'), ['tertiaryColor', 'clusterBkg', 'rectBkgColor', 'sectionBkgColor', 'sectionBkgColor2']),
    ...paint(c('group'), ['compositeBackground', 'altBackground', 'compositeTitleBackground']),
    ...paint(c('group-line'), ['tertiaryBorderColor', 'border2', 'clusterBorder', 'actorLineColor', 'gridColor']),
    ...paint(c('group-line'), ['labelBoxBorderColor', 'compositeBorder']),
    ...paint(c('note'), ['noteBkgColor']),
    ...paint(c('note-line'), ['noteBorderColor']),
    ...paint(c('line'), ['lineColor', 'arrowheadColor', 'defaultLinkColor', 'signalColor', 'transitionColor']),
    ...paint(c('line'), ['innerEndBackground', 'specialStateColor', 'relationColor']),
    ...paint(c('muted'), ['titleColor', 'loopTextColor']),
    ...paint(c('text'), ['primaryTextColor', 'secondaryTextColor', 'tertiaryTextColor', 'noteTextColor', 'textColor']),
    ...paint(c('text'), ['nodeTextColor', 'actorTextColor', 'signalTextColor', 'labelTextColor', 'taskTextColor']),
    ...paint(c('text'), ['taskTextOutsideColor', 'taskTextLightColor', 'taskTextDarkColor', 'transitionLabelColor']),
    ...paint(c('text'), [
      'stateLabelColor',
      'scaleLabelColor',
      'classText',
      'requirementTextColor',
      'branchLabelColor',
    ]),
    ...paint(c('text'), ['relationLabelColor', 'tagLabelColor', 'commitLabelColor', 'vennTitleTextColor']),
    ...paint(c('text'), ['vennSetTextColor', 'pieTitleTextColor', 'pieLegendTextColor']),
    ...paint(c('done'), ['doneTaskBkgColor', 'excludeBkgColor']),
    ...paint(c('crit'), ['critBkgColor', 'errorBkgColor']),
    ...paint(c('crit-line'), ['critBorderColor', 'todayLineColor', 'errorTextColor']),
    pieTitleTextSize: '15px',
    pieSectionTextSize: '13px',
    pieSectionTextColor: c('on-series'),
    pieLegendTextSize: '14px',
    pieStrokeWidth: '2px',
    pieOuterStrokeWidth: '0px',
    pieOpacity: '1',
    quadrant1Fill: c('accent-soft'),
    quadrant2Fill: c('node'),
    quadrant3Fill: c('group'),
    quadrant4Fill: c('node'),
    ...paint(c('muted'), ['quadrant1TextFill', 'quadrant2TextFill', 'quadrant3TextFill', 'quadrant4TextFill']),
    ...paint(c('muted'), ['quadrantXAxisTextFill', 'quadrantYAxisTextFill']),
    quadrantPointFill: c('accent'),
    quadrantPointTextFill: c('text'),
    quadrantInternalBorderStrokeFill: c('group-line'),
    quadrantExternalBorderStrokeFill: c('node-line'),
    quadrantTitleFill: c('text'),
    xyChart: {
      backgroundColor: c('bg'),
      ...paint(c('text'), ['titleColor', 'dataLabelColor', 'legendTextColor']),
      ...paint(c('muted'), ['xAxisTitleColor', 'xAxisLabelColor', 'yAxisTitleColor', 'yAxisLabelColor']),
      ...paint(c('node-line'), ['xAxisTickColor', 'xAxisLineColor', 'yAxisTickColor', 'yAxisLineColor']),
      plotColorPalette: [0, 1, 2, 3, 4, 5].map(series).join(','),
    },
    ...numbered(12, 1, (i) => ({ [`pie${i}`]: series(i - 1) })),
    ...numbered(12, 0, (i) => ({
      [`cScale${i}`]: c('accent-soft'),
      [`cScaleInv${i}`]: c('group-line'),
      [`cScalePeer${i}`]: c('node-line'),
      [`cScaleLabel${i}`]: c('text'),
    })),
    ...numbered(8, 0, (i) => ({
      [`git${i}`]: series(i),
      [`gitInv${i}`]: c('bg'),
      [`gitBranchLabel${i}`]: c('on-series'),
      [`fillType${i}`]: c('node'),
      [`venn${i + 1}`]: series(i),
    })),
    ...numbered(5, 0, (i) => ({ [`surface${i}`]: c('node'), [`surfacePeer${i}`]: c('node-line') })),
  };
}

function paint(colour: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, colour]));
}

function numbered(count: number, first: number, entry: (index: number) => Record<string, string>) {
  return Object.assign({}, ...Array.from({ length: count }, (_, i) => entry(first + i))) as Record<string, string>;
}
