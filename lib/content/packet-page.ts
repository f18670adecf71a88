import { join } from 'node:path';
import { PACKET_PAGE_FILE } from './compiled-index';
import { disk } from './disk';
import { COMPILED_FOLDER } from './library';

/** The script and the style of the page that a packet is. */
export interface PacketPage {
  readonly script: string;
  readonly style: string;
}

let kept: PacketPage | null = null;

/** The page as it was bundled with this build (scripts/build/bundle-packet.ts); in development read anew each time. */
export function packetPage(): PacketPage {
  if (kept) return kept;
  const folder = process.env.WARMSTART_CONTENT_FOLDER ?? COMPILED_FOLDER;
  const bytes = disk.read(join(/* turbopackIgnore: true */ process.cwd(), folder, PACKET_PAGE_FILE));
  if (bytes === null) throw new Error('The page of packets has not been bundled: run npm run content:compile.');
  const page = JSON.parse(new TextDecoder().decode(bytes)) as PacketPage;
  if (process.env.NODE_ENV === 'production') kept = page;
  return page;
}
