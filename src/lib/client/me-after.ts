/** What a page knows of its person, between two states of the whole. */
import type { Me, Own } from '#protocol/views.ts';
import type { PendingCommand } from './outbox-queue.ts';

/** What this person supports and said, once a command has arrived. */
export function meAfter(me: Me, command: PendingCommand['command']): Me {
  if (!('contributionId' in command)) return me;
  const { contributionId } = command;
  const supported = me.supported.filter((id) => id !== contributionId);
  switch (command.type) {
    case 'dots/place':
      return { ...me, dots: { ...me.dots, [contributionId]: command.count } };
    case 'contribution/make':
      // Words entered for somebody are not this person's.
      if (command.entry !== undefined && command.entry !== 'typed') return me;
      if ((command.attributedTo ?? null) !== null) return me;
      return me.own.includes(contributionId) ? me : { ...me, own: [...me.own, contributionId] };
    case 'contribution/support':
      return { ...me, supported: [...supported, contributionId] };
    case 'contribution/unsupport':
      return { ...me, supported };
    default:
      return me;
  }
}

/**
 * What the server answered about them: they may have changed their name or how they may be quoted, and somebody may have
 * asked for the floor in their name. The same value when nothing is another.
 */
export function meTold(me: Me, { person, askId }: Pick<Own, 'person' | 'askId'>): Me {
  const name = person === null ? me.name : `${person.firstName} ${person.lastName}`.trim();
  const consent = person === null ? me.consent : person.consent;
  if (name === me.name && consent === me.consent && askId === me.askId) return me;
  return { ...me, name, consent, askId };
}
