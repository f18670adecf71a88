'use client';

import type { ReactNode } from 'react';
import { DiagramPicture } from '@/components/diagram/diagram-picture';
import type { AnswerBlock, Excerpt, RowCell } from '@/lib/core/answer-blocks';
import { QuotedText, QuoteSigns } from './quoted-text';

const keyOf = (excerpt: Excerpt) => `${excerpt.path}.${excerpt.start}`;

/** A piece of the answer with its signs in the margin, at its own height. */
function WithSigns({ excerpts, children }: { excerpts: readonly Excerpt[]; children: ReactNode }) {
  return (
    <div className="with-signs">
      <div className="min-w-0">{children}</div>
      <QuoteSigns excerpts={excerpts} />
    </div>
  );
}

function RowsBlock({ columns, rows }: { columns: readonly string[]; rows: readonly (readonly RowCell[])[] }) {
  const excerptsOf = (row: readonly RowCell[]) => row.flatMap((cell) => cell.excerpt ?? []);
  return (
    <table className="answer-table" data-columns={columns.length > 5 ? 'many' : columns.length > 2 ? 'some' : 'few'}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <td className="sign-cell" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={excerptsOf(row)[0]?.path}>
            {row.map(({ label, excerpt }) => (
              <td key={label} data-label={label} data-empty={excerpt === null}>
                {excerpt && <QuotedText excerpt={excerpt} />}
              </td>
            ))}
            <td className="sign-cell">
              <QuoteSigns excerpts={excerptsOf(row)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BlockBody({ block }: { block: AnswerBlock }) {
  switch (block.kind) {
    case 'text':
      return (
        <div className="space-y-2">
          {block.paragraphs.map((paragraph) => (
            <WithSigns key={keyOf(paragraph)} excerpts={[paragraph]}>
              <p className="own-words">
                <QuotedText excerpt={paragraph} />
              </p>
            </WithSigns>
          ))}
        </div>
      );
    case 'list':
      return (
        <ul className="own-list space-y-1.5">
          {block.items.map((item) => (
            <li key={keyOf(item)}>
              <WithSigns excerpts={[item]}>
                <p className="own-words">
                  <QuotedText excerpt={item} />
                </p>
              </WithSigns>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <RowsBlock columns={block.columns} rows={block.rows} />;
    case 'diagram':
      return (
        <div className="space-y-2">
          <div className="answer-diagram">
            <DiagramPicture source={block.source.text} />
          </div>
          {/* On paper nothing can be opened. */}
          <details className="not-open:print:hidden">
            <summary className="text-link inline-block py-1">Diagram source</summary>
            <WithSigns excerpts={[block.source]}>
              <pre className="own-source">
                <QuotedText excerpt={block.source} />
              </pre>
            </WithSigns>
          </details>
        </div>
      );
  }
}

/** One field of the candidate's answer: its name and what stands in it. */
export function AnswerBlockView({
  block,
  showLabel,
  headingLevel: Heading,
}: {
  block: AnswerBlock;
  showLabel: boolean;
  headingLevel: 'h3' | 'h4';
}) {
  return (
    <div>
      {showLabel && <Heading className="label-text mb-1.5">{block.label}</Heading>}
      <BlockBody block={block} />
    </div>
  );
}
