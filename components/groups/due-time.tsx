import { LocalTime } from '@/components/ui/local-time';

/** Until when. `isOpen`: it is still to be done, so that a time gone by matters. `nowMs`: when the page was made. */
export function DueTime({ dueAt, isOpen, nowMs }: { dueAt: string | null; isOpen: boolean; nowMs: number }) {
  if (dueAt === null) return <span className="text-muted">No due date</span>;
  const isLate = isOpen && Date.parse(dueAt) < nowMs;
  return (
    <span className={isLate ? 'font-medium text-danger' : 'text-muted'}>
      {isLate ? 'Was due' : 'Due'} <LocalTime iso={dueAt} show="moment" />
    </span>
  );
}
