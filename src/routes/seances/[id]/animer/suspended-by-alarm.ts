/** Whether the organisers have suspended the room together with all others. */
import type { RunView } from '#protocol/run-views.ts';

export const isSuspendedByAlarm = ({
  status,
  suspensions,
}: Pick<RunView, 'status' | 'suspensions'>): boolean => {
  const last = suspensions.at(-1);
  return status === 'suspended' && last?.to === null && last.alarmId !== null;
};
