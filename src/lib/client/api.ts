/** The HTTP API as typed calls; every failure is a value. */
import type { SittingBalance } from '#core/agenda/balance.ts';
import type { ParsedAgenda } from '#core/agenda/parse-agenda.ts';
import type { ParsedProgramme } from '#core/programme/parsed-programme.ts';
import type { Consent } from '#core/seminar/person.ts';
import { ERROR_CODES } from '#protocol/errors.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { CreateSeminar, PersonJoining } from '#protocol/inputs.ts';
import type { OwnPerson, PeopleView, PersonalLink } from '#protocol/people-views.ts';
import type {
  AccessGiven,
  Joined,
  JoinPreview,
  SeminarCreated,
  SeminarView,
  SessionView,
  SittingLinks,
} from '#protocol/views.ts';

/** `network`: no answer came; what was asked may or may not have happened. */
export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode | 'network' } };

const SESSION_WITHIN = 8_000;

export const parseAgenda = (text: string): Promise<ApiResult<ParsedAgenda>> =>
  post('/api/agenda/parse', { text });

/** `day` is the ISO day of what names none, '' when none is known. */
export const parseProgramme = (input: {
  readonly text: string;
  readonly day: string;
  readonly zone: string;
}): Promise<ApiResult<ParsedProgramme>> => post('/api/programme/parse', input);

/** The session comes first: sent again after a lost answer, the creation is known to be this device's. */
export async function createSeminar(input: CreateSeminar): Promise<ApiResult<SeminarCreated>> {
  const opened = await post<Record<string, never>>('/api/session', {});
  return opened.ok ? post('/api/seminars', input) : opened;
}

/** Exchanges a link's id and secret for a right of this device. */
export const exchangeAccess = (access: {
  readonly accessId: string;
  readonly secret: string;
}): Promise<ApiResult<AccessGiven>> => post('/api/access', access);

/** What a code opens, before anybody gives a name. */
export const joinPreview = (code: string): Promise<ApiResult<JoinPreview>> =>
  post('/api/join', { code, person: null });

export const join = (code: string, person: PersonJoining): Promise<ApiResult<Joined>> =>
  post('/api/join', { code, person });

/** Says who holds this device's link or pairing; sent again with the same id it is the same person. */
export const introduce = (person: Omit<PersonJoining, 'sameName'>): Promise<ApiResult<unknown>> =>
  post('/api/introduction', person);

/** The secret links of a sitting, for those who run it. */
export const sittingLinks = (sittingId: string): Promise<ApiResult<SittingLinks>> =>
  get(`/api/sittings/${encodeURIComponent(sittingId)}/links`);

/** The address that makes another phone this person's too. */
export const personalLink = (of: {
  readonly sittingId: string;
  readonly personId: string;
}): Promise<ApiResult<PersonalLink>> => post('/api/personal-link', of);

/** What this device may open; a network that does not answer in time is none. */
export const session = (): Promise<ApiResult<SessionView>> =>
  answered('/api/session', { signal: AbortSignal.timeout(SESSION_WITHIN) }, readJson<SessionView>);

/** A shared device forgets someone: their right to this sitting is taken from its session. */
export const leave = (of: {
  readonly sittingId: string;
  readonly personId: string;
}): Promise<ApiResult<unknown>> => post('/api/leave', of);

export const seminar = (seminarId: string): Promise<ApiResult<SeminarView>> =>
  get(`/api/seminars/${encodeURIComponent(seminarId)}`);

/** What every room planned and what it did, runs that were put aside included; for an organiser. */
export const balanceOfDay = (
  seminarId: string,
): Promise<ApiResult<{ readonly sittings: readonly SittingBalance[] }>> =>
  get(`/api/seminars/${encodeURIComponent(seminarId)}/balance.json`);

/** A document to keep, under the name the server gives it; one that is given up answers `network`. */
export const fileAt = (
  address: string,
  signal: AbortSignal | null = null,
): Promise<ApiResult<{ readonly file: Blob; readonly name: string }>> =>
  answered(address, { signal }, async (response) => ({
    file: await response.blob(),
    name:
      fileNameIn(response.headers.get('content-disposition')) ?? address.slice(address.lastIndexOf('/') + 1),
  }));

/** The name in a Content-Disposition header; the encoded one first. */
function fileNameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

/** Somebody as they are entered for them; the server asks for a consent. */
type PersonEntered = Omit<OwnPerson, 'consent'> & {
  readonly personId: string;
  readonly consent: Consent | null;
};

const peopleAddress = (sittingId: string): string => `/api/sittings/${encodeURIComponent(sittingId)}/people`;

/** The list of a sitting, in the order they came; for those who run and write. */
export const peopleOf = (sittingId: string): Promise<ApiResult<PeopleView>> => get(peopleAddress(sittingId));

/** Puts somebody on the list of a sitting; sent again with the same id it is the same person. */
export const listPerson = (sittingId: string, person: PersonEntered): Promise<ApiResult<unknown>> =>
  post(peopleAddress(sittingId), person);

/** Puts right what the list says of somebody. */
export const correctPerson = (
  sittingId: string,
  personId: string,
  said: Omit<PersonEntered, 'personId'>,
): Promise<ApiResult<unknown>> => post(`${peopleAddress(sittingId)}/${encodeURIComponent(personId)}`, said);

export const get = <T>(address: string): Promise<ApiResult<T>> => answered(address, {}, readJson<T>);

export const post = <T>(address: string, body: unknown): Promise<ApiResult<T>> =>
  answered(
    address,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    readJson<T>,
  );

/** The bytes are the body, their type its header. */
export const sendBytes = <T>(address: string, file: Blob): Promise<ApiResult<T>> =>
  answered(address, { method: 'POST', headers: { 'content-type': file.type }, body: file }, readJson<T>);

/** The server answers what `#protocol/views.ts` says; both ends are built from it. */
const readJson = async <T>(response: Response): Promise<T> => (await response.json()) as T;

async function answered<T>(
  address: string,
  request: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<ApiResult<T>> {
  try {
    const response = await fetch(address, { ...request, credentials: 'same-origin', cache: 'no-store' });
    if (!response.ok) return { ok: false, error: { code: await refusalOf(response) } };
    return { ok: true, value: await read(response) };
  } catch {
    return { ok: false, error: { code: 'network' } };
  }
}

/** The code of a refusal; a proxy in between may answer with a page of its own. */
async function refusalOf(response: Response): Promise<ErrorCode | 'network'> {
  const body: unknown = await response.json().catch(() => null);
  return codeIn(body) ?? (response.status >= 502 && response.status <= 504 ? 'network' : 'protocol/internal');
}

/** The code in the body of a refusal. */
export function codeIn(body: unknown): ErrorCode | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return ERROR_CODES.find((code) => code === error.code) ?? null;
}
