/** Whether the text is an ISO day that the calendar has: `2026-11-26`, not `2026-02-30`. */
export function isIsoDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(day)) return false;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
