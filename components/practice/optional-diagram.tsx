'use client';

import { useState } from 'react';
import { DiagramEditor } from '@/components/diagram/diagram-editor';
import { Button } from '@/components/ui/button';

/** A diagram beside a free text: there when asked for, or when something was drawn before. */
export function OptionalDiagram({
  id,
  source,
  readOnly,
  onChange,
}: {
  id: string;
  source: string | undefined;
  readOnly: boolean;
  onChange: (source: string) => void;
}) {
  const [shown, setShown] = useState(false);
  // Once there, it stays: emptying the text must not take the editor away from under the caret.
  if (!shown && (source ?? '') !== '') setShown(true);
  return (
    <div className="mt-4">
      {shown ? (
        <DiagramEditor
          id={id}
          label="Diagram"
          description="Mermaid text, drawn as you type."
          value={source ?? ''}
          onChange={onChange}
          readOnly={readOnly}
        />
      ) : (
        <Button disabled={readOnly} onClick={() => setShown(true)}>
          Add a diagram
        </Button>
      )}
    </div>
  );
}
