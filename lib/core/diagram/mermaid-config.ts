import { placeholderColour } from './roles';
import { diagramThemeVariables } from './theme-variables';

/** `elk` draws straight right-angle routes but costs 450 kB of JavaScript, so live pictures use `dagre`. */
export type DiagramLayout = 'elk' | 'dagre';

/** Longest source that is drawn, in characters. Longer ones make mermaid draw an apology instead of raising an error. */
export const MAX_DRAWN_CHARACTERS = 20_000;
export const MAX_DRAWN_EDGES = 200;

/** Appended to sources whose type knows classes: authors write `:::accent` and no colour of their own. */
export const ACCENT_CLASS = `classDef accent fill:${placeholderColour('accent-soft')},stroke:${placeholderColour('accent')},color:${placeholderColour('text')}`;

const DIAGRAM_SECTIONS = [
  'agentflow',
  'architecture',
  'block',
  'c4',
  'class',
  'cynefin',
  'er',
  'eventmodeling',
  'flowchart',
  'gantt',
  'gitGraph',
  'ishikawa',
  'journey',
  'kanban',
  'mindmap',
  'packet',
  'pie',
  'quadrantChart',
  'radar',
  'requirement',
  'sankey',
  'sequence',
  'state',
  'swimlane',
  'timeline',
  'treeView',
  'treemap',
  'usecase',
  'venn',
  'wardley',
  'xyChart',
];

/** Keys that a source may not set for itself by `%%{init}%%` or front matter: all of them. */
const LOCKED_KEYS = [
  'altFontFamily',
  'arrowMarkerAbsolute',
  'darkMode',
  'deterministicIDSeed',
  'deterministicIds',
  'dompurifyConfig',
  'elk',
  'fontFamily',
  'fontSize',
  'forceLegacyMathML',
  'handDrawnSeed',
  'htmlLabels',
  'layout',
  'legacyMathML',
  'logLevel',
  'look',
  'markdownAutoWrap',
  'maxEdges',
  'maxTextSize',
  'secure',
  'securityLevel',
  'startOnLoad',
  'suppressErrorRendering',
  'theme',
  'themeCSS',
  'themeVariables',
  'wrap',
  ...DIAGRAM_SECTIONS,
];

/**
 * Mermaid's configuration, for prepared and for live pictures alike. Everything is locked, because `securityLevel:
 * 'strict'` alone lets a source load images and style sheets from elsewhere.
 */
export function mermaidConfig(layout: DiagramLayout, fontFamily: string) {
  const font = { fontFamily };
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    logLevel: 'fatal',
    deterministicIds: true,
    deterministicIDSeed: 'd',
    // Rough outlines have random control points even at roughness 0.
    handDrawnSeed: 1,
    htmlLabels: false,
    markdownAutoWrap: true,
    maxTextSize: MAX_DRAWN_CHARACTERS,
    maxEdges: MAX_DRAWN_EDGES,
    arrowMarkerAbsolute: false,
    theme: 'base',
    look: 'classic',
    layout,
    ...font,
    fontSize: 14,
    themeVariables: diagramThemeVariables(fontFamily),
    flowchart: {
      htmlLabels: false,
      // Where routes are not right-angled, rounded corners look like kinks.
      curve: layout === 'elk' ? 'rounded' : 'basis',
      nodeSpacing: 28,
      rankSpacing: 44,
      padding: 14,
      diagramPadding: 8,
      wrappingWidth: 260,
      minNodeWidth: 0,
      useMaxWidth: false,
      titleTopMargin: 16,
      subGraphTitleMargin: { top: 6, bottom: 10 },
      defaultRenderer: 'dagre-wrapper',
    },
    sequence: {
      useMaxWidth: false,
      actorFontFamily: fontFamily,
      noteFontFamily: fontFamily,
      messageFontFamily: fontFamily,
      actorFontSize: 14,
      noteFontSize: 13,
      messageFontSize: 13,
      actorFontWeight: 600,
      messageFontWeight: 400,
      noteFontWeight: 400,
      width: 132,
      height: 44,
      boxMargin: 10,
      boxTextMargin: 6,
      noteMargin: 10,
      messageMargin: 34,
      actorMargin: 36,
      diagramMarginX: 8,
      diagramMarginY: 8,
      mirrorActors: false,
      wrap: false,
      rightAngles: false,
    },
    state: {
      useMaxWidth: false,
      minNodeWidth: 0,
      defaultRenderer: 'dagre-wrapper',
      nodeSpacing: 36,
      rankSpacing: 44,
      padding: 10,
      titleTopMargin: 16,
    },
    gantt: {
      useMaxWidth: false,
      useWidth: 760,
      barHeight: 24,
      barGap: 8,
      // Below 50 the last bar lies on the axis.
      topPadding: 50,
      leftPadding: 110,
      rightPadding: 24,
      gridLineStartPadding: 40,
      fontSize: 13,
      sectionFontSize: 13,
    },
    er: { useMaxWidth: false, fontSize: 13, nodeSpacing: 60, rankSpacing: 60, entityPadding: 12, diagramPadding: 8 },
    class: {
      useMaxWidth: false,
      htmlLabels: false,
      hideEmptyMembersBox: true,
      nodeSpacing: 36,
      rankSpacing: 44,
      padding: 12,
      diagramPadding: 8,
    },
    pie: { useMaxWidth: false, textPosition: 0.72 },
    quadrantChart: {
      useMaxWidth: false,
      chartWidth: 520,
      chartHeight: 440,
      titleFontSize: 15,
      quadrantLabelFontSize: 14,
      xAxisLabelFontSize: 13,
      yAxisLabelFontSize: 13,
      pointLabelFontSize: 13,
      pointRadius: 5,
      quadrantInternalBorderStrokeWidth: 1,
      quadrantExternalBorderStrokeWidth: 1,
    },
    xyChart: {
      useMaxWidth: false,
      width: 600,
      height: 360,
      titleFontSize: 15,
      xAxis: { labelFontSize: 13, titleFontSize: 13, tickWidth: 1, axisLineWidth: 1 },
      yAxis: { labelFontSize: 13, titleFontSize: 13, tickWidth: 1, axisLineWidth: 1 },
    },
    ...Object.fromEntries(
      ['mindmap', 'journey', 'gitGraph', 'requirement', 'sankey', 'block', 'packet', 'radar', 'kanban', 'c4'].map(
        (section) => [section, { useMaxWidth: false }],
      ),
    ),
    elk: {
      // Merged edges look calmer and draw connections that are not there.
      mergeEdges: false,
      nodePlacementStrategy: 'NETWORK_SIMPLEX',
      forceNodeModelOrder: false,
      considerModelOrder: 'NODES_AND_EDGES',
    },
    secure: LOCKED_KEYS,
  } as const;
}
