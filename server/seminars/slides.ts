/** The slides of a synthesis, for those who write it, and for everybody while the plenary is shown them. */
import { may } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import { typesetLine, typesetText } from '#core/actes/typeset-text.ts';
import { agreedAttribution } from '#core/contributions/agreed-attribution.ts';
import { cutSlides } from '#core/restitution/cut-slides.ts';
import type { Slide } from '#core/restitution/restitution.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { KnownSource } from '#core/synthesis/source-standing.ts';
import { withAgreedNames } from '#core/synthesis/source-standing.ts';
import type { SynthesisState } from '#core/synthesis/synthesis-standing.ts';
import type { PeopleDirectory } from './people-directory.ts';
import { namesAppointed } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { SharedTexts } from './texts.port.ts';

export type SpokenSlides = {
  readonly title: string;
  readonly rapporteurs: readonly string[];
  readonly state: SynthesisState;
  readonly slides: readonly Slide[];
};
export type SlidesOf = (actor: Actor, atelierId: string) => Promise<Result<SpokenSlides>>;

export type SlidesParts = {
  readonly streams: Streams;
  readonly people: Pick<PeopleDirectory, 'directory'>;
  readonly texts: SharedTexts;
};

export function createSlidesOf({ streams, people, texts }: SlidesParts): SlidesOf {
  /** Whoever conducts a plenary reads all syntheses; whoever is in it, the one it is shown. */
  async function readsInPlenary(
    actor: Actor,
    seminarId: string,
    seminar: Seminar,
    atelierId: string,
  ): Promise<boolean> {
    const plenaries = new Set(seminar.ateliers.filter(({ plenary }) => plenary).map(({ id }) => id));
    for (const { id } of seminar.sittings.filter((it) => plenaries.has(it.atelierId))) {
      const resource = { seminarId, sittingIds: [id], plenary: true };
      if (may(actor, 'restitution/conduct', resource)) return true;
      const shown = (await streams.sitting(id)).state?.restitution ?? null;
      if (shown?.atelierId === atelierId && may(actor, 'live/read', resource)) return true;
    }
    return false;
  }

  /** As it is printed; the names under its quotations are those that people agree to now. */
  async function spokenText(seminarId: string, seminar: Seminar, atelierId: string): Promise<RichText> {
    const directory = await people.directory(seminarId);
    const known = new Map<string, KnownSource>();
    for (const { id } of seminar.sittings.filter((sitting) => sitting.atelierId === atelierId)) {
      for (const it of (await streams.sitting(id)).state?.contributions.byId ?? []) {
        const sorting = { withdrawn: it.withdrawn, hidden: it.hidden && (it.hidden.reason ?? '') };
        const attribution = agreedAttribution(it, directory);
        known.set(it.id, { id: it.id, text: it.text, attribution, sorting });
      }
    }
    const written = await texts.richText({ kind: 'synthesis', id: atelierId });
    const agreed = withAgreedNames(written, (id) => known.get(id));
    return typesetText(agreed, seminar.description.language);
  }

  return async (actor, atelierId) => {
    const log = (await streams.atelier(atelierId)).state;
    const seminar = log && (await streams.seminar(log.seminarId)).state;
    const atelier = seminar?.ateliers.find(({ id }) => id === atelierId);
    if (!log || !seminar || !atelier) return refused('seminar/unknown');
    const { seminarId } = log;
    const sittingIds = seminar.sittings.filter((it) => it.atelierId === atelierId).map(({ id }) => id);
    const own = { seminarId, sittingIds };
    if (!may(actor, 'synthesis/write', own) && !(await readsInPlenary(actor, seminarId, seminar, atelierId)))
      return refused('access/forbidden');
    const directory = await people.directory(seminarId);
    const names = sittingIds.flatMap((id) => namesAppointed(seminar, id, 'rapporteur', directory));
    const title = typesetLine(atelier.title, seminar.description.language);
    return ok({
      title,
      rapporteurs: [...new Set(names)],
      state: log.synthesis.state,
      slides: cutSlides(title, await spokenText(seminarId, seminar, atelierId)),
    });
  };
}
