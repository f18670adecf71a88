import { useEffect, useState } from 'react';
import { type DiagramProblem, drawDiagram, type LivePicture } from './mermaid-engine';

/** How long after the last keystroke a diagram is drawn. */
const DRAW_AFTER_MS = 300;
/** How long after that a mistake is told: half-typed arrows are none. */
const TELL_AFTER_MS = 600;

export interface DiagramState {
  /** The last picture that could be drawn; null while there has been none, or when the source is empty. */
  readonly picture: LivePicture | null;
  /** What is wrong with the present source; the picture is then that of an earlier one. */
  readonly problem: DiagramProblem | null;
}

const NOTHING: DiagramState = { picture: null, problem: null };

/** The picture of a mermaid source, drawn anew when it changes. `live` waits for a pause in typing. */
export function useDiagram(source: string, { live }: { live: boolean }): DiagramState {
  const [state, setState] = useState<DiagramState>(NOTHING);
  useEffect(() => {
    if (source.trim() === '') {
      setState(NOTHING);
      return undefined;
    }
    let isWanted = true;
    let telling: ReturnType<typeof setTimeout> | undefined;
    const draw = async () => {
      const drawn = await drawDiagram(source, () => isWanted);
      if (drawn === null || !isWanted) return;
      if ('picture' in drawn) {
        setState({ picture: drawn.picture, problem: null });
        return;
      }
      const tell = () => setState((before) => ({ ...before, problem: drawn.problem }));
      telling = setTimeout(tell, live ? TELL_AFTER_MS : 0);
    };
    const drawing = setTimeout(draw, live ? DRAW_AFTER_MS : 0);
    return () => {
      isWanted = false;
      clearTimeout(drawing);
      clearTimeout(telling);
    };
  }, [source, live]);
  return state;
}
