import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

export default {
  title: 'What I said',
  open: (count: number) => (count === 0 ? 'What I said' : `What I said (${count})`),
  empty: 'Nothing yet. What you write in this workshop can be found here.',
  elsewhere:
    'Without your name, a text can only be found on the device it was written on: that device alone keeps its key.',
  state: {
    saved: 'Saved',
    waiting: 'Waiting to be sent',
    mixed: 'Leaves within a minute, mixed with the others',
    changing: 'Change waiting to be sent',
    withdrawing: 'Withdrawal waiting to be sent',
    withdrawn: 'Withdrawn',
    hidden: 'Hidden by the facilitators',
    'to-agree': 'For you to confirm',
  },
  hiddenNow: (count: number) =>
    count === 1 ? 'One of your contributions was hidden.' : `${count} of your contributions were hidden.`,
  hiddenSee: 'See why',
  reason: (reason: string) => `Reason: ${reason}`,
  unnamed: 'without my name',
  change: 'Change',
  changeOf: (words: string) => `Change: ${words}`,
  changeTitle: 'Change',
  changeField: 'Your words',
  changeApply: 'Save',
  placeFixed: 'The synthesis of the workshop is validated: this contribution keeps its item.',
  changeMeaning:
    'The facilitators can read the earlier words until the workshop is closed; then they are erased.',
  withdraw: 'Withdraw',
  withdrawOf: (words: string) => `Withdraw: ${words}`,
  withdrawSure: 'Withdraw this text? The others will no longer see it.',
  withdrawApply: 'Yes, withdraw',
  keep: 'Keep it',
  keyGone:
    'This device no longer has the key of this text without a name: it cannot be changed any more. The facilitators can hide it.',
  noted: {
    label: 'Noted for you',
    line: (words: string) => `Noted for you: “${words}”`,
    meaning: 'Until you answer, these words stay without a name.',
    others: (count: number) => (count === 1 ? 'Another one follows.' : `${count} more follow.`),
    agree: 'That is right',
    correct: 'Correct',
    disown: 'Not under my name',
    agreed: 'Thank you: these words are yours.',
    disowned: 'Understood: these words stay, without your name.',
  },
  marks: {
    changed: 'changed',
    toConfirm: 'to be confirmed',
    speech: 'heard in the room',
    slip: 'paper slip',
    afterwards: 'entered afterwards',
    pinned: 'on screen',
  },
  gone: 'Contribution withdrawn',
  rearranged: 'The list was sorted',
  rearrange: 'Update it',
  untitledGroup: 'Group without a heading',
  ungrouped: 'Other contributions',
  photos: {
    label: 'Photos of the flip chart',
    open: (description: string) => `Enlarge the photo: ${description}`,
    title: 'Photo of the flip chart',
  },
  silence: {
    title: 'Silent writing',
    left: (length: string) => `${length} left`,
    meaning: 'Nobody sees what you write before the end.',
    over: 'The time is up: the facilitator is about to show everything. You can finish your sentence.',
    written: (count: number) =>
      count === 0
        ? 'nothing written in the room yet'
        : plural(count, 'text written in the room', 'texts written in the room'),
    mine: 'What I wrote during this time',
    before: (count: number) => `What was said before (${count})`,
    bound: 'This text was begun during the silent writing: it appears with the others.',
  },
  dots: {
    title: 'Dots',
    meaning: 'Place them wherever you like; nobody sees your choices or the results before the end.',
    left: (count: number) => (count === 0 ? 'You have no dots left' : `${plural(count, 'dot', 'dots')} left`),
    more: (words: string) => `Add a dot: ${words}`,
    less: (words: string) => `Take a dot away: ${words}`,
    placed: (count: number) => plural(count, 'dot of yours', 'dots of yours'),
    results: 'Result of the dots',
    voters: (count: number) => (count === 1 ? '1 person has voted' : `${count} people have voted`),
    count: (count: number) => plural(count, 'dot', 'dots'),
    mine: (count: number) => `${count} of them yours`,
    offline: 'Offline: your dots are kept and will leave as soon as possible.',
  },
  standing: {
    title: 'Where things stand',
    at: (position: number, count: number) => `item ${position} of ${count}`,
    empty: 'The items of this workshop are not there yet.',
    now: 'now',
    done: 'done',
    notHeld: 'not held',
    estimated: (time: string) => `estimated ${time}`,
    planned: (time: string) => `planned ${time}`,
    from: (time: string) => `since ${time}`,
    synthesis: 'synthesis',
    end: (time: string) => `estimated end ${time}`,
    plannedEnd: (time: string) => `planned end ${time}`,
    ended: (time: string) => `ended at ${time}`,
  },
  over: {
    atelier: 'The workshop is closed.',
    atelierMeaning:
      'Everything can be read again, and you can still add what is missing: it will be marked as entered afterwards.',
    seminar: 'The seminar is closed.',
    seminarMeaning:
      'Everything can be read here; nothing can be added. Your own words can still be corrected or withdrawn.',
    deviceLetGo: 'Everything is on the server; this device keeps no copy of it.',
    keptHere: (count: number) =>
      count === 1
        ? 'One text had not left: it is kept here, for you to copy wherever you like.'
        : `${count} texts had not left: they are kept here, for you to copy wherever you like.`,
    keptWords: 'Text kept on this device',
    giveUp: 'Erase it from this device',
  },
} satisfies Messages['ownWords'];
