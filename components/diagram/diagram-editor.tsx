'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { arrowInsertion, blockInsertion, type Insertion, takesBlocks } from '@/lib/core/diagram/insertion';
import { type Block, TEMPLATES } from '@/lib/core/diagram/palette';
import { BlockMenu } from './block-menu';
import { DiagramOutline } from './diagram-outline';
import { insertText, selectLine } from './insert-text';
import { type DiagramProblem, prepareToDraw } from './mermaid-engine';
import { ShadowPicture } from './shadow-picture';
import { useDiagram } from './use-diagram';

/** Short lines: nobody can scroll a placeholder, and the text area is half of the sheet wide. */
const PLACEHOLDER = `flowchart TB
  client([Client]) --> ranker
  ranker[[Ranker]] --> store
  store[(Feature store)]`;

interface NamedNode {
  readonly id: string;
  readonly label: string;
}

/** A diagram as mermaid text with its picture beside it, a palette of building blocks, and an outline in words. */
export function DiagramEditor({
  id,
  label,
  description,
  value,
  onChange,
  readOnly = false,
  labelledBy,
}: {
  /** Of the text area; the parts around it get ids that begin with it. */
  id: string;
  label: string;
  description?: string | undefined;
  value: string;
  onChange: (source: string) => void;
  readOnly?: boolean | undefined;
  /** The id of a label elsewhere on the page; then none is shown here. */
  labelledBy?: string | undefined;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const hasBeenFocused = useRef(false);
  const [offer, setOffer] = useState<{ from: NamedNode; to: NamedNode } | null>(null);
  const [lastNode, setLastNode] = useState<NamedNode | null>(null);
  const [said, setSaid] = useState('');
  const [isOutlined, setOutlined] = useState(false);
  const [isFullSize, setFullSize] = useState(false);
  const { picture, problem } = useDiagram(value, { live: true });
  const isEmpty = value.trim() === '';

  /** Where the reader last was; at the end for who has never been in the text. */
  const caret = () => (hasBeenFocused.current ? (area.current?.selectionEnd ?? value.length) : value.length);
  const insert = (insertion: Insertion | null): boolean => {
    if (insertion === null || area.current === null) return false;
    insertText(area.current, insertion.at, insertion.text);
    return true;
  };
  const insertBlock = (block: Block) => {
    const insertion = blockInsertion(value, caret(), block);
    if (insertion === null || !insert(insertion)) return;
    const node = { id: insertion.nodeId, label: block.label };
    setOffer(lastNode === null ? null : { from: lastNode, to: node });
    setLastNode(node);
    setSaid(lastNode === null ? `${block.label} inserted.` : `${block.label} inserted. You can connect it.`);
  };
  const connect = () => {
    if (offer === null || !insert(arrowInsertion(value, caret(), offer.from.id, offer.to.id))) return;
    setSaid(`Arrow from ${offer.from.label} to ${offer.to.label} inserted.`);
    setOffer(null);
  };
  const change = (source: string) => {
    onChange(source);
    if (offer !== null && !(source.includes(offer.from.id) && source.includes(offer.to.id))) setOffer(null);
    if (lastNode !== null && !source.includes(lastNode.id)) setLastNode(null);
  };

  const descriptionId = description === undefined ? undefined : `${id}-description`;
  const statusId = `${id}-status`;
  return (
    <div className="@container">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          {labelledBy === undefined && (
            <label htmlFor={id} className="block text-large font-medium">
              {label}
            </label>
          )}
          {description !== undefined && (
            <p id={descriptionId} className="text-muted">
              {description}
            </p>
          )}
        </div>
        <div className="flex min-h-7 flex-wrap items-center gap-2">
          {offer !== null && !readOnly && (
            <Button size="small" onClick={connect}>
              Connect {offer.from.label} to {offer.to.label}
            </Button>
          )}
          {picture !== null && (
            <Button
              variant="plain"
              size="small"
              aria-pressed={isFullSize}
              onClick={() => setFullSize((before) => !before)}
            >
              Full size
            </Button>
          )}
          {!readOnly && <BlockMenu onInsert={insertBlock} disabled={!takesBlocks(value)} returnTo={area} />}
        </div>
      </div>

      <div className="grid gap-3 @2xl:grid-cols-2">
        <textarea
          ref={area}
          id={id}
          {...(labelledBy === undefined ? {} : { 'aria-labelledby': labelledBy })}
          aria-describedby={[descriptionId, statusId].filter(Boolean).join(' ')}
          aria-invalid={problem !== null}
          className="field-box diagram-source"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          wrap="off"
          dir="ltr"
          placeholder={readOnly ? '' : PLACEHOLDER}
          readOnly={readOnly}
          value={value}
          onChange={(event) => change(event.target.value)}
          onFocus={() => {
            hasBeenFocused.current = true;
            prepareToDraw();
          }}
        />
        <div className="diagram-pane">
          {/* It scrolls, so the keyboard must reach it. */}
          <section aria-label={`Picture of ${label}`} tabIndex={picture ? 0 : undefined}>
            {picture !== null ? (
              <ShadowPicture picture={picture} label={label} fit={isFullSize ? 'none' : 'pane'} />
            ) : isEmpty && !readOnly ? (
              <StartFrom onChoose={(source) => insert({ at: 0, text: source, nodeId: '' })} />
            ) : (
              <p className="m-auto text-muted">{isEmpty ? 'No diagram' : problem === null ? 'Drawing' : ''}</p>
            )}
          </section>
          <div id={statusId} aria-live="polite">
            {problem !== null && (
              <DiagramProblemNote
                problem={problem}
                hasOlderPicture={picture !== null}
                onShowLine={(line) => area.current && selectLine(area.current, line)}
              />
            )}
          </div>
        </div>
      </div>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>

      {!isEmpty && (
        <details className="mt-1" onToggle={(event) => setOutlined(event.currentTarget.open)}>
          <summary className="text-link inline-block py-1">Diagram as text</summary>
          {isOutlined && (
            <div className="mt-2">
              <DiagramOutline source={value} />
            </div>
          )}
        </details>
      )}
    </div>
  );
}

/** What is wrong, in front of the picture, so that nothing below has to move. */
function DiagramProblemNote({
  problem: { line, message, fix },
  hasOlderPicture,
  onShowLine,
}: {
  problem: DiagramProblem;
  hasOlderPicture: boolean;
  onShowLine: (line: number) => void;
}) {
  return (
    <p className="diagram-problem">
      {line !== null && (
        <>
          <button type="button" className="text-link tabular-nums" onClick={() => onShowLine(line)}>
            Line {line}
          </button>
          {': '}
        </>
      )}
      <span className="text-danger">{message}</span>
      {fix !== undefined && <span> {fix}</span>}
      {hasOlderPicture && <span className="text-muted"> The picture is the last one that could be drawn.</span>}
    </p>
  );
}

function StartFrom({ onChoose }: { onChoose: (source: string) => void }) {
  return (
    <div className="m-auto max-w-60 text-center text-muted">
      <p>The picture appears here as you type. You can start from:</p>
      <ul className="mt-3 space-y-2">
        {TEMPLATES.map(({ label, source }) => (
          <li key={label}>
            <Button size="small" onClick={() => onChoose(source)}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
