import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

const ordinal = (place: number): string => {
  const teen = place % 100 > 10 && place % 100 < 14;
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[place % 10] ?? 'th');
  return `${place}${ending}`;
};

export default {
  ask: 'Ask for the floor',
  askTitle: 'Ask for the floor?',
  askMeaning: 'The facilitators see your request at once and give you the floor when the moment comes.',
  about: 'What about, if you like',
  aboutHint: 'Only the facilitators read it.',
  nobodyWaits: 'Nobody is waiting.',
  waiting: (count: number) => `${plural(count, 'person is', 'people are')} waiting already.`,
  speaking: (name: string) => `Has the floor: ${name}`,
  apply: 'Ask for the floor',
  sending: 'Sending…',
  nextIsYou: 'You are next',
  place: (place: number) => `You are ${ordinal(place)}`,
  noted: 'Request noted',
  placeTitle: 'Your request for the floor',
  nextIsYouMeaning: 'Nobody is before you. The facilitators give you the floor.',
  placeMeaning: (before: number) =>
    `${plural(before, 'person speaks', 'people speak')} before you. This page tells you when it is your turn.`,
  notedMeaning: 'The facilitators have it. This page tells you when it is your turn.',
  withdraw: 'Withdraw my request',
  yours: 'You have the floor',
  yoursMeaning: 'The room is listening. The facilitators say when it is over.',
  offline:
    'Without a connection you cannot ask for the floor. Nothing leaves later by itself: raise your hand, or ask again when the connection is back.',
  offlineWithdraw: 'Without a connection the request stays. Try again when the connection is back.',
  atelierClosed: 'Workshop closed: no more requests for the floor',
  seminarClosed: 'Seminar closed: no more requests for the floor',
  round: {
    title: 'Introductions',
    soon: 'The introductions are about to begin.',
    speaks: (name: string) => `Speaking now: ${name}`,
    speaksUnnamed: 'Somebody is introducing themselves.',
    yourTurn: 'It is your turn to introduce yourself',
    spoken: (done: number, people: number) =>
      done === 0 ? plural(people, 'person', 'people') : `${done} of ${people} so far`,
    present: 'Introduce myself',
    review: 'Look at my introduction',
  },
  presentation: {
    title: 'Introduce myself',
    about: 'What will be said of me in “Who we are”',
    meaning: 'These lines introduce you in the record, under “Who we are”, as you chose to be quoted.',
    consentNone:
      'You chose to be quoted with nothing that points to you: the record will not show these lines, unless you change that under “Me”.',
    quotation: 'A sentence to quote',
    quotationHint: 'for example: “People come for a form and stay for a coffee.”',
    text: 'A few lines',
    textHint: 'for example: what your organisation does, what brings you here',
    save: 'Save',
    nothing: 'Nothing yet.',
    write: 'Write',
    change: 'Correct',
    waiting: 'Kept on this device, sent as soon as possible.',
    agreed: 'Written or confirmed by you.',
    toConfirm: 'To be confirmed',
    written: 'This was noted to introduce you in the record',
    agree: 'That is right',
    correct: 'Correct',
    draftKept: 'Draft kept on this device',
    draftNotKept: 'This device keeps nothing: save before leaving this page.',
    tooLong: (over: number) => `Too long by ${plural(over, 'character', 'characters')}`,
    seminarClosed: 'The seminar is closed: these lines no longer change here.',
  },
} satisfies Messages['floor'];
