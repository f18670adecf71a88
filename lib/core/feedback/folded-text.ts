/*
 * Letters can look alike and be others: a Cyrillic "а", a soft hyphen inside a word, a tag around it. A reader sees the same
 * text, so texts are compared as a reader sees them.
 */

/** Letters of other scripts that look like Latin ones, and those. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аɑα',
    b: 'Ьƅ',
    c: 'сϲⅽ',
    d: 'ԁժⅾ',
    e: 'еҽεє',
    g: 'ɡցգ',
    h: 'һհ',
    i: 'іıɩιӏ',
    j: 'јϳ',
    k: 'кκ',
    l: 'ⅼ',
    m: 'мⅿ',
    n: 'ոη',
    o: 'оοօഠ',
    p: 'рρ',
    q: 'ԛզ',
    r: 'ꭇ',
    s: 'ѕꜱ',
    t: 'тτ',
    u: 'սυ',
    v: 'ѵνⅴ',
    w: 'ԝաω',
    x: 'хχⅹ',
    y: 'уγү',
    z: 'ᴢ',
    A: 'АΑ',
    B: 'ВΒ',
    C: 'СϹ',
    E: 'ЕΕ',
    G: 'Ԍ',
    H: 'НΗ',
    I: 'ІΙӀ',
    J: 'Ј',
    K: 'КΚ',
    M: 'МΜ',
    N: 'Ν',
    O: 'ОΟ',
    P: 'РΡ',
    S: 'Ѕ',
    T: 'ТΤ',
    U: 'Ս',
    W: 'Ԝ',
    X: 'ХΧ',
    Y: 'УΥ',
    Z: 'Ζ',
  }).flatMap(([latin, others]) => [...others].map((other): [string, string] => [other, latin])),
);

/** Fullwidth and mathematical letters, letters in circles, ligatures: NFKC makes plain ones of them. */
const STYLED = String.raw`[\uFB00-\uFB06\uFF01-\uFF5E\u24B6-\u24E9]|[\u{1D400}-\u{1D7FF}]`;
/** What takes no room: soft hyphens, joiners, marks of direction, selectors of variants. */
const UNSEEN = String.raw`[\p{Cf}\uFE00-\uFE0F\u034F]`;
const TAG = String.raw`<\/?(?:a|abbr|b|bdi|big|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|q|s|samp|small|span|strike|strong|sub|sup|table|t[bdhr]|tbody|thead|tt|u|ul|var|wbr)(?:\s[^<>]{0,300})?\s?\/?>|<!--[^<>]{0,300}-->`;
/** Emphasis that begins or ends inside a word. */
const EMPHASIS = String.raw`(?<=\p{L})(?:\*{1,3}|~~|__)(?=\p{L})`;
const ENTITY = '&(?:nbsp|amp|shy|zwnj|zwj|ensp|emsp|thinsp|#\\d{1,6}|#x[\\da-f]{1,5});';
const CHANGED = new RegExp(`(${STYLED})|(${UNSEEN}|${EMPHASIS})|(${TAG})|(${ENTITY})`, 'giu');
const NEEDS_IT = new RegExp(
  `${STYLED}|${UNSEEN}|${EMPHASIS}|<[/!a-z]|&[a-z#]|[\\u0370-\\u03FF\\u0400-\\u052F\\u0530-\\u058F\\u0131\\u0251\\u0261\\u1D00-\\u1D7F\\u2160-\\u217F\\uA720-\\uAB6F]`,
  'iu',
);
/** Tags after which another line begins; the others may stand inside a word. */
const BREAKS = /^<\/?(?:br|div|h[1-6]|hr|li|ol|p|table|t[dhr]|tbody|thead|ul)\b/i;

/** A text as a reader sees it, and where each of its UTF-16 units stands in the text as it was written. */
export interface FoldedText {
  readonly text: string;
  /** Where a unit of the folded text begins in the other. */
  readonly startOf: (index: number) => number;
  /** Where it ends, exclusive. */
  readonly endOf: (index: number) => number;
}

export function foldText(text: string): FoldedText {
  if (!NEEDS_IT.test(text)) return { text, startOf: (index) => index, endOf: (index) => index + 1 };
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (from: number, to: number) => {
    pieces.push(text.slice(from, to));
    for (let index = from; index < to; index += 1) {
      starts.push(index);
      ends.push(index + 1);
    }
  };
  const put = (replacement: string, from: number, to: number) => {
    pieces.push(replacement);
    for (let index = 0; index < replacement.length; index += 1) {
      starts.push(from);
      ends.push(to);
    }
  };
  let from = 0;
  for (const match of text.matchAll(CHANGED)) {
    const [whole, styled, , tag, entity] = match;
    keep(from, match.index);
    from = match.index + whole.length;
    if (styled !== undefined) put(styled.normalize('NFKC'), match.index, from);
    else if (tag !== undefined && BREAKS.test(tag)) put(' ', match.index, from);
    else if (entity !== undefined) put(characterOf(entity), match.index, from);
  }
  keep(from, text.length);
  return {
    text: latinLetters(pieces.join('')),
    startOf: (index) => starts[index] ?? text.length,
    endOf: (index) => ends[index] ?? text.length,
  };
}

function characterOf(entity: string): string {
  const number = /^&#(x?)([\da-f]+);$/i.exec(entity);
  if (number === null) return /^&amp;$/i.test(entity) ? '&' : /^&(?:shy|zw)/i.test(entity) ? '' : ' ';
  const code = Number.parseInt(number[2] ?? '', number[1] === '' ? 10 : 16);
  return code > 0x20 && code < 0xd800 && code !== 0xad ? String.fromCharCode(code) : code === 0xad ? '' : ' ';
}

/** Puts Latin letters for those that look like them, in words that are Latin otherwise, or that look so altogether. */
function latinLetters(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    if (/^[a-z]+$/i.test(word)) return word;
    const letters = [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter);
    // Letters outside the basic plane have two units; none of them is replaced, so offsets stay.
    const latin = letters.join('');
    const isMeant = /[a-z]/i.test(word) || (/^\p{Script=Cyrillic}+$/u.test(word) && /^[a-z]+$/i.test(latin));
    return isMeant ? latin : word;
  });
}
