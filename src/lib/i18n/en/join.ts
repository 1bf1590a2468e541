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
    'name-and-function': 'with name and function',
    function: 'with my function',
    none: 'with neither',
  },
  consentMissing: 'First choose how you may be quoted.',
  consentHint: 'This also says what the room sees beside your contributions. You may change it later.',
  shared: 'Shared device',
  sharedMeaning: 'Others will use this device after you: nothing of yours will stay on it.',
  enter: 'Enter the workshop',
  entering: 'Entering…',
  otherCode: 'Enter another code',
  alreadyIn: 'You already joined this workshop on this device.',
  goBackIn: (name: string): string => (name === '' ? 'Go back to the workshop' : `Go on as ${name}`),
  elsewhere: 'You already take part in this seminar on this device.',
  enterAs: (name: string): string => (name === '' ? 'Enter as the same person' : `Enter as ${name}`),
  sameName: 'Someone of this name is on the list already.',
  thatIsMe: 'That is me (new phone)',
  thatIsMeMeaning:
    'You are counted once. What you have said stays on the other phone; with your personal QR code (under “Me”, on the other phone) you find it again here. That phone is lost? Ask the organisers for your card.',
  another: 'I am somebody else',
  anotherMeaning: 'You have the same name: there will be two of you on the list.',
  correctName: 'Correct my name',
  someoneElse: 'Or enter as another person, on this same device:',
} satisfies Messages['join'];
