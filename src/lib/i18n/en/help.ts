import type { Messages } from '../messages.ts';

export default {
  pageTitle: 'Help',
  link: 'Help',
  intro: 'What people ask most, by what you do.',
  roles: 'Go to',
  sections: [
    {
      id: 'participer',
      title: 'Taking part',
      topics: [
        {
          title: 'Coming in',
          steps: [
            'Read the QR code of the room with your phone’s camera, or type the code on the home page.',
            'Say your name if you like, and choose how you may be quoted.',
            'No account, no app, no password.',
          ],
        },
        {
          title: 'Contributing',
          steps: [
            'One idea per contribution, then Send. It belongs to the question shown when you began.',
            'Say more afterwards if you like: observation, proposal, experience, testimony, to clarify.',
            'You can change and withdraw your own words. Supporting those of others moves them up.',
          ],
        },
        {
          title: 'Saying something without my name',
          steps: [
            'Tick “Without my name” before sending: your name is not stored with the words, and the time is rounded.',
            'Only this device can still change or withdraw them.',
            'What it does not hide: a way of writing, or a function that only you have.',
          ],
        },
        {
          title: 'Without a network',
          steps: [
            'Go on writing: it is kept on the device and leaves when the network is back, never twice.',
            '“Saved” means: on the server. “Waiting” means: still here.',
            'Keep the page open if it asks you to.',
          ],
        },
        {
          title: 'Asking for the floor',
          steps: [
            'Press “Ask for the floor”, say in a word what about, confirm.',
            'You can take it back until your turn comes.',
          ],
        },
        {
          title: 'Another phone, or a shared one',
          steps: [
            'With your card or personal QR code you find your words on another phone.',
            'Without it, come in by the code and say “it is me”: you are counted once.',
            'On a borrowed device choose “Shared device” when coming in, then “I am done” when leaving.',
          ],
        },
      ],
    },
    {
      id: 'animer',
      title: 'Running a workshop',
      topics: [
        {
          title: 'Keeping time',
          steps: [
            'Start, then Next item; 5 min more or less, pause the clock, step back: everything can be undone.',
            'When late, Catch up shows where the lost minutes can come from; the synthesis keeps its own.',
            'Cut off from the server, the console goes on and offers what it did when it is back.',
          ],
        },
        {
          title: 'Silent writing',
          steps: [
            'More…, Silent writing: choose how long. Everybody writes alone, nothing is seen.',
            'When time is over nothing shows by itself: press Show everything.',
            'Closing the workshop shows nothing either: what is not shown stays out of the proceedings.',
          ],
        },
        {
          title: 'Dots',
          steps: [
            'Choose a few contributions and the number of dots per person.',
            'Results stay hidden until you show them, which ends the vote.',
          ],
        },
        {
          title: 'Round of introductions',
          steps: [
            'Everybody speaks in turn, in the order of the list; you can skip someone or choose who is next.',
            'What each prepared on their phone is completed here, and goes into “Who we are” once they agree.',
          ],
        },
        {
          title: 'Flip chart',
          steps: [
            'More…, Photo of the flip chart: take it, say in a sentence what is written on it, choose the item.',
            'It goes into the proceedings only if the organisers decide so.',
          ],
        },
        {
          title: 'People without a phone',
          steps: [
            'Add them to the list from the sign-in sheet.',
            'Enter what is said, or the paper slips: one line, one contribution; “DURAND:” at the start says whose it is.',
            'These words stay without a name until the person agrees: on a phone with their card, or on the sheet to sign.',
          ],
        },
      ],
    },
    {
      id: 'rapporter',
      title: 'Writing the synthesis',
      topics: [
        {
          title: 'Notes and synthesis',
          steps: [
            'The notes are shared and written together; Undo takes back your own words only.',
            'Beside the synthesis, Take over places a contribution with its source; those not taken over stay in sight.',
            'Pasting from Word or a mail keeps headings and lists.',
          ],
        },
      ],
    },
    {
      id: 'organiser',
      title: 'Organising',
      topics: [
        {
          title: 'Before',
          steps: [
            'Paste the programme or agenda; check what was understood, then save.',
            'Print posters, slips and the sign-in sheet from the preparation; send a link to everybody who runs a workshop.',
          ],
        },
        {
          title: 'After',
          steps: [
            'Enter the sign-in sheet, print the words to confirm, have them signed, enter the answers.',
            'Close the seminar: everything stays readable, nothing is added, devices erase their copy.',
          ],
        },
      ],
    },
  ],
} satisfies Messages['help'];
