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
  text: '#1b1f29',
  muted: '#575b64',
  bg: '#fbfaf7',
  node: '#ffffff',
  'node-line': '#bcb6af',
  group: '#f6f3ee',
  'group-line': '#dad7d0',
  line: '#6d727b',
  accent: '#2c5dbd',
  'accent-soft': '#e3edff',
  note: '#f7f1e5',
  'note-line': '#d6cdb8',
  crit: '#fde8e0',
  'crit-line': '#a85237',
  done: '#eeedea',
  'on-series': '#12161f',
  c1: '#6b90d4',
  c2: '#bb864b',
  c3: '#4e9f7f',
  c4: '#d1717c',
  c5: '#9e82c8',
  c6: '#898f9b',
  c7: '#459bb4',
  c8: '#909556',
};

/** A colour as a prepared picture writes it. */
export function roleColour(role: DiagramRole): string {
  return `var(--dg-${role},${FALLBACK_COLOURS[role]})`;
}
