/** What will hurt on the day, in words, with where it can be mended. */
import type { Hazard, Prepared } from '#core/agenda/hazards.ts';
import { formatDuration, formatTimeOfDay } from '#core/time/formats.ts';
import type { Messages } from '#i18n/messages.ts';

export type HazardMend = 'points' | 'place' | 'programme' | 'seminar';
export type SaidHazard = {
  readonly key: string;
  readonly text: string;
  readonly mend: HazardMend;
  /** The atelier it stands beside; null when it concerns none. */
  readonly atelierId: string | null;
  /** The id of what mends it on the page. */
  readonly anchor: string;
  /** The same for hazards that say the same of several ateliers. */
  readonly kind: string;
};

/** One of each kind in their order, with how many more say the same of others. */
export function oneOfEachKind(
  hazards: readonly SaidHazard[],
): readonly { readonly hazard: SaidHazard; readonly others: number }[] {
  const kinds = Map.groupBy(hazards, ({ kind }) => kind);
  return [...kinds.values()].flatMap(([hazard, ...others]) =>
    hazard === undefined ? [] : [{ hazard, others: others.length }],
  );
}

/** How the page names an atelier, and a sitting when there are several. */
export type HazardNames = {
  readonly atelier: (atelierId: string) => string;
  readonly sitting: (sittingId: string) => string;
};

export const pointsAnchor = (atelierId: string): string => `points-${atelierId}`;
export const placeAnchor = (sittingId: string): string => `seance-${sittingId}`;

export const saidHazards = (
  hazards: readonly Hazard[],
  prepared: Prepared,
  names: HazardNames,
  messages: Messages,
): readonly SaidHazard[] =>
  hazards.map((hazard, index): SaidHazard => {
    const mend = mendOf(hazard);
    const atelierId = 'atelierId' in hazard ? hazard.atelierId : null;
    const sittingId = 'sittingId' in hazard ? hazard.sittingId : null;
    return {
      key: `${hazard.code}-${index}`,
      text: textOf(hazard, prepared, names, messages),
      mend,
      atelierId,
      anchor: anchorOf(mend, atelierId, sittingId),
      kind: `${hazard.code} ${'sharedTimeId' in hazard ? hazard.sharedTimeId : ''}`,
    };
  });

const anchorOf = (mend: HazardMend, atelierId: string | null, sittingId: string | null): string => {
  if (mend === 'points' && atelierId !== null) return pointsAnchor(atelierId);
  if (mend === 'place' && sittingId !== null) return `${placeAnchor(sittingId)}-time`;
  return mend === 'programme' ? 'programme' : 'seminar';
};

const mendOf = (hazard: Hazard): HazardMend => {
  switch (hazard.code) {
    case 'hazard/too-long':
    case 'hazard/into-plenary':
    case 'hazard/no-pause-planned':
    case 'hazard/no-synthesis':
    case 'hazard/empty-plan':
    case 'hazard/floor-above-planned':
      return 'points';
    case 'hazard/no-start':
    case 'hazard/other-day':
    case 'hazard/same-room':
    case 'hazard/two-places':
    case 'hazard/no-time-to-walk':
      return 'place';
    case 'hazard/no-pause':
    case 'hazard/no-time-to-shared':
      return 'programme';
    case 'hazard/weekday':
    case 'hazard/other-date':
      return 'seminar';
  }
};

const textOf = (hazard: Hazard, prepared: Prepared, names: HazardNames, messages: Messages): string => {
  const words = messages.prepare.hazards;
  const ofPlan = ({ atelierId, sittingId }: { atelierId: string; sittingId: string | null }): string =>
    sittingId === null ? names.atelier(atelierId) : names.sitting(sittingId);
  const timeTitle = (id: string): string => prepared.programme.times.find((it) => it.id === id)?.title ?? '';
  const roomOf = (id: string): string =>
    prepared.ateliers.flatMap(({ sittings }) => sittings).find(({ sittingId }) => sittingId === id)?.room ??
    '';
  switch (hazard.code) {
    case 'hazard/too-long':
      return words.tooLong(ofPlan(hazard), formatDuration(hazard.minutes), timeTitle(hazard.sharedTimeId));
    case 'hazard/into-plenary':
      return words.intoPlenary(
        ofPlan(hazard),
        formatDuration(hazard.minutes),
        timeTitle(hazard.sharedTimeId),
      );
    case 'hazard/no-pause': {
      const from = formatTimeOfDay(hazard.from, prepared.description.zone, messages.language);
      return words.noPause(ofPlan(hazard), formatDuration(hazard.minutes), from);
    }
    case 'hazard/no-pause-planned':
      return words.noPausePlanned(ofPlan(hazard), formatDuration(hazard.minutes));
    case 'hazard/no-synthesis':
      return words.noSynthesis(ofPlan(hazard));
    case 'hazard/empty-plan':
      return words.emptyPlan(ofPlan(hazard));
    case 'hazard/floor-above-planned': {
      const item = prepared.ateliers
        .flatMap(({ plan, sittings }) => [plan, ...sittings.flatMap(({ ownPlan }) => ownPlan ?? [])])
        .flatMap(({ items }) => items)
        .find(({ id }) => id === hazard.itemId);
      return words.floorAbovePlanned(ofPlan(hazard), item?.title ?? '');
    }
    case 'hazard/no-start':
      return words.noStart(ofPlan(hazard));
    case 'hazard/other-day':
      return words.otherDay(ofPlan(hazard));
    case 'hazard/same-room':
      return words.sameRoom(ofPlan(hazard), names.sitting(hazard.otherSittingId), roomOf(hazard.sittingId));
    case 'hazard/two-places':
      return words.twoPlaces(hazard.who, ofPlan(hazard), names.sitting(hazard.otherSittingId));
    case 'hazard/no-time-to-walk':
      return words.noTimeToWalk(hazard.who, ofPlan(hazard), names.sitting(hazard.otherSittingId));
    case 'hazard/no-time-to-shared':
      return words.noTimeToShared(ofPlan(hazard), timeTitle(hazard.sharedTimeId));
    case 'hazard/weekday':
      return words.weekday(hazard.text);
    case 'hazard/other-date':
      return words.otherDate(hazard.text);
  }
};
