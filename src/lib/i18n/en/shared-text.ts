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
  menu: {
    label: 'Other ways to use this text',
    copy: 'Copy as Markdown',
    download: 'Download (.md)',
    paste: 'Paste Markdown…',
    copied: 'Text copied as Markdown.',
    copyTitle: 'Text as Markdown',
    empty: 'Nothing is written yet.',
    pasteTitle: 'Paste Markdown',
    pasteIntro:
      'Headings, lists, quotations, tables and links become those of the text, where the cursor is or at the end. “Undo” takes it all back at once.',
    pasteField: 'Markdown to insert',
    fromFile: 'Choose a file…',
    insert: 'Insert',
    nothing: 'There is nothing to insert: first paste some text into the field.',
    inserted: 'Text inserted. “Undo” takes it back.',
  },
} satisfies Messages['sharedText'];
