import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Report } from './report';

const parser = unified()
  .use(remarkParse)
  // `~35k` is a number to us, not the beginning of struck-out text.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkMath)
  .freeze();

/** Markdown as a tree with positions. Never throws: what the parser cannot digest is a finding and an empty tree. */
export function parseMarkdown(report: Report): Root {
  try {
    return parser.parse(report.file.text);
  } catch {
    report.add(
      { line: 1, column: 1 },
      'The file cannot be read as markdown: something in it is nested too deeply.',
      'Look for long runs of >, * or [ and shorten them.',
    );
    return { type: 'root', children: [] };
  }
}
