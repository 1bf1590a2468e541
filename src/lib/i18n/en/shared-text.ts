import type { Messages } from '../messages.ts';

export default {
  renewed: 'This text was renewed on the server. Load the page again to go on writing.',
  withdrawn:
    'You can no longer write in this text. Your last words are kept below; load the page again to read the text.',
  refusal: {
    'read-only': 'You can read this text, not write in it.',
    'not-saved':
      'The server cannot save at present. Your words stay on screen and leave as soon as it can: keep the page open.',
    'foreign-client':
      'The server did not recognise this device. Copy your last words, then load the page again.',
    incomplete: 'The server still lacks part of the text. It asks for it again: keep the page open.',
    'document-full':
      'This text has reached its largest size. Your last words are not saved: remove some elsewhere, or copy them.',
    'too-much': 'That is too much text at once. Paste it in several pieces.',
  },
  setAside:
    'These words, written on this device, could not join the text. Copy them and put them back where they belong.',
  onlyHereLabel: 'Words that are on this device only',
  setAsideLabel: 'Words set aside',
  dropSetAside: 'Erase them from this device',
} satisfies Messages['sharedText'];
