/** What passes in the sample's first room: sorting, gommettes, the floor, the tour de table, the paperboard. */
import { readFileSync } from 'node:fs';
import type { Actor, Role } from '#core/access/roles.ts';
import { frenchTypography } from '#core/actes/french-typography.ts';
import type { Instant } from '#core/time/instant.ts';
import type { ContributionCommandHere } from '../seminars/contribution-commands.ts';
import type { RoomCommandHere } from '../seminars/room-commands.ts';
import type { Ids } from '../seminars/surroundings.port.ts';
import type { Happening, Stage } from './demo-stage.ts';
import type { Held } from './held-atelier.ts';
import { contributionKeyed, personIdOf, personNamed } from './held-atelier.ts';
import { momentBefore, spread } from './sample-day.ts';
import {
  AGREED_ON_PAPER,
  DOTS,
  FLOOR,
  GROUPS,
  HIDDEN,
  PAPERBOARD,
  PINNED,
  PRESENTATIONS,
  ROUND,
  SIGN_IN_SHEET_BEFORE,
  WALL,
  WITHDRAWN,
} from './sample-room.ts';

type Here<C> = C extends unknown ? Omit<C, 'sittingId'> : never;
type CommandInRoom = Here<ContributionCommandHere> | Here<RoomCommandHere>;

/** Everything that happened in the room; `organiser` is who ticks the signed sheet and prepares the actes. */
export function inTheRoom(
  stage: Stage,
  held: Held,
  organiser: Actor,
  ids: Ids,
  end: Instant,
): readonly Happening[] {
  const { sittingId, sample } = held;
  const sends = (before: number, who: () => Actor, as: Role, command: () => CommandInRoom): Happening => ({
    at: momentBefore(end, before),
    happen: () => stage.send(who(), as, { ...command(), sittingId }),
  });
  const participant = (name: string) => () => personNamed(held, name);
  const animateurSends = (before: number, command: () => CommandInRoom): Happening =>
    sends(before, participant('animateur'), 'animateur', command);
  const rapporteurSends = (before: number, command: () => CommandInRoom): Happening =>
    sends(before, participant('rapporteur'), 'rapporteur', command);
  const organiserSends = (before: number, command: () => CommandInRoom): Happening =>
    sends(before, () => organiser, 'organiser', command);
  const keyed = (key: string): string => contributionKeyed(held, key);
  const hasPhone = (name: string): boolean => !held.withoutPhone.has(name);

  const listed: readonly Happening[] = sample.withoutPhone.map((introduction) => ({
    at: momentBefore(end, SIGN_IN_SHEET_BEFORE),
    happen: () =>
      stage.enter(
        personNamed(held, 'rapporteur'),
        sittingId,
        personIdOf(held, introduction.lastName),
        introduction,
      ),
  }));

  const sorted: readonly Happening[] = [
    animateurSends(WALL.before, () => ({ type: 'wall/set', shows: 'approved' })),
    ...WALL.approved.map(({ before, key }) =>
      animateurSends(before, () => ({ type: 'contribution/approve', contributionId: keyed(key) })),
    ),
    animateurSends(PINNED.before, () => ({ type: 'contribution/pin', contributionId: keyed(PINNED.key) })),
    animateurSends(HIDDEN.before, () => ({
      ...{ type: 'contribution/hide', contributionId: keyed(HIDDEN.key) },
      reason: frenchTypography(HIDDEN.reason),
    })),
    ...GROUPS.map(({ before, heading, keys }) =>
      rapporteurSends(before, () => ({
        ...{ type: 'group/make', groupId: ids.newId(), heading: frenchTypography(heading) },
        contributionIds: keys.map(keyed),
      })),
    ),
    ...sample.contributions
      .filter(({ key }) => key === WITHDRAWN.key)
      .map(({ by }) =>
        sends(WITHDRAWN.before, participant(by ?? ''), 'participant', () => ({
          ...{ type: 'contribution/withdraw', contributionId: keyed(WITHDRAWN.key), key: null },
        })),
      ),
    organiserSends(AGREED_ON_PAPER.before, () => ({
      ...{ type: 'contribution/agree-on-paper', contributionIds: AGREED_ON_PAPER.keys.map(keyed) },
    })),
  ];

  const dotsId = ids.newId();
  const voters = sample.participants.map(({ lastName }) => lastName);
  const voted: readonly Happening[] = [
    animateurSends(DOTS.openedBefore, () => ({
      ...{ type: 'dots/open', dotsId, budget: DOTS.budget, contributionIds: DOTS.keys.map(keyed) },
    })),
    ...voters.flatMap((name, index) =>
      (DOTS.shares[index % DOTS.shares.length] ?? []).flatMap((count, choice): Happening[] => {
        const key = DOTS.keys[choice];
        if (count === 0 || key === undefined) return [];
        const at = spread(end, DOTS.placedBefore, index, voters.length);
        const command = { type: 'dots/place', sittingId, dotsId, contributionId: keyed(key), count } as const;
        return [{ at, happen: () => stage.send(personNamed(held, name), 'participant', command) }];
      }),
    ),
    animateurSends(DOTS.shownBefore, () => ({ type: 'dots/show', dotsId })),
  ];

  const roundId = ids.newId();
  const around = [...sample.participants, ...sample.withoutPhone].map(({ lastName }) => lastName);
  const introduced: readonly Happening[] = [
    animateurSends(ROUND.openedBefore, () => ({ type: 'round/open', roundId })),
    ...around.map((name, index) => ({
      at: spread(end, ROUND.turnsBefore, index, around.length),
      happen: () =>
        stage.send(personNamed(held, 'animateur'), 'animateur', {
          ...{ type: 'round/turn', sittingId, roundId, personId: personIdOf(held, name) },
        }),
    })),
    animateurSends(ROUND.closedBefore, () => ({ type: 'round/close', roundId })),
    ...PRESENTATIONS.flatMap(({ name, before, quotation, text, onPaper }) => {
      const write = (): CommandInRoom => ({
        ...{ type: 'presentation/write', personId: personIdOf(held, name) },
        quotation: frenchTypography(quotation),
        text: frenchTypography(text),
      });
      const written = hasPhone(name)
        ? sends(before, participant(name), 'participant', write)
        : rapporteurSends(before, write);
      if (!onPaper) return [written];
      const agreed = organiserSends(AGREED_ON_PAPER.before, () => ({
        ...{ type: 'presentation/agree-on-paper', personId: personIdOf(held, name) },
      }));
      return [written, agreed];
    }),
  ];

  const asks = FLOOR.asks.map((ask) => ({ ...ask, askId: ids.newId() }));
  const heard: readonly Happening[] = [
    animateurSends(FLOOR.announcedBefore, () => ({ type: 'floor/announce', announced: true })),
    ...asks.map(({ name, before, askId, about }) => {
      const asked = { type: 'floor/ask', askId, about: frenchTypography(about) } as const;
      return hasPhone(name)
        ? sends(before, participant(name), 'participant', () => ({ ...asked, personId: null }))
        : rapporteurSends(before, () => ({ ...asked, personId: personIdOf(held, name) }));
    }),
    ...asks.slice(0, 1).map(({ askId }) =>
      animateurSends(FLOOR.given.before, () => ({
        ...{ type: 'floor/give', askId, minutes: FLOOR.given.minutes },
      })),
    ),
  ];

  const photoId = ids.newId();
  const photographed: readonly Happening[] = [
    {
      at: momentBefore(end, PAPERBOARD.before),
      happen: () => {
        const { file, mediaType, point } = PAPERBOARD;
        const itemId = held.items[point - 1]?.id ?? null;
        const description = frenchTypography(PAPERBOARD.description);
        return stage.addPhoto(
          personNamed(held, 'rapporteur'),
          sittingId,
          { photoId, itemId, questionId: null, mediaType, description },
          readFileSync(new URL(`sample/${file}`, import.meta.url)),
        );
      },
    },
    organiserSends(PAPERBOARD.includedBefore, () => ({ type: 'photo/include', photoId, included: true })),
  ];

  return [...listed, ...sorted, ...voted, ...introduced, ...heard, ...photographed];
}
