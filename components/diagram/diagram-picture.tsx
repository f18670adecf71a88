'use client';

import { DiagramOutline } from './diagram-outline';
import { ShadowPicture } from './shadow-picture';
import { useDiagram } from './use-diagram';

/** A diagram of an answer, drawn from its text, to look at. */
export function DiagramPicture({ source, label = 'Diagram' }: { source: string; label?: string }) {
  const { picture, problem } = useDiagram(source, { live: false });
  if (source.trim() === '') return null;
  return (
    <div>
      {picture !== null ? (
        <div className="diagram-live">
          <ShadowPicture picture={picture} label={label} fit="width" />
        </div>
      ) : (
        <div className="grid min-h-60 place-items-center rounded-control border border-rule p-4 text-center text-muted">
          {problem === null ? (
            <p>Drawing the diagram</p>
          ) : (
            <p>
              This diagram cannot be drawn. {problem.line !== null && `Line ${problem.line}: `}
              {problem.message} {problem.fix}
            </p>
          )}
        </div>
      )}
      <div className="sr-only">
        <DiagramOutline source={source} />
      </div>
    </div>
  );
}
