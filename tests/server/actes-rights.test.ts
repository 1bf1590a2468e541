/** Who gets what of the actes, on every address; and what is kept when the power goes in between. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { JPEG, PNG } from '#core/photos/images.test-support.ts';
import type { PagesView, PresenceView } from '#protocol/actes-views.ts';
import { storageOver } from '../../server/storage/sqlite/sqlite-storage.ts';
import { startWriterThread } from '../../server/storage/sqlite/writer-thread.ts';
import { keepingLogger } from '../contract/sqlite-folder.ts';
import { actesHere, answered } from '../support/actes-here.ts';
import type { Device } from '../support/device.ts';
import { commanded, connected, freshId } from '../support/device.ts';
import { filesIn, textIn } from '../support/zip-reader.ts';

const app = actesHere();
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer());

describe('every address', () => {
  test('answers those who may and nobody else', async () => {
    const here = await app.spoken();
    const { organiser, animateur, rapporteur, soizic, silent, post, actes, seminarId, personId } = here;
    await post(organiser, '/review', { until: app.clock.now() + 86_400_000 });
    const reader = await here.reader();
    await post(organiser, '/approval');
    const valideur = await here.valideur();
    const other = (await app.spoken()).organiser;
    const { composition, versions } = await actes();
    const versionId = versions.at(-1)?.id ?? '';
    const everybody: Record<string, Device> = {
      ...{ organiser, animateur, rapporteur, soizic, silent, reader, valideur, other },
      stranger: app.device(),
    };
    const staff = ['organiser', 'animateur', 'rapporteur', 'valideur'];
    const quoted = ['soizic', 'silent', 'reader'];
    const only = ['organiser'];
    const commandId = () => ({ commandId: freshId() });
    const person = { firstName: 'Anne', lastName: 'RIO', function: '', town: '', consent: 'none' };
    const presence = { personId: freshId(), person, presence: 'excused', representedBy: '' };
    const answer = { versionId, given: true, by: 'La présidente', remarks: '' };
    const routes: readonly (readonly [string, object | null, readonly string[]])[] = [
      ['/actes', null, only],
      ['/actes/composition', { expectedRevision: 99, composition }, only],
      ['/actes/steps', { expectedRevision: 99, steps: [] }, only],
      ['/actes/provisional', {}, only],
      ['/actes/review', { until: 1 }, only],
      ['/actes/review/close', {}, only],
      ['/actes/corrections/unknown-one', { accepted: true }, only],
      [`/actes/compare?from=${versionId}&to=`, null, only],
      ['/actes/review-links', null, only],
      ['/actes/publish', { versionId: 'unknown-version', indexed: false, until: null }, only],
      ['/actes/correct', { erratum: 'Page 3.' }, only],
      ['/actes/withdraw', {}, only],
      ['/presence', null, only],
      ['/presence', presence, only],
      ['/people/unknown-person/erase', {}, only],
      ['/people/unknown-person/named', null, only],
      ['/actes.zip', null, only],
      [`/actes.md?version=${versions[0]?.id ?? ''}`, null, only],
      ['/actes.md', null, staff],
      ['/actes.json', null, staff],
      [`/actes.pdf?version=${versionId}`, null, staff],
      [`/actes/pages?version=${versionId}`, null, staff],
      ['/actes/review', null, [...staff, ...quoted]],
      ['/actes/review/until', null, [...staff, ...quoted]],
      ['/actes/approval/answer', answer, ['valideur']],
    ];
    for (const [path, body, may] of routes)
      for (const [name, by] of Object.entries(everybody)) {
        const sent = body && { ...commandId(), ...body };
        const { status } = await by.request(`/api/seminars/${seminarId}${path}`, sent ?? undefined);
        const refused = name === 'stranger' ? 401 : 403;
        expect([path, name, status === refused]).toEqual([path, name, !may.includes(name)]);
      }
    const correction = { correctionId: freshId(), by: personId, passage: null, text: 'Deux bancs.' };
    expect(await answered(await post(silent, '/corrections', correction))).toBe('access/forbidden');
  });
});

describe('files', () => {
  test('are the real pages, an archive of everything, and stay when photos come and go', async () => {
    const { organiser, animateur, at, post, actes, sittingId, seminarId } = await app.spoken();
    const logo = await organiser.request(`/api/seminars/${seminarId}/logo`, 'no picture', {
      'content-type': 'image/jpeg',
    });
    expect(await answered(logo)).toBe('photo/unreadable');
    const sent = await fetch(`${organiser.url}/api/seminars/${seminarId}/logo`, {
      ...{ method: 'POST', body: new Uint8Array(JPEG) },
      headers: { cookie: organiser.cookie, origin: organiser.url, 'content-type': 'image/jpeg' },
    });
    const { file } = (await sent.json()) as { file: string };
    const { composition } = await actes();
    const withLogo = { ...composition, logo: { file, alternative: 'Logo', mediaType: 'image/jpeg' } };
    await post(organiser, '/composition', { expectedRevision: 0, composition: withLogo });
    await post(organiser, '/provisional');
    const [version] = (await actes()).versions;
    const address = `/api/sittings/${sittingId}/photos?photoId=${freshId()}&description=Le+banc`;
    const photo = await fetch(`${organiser.url}${address}`, {
      ...{ method: 'POST', body: new Uint8Array(JPEG) },
      headers: { cookie: organiser.cookie, origin: organiser.url, 'content-type': 'image/jpeg' },
    });
    expect(photo.status).toBe(201);
    const pdf = await bytesOf(await organiser.request(at(`.pdf?version=${version?.id}`)));
    expect(sha256(pdf)).toBe(version?.pdfHash);

    const { hash, pages, parts } = await organiser.json<PagesView>(at('/pages'));
    const subjects = (await actes()).actes.parts.map(({ kind, subject }) => ({ kind, subject }));
    expect(parts.map(({ kind, subject }) => ({ kind, subject }))).toEqual(subjects);
    expect(
      parts.every(({ page }, index) => page > 1 && page <= pages && page >= (parts[index - 1]?.page ?? 0)),
    ).toBe(true);
    const page = await animateur.request(at(`/pages/${hash}/1`));
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(page.headers.get('cache-control')).toContain('immutable');
    expect((await organiser.request(at(`/pages/${hash}/${pages + 1}`))).status).toBe(404);
    expect((await organiser.request(at(`/pages/${'0'.repeat(64)}/1`))).status).toBe(404);

    const zip = Buffer.from(await bytesOf(await organiser.request(at('.zip')))).toString('latin1');
    for (const name of ['manifest.json', 'actes.pdf', 'actes.docx', 'actes.odt', 'contributions.csv'])
      expect([name, zip.includes(name)]).toEqual([name, true]);
    const lasting = await bytesOf(await organiser.request(at('.pdf?standard=a-2a')));
    expect(Buffer.from(lasting).toString('latin1')).toContain('pdfaid');
  });

  test('[AC117] an archive holds every file that its Markdown leads to, the logo too', async () => {
    const { organiser, at, post, actes, sittingId, seminarId } = await app.spoken();
    const upload = (path: string, bytes: Uint8Array, type: string) =>
      fetch(`${organiser.url}${path}`, {
        ...{ method: 'POST', body: new Uint8Array(bytes) },
        headers: { cookie: organiser.cookie, origin: organiser.url, 'content-type': type },
      });
    const sent = await upload(`/api/seminars/${seminarId}/logo`, JPEG, 'image/jpeg');
    const { file } = (await sent.json()) as { file: string };
    const { composition } = await actes();
    const withLogo = { ...composition, logo: { file, alternative: 'Logo', mediaType: 'image/jpeg' } };
    await post(organiser, '/composition', { expectedRevision: 0, composition: withLogo });
    const photoId = freshId();
    const about = `photoId=${photoId}&description=Le+banc`;
    await upload(`/api/sittings/${sittingId}/photos?${about}`, PNG, 'image/png');
    const socket = organiser.socket();
    await connected(socket);
    const include = { type: 'photo/include', sittingId, photoId, included: true } as const;
    expect(await commanded(socket, 'organiser', include)).toMatchObject({ ok: true });

    const zip = await bytesOf(await organiser.request(at('.zip')));
    const paths = filesIn(zip).map(({ path }) => path);
    const markdown = textIn(zip, 'actes.md');
    const shown = [...markdown.matchAll(/\]\((?!\w+:)([^)]*)\)/gu)].map(([, path]) => path);
    const [logo] = /images\/[^"]+/u.exec(/^logo:[^]*?alternative/mu.exec(markdown)?.[0] ?? '') ?? [];
    expect(shown).toHaveLength(1);
    for (const path of [logo, ...shown]) expect(paths).toContain(path);
  });

  test('that nobody waits for any more are not made, and the next one is', async () => {
    const { organiser, at } = await app.spoken();
    const controller = new AbortController();
    const leaving = fetch(`${organiser.url}${at('.pdf')}`, {
      ...{ headers: { cookie: organiser.cookie }, signal: controller.signal },
    });
    controller.abort();
    await expect(leaving).rejects.toThrow();
    expect((await organiser.request(at('.pdf'))).status).toBe(200);
  });
});

describe('who was present', () => {
  test('is listed by the organiser, and stands in the actes', async () => {
    const { organiser, seminarId, personId, actes } = await app.spoken();
    const address = `/api/seminars/${seminarId}/presence`;
    const set = (of: string, more: object) =>
      organiser.request(address, {
        ...{ commandId: freshId(), personId: of, person: null, representedBy: '', ...more },
      });
    const anne = freshId();
    const person = { firstName: 'Anne', lastName: 'RIO', function: 'élue', town: 'Auray' };
    const named = { person: { ...person, consent: 'name-and-function' } };
    expect(await answered(await set(anne, { presence: 'excused' }))).toBe('person/unknown');
    const represented = { ...named, presence: 'represented', representedBy: 'Mme HAMON' };
    expect(await answered(await set(anne, represented))).toBe(200);
    // How someone who came may be quoted is theirs to say.
    const hidden = { person: { ...person, consent: 'none' }, presence: 'speaker' };
    expect(await answered(await set(personId, hidden))).toBe(200);
    const { people } = await organiser.json<PresenceView>(address);
    expect(people.find((it) => it.personId === anne)).toMatchObject({
      ...{ presence: 'represented', representedBy: 'Mme HAMON', listed: false, joined: false },
    });
    expect(people.find((it) => it.personId === personId)).toMatchObject({
      ...{ presence: 'speaker', listed: true, joined: true, consent: 'name-and-function' },
    });
    const tree = JSON.stringify((await actes()).actes);
    expect(tree).toContain('RIO');
    expect(tree).toContain('HAMON');
    expect(await answered(await set(anne, { presence: null }))).toBe(200);
    expect(JSON.stringify((await actes()).actes)).not.toContain('HAMON');
  });
});

describe('the power goes between a version and its event', () => {
  test('and the same command keeps the version of then, once', async () => {
    const { organiser, post, actes, say, at } = await app.spoken();
    const logger = keepingLogger();
    await app.restart(async (file) => {
      const writer = await startWriterThread({ file, busyTimeoutMs: 5_000 }, logger);
      const storage = storageOver(writer, logger);
      const keep = async (text: Parameters<typeof storage.keptTexts.keep>[0]): Promise<void> => {
        await storage.keptTexts.keep(text);
        await writer.terminate();
      };
      return { ...storage, keptTexts: { ...storage.keptTexts, keep } };
    });
    const commandId = freshId();
    expect((await post(organiser, '/provisional', {}, commandId)).status).toBe(503);
    await app.restart();
    expect((await actes()).versions).toEqual([]);
    await say('Dit après la coupure.');
    for (let time = 0; time < 2; time += 1)
      expect((await post(organiser, '/provisional', {}, commandId)).status).toBe(200);
    const { versions } = await actes();
    expect(versions).toHaveLength(1);
    const json = await (await organiser.request(at(`.json?version=${versions[0]?.id}`))).text();
    expect(sha256(json)).toBe(versions[0]?.treeHash);
    expect(json).not.toContain('après la coupure');
    const pdf = await bytesOf(await organiser.request(at(`.pdf?version=${versions[0]?.id}`)));
    expect(sha256(pdf)).toBe(versions[0]?.pdfHash);
  });
});
