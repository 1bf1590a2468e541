import type { Messages } from '../messages.ts';
import example from './example.ts';
import hazards from './hazards.ts';
import plan from './plan.ts';
import programme from './programme.ts';
import sittings from './sittings.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

export default {
  newTitle: 'Prepare a seminar',
  newIntro:
    'Paste the agenda as it is written. What is understood stands beside it; nothing is saved before you agree.',
  example,
  paste: {
    label: 'Agenda of a workshop',
    hint: 'Items, durations, questions: as they are in your message or document.',
    understand: 'Understand',
    understandAgain: 'Understand again',
    understanding: 'Reading…',
    replaceWarning: 'Understanding again replaces the corrections made beside it.',
    emptyText: 'Paste an agenda first.',
    without: 'Write the items by hand',
  },
  understood: {
    title: 'What is understood',
    empty: 'The items understood will appear here.',
    replaced: 'Your corrections were replaced; they are kept.',
    backToCorrections: 'Back to your corrections',
    summary: (items: number, duration: string) => `${plural(items, 'item', 'items')}, ${duration} in all`,
    declaredEqual: (duration: string) => `The text announces ${duration}: that is the sum of the items.`,
    declaredDiffers: (declared: string, sum: string) =>
      `The text announces ${declared}, the items add up to ${sum}.`,
    notUnderstood: (count: number) =>
      count === 1 ? 'One line is not understood' : `${count} lines are not understood`,
    notUnderstoodHint: (count: number): string =>
      count === 1
        ? 'It is not taken over: add it to an item if it matters.'
        : 'They are not taken over: add them to an item if they matter.',
    warnings: 'To check',
    line: (number: number) => `Line ${number}`,
    showLine: (number: number) => `Show line ${number} in the text`,
  },
  plan,
  programme,
  sittings,
  hazards,
  seminar: {
    title: 'The seminar',
    name: 'Title',
    organisation: 'Organisation',
    theme: 'Theme',
    place: 'Place',
    day: 'Date',
    language: 'Language of the documents',
    languages: { fr: 'French', en: 'English' },
    saveDescription: 'Save the seminar',
  },
  sitting: {
    title: 'The workshop',
    atelierTitle: 'Title of the workshop',
    room: 'Room',
    day: 'Day',
    start: 'Start time',
    startNeedsDay: 'Give the date of the seminar first.',
    placeSave: 'Save room and time',
  },
  create: 'Create the seminar',
  creating: 'Creating…',
  itemTitleMissing: (position: number) => `Give item ${position} a title.`,
  minutesWrong: (position: number) =>
    `Give item ${position} a whole number of minutes, from one minute to one day.`,
  floorWrong: (position: number) =>
    `The least time of item ${position} is a whole number of minutes, no longer than planned.`,
  tooManyItems: (limit: number) =>
    `A workshop has ${limit} items at most: merge some, or make two workshops.`,
  saved: 'Saved',
  saving: 'Saving…',
  leave: 'Some changes are not saved. Leave this page without them?',
  unsaved: 'Changes not saved',
  pageTitle: (title: string) => `Preparation: ${title}`,
  pages: {
    title: 'Follow and publish',
    regie: 'Live board',
    regieHint: 'All workshops as they run',
    actes: 'Proceedings',
    actesHint: 'Assemble and download',
    organiserLink: 'Organiser’s link',
    organiserLinkHint: 'It opens the whole preparation: keep it for yourself and your colleagues.',
  },
  ateliers: {
    title: 'Workshops',
    none: 'No workshop yet: add one by pasting its agenda.',
    add: 'Add a workshop',
    addTitle: 'New workshop',
    addSave: 'Add this workshop',
    rename: 'Save the title',
    renameOpen: 'Rename',
    editPlan: 'Edit the items',
    savePlan: 'Save the items',
    people: (count: number) => plural(count, 'person signed in', 'people signed in'),
    links: 'Access',
    openConsole: 'Facilitate',
    openScreen: 'Screen of the room',
    openSynthesis: 'Synthesis',
    openParticipant: 'Participants’ page',
    animateurLink: 'Facilitator’s link',
    animateurLinkHint: 'To send to the person who facilitates.',
    rapporteurLink: 'Rapporteur’s link',
    rapporteurLinkHint: 'To send to the person who writes the synthesis.',
    screenLink: 'Link of the screen',
    screenLinkHint: 'To open on the computer connected to the projector.',
    code: 'Code of the room',
    joinLink: 'Link to join',
    joinHint: 'To display or print: phones read the QR code, others enter the code.',
  },
  stale: {
    title: 'The items have changed meanwhile',
    theirs: 'Take the saved version',
    mine: 'Keep my corrections and save',
  },
} satisfies Messages['prepare'];
