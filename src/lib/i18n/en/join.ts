import type { Messages } from '../messages.ts';

export default {
  intro:
    'Your name is not required; it tells the workshop who is speaking. Only choose how you may be quoted.',
  firstName: 'First name',
  lastName: 'Last name',
  function: 'Function',
  functionHint: 'for example: chair, treasurer, social worker',
  town: 'Organisation or town',
  consent: 'I may be quoted',
  consents: {
    'name-and-function': 'with my name and function',
    function: 'with my function only',
    none: 'with nothing that points to me',
  },
  consentMissing: 'First choose how you may be quoted.',
  consentHint: 'This holds for the contributions of the workshop and for the published record.',
  shared: 'Shared device',
  sharedMeaning: 'Others will use this device after you: nothing of yours will stay on it.',
  enter: 'Enter the workshop',
  entering: 'Entering…',
  otherCode: 'Enter another code',
  alreadyIn: 'You already joined this workshop on this device.',
  goBackIn: (name: string): string => (name === '' ? 'Go back to the workshop' : `Go on as ${name}`),
  someoneElse: 'Or enter as another person, on this same device:',
} satisfies Messages['join'];
