import { createHash } from 'node:crypto';
import type { PacketPage } from '@/lib/content/packet-page';
import type { PacketData } from '@/lib/core/review/packet-data';

const hashOf = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

/** JSON that can stand in a script element: no `<` could end it, and halves of an emoji are escaped by JSON itself. */
const dataBlock = (data: PacketData) => JSON.stringify(data).replace(/</g, '\\u003c');

/**
 * The file of a packet. It loads nothing, sends nothing, and runs only the script that it was made with: its own policy holds also where
 * there is no server, and everything that anybody typed is data to that script.
 */
export function packetHtml(data: PacketData, { script, style }: PacketPage): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(data.title)}: review packet</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This packet needs JavaScript, which comes with it: nothing is loaded from anywhere.</p></noscript>
<script type="application/json" id="packet">${dataBlock(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}
