import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { redact } from '../events/redact.ts';
import { instant } from '../time/instant.ts';
import { decidePublication } from './decide-publication.ts';
import type { JustKept, PublicationCommand } from './decide-publication.ts';
import { foldPublication } from './fold-publication.ts';
import type { Publication } from './publication.ts';
import { NO_PUBLICATION, PUBLICATION_LIMITS } from './publication.ts';
import { correctionsUntil, isReadable, versionToReread } from './standing.ts';

const DAY = 86_400_000;
const NOW = instant(Date.UTC(2026, 10, 26, 17, 0));
const later = (days: number) => instant(NOW + days * DAY);
const kept = (versionId: string): JustKept => ({
  versionId,
  treeHash: `tree-${versionId}`,
  pdfHash: `pdf-${versionId}`,
});
const COMPOSITION = { model: 'seminar', order: 'atelier', parts: [], logo: null, twoSided: false } as const;
const STEP = { id: 'step-one', what: 'Ouvrir le samedi', who: 'Le CCAS', byWhen: 'mars', sources: [] };

/** The actes of a séminaire, as commands one after the other make them. */
function actesThat() {
  let publication: Publication = NO_PUBLICATION;
  const log: DomainEvent[] = [];
  const apply = (event: DomainEvent): void => {
    log.push(event);
    publication = foldPublication(publication, event);
  };
  const send = (command: PublicationCommand, now = NOW): string => {
    const context: DecisionContext = { now, actor: null, newId: () => `event-${log.length}` };
    const decided = decidePublication(publication, command, context);
    if (!decided.ok) return decided.error.code;
    for (const event of decided.value) apply({ ...event, stream: 'actes:seminar-1', seq: log.length + 1 });
    return decided.value.map(({ type }) => type.slice('actes/'.length)).join(' ');
  };
  return { send, apply, log, now: () => publication };
}

const correction = (id: string, role: 'participant' | 'valideur' = 'participant') =>
  ({ type: 'propose-correction', id, personId: 'person-1', role, passage: 'Dit', text: 'Redit' }) as const;
const answer = (versionId: string, given: boolean, signed: JustKept | null = null) =>
  ({ type: 'answer-approval', versionId, given, by: 'La présidente', remarks: 'Page 2.', signed }) as const;
const publish = (versionId: string, slug = 'actes-vannes') =>
  ({ type: 'publish', versionId, slug, indexed: false, until: null }) as const;

/** Actes whose version « one » readers have. */
function published() {
  const actes = actesThat();
  actes.send({ type: 'ask-approval', kept: kept('one') });
  actes.send(answer('one', true));
  actes.send(publish('one'));
  return actes;
}

describe('composing', () => {
  it('[PB1] shares one revision between composition and next steps', () => {
    const actes = actesThat();
    const compose = (expectedRevision: number) =>
      actes.send({ type: 'compose', expectedRevision, composition: COMPOSITION });
    const revise = (expectedRevision: number) =>
      actes.send({ type: 'revise-next-steps', expectedRevision, steps: [STEP] });
    expect(compose(0)).toBe('composed');
    expect(revise(0)).toBe('actes/stale-revision');
    expect(revise(1)).toBe('next-steps-revised');
    expect(compose(1)).toBe('actes/stale-revision');
    expect(actes.now()).toMatchObject({ revision: 2, composition: COMPOSITION, nextSteps: [STEP] });
  });

  it('[PB1] goes on after publication', () => {
    const actes = published();
    expect(actes.send({ type: 'compose', expectedRevision: 0, composition: COMPOSITION })).toBe('composed');
    expect(actes.now().stage).toBe('published');
  });
});

describe('versions', () => {
  it('[PB2] are numbered, stay, and keep the hashes from before someone was taken out', () => {
    const actes = actesThat();
    actes.send({ type: 'leave-provisional', kept: kept('one') });
    actes.send({ type: 'leave-provisional', kept: kept('two') });
    expect(actes.send({ type: 'leave-provisional', kept: kept('two') })).toBe('');
    const expunged = { versionId: 'one', treeHash: 'tree-after', pdfHash: 'pdf-after' };
    actes.apply({
      ...{ id: 'e9', type: 'actes/version-expunged', v: 1, at: later(9), actor: null, payload: expunged },
      ...{ stream: 'actes:seminar-1', seq: 3 },
    });
    expect(actes.now().versions).toMatchObject([
      {
        ...{
          id: 'one',
          number: 1,
          kind: 'provisional',
          at: NOW,
          treeHash: 'tree-after',
          pdfHash: 'pdf-after',
        },
        expunged: [{ at: later(9), treeHash: 'tree-one', pdfHash: 'pdf-one' }],
      },
      { id: 'two', number: 2, treeHash: 'tree-two', expunged: [] },
    ]);
  });

  it('[PB3] a relevé à chaud changes no stage, and comes no more once the actes are published', () => {
    const actes = actesThat();
    const leave = (id: string) => actes.send({ type: 'leave-provisional', kept: kept(id) });
    expect(leave('one')).toBe('version-kept');
    expect(actes.now().stage).toBe('draft');
    actes.send({ type: 'open-review', until: later(7), kept: kept('two') });
    leave('three');
    expect(actes.now()).toMatchObject({ stage: 'review', review: { versionId: 'two' } });
    const before = published();
    expect(before.send({ type: 'leave-provisional', kept: kept('two') })).toBe('actes/already-published');
    expect(before.now().versions).toHaveLength(1);
  });

  it('[PB4] there are so many at most, and so many corrections', () => {
    const actes = actesThat();
    for (let index = 0; index < PUBLICATION_LIMITS.versions; index += 1)
      actes.send({ type: 'leave-provisional', kept: kept(`${index}`) });
    expect(actes.send({ type: 'leave-provisional', kept: kept('more') })).toBe('actes/too-many');
    expect(actes.send({ type: 'ask-approval', kept: kept('more') })).toBe('actes/too-many');
    const full = actesThat();
    for (let index = 1; index < PUBLICATION_LIMITS.versions; index += 1)
      full.send({ type: 'leave-provisional', kept: kept(`${index}`) });
    full.send({ type: 'ask-approval', kept: kept('last') });
    const given = { versionId: 'last', given: true, by: 'La présidente', remarks: '' };
    full.send({ type: 'answer-approval', ...given, signed: kept('signed') });
    expect(full.now()).toMatchObject({ stage: 'approved', approval: { signedId: 'signed' } });
    const reread = actesThat();
    reread.send({ type: 'open-review', until: later(7), kept: kept('one') });
    for (let index = 0; index < PUBLICATION_LIMITS.corrections; index += 1)
      reread.send(correction(`${index}`));
    expect(reread.send(correction('more'))).toBe('actes/too-many');
  });
});

describe('the relecture', () => {
  it('[PB5] keeps a version until a date ahead, which can be put off', () => {
    const actes = actesThat();
    const open = (until: number, versionId: string | null) =>
      actes.send({
        ...{ type: 'open-review', until: instant(until) },
        kept: versionId === null ? null : kept(versionId),
      });
    expect(open(NOW, 'one')).toBe('actes/review-over');
    expect(open(later(7), null)).toBe('actes/not-in-review');
    expect(open(later(7), 'one')).toBe('version-kept review-opened');
    expect(open(later(9), 'two')).toBe('review-opened');
    expect(actes.now()).toMatchObject({ stage: 'review', review: { versionId: 'one', until: later(9) } });
    expect(actes.now().versions).toHaveLength(1);
    expect(published().send({ type: 'open-review', until: later(7), kept: kept('two') })).toBe(
      'actes/already-published',
    );
  });

  it('[PB6] takes corrections until its date, each once', () => {
    const actes = actesThat();
    expect(actes.send(correction('one'))).toBe('actes/not-in-review');
    actes.send({ type: 'open-review', until: later(7), kept: kept('one') });
    expect(correctionsUntil(actes.now(), later(7))).toBe(later(7));
    expect(actes.send(correction('one'), later(7))).toBe('correction-proposed');
    expect(actes.send(correction('one'))).toBe('');
    expect(actes.send(correction('two'), instant(later(7) + 1))).toBe('actes/review-over');
    expect(correctionsUntil(actes.now(), instant(later(7) + 1))).toBeNull();
    expect(actes.now().corrections).toMatchObject([
      { id: 'one', at: later(7), personId: 'person-1', role: 'participant', settled: null },
    ]);
  });

  it('[PB6] the valideur annotates what waits for their answer, and nobody else does', () => {
    const actes = actesThat();
    actes.send({ type: 'ask-approval', kept: kept('one') });
    expect(actes.send(correction('one'))).toBe('actes/not-in-review');
    expect(actes.send(correction('two', 'valideur'))).toBe('correction-proposed');
  });

  it('[PB7] corrections are accepted or declined, and either becomes the other', () => {
    const actes = actesThat();
    actes.send({ type: 'open-review', until: later(7), kept: kept('one') });
    actes.send(correction('one'));
    const settle = (correctionId: string, accepted: boolean) =>
      actes.send({ type: 'settle-correction', correctionId, accepted }, later(30));
    expect(settle('two', true)).toBe('actes/unknown-correction');
    expect(settle('one', true)).toBe('correction-settled');
    expect(settle('one', true)).toBe('');
    expect(settle('one', false)).toBe('correction-settled');
    expect(actes.now().corrections[0]?.settled).toBe('declined');
  });

  it('[PB8] ends when it is closed, or when the bon pour diffusion is asked', () => {
    const closed = actesThat();
    expect(closed.send({ type: 'close-review' })).toBe('actes/not-in-review');
    closed.send({ type: 'open-review', until: later(7), kept: kept('one') });
    closed.send(correction('one'));
    expect(closed.send({ type: 'close-review' })).toBe('review-closed');
    expect(closed.now()).toMatchObject({ stage: 'draft', review: null, corrections: [{ id: 'one' }] });
    const asked = actesThat();
    asked.send({ type: 'open-review', until: later(7), kept: kept('one') });
    asked.send({ type: 'ask-approval', kept: kept('two') });
    expect(asked.now()).toMatchObject({ stage: 'approval', review: null });
    expect(asked.send(correction('one'))).toBe('actes/not-in-review');
  });

  it('[PB9] from it on there is a version to reread, the newest that is not provisional', () => {
    const actes = actesThat();
    actes.send({ type: 'leave-provisional', kept: kept('one') });
    expect(versionToReread(actes.now())).toBeNull();
    actes.send({ type: 'open-review', until: later(7), kept: kept('two') });
    actes.send({ type: 'leave-provisional', kept: kept('three') });
    expect(versionToReread(actes.now())?.id).toBe('two');
    actes.send({ type: 'ask-approval', kept: kept('four') });
    expect(versionToReread(actes.now())?.id).toBe('four');
  });
});

describe('the bon pour diffusion', () => {
  it('[PB10] is about the version it was asked for', () => {
    const actes = actesThat();
    expect(actes.send(answer('one', true))).toBe('actes/no-approval-asked');
    expect(actes.send({ type: 'ask-approval', kept: kept('one') })).toBe('version-kept approval-asked');
    expect(actes.send({ type: 'ask-approval', kept: kept('two') })).toBe('version-kept approval-asked');
    expect(actes.send(answer('one', true))).toBe('actes/no-approval-asked');
    expect(actes.send(answer('two', true))).toBe('approval-answered');
    expect(actes.send(answer('two', false))).toBe('actes/no-approval-asked');
    actes.send({ type: 'ask-approval', kept: kept('three') });
    expect(actes.now()).toMatchObject({
      stage: 'approval',
      approval: { versionId: 'three', given: null, by: null, remarks: null },
    });
    expect(published().send({ type: 'ask-approval', kept: kept('two') })).toBe('actes/already-published');
  });

  it('[PB18] given, keeps the version whose cover says so, which is what is published', () => {
    const actes = actesThat();
    actes.send({ type: 'ask-approval', kept: kept('one') });
    expect(actes.send(answer('one', true, kept('signed')))).toBe('version-kept approval-answered');
    expect(actes.now()).toMatchObject({
      versions: [{ kind: 'final' }, { id: 'signed', number: 2, kind: 'approved' }],
      approval: { versionId: 'one', signedId: 'signed', given: true },
    });
    expect(versionToReread(actes.now())?.id).toBe('signed');
    expect(actes.send(publish('one'))).toBe('published');
    expect(actes.now().published?.versionId).toBe('signed');
    actes.send({ type: 'withdraw' });
    for (const id of ['one', 'signed']) expect(actes.send(publish(id))).toBe('published');
    actes.send({ type: 'correct-published', erratum: 'Page 3.', kept: kept('corrected') });
    expect(actes.send(publish('signed'))).toBe('actes/not-approved');
  });

  it('[PB11] given leads to publishing, refused back to a draft with the remarks', () => {
    const actes = actesThat();
    actes.send({ type: 'ask-approval', kept: kept('one') });
    actes.send(answer('one', false));
    expect(actes.now()).toMatchObject({
      stage: 'draft',
      approval: { given: false, by: 'La présidente', remarks: 'Page 2.' },
    });
    expect(actes.send(publish('one'))).toBe('actes/not-approved');
    actes.send({ type: 'ask-approval', kept: kept('two') });
    actes.send(answer('two', true));
    expect(actes.now().stage).toBe('approved');
    expect(actes.send(publish('two'))).toBe('published');
  });
});

describe('published actes', () => {
  it('[PB12] are the approved version, or again what readers had', () => {
    const actes = actesThat();
    expect(actes.send(publish('one'))).toBe('actes/unknown-version');
    actes.send({ type: 'leave-provisional', kept: kept('one') });
    expect(actes.send(publish('one'))).toBe('actes/not-approved');
    actes.send({ type: 'ask-approval', kept: kept('two') });
    expect(actes.send(publish('two'))).toBe('actes/not-approved');
    actes.send(answer('two', true));
    expect(actes.send(publish('one'))).toBe('actes/not-approved');
    expect(actes.send(publish('two'))).toBe('published');
    expect(actes.send({ ...publish('two'), indexed: true, until: later(400) })).toBe('published');
    expect(actes.now().published).toMatchObject({ indexed: true, until: later(400) });
  });

  it('[PB13] keep their address through corrections, withdrawal and publishing again', () => {
    const actes = published();
    actes.send({ type: 'correct-published', erratum: 'Page 3 : « mars ».', kept: kept('two') });
    actes.send({ type: 'withdraw' });
    actes.send({ type: 'ask-approval', kept: kept('three') });
    expect(actes.send(publish('two'))).toBe('actes/not-approved');
    actes.send(answer('three', true));
    actes.send(publish('three', 'another-address'));
    expect(actes.now().published).toMatchObject({ slug: 'actes-vannes', versionId: 'three' });
  });

  it('[PB14] are corrected by a version of their own and a dated erratum', () => {
    const draft = actesThat();
    const correct = { type: 'correct-published', erratum: 'Page 3 : « mars ».', kept: kept('two') } as const;
    expect(draft.send(correct)).toBe('actes/not-published');
    const actes = published();
    expect(actes.send(correct, later(3))).toBe('version-kept corrected');
    expect(actes.now().versions[1]?.kind).toBe('erratum');
    expect(actes.now().published).toMatchObject({
      versionId: 'two',
      errata: [{ versionId: 'two', at: later(3), text: 'Page 3 : « mars ».' }],
    });
  });

  it('[PB15] are readable until they are withdrawn or past their date', () => {
    const actes = published();
    expect(isReadable(NO_PUBLICATION, NOW)).toBe(false);
    expect(isReadable(actes.now(), later(4000))).toBe(true);
    actes.send({ ...publish('one'), until: later(30) });
    expect(isReadable(actes.now(), instant(later(30) - 1))).toBe(true);
    expect(isReadable(actes.now(), later(30))).toBe(false);
    expect(actes.send({ type: 'withdraw' }, later(2))).toBe('withdrawn');
    expect(actes.now()).toMatchObject({ stage: 'withdrawn', published: { withdrawnAt: later(2) } });
    expect(isReadable(actes.now(), later(3))).toBe(false);
    expect(actes.send({ type: 'withdraw' })).toBe('actes/not-published');
    actes.send({ type: 'ask-approval', kept: kept('two') });
    expect(isReadable(actes.now(), later(3))).toBe(false);
    const back = published();
    back.send({ type: 'withdraw' });
    back.send(publish('one'));
    expect(isReadable(back.now(), later(3))).toBe(true);
  });

  it('[PB15] are never published until a moment that is past', () => {
    const actes = published();
    const before = actes.now();
    for (const until of [NOW, later(-1)])
      expect(actes.send({ ...publish('one'), until })).toBe('actes/until-over');
    expect(actes.now()).toBe(before);
    expect(actes.send({ ...publish('one'), until: instant(NOW + 1) })).toBe('published');
    expect(actes.send({ ...publish('other'), until: NOW })).toBe('actes/unknown-version');
  });
});

it('[PB2] every event is taken in redacted too', () => {
  const actes = published();
  actes.send({ type: 'revise-next-steps', expectedRevision: 0, steps: [STEP] });
  actes.send({ type: 'correct-published', erratum: 'Page 3.', kept: kept('two') });
  const silent = actes.log.map((event) => redact(event)).reduce(foldPublication, NO_PUBLICATION);
  expect(silent).toMatchObject({ nextSteps: [], approval: { by: null, remarks: null, given: true } });
  expect(silent.versions).toEqual(actes.now().versions);
});
