/** The sittings that have a time, as the axis of their day shows them. */
import type { Messages } from '#i18n/messages.ts';
import type { AtelierView, SeminarView, SittingView } from '#protocol/views.ts';
import type { HazardNames } from '../hazard-words.ts';
import type { PlannedSitting } from '../day-axis.ts';

/** « Atelier 2 · Accueillir », the title alone when there is one atelier or it is a plenary. */
export const atelierName = (atelier: AtelierView, ateliersCount: number, { common }: Messages): string =>
  atelier.plenary || ateliersCount < 2 ? atelier.title : common.atelier(atelier.number, atelier.title);

/** What tells a sitting from the others of its atelier; '' when it is alone. */
export const sittingName = (
  atelier: AtelierView,
  sitting: SittingView,
  { prepare }: Pick<Messages, 'prepare'>,
): string => {
  if (atelier.sittings.length < 2) return '';
  if (sitting.label !== '') return sitting.label;
  return prepare.sittings.sitting(atelier.sittings.indexOf(sitting) + 1);
};

export type NamedSitting = {
  readonly atelier: AtelierView;
  readonly sitting: SittingView;
  /** « Atelier 2 · Accueillir · Groupe 1 ». */
  readonly name: string;
};

/** Every sitting of the séminaire, in the order of their ateliers, by its whole name. */
export const namedSittings = ({ ateliers }: SeminarView, messages: Messages): readonly NamedSitting[] => {
  const count = ateliers.filter(({ plenary }) => !plenary).length;
  return ateliers.flatMap((atelier) =>
    atelier.sittings.map((sitting) => {
      const label = sittingName(atelier, sitting, messages);
      const name = atelierName(atelier, count, messages);
      return { atelier, sitting, name: label === '' ? name : `${name} · ${label}` };
    }),
  );
};

/** How what will hurt names ateliers and sittings. */
export const hazardNamesOf = ({ ateliers }: SeminarView, messages: Messages): HazardNames => {
  const count = ateliers.filter(({ plenary }) => !plenary).length;
  return {
    atelier(id) {
      const atelier = ateliers.find(({ atelierId }) => atelierId === id);
      return atelier === undefined ? '' : atelierName(atelier, count, messages);
    },
    sitting(id) {
      const atelier = ateliers.find(({ sittings }) => sittings.some(({ sittingId }) => sittingId === id));
      const sitting = atelier?.sittings.find(({ sittingId }) => sittingId === id);
      if (!atelier || !sitting) return '';
      const label = sittingName(atelier, sitting, messages);
      const name = atelierName(atelier, count, messages);
      return label === '' ? name : `${name} · ${label}`;
    },
  };
};

/** « Atelier 2 · Groupe 1 »: beside an axis there is no room for titles. */
const shortName = (atelier: AtelierView, count: number, label: string, { prepare }: Messages): string => {
  const numbered = count > 1 && !atelier.plenary;
  return `${numbered ? prepare.programme.atelierShort(atelier.number) : atelier.title} · ${label}`;
};

export const plannedSittingsOf = (
  { ateliers }: SeminarView,
  messages: Messages,
): readonly PlannedSitting[] => {
  const count = ateliers.filter(({ plenary }) => !plenary).length;
  return ateliers.flatMap((atelier) =>
    atelier.sittings.flatMap((sitting) => {
      const { sittingId, room, start, ownPlan } = sitting;
      if (start === null) return [];
      const name = atelierName(atelier, count, messages);
      const label = sittingName(atelier, sitting, messages);
      const title = label === '' ? name : shortName(atelier, count, label, messages);
      return [{ sittingId, atelierId: atelier.atelierId, title, room, start, plan: ownPlan ?? atelier.plan }];
    }),
  );
};
