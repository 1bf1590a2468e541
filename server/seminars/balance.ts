/** Gathering the balance of the day: what every room planned and what it did. */
import type { SittingBalance } from '#core/agenda/balance.ts';
import { balancesOf } from '#core/agenda/balance.ts';
import { roomOf } from './room.ts';
import type { Streams } from './streams.ts';
import type { Clock } from './surroundings.port.ts';

/** The balances of all sittings, in the order of the ateliers; null when there is no such séminaire. */
export type AssembleBalance = (
  seminarId: string,
  rehearsals: boolean,
) => Promise<readonly SittingBalance[] | null>;

export type BalanceParts = {
  readonly streams: Streams;
  readonly clock: Clock;
  /** Writes what was due in a room by now: points that advanced by themselves are in the balance. */
  readonly catchUp: (sittingId: string) => Promise<void>;
};

export function createAssembleBalance({ streams, clock, catchUp }: BalanceParts): AssembleBalance {
  return async (seminarId, rehearsals) => {
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return null;
    const balances: SittingBalance[] = [];
    for (const atelier of seminar.ateliers) {
      for (const sitting of seminar.sittings.filter(({ atelierId }) => atelierId === atelier.id)) {
        await catchUp(sitting.id);
        const found = await roomOf(streams, sitting.id);
        balances.push({
          sittingId: sitting.id,
          atelierId: atelier.id,
          atelierNumber: atelier.number,
          atelierTitle: atelier.title,
          plenary: atelier.plenary,
          label: sitting.label,
          room: sitting.room,
          runs: found === null ? [] : balancesOf(found.room, clock.now(), rehearsals),
        });
      }
    }
    return balances;
  };
}
