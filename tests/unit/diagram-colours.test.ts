import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DIAGRAM_ROLES,
  type DiagramRole,
  FALLBACK_COLOURS,
  placeholderColour,
  roleColour,
  roleOfPlaceholder,
} from '@/lib/core/diagram/roles';

const style = ['globals.css', 'diagrams.css'].map((file) => readFileSync(join('app', file), 'utf8')).join('\n');
type Theme = 'light' | 'dark';

/** The colour of a variable as sRGB hex; follows one `var()` and picks a side of `light-dark()`. */
function colour(variable: string, theme: Theme): string {
  const value = new RegExp(`--${variable}:\\s*([^;]+);`).exec(style)?.[1] ?? '';
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (reference !== undefined) return colour(reference, theme);
  const sides = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  const side = sides[theme === 'dark' ? 1 : 0];
  if (side === undefined) throw new Error(`--${variable} is "${value}"`);
  return hexOfOklch(Number(side[1]), Number(side[2]), Number(side[3]));
}

/** After Björn Ottosson, "A perceptual color space for image processing". */
function hexOfOklch(lightness: number, chroma: number, hueDegrees: number): string {
  const hue = (hueDegrees * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channels = linear.map((value) => {
    const clipped = Math.min(1, Math.max(0, value));
    const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** WCAG 2 contrast of two hex colours. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const FILLS: readonly DiagramRole[] = ['bg', 'node', 'group', 'accent-soft', 'note', 'crit', 'done'];
const SERIES = DIAGRAM_ROLES.filter((role) => /^c\d$/.test(role));
const THEMES = ['light', 'dark'] as const;

describe('the colours of diagrams', () => {
  it.each(DIAGRAM_ROLES)('%s has a variable, and falls back to its light value', (role) => {
    expect(FALLBACK_COLOURS[role]).toBe(colour(`dg-${role}`, 'light'));
    expect(colour(`dg-${role}`, 'dark')).toMatch(/^#/);
  });

  it.each(THEMES.flatMap((theme) => FILLS.map((fill) => [theme, fill] as const)))(
    'in %s, text can be read on %s',
    (theme, fill) => {
      expect(contrast(colour('dg-text', theme), colour(`dg-${fill}`, theme))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('dg-muted', theme), colour(`dg-${fill}`, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(THEMES.flatMap((theme) => SERIES.map((one) => [theme, one] as const)))(
    'in %s, %s can be told from the page and written on',
    (theme, one) => {
      expect(contrast(colour('dg-on-series', theme), colour(`dg-${one}`, theme))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('dg-bg', theme), colour(`dg-${one}`, theme))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(THEMES)('in %s, lines and emphasis can be seen', (theme) => {
    for (const role of ['line', 'accent', 'crit-line']) {
      expect(contrast(colour('dg-bg', theme), colour(`dg-${role}`, theme))).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('placeholders', () => {
  it('lead back to their role, as hex and as a browser computes them', () => {
    for (const role of DIAGRAM_ROLES) {
      const hex = placeholderColour(role);
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      expect(roleOfPlaceholder(hex)).toBe(role);
      expect(roleOfPlaceholder(`rgb(${r}, ${g}, ${b})`)).toBe(role);
      expect(roleColour(role)).toBe(`var(--dg-${role},${FALLBACK_COLOURS[role]})`);
    }
  });

  it.each(['#a1b000', '#a1b0ff', 'rgb(161, 176, 0)', 'rgb(161, 176, 99)', 'red', ''])('are not %j', (other) => {
    expect(roleOfPlaceholder(other)).toBeNull();
  });
});
