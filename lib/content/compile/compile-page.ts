import type { FrameworkPage } from '@/lib/core/case-study';
import type { ParsedPage } from '../parse/framework-page';
import type { SiblingLinks } from '../site-links';
import type { FindPicture } from './diagram-figure';
import { HtmlWriter } from './html-writer';

/** Turns a page of the framework without findings into what is shown. */
export function compilePage(
  { slug, title, summary, body, definitions }: ParsedPage,
  findPicture: FindPicture,
  siblings: SiblingLinks,
): FrameworkPage {
  const writer = new HtmlWriter(`d-${slug}`, findPicture, siblings);
  return { slug, title, summary, body: writer.write(body, slug, definitions) };
}
