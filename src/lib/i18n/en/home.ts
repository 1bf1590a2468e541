import type { Messages } from '../messages.ts';

export default {
  pageTitle: 'Plénière: workshops on time, their record close behind',
  promise: 'Workshops on time, their record close behind.',
  code: 'Your code, shown in the room',
  codeHint: 'Eight letters and figures, for example K7MX 4RPD',
  codeMissing: 'First enter the code shown in the room.',
  join: 'Join',
  joining: 'Looking…',
  prepare: 'Prepare a seminar',
  example: 'Try with an example',
  accesses: 'What this device may open',
} satisfies Messages['home'];
