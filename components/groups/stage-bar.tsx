import { type Progress, progressStates } from '@/lib/core/review/group-api';

const STAGES = progressStates.slice(1);

/** Four short lines, inked as far as somebody has come. The words stand beside it. */
export function StageBar({ state }: { state: Progress['state'] }) {
  const reached = progressStates.indexOf(state);
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5 align-middle">
      {STAGES.map((stage, index) => (
        <span key={stage} className={`block h-[3px] w-4 ${index < reached ? 'bg-ink' : 'bg-rule'}`} />
      ))}
    </span>
  );
}
