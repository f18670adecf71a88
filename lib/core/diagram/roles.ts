/**
 * What a colour in a diagram is for. Mermaid is given one unique placeholder per role; afterwards each placeholder
 * becomes `var(--dg-<role>)`, so the same picture is right in light, in dark and in print. `app/diagrams.css` says what
 * the variables are.
 */
export const DIAGRAM_ROLES = [
  'text',
  'muted',
  'bg',
  'node',
  'node-line',
  'group',
  'group-line',
  'line',
  'accent',
  'accent-soft',
  'note',
  'note-line',
  'crit',
  'crit-line',
  'done',
  'on-series',
  'c1',
  'c2',
  'c3',
  'c4',
  'c5',
  'c6',
  'c7',
  'c8',
] as const;
export type DiagramRole = (typeof DIAGRAM_ROLES)[number];

/** The colour that stands for a role while mermaid draws: `#a1b001`, `#a1b002`, … */
export function placeholderColour(role: DiagramRole): string {
  return `#a1b0${(DIAGRAM_ROLES.indexOf(role) + 1).toString(16).padStart(2, '0')}`;
}

/** The role whose placeholder this is, or null. Understands `#a1b001` and `rgb(161, 176, 1)`, as a browser computes it. */
export function roleOfPlaceholder(colour: string): DiagramRole | null {
  const hex = /^#a1b0([0-9a-f]{2})$/i.exec(colour);
  const computed = /^rgb\(161, ?176, ?(\d{1,3})\)$/.exec(colour);
  const number = hex?.[1] !== undefined ? Number.parseInt(hex[1], 16) : Number(computed?.[1] ?? 0);
  return DIAGRAM_ROLES[number - 1] ?? null;
}

/**
 * The light colour of each role, written beside the variable in a prepared picture so that the file also shows by
 * itself (an `<img>`, a git host). A test holds them equal to `app/diagrams.css`.
 */
export const FALLBACK_COLOURS: Readonly<Record<DiagramRole, string>> = {
  text: '#1b202a',
  muted: '#565b65',
  bg: '#fcfaf7',
  node: '#ffffff',
  'node-line': '#bfbbb4',
  group: '#f4f1ec',
  'group-line': '#dbd7d0',
  line: '#6e737d',
  accent: '#2b5fc0',
  'accent-soft': '#e4edff',
  note: '#f6f1e6',
  'note-line': '#d6cdb9',
  crit: '#fbe6df',
  'crit-line': '#b1543a',
  done: '#ecebe8',
  'on-series': '#ffffff',
  c1: '#466fb2',
  c2: '#966527',
  c3: '#337d5f',
  c4: '#ab5664',
  c5: '#7763a8',
  c6: '#656d79',
  c7: '#2c7b8c',
  c8: '#7b7035',
};

/** A colour as a prepared picture writes it. */
export function roleColour(role: DiagramRole): string {
  return `var(--dg-${role},${FALLBACK_COLOURS[role]})`;
}
