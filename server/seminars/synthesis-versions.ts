/** The syntheses that were validated, as they were then. */
import { may } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import type { MarkdownLanguage } from '#core/actes/text-markdown.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { KeptTexts } from './kept-texts.port.ts';
import type { Streams } from './streams.ts';

export type ValidatedVersion = {
  readonly title: string;
  readonly language: MarkdownLanguage;
  readonly text: RichText;
};
export type ValidatedVersionOf = (
  actor: Actor,
  atelierId: string,
  versionId: string,
) => Promise<Result<ValidatedVersion>>;

export type SynthesisVersionsParts = {
  readonly streams: Streams;
  readonly keptTexts: Pick<KeptTexts, 'read'>;
};

/** For those who write the synthesis. */
export function createValidatedVersionOf({ streams, keptTexts }: SynthesisVersionsParts): ValidatedVersionOf {
  return async (actor, atelierId, versionId) => {
    const atelier = (await streams.atelier(atelierId)).state;
    const seminar = atelier && (await streams.seminar(atelier.seminarId)).state;
    if (!atelier || !seminar) return refused('seminar/unknown');
    const { seminarId } = atelier;
    const sittingIds = seminar.sittings.filter((it) => it.atelierId === atelierId).map(({ id }) => id);
    if (!may(actor, 'synthesis/write', { seminarId, sittingIds })) return refused('access/forbidden');
    const isValidated = atelier.synthesis.versions.some(({ id }) => id === versionId);
    const kept = isValidated ? await keptTexts.read(versionId) : null;
    if (kept?.subjectId !== atelierId) return refused('actes/unknown-version');
    const title = seminar.ateliers.find(({ id }) => id === atelierId)?.title ?? '';
    return ok({ title, language: seminar.description.language, text: JSON.parse(kept.text) as RichText });
  };
}
