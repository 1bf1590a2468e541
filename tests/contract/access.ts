/** People and links for the storage tests. */
import type { Person } from '#core/seminar/person.ts';
import type { Access } from '../../server/seminars/access.port.ts';

export const person = (id: string, seminarId: string, firstName: string): Person => ({
  id,
  seminarId,
  firstName,
  lastName: "L'Hôpital",
  function: 'Directrice',
  town: 'Nœux-les-Mines',
  consent: 'function',
});

export const link = (id: string, code: string | null = null): Access => ({
  id,
  kind: code === null ? 'link' : 'code',
  role: 'participant',
  scope: { seminarId: 'm1', sittingId: code === null ? null : 's1' },
  generation: 1,
  code,
  personId: null,
});
