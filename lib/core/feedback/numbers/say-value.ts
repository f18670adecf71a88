import type { UnitKind } from './quantity';

const TIMES: readonly (readonly [number, string])[] = [
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
];
const SIZES: readonly (readonly [number, string])[] = [
  [1e15, 'PB'],
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
];
const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** Three significant digits, and thousands apart: 34,700 and 0.0917. */
export function sayNumber(value: number): string {
  const rounded = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  const text = String(rounded);
  if (text.includes('e')) return text;
  const [whole = '', decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function scaled(value: number, steps: readonly (readonly [number, string])[], rest: string, space = ' '): string {
  const step = steps.find(([size]) => Math.abs(value) >= size);
  if (!step) return `${sayNumber(value)}${rest === '' ? '' : ` ${rest}`}`;
  return `${sayNumber(Number((value / step[0]).toPrecision(3)))}${space}${step[1]}`;
}

/** A count, short: 34.7k, 200M. */
export const sayCount = (value: number): string =>
  Math.abs(value) < 1e4 ? sayNumber(value) : scaled(value, SCALES, '', '');

/** Seconds as a person would say them: 120 ms, 30 min, 14 days. */
export function sayTime(seconds: number): string {
  // 48 hours are said in hours, 30 minutes in minutes.
  const step = TIMES.find(([size, name]) => Math.abs(seconds) >= (name === 'days' ? 2 * size : size));
  const [size, name] = step ?? [1e-3, 'ms'];
  return `${sayNumber(Number((seconds / size).toPrecision(3)))} ${name}`;
}

/** Bytes: 51.2 GB. */
export const sayBytes = (bytes: number): string => scaled(bytes, SIZES, 'B');

/** A share in per cent: 0.1 %. */
export const sayShare = (share: number): string => `${sayNumber(Number((share * 100).toPrecision(4)))} %`;

/** A value in the base unit of its kind, said with a unit. */
export function sayValue(value: number, unit: UnitKind, noun: string | null = null): string {
  switch (unit) {
    case 'seconds':
      return sayTime(value);
    case 'bytes':
      return sayBytes(value);
    case 'bytesPerSecond':
      return `${sayBytes(value)} a second`;
    case 'ratio':
      return sayShare(value);
    case 'requestsPerSecond':
    case 'itemsPerSecond':
      return `${sayCount(value)} ${noun ?? 'item'}s a second`.replace('querys', 'queries');
    case 'dimensions':
      return `${sayCount(value)} dimensions`;
    case 'bytesPerNumber':
      return `${sayNumber(value)} bytes a number`;
    case 'users':
    case 'items':
    case 'requests':
    case 'instances':
      return noun === null ? sayCount(value) : `${sayCount(value)} ${noun}s`.replace('querys', 'queries');
    case 'factor':
      return `${sayNumber(value)}×`;
    default:
      return sayCount(value);
  }
}
