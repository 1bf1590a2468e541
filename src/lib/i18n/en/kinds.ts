import type { Messages } from '../messages.ts';

export default {
  contribution: {
    observation: 'observation',
    proposal: 'proposal',
    experience: 'experience',
    testimony: 'testimony',
    'to-clarify': 'to clarify',
  },
  item: {
    discussion: 'discussion',
    round: 'round table',
    presentation: 'presentation',
    synthesis: 'synthesis',
    break: 'break',
    vote: 'vote',
  },
} satisfies Messages['kinds'];
