import type { Messages } from '../messages.ts';

export default {
  open: 'Me',
  title: 'Me',
  noName: 'You gave no name.',
  quoted: {
    'name-and-function': 'You may be quoted with your name and function.',
    function: 'You may be quoted with your function, without your name.',
    none: 'You may be quoted with nothing that points to you.',
  },
  unknown: 'What you said of yourself shows here as soon as the server answers.',
  change: 'Change',
  changeTitle: 'Change what I said of myself',
  save: 'Save',
  saved: 'Saved',
  saving: 'Saving…',
  otherPhone: 'Go on with another phone',
  otherPhoneMeaning:
    'Scan this QR code with the other phone, or open this link on it: there you are the same person, counted once, and find what you have said.',
  otherPhoneSecret: 'This link also opens your words and lets them be changed: give it to nobody.',
  otherPhoneLimit:
    'It does not bring back what you said without your name: nothing links it to you, and only the device you wrote it on can still change it.',
  showLink: 'Show my QR code',
  hideLink: 'Hide',
  loadingLink: 'Preparing the link…',
  link: 'My personal link',
  sittings: 'My sessions',
  here: 'you are here',
  sittingsOffline: 'The list of your sessions shows when there is a network.',
  another: 'Join another session',
  code: 'Its code',
  codeWrong: 'A code has eight letters and digits, for example K7MX 4RPD.',
  join: 'Join',
  erasing:
    'To have what concerns you erased, ask the organisers: your name goes from everywhere, your words stay, without a name.',
  removed: {
    title: 'You are no longer on the list of this session',
    meaning: 'The facilitators took you off it, or this access has ended. What you said there stays.',
    todo: 'To come back, enter the code on display in the room. If it is a mistake, speak to the facilitators.',
  },
  left: 'All done: nothing of the last visit stays on this device.',
  forgetting:
    'This device keeps nothing more of the person who has just finished. Without a network the server could not yet take their access away: that is done as soon as the connection is back, if this page is open.',
} satisfies Messages['myself'];
