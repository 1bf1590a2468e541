/** The actes from a relevé à chaud to a withdrawn page, over real HTTP and a real database. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { quotingPassages } from '#core/actes/passages.ts';
import type { ReviewView } from '#protocol/actes-views.ts';
import { actesHere, answered, SAID } from '../support/actes-here.ts';
import { freshId } from '../support/device.ts';

const DAY = 86_400_000;
const app = actesHere();
const { clock, device, spoken } = app;

/** A séminaire whose actes are published. */
async function published() {
  const here = await spoken();
  await here.post(here.organiser, '/approval');
  const versionId = (await here.actes()).versions[0]?.id ?? '';
  const valideur = await here.valideur();
  const answer = { versionId, given: true, by: 'La présidente', remarks: '' };
  const commandId = freshId();
  for (let time = 1; time <= 2; time += 1)
    expect(await answered(await here.post(valideur, '/approval/answer', answer, commandId))).toBe(200);
  const publish = { versionId, indexed: false, until: null };
  const response = await here.post(here.organiser, '/publish', publish);
  expect(response.status).toBe(200);
  const { slug } = (await response.json()) as { slug: string };
  return { ...here, versionId, valideurDevice: valideur, slug };
}

describe('composing', () => {
  test('is guarded by a revision, and shows in the tree', async () => {
    const { organiser, post, actes } = await spoken();
    const { composition, revision, texts, report } = await actes();
    expect(composition.parts.map(({ kind }) => kind)).toContain('atelier');
    expect(texts['preamble']).toMatch(/^preamble\./);
    expect(report.map(({ code }) => code)).toContain('quality/synthesis-not-validated');
    const parts = composition.parts.map((part) =>
      part.kind === 'not-taken-over' ? { ...part, title: 'Paroles laissées' } : part,
    );
    const compose = { expectedRevision: revision, composition: { ...composition, parts } };
    expect(await (await post(organiser, '/composition', compose)).json()).toEqual({ revision: 1 });
    expect(await answered(await post(organiser, '/composition', compose))).toBe('actes/stale-revision');
    expect(JSON.stringify((await actes()).actes)).toContain('Paroles laissées');
    const steps = [{ id: freshId(), what: 'Ouvrir le samedi', who: 'Le CCAS', byWhen: 'mars', sources: [] }];
    expect(await (await post(organiser, '/steps', { expectedRevision: 1, steps })).json()).toEqual({
      revision: 2,
    });
    expect(JSON.stringify((await actes()).actes)).toContain('Ouvrir le samedi');
    const unknown = { file: 'a'.repeat(64), alternative: 'Logo', mediaType: 'image/png' };
    const withLogo = { expectedRevision: 2, composition: { ...composition, logo: unknown } };
    expect(await answered(await post(organiser, '/composition', withLogo))).toBe('photo/unknown');
  });
});

describe('a relevé à chaud', () => {
  test('is kept once however often it is asked for, and stays as it was', async () => {
    const { organiser, post, actes, at, say } = await spoken();
    const commandId = freshId();
    const answers = await Promise.all([1, 2].map(() => post(organiser, '/provisional', {}, commandId)));
    expect(await Promise.all(answers.map(answered))).toEqual([200, 200]);
    const { versions } = await actes();
    expect(versions).toMatchObject([{ number: 1, kind: 'provisional', expunged: [] }]);
    const [version] = versions;
    const pdf = await organiser.request(at(`.pdf?version=${version?.id}`));
    const bytes = new Uint8Array(await pdf.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version?.pdfHash);
    const json = await (await organiser.request(at(`.json?version=${version?.id}`))).text();
    expect(createHash('sha256').update(json).digest('hex')).toBe(version?.treeHash);
    expect(json).toContain('Version provisoire du 26');

    await say('Dit après.');
    expect(await (await organiser.request(at('.md'))).text()).toContain('Dit après.');
    expect(await (await organiser.request(at(`.md?version=${version?.id}`))).text()).not.toContain(
      'Dit après.',
    );
    const changes = await organiser.json<{ changes: { after: string | null }[] }>(
      at(`/compare?from=${version?.id}&to=`),
    );
    expect(JSON.stringify(changes)).toContain('Dit après.');
  });
});

test('[PB17] what is not kept says that it is a draft, of its day; what is kept never does', async () => {
  const { organiser, post, actes, at } = await spoken();
  const text = async (query: string) => (await organiser.request(at(query))).text();
  const pages = () => organiser.json<{ hash: string }>(at('/pages'));
  const { hash } = await pages();
  expect(await text('.md')).toContain('Brouillon du 26');
  expect(await text('.html')).toContain('Brouillon du 26');
  clock.advance(DAY / 24);
  expect((await pages()).hash).toBe(hash);
  await post(organiser, '/provisional');
  await post(organiser, '/approval');
  const { versions } = await actes();
  for (const { id } of versions) expect(await text(`.md?version=${id}`)).not.toContain('Brouillon');
  clock.advance(DAY);
  expect(await text('.md')).toContain('Brouillon du 27');
  expect((await pages()).hash).not.toBe(hash);
});

describe('rereading', () => {
  test('opens to those who are quoted what quotes them, until its date', async () => {
    const { organiser, soizic, silent, animateur, post, at, links, actes, personId } = await spoken();
    const until = clock.now() + 7 * DAY;
    expect(await answered(await soizic.request(at('/review')))).toBe('access/forbidden');
    expect(await answered(await post(organiser, '/review', { until }))).toBe(200);
    const { people, valideur } = await links();
    expect(valideur).toBeNull();
    expect(people.map(({ name }) => name)).toContain('Soizic LE GOFF');
    const reader = device();
    const theirs = people.find((it) => it.personId === personId);
    const link = theirs?.url ?? '';
    expect(new URL(link).pathname).toMatch(/\/actes$/);
    await reader.openLink(link);

    for (const their of [soizic, reader]) {
      const view = await their.json<ReviewView>(at('/review'));
      expect(quotingPassages(view.passages).length).toBe(theirs?.passages);
      expect(view).toMatchObject({ stage: 'review', until, actes: null, personId, corrections: [] });
      expect(view.zone).toBe('Europe/Paris');
      expect(view.passages.map(({ text }) => text).join()).toContain('permanence au marché');
    }
    const whole = await animateur.json<ReviewView>(at('/review'));
    expect(whole.actes?.parts.length).toBeGreaterThan(0);
    expect(whole.passages).toEqual([]);
    expect(await animateur.json(at('/review/until'))).toEqual({ until });
    expect(await reader.json(at('/review/until'))).toEqual({ until });
    expect(await answered(await device().request(at('/review')))).toBe('access/no-session');

    const correction = (by: string | null, correctionId = freshId()) => ({
      ...{ correctionId, by, passage: SAID, text: 'Avec deux bancs.' },
    });
    const twice = correction(personId);
    expect(await answered(await post(reader, '/corrections', twice))).toBe(201);
    expect(await answered(await post(reader, '/corrections', twice))).toBe(201);
    expect(await answered(await post(animateur, '/corrections', correction(null)))).toBe(201);
    const said = (await reader.json<ReviewView>(at('/review'))).corrections;
    expect(said).toMatchObject([{ text: 'Avec deux bancs.', role: 'participant', settled: null }]);
    const places = (await actes()).corrections.map(({ part }) => part);
    expect(places).toEqual([expect.stringMatching(/^(atelier-|not-taken-over)/), places[0]]);
    // Whose presence alone is told has that to reread, and nothing of the others.
    const silentView = await (await silent.request(at('/review'))).text();
    expect(silentView).not.toContain('permanence');

    const settle = `/corrections/${said[0]?.id}`;
    expect(await answered(await post(reader, settle, { accepted: true }))).toBe('access/forbidden');
    expect(await answered(await post(organiser, settle, { accepted: true }))).toBe(200);
    clock.advance(8 * DAY);
    expect(await answered(await post(reader, '/corrections', correction(personId)))).toBe(
      'actes/review-over',
    );
    expect((await reader.json<ReviewView>(at('/review'))).until).toBeNull();
  });
});

describe('the bon pour diffusion', () => {
  test('is given or refused by the valideur alone, for the version that was asked', async () => {
    const { organiser, animateur, post, actes, valideur, at } = await spoken();
    expect(await answered(await post(organiser, '/approval'))).toBe(200);
    const versionId = (await actes()).versions[0]?.id ?? '';
    const answer = { versionId, given: false, by: 'La présidente', remarks: 'Page 2.' };
    for (const other of [organiser, animateur])
      expect(await answered(await post(other, '/approval/answer', answer))).toBe('access/forbidden');
    const theirs = await valideur();
    expect((await theirs.json<ReviewView>(at('/review'))).version?.id).toBe(versionId);
    expect((await theirs.request(at(`.docx?version=${versionId}`))).status).toBe(200);
    const commandId = freshId();
    // The first answer was lost on the way: the same is sent again, and is no refusal.
    for (let time = 1; time <= 2; time += 1)
      expect(await answered(await post(theirs, '/approval/answer', answer, commandId))).toBe(200);
    expect((await actes()).approval).toMatchObject({ given: false, remarks: 'Page 2.' });
    const publish = { versionId, indexed: false, until: null };
    expect(await answered(await post(organiser, '/publish', publish))).toBe('actes/not-approved');
  });
});

test('[PB18] once it is given, what readers get says on its cover of which day, and who signed', async () => {
  const { slug, organiser, versionId, actes, at } = await published();
  const { versions, published: out } = await actes();
  const [asked, signed] = versions;
  expect([asked, signed]).toMatchObject([{ kind: 'final' }, { kind: 'approved', id: out?.versionId }]);
  const address = `${app.url()}/actes/${slug}`;
  const said = /Bon pour diffusion le [^<–]+2026 – La présidente/u;
  for (const path of [address, `${address}/actes.md`]) expect(await (await fetch(path)).text()).toMatch(said);
  const pdf = new Uint8Array(await (await fetch(`${address}/actes.pdf`)).arrayBuffer());
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(signed?.pdfHash);
  const before = await (await organiser.request(at(`.md?version=${versionId}`))).text();
  expect(before).not.toMatch(/Bon pour diffusion|Brouillon/u);
});

describe('published actes', () => {
  test('are one page for anybody, that no search engine lists and nothing else can alter', async () => {
    const { slug, organiser, versionId, post } = await published();
    expect(slug).toMatch(/^rencontre-departementale/);
    const page = await fetch(`${app.url()}/actes/${slug}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    for (const words of ['permanence au marché', `/actes/${slug}/actes.docx`, 'Publié le'])
      expect([words, html.includes(words)]).toEqual([words, true]);
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    const again = { headers: { 'if-none-match': page.headers.get('etag') ?? '' } };
    expect((await fetch(`${app.url()}/actes/${slug}`, again)).status).toBe(304);
    for (const format of ['pdf', 'docx', 'odt', 'md', 'json'])
      expect((await fetch(`${app.url()}/actes/${slug}/actes.${format}`)).status).toBe(200);
    expect((await fetch(`${app.url()}/actes/unknown-address`)).status).toBe(404);
    await post(organiser, '/publish', { versionId, indexed: true, until: null });
    expect((await fetch(`${app.url()}/actes/${slug}`)).headers.get('x-robots-tag')).toBeNull();
  });

  test('[PB16] tell nobody but the organiser which words are whose', async () => {
    const { slug, organiser, animateur, valideurDevice, at, versionId } = await published();
    const ids = /"(sources": \[\s*"|personId": "|subject": ")/;
    const json = async (of: { request: (path: string) => Promise<Response> }) =>
      (await of.request(at(`.json?version=${versionId}`))).text();
    expect(await json(organiser)).toMatch(ids);
    const texts = [
      await (await fetch(`${app.url()}/actes/${slug}/actes.json`)).text(),
      ...(await Promise.all([animateur, valideurDevice].map(json))),
      JSON.stringify((await animateur.json<ReviewView>(at('/review'))).actes, null, 1),
    ];
    for (const text of texts) {
      expect(text).toContain('permanence au marché');
      expect(text).not.toMatch(ids);
    }
  });

  test('are corrected at the same address, and gone once withdrawn or past their date', async () => {
    const { slug, organiser, versionId, post, actes } = await published();
    const address = `${app.url()}/actes/${slug}`;
    expect(await answered(await post(organiser, '/correct', { erratum: 'Page 3 : « mars ».' }))).toBe(200);
    const html = await (await fetch(address)).text();
    expect(/Erratum du [^<]*/.exec(html)?.[0]).toContain('Page 3 : « mars ».');
    const { published: now } = await actes();
    expect(now?.versionId).not.toBe(versionId);
    expect(await answered(await post(organiser, '/withdraw'))).toBe(200);
    const gone = await fetch(address);
    expect(gone.status).toBe(410);
    expect((await gone.text()).includes('Ces actes ne sont plus publiés')).toBe(true);
    expect((await fetch(`${address}/actes.pdf`)).status).toBe(410);
    const until = clock.now() + DAY;
    const publish = { versionId: now?.versionId, indexed: false, until };
    const past = { ...publish, until: clock.now() };
    expect(await answered(await post(organiser, '/publish', past))).toBe('actes/until-over');
    expect((await actes()).stage).toBe('withdrawn');
    await post(organiser, '/publish', publish);
    expect((await fetch(address)).status).toBe(200);
    clock.advance(2 * DAY);
    expect((await fetch(address)).status).toBe(410);
  });

  test('of the same title have addresses of their own', async () => {
    const [one, other] = [await published(), await published()];
    expect(one.slug).not.toBe(other.slug);
  });
});
