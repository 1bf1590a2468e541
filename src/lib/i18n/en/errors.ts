import type { Messages } from '../messages.ts';

type Words = Messages['errors']['network'];

const KEPT = 'What you wrote is kept.';
const NOTHING_LOST = 'Nothing is lost.';
const NOTHING_CHANGED = 'Nothing was changed.';
const RUN_KEPT = 'The run has not changed.';
const TEXTS_KEPT = 'The texts are untouched.';

const words = (happened: string, kept: string, todo: string): Words => ({ happened, kept, todo });

export default {
  network: words('The server does not answer.', KEPT, 'Check the network connection, then try again.'),
  'protocol/malformed': words(
    'The server did not understand what was sent.',
    KEPT,
    'Reload the page and try again.',
  ),
  'protocol/stale-client': words('This page is older than the server.', KEPT, 'Reload the page.'),
  'protocol/too-large': words(
    'The text is too long to be received.',
    KEPT,
    'Shorten it or send it in parts.',
  ),
  'protocol/not-found': words(
    'This page or document does not exist.',
    NOTHING_LOST,
    'Check the address, or go back to the home page.',
  ),
  'protocol/foreign-origin': words(
    'The request comes from another address than that of Plénière.',
    NOTHING_CHANGED,
    'Open Plénière at its own address and start again.',
  ),
  'protocol/too-many': words('Too many requests in a short time.', KEPT, 'Wait a minute, then try again.'),
  'protocol/unavailable': words('The server cannot save at the moment.', KEPT, 'Try again shortly.'),
  'protocol/internal': words(
    'The server met an error.',
    'What was saved still is.',
    'Try again; if it happens again, tell the organisers.',
  ),
  'protocol/too-late': words(
    'The command came too late: it was meant for the moment it was given.',
    NOTHING_CHANGED,
    'Look at where the room stands, then do it again if need be.',
  ),
  'access/no-session': words(
    'This device has no access yet.',
    NOTHING_LOST,
    'Enter the code shown in the room, or open the link you received again.',
  ),
  'access/forbidden': words(
    'Your access does not allow this.',
    NOTHING_CHANGED,
    'Open the link received from the organisers again, or enter the code of the room.',
  ),
  'access/unknown-code': words(
    'This code opens no workshop.',
    'It stays in the field.',
    'Compare it with the one on display now, for it may have changed: no O, no 0, no I, no 1.',
  ),
  'access/unknown-link': words(
    'This link opens nothing any more: it is incomplete or was replaced.',
    NOTHING_LOST,
    'Ask the organisers for a new link.',
  ),
  'agenda/stale-revision': words(
    'Someone else changed these items while you were correcting them.',
    'Your corrections are still on screen.',
    'Compare with the saved version, then choose which one to keep.',
  ),
  'agenda/no-start': words(
    'No start is set: there is no appointment to put in a calendar.',
    NOTHING_LOST,
    'Set the start of the session, then download again.',
  ),
  'run/stale': words(
    'The run has changed meanwhile.',
    RUN_KEPT,
    'See where the workshop stands, then do it again if needed.',
  ),
  'run/empty-plan': words('This workshop has no item yet.', NOTHING_LOST, 'Add items in the preparation.'),
  'run/already-started': words('The workshop has already started.', RUN_KEPT, 'Go on with the current item.'),
  'run/not-started': words('The workshop has not started.', RUN_KEPT, 'Start the workshop first.'),
  'run/finished': words('The workshop is over.', RUN_KEPT, 'Undo its end to take it up again.'),
  'run/already-suspended': words(
    'The time is already suspended.',
    RUN_KEPT,
    'Resume when the group is ready.',
  ),
  'run/not-suspended': words('The time is not suspended.', RUN_KEPT, 'Go on: there is nothing to resume.'),
  'run/no-next': words('This is the last item.', RUN_KEPT, 'Finish the workshop when the group is done.'),
  'run/no-previous': words('This is the first item.', RUN_KEPT, 'Go on with this item.'),
  'run/invalid-minutes': words(
    'This duration is not possible.',
    RUN_KEPT,
    'Give a whole number of minutes, one day at most.',
  ),
  'run/too-short': words('The item cannot be shorter.', RUN_KEPT, 'Go on to the next item.'),
  'run/unknown-item': words('This item is no longer in the workshop.', RUN_KEPT, 'Choose another item.'),
  'run/unknown-question': words(
    'This question is no longer in this item.',
    RUN_KEPT,
    'Choose another question.',
  ),
  'run/question-already-put': words('This question is already put.', RUN_KEPT, 'Go on with it.'),
  'run/undo-not-last': words('Something else happened since.', RUN_KEPT, 'Undo the latest action first.'),
  'run/already-there': words('The workshop is at this item already.', RUN_KEPT, 'Go on with this item.'),
  'run/impossible-start': words(
    'The workshop cannot have started then: that is still to come, or after the next item.',
    RUN_KEPT,
    'Give a time that is past and before the first action that followed.',
  ),
  'run/eats-synthesis': words(
    'These minutes would come from the protected time of the synthesis.',
    RUN_KEPT,
    'Extend by less, win time elsewhere, or confirm it knowingly.',
  ),
  'run/below-floor': words(
    'An item would become shorter than its minimum.',
    RUN_KEPT,
    'Look at the proposal again, then apply it.',
  ),
  'run/protected': words(
    'The time of this item is protected.',
    RUN_KEPT,
    'Take the minutes from other items.',
  ),
  'run/no-shared-time': words(
    'No shared time interrupts the room at the moment.',
    RUN_KEPT,
    'Go on with the current item.',
  ),
  'run/no-synthesis': words('No protected synthesis lies ahead.', RUN_KEPT, 'Go on with the current item.'),
  'run/impossible-instant': words(
    'An action from the time offline cannot have happened at that moment.',
    RUN_KEPT,
    'Go on from where the room is, then correct by hand if needed.',
  ),
  'contribution/unknown': words(
    'This contribution does not exist, or no longer.',
    NOTHING_LOST,
    'Reload the page to see the list again.',
  ),
  'contribution/exists': words(
    'This contribution is already saved.',
    NOTHING_LOST,
    'There is nothing to do again.',
  ),
  'contribution/withdrawn': words(
    'This contribution was withdrawn.',
    KEPT,
    'Copy your text if you want to make another contribution of it.',
  ),
  'contribution/hidden': words(
    'This contribution is hidden.',
    NOTHING_LOST,
    'Show it first, then try again.',
  ),
  'contribution/wrong-key': words(
    'Without a name, a contribution is changed only on the device it was written on.',
    KEPT,
    'Change it from that device, or ask the facilitators to hide it.',
  ),
  'contribution/too-many-pinned': words(
    'The screen shows as many pinned contributions as it can.',
    'They stay there.',
    'Unpin one, then pin this one.',
  ),
  'group/unknown': words(
    'This group is no longer there.',
    'All the contributions still are.',
    'Choose another group, or make a new one.',
  ),
  'group/exists': words('This group is already saved.', NOTHING_LOST, 'Add the contributions one by one.'),
  'group/too-many': words(
    'The session already has a hundred groups, which is as many as it can hold.',
    'All the contributions are still there.',
    'Put them into a group that exists, or undo a group.',
  ),
  'silence/unknown': words(
    'This silent writing is over.',
    'What was written in it is kept.',
    'Open another one if need be.',
  ),
  'silence/going-on': words(
    'A silent writing is going on.',
    'What is written in it is kept.',
    'Reveal it before opening another one.',
  ),
  'dots/unknown': words(
    'This dot vote is over.',
    'The dots placed before are counted.',
    'Look at the result, or wait for the next vote.',
  ),
  'dots/over-budget': words(
    'You have placed all your dots.',
    'Those you placed stay.',
    'Take some from one contribution to put them elsewhere.',
  ),
  'dots/going-on': words(
    'A dot vote is going on.',
    'The dots placed are kept.',
    'Show its result or put it away before opening another one.',
  ),
  'floor/unknown': words(
    'This request for the floor is no longer waiting.',
    NOTHING_LOST,
    'Look at the list, and ask for the floor again if need be.',
  ),
  'floor/already-asked': words(
    'The floor was already asked for.',
    'The request keeps its place.',
    'Wait for the turn, or withdraw the request.',
  ),
  'round/unknown': words(
    'This round of introductions is over.',
    'What was written in it is kept.',
    'Open another one if need be.',
  ),
  'round/going-on': words(
    'A round of introductions is going on.',
    NOTHING_CHANGED,
    'Go on with it, or end it before opening another one.',
  ),
  'photo/unknown': words(
    'This photo is no longer in the atelier.',
    NOTHING_LOST,
    'Reload the page to see the photos again.',
  ),
  'photo/too-many': words(
    'The atelier has as many photos as it can.',
    'The photo is still on your device.',
    'Remove a photo that is of no use, then add this one.',
  ),
  'photo/unreadable': words(
    'This file is no photo that Plénière can read.',
    'It is still on your device.',
    'Choose a JPEG, PNG or WebP photo, or take it again.',
  ),
  'person/unknown': words(
    'This person is not on the list, or not any more.',
    KEPT,
    'Choose someone else, or add the person to the list first.',
  ),
  'join/same-name': words(
    'Someone of that name is already on the list.',
    'What you entered is still on screen.',
    'Say whether it is you, or another person of the same name.',
  ),
  'synthesis/empty': words(
    'Nobody has written in this synthesis yet.',
    'The contributions are all there.',
    'Write the synthesis, or take contributions over into it, then try again.',
  ),
  'synthesis/validated': words(
    'The synthesis of the workshop is validated: it changes no more, and contributions keep their item.',
    KEPT,
    'Ask the facilitator to reopen the synthesis, or leave the contribution at its item.',
  ),
  'synthesis/not-validated': words(
    'This synthesis is not validated: it is open already.',
    TEXTS_KEPT,
    'Write in it directly.',
  ),
  'restitution/nothing-shown': words(
    'No synthesis is on the screen of the plenary.',
    TEXTS_KEPT,
    'Choose the one to be presented.',
  ),
  'actes/stale-revision': words(
    'Someone else changed the proceedings meanwhile.',
    'Your changes are still on screen.',
    'They are made again on the latest version; otherwise, reload the page.',
  ),
  'actes/unknown-version': words(
    'This version of the proceedings does not exist.',
    TEXTS_KEPT,
    'Reload the page to see the versions again.',
  ),
  'actes/not-in-review': words(
    'The proceedings are not being reread.',
    KEPT,
    'Wait until the organisers open the rereading.',
  ),
  'actes/review-over': words(
    'The rereading is over.',
    KEPT,
    'Write to the organisers directly, with a copy of your text.',
  ),
  'actes/unknown-correction': words(
    'This correction is gone.',
    NOTHING_LOST,
    'Reload the page to see the corrections again.',
  ),
  'actes/too-many': words(
    'The proceedings keep as many corrections or versions as they can.',
    KEPT,
    'Settle the corrections that wait, then try again.',
  ),
  'actes/no-approval-asked': words(
    'Approval of this version is no longer asked for.',
    KEPT,
    'Reload the page to see where the proceedings stand.',
  ),
  'actes/not-approved': words(
    'This version has not been approved.',
    'Nothing was published.',
    'Ask for its approval first.',
  ),
  'actes/until-over': words(
    'The last day online is past already.',
    'Nothing was published or changed, and the approved version is still there.',
    'Choose a day to come, or “Without an end”.',
  ),
  'actes/not-published': words(
    'These proceedings are not published.',
    TEXTS_KEPT,
    'Reload the page to see where they stand.',
  ),
  'actes/already-published': words(
    'These proceedings are published already.',
    TEXTS_KEPT,
    'Correct them by an erratum, or withdraw them first.',
  ),
  'seminar/closed': words(
    'The seminar is closed: nothing is added to it any more.',
    KEPT,
    'Copy your text to send it to the organisers, who can also reopen the seminar.',
  ),
  'seminar/unknown': words(
    'This seminar or workshop does not exist.',
    NOTHING_LOST,
    'Check the address, or go back to the home page.',
  ),
  'seminar/exists': words('This is already saved.', NOTHING_LOST, 'Reload the page to see it.'),
  'seminar/too-many-ateliers': words(
    'The seminar has reached its number of workshops.',
    KEPT,
    'Merge workshops, or create a second seminar.',
  ),
  'seminar/too-many-sittings': words(
    'The seminar has reached its number of sessions.',
    KEPT,
    'Remove sessions that were not used, or create a second seminar.',
  ),
  'seminar/last-sitting': words(
    'This is the only session of this workshop.',
    'Nothing was removed.',
    'Add another session to the workshop first.',
  ),
  'sitting/closed': words(
    'The workshop is closed.',
    'What you wrote stays on this device.',
    'Ask whoever runs it to open it again.',
  ),
  'sitting/in-use': words(
    'People have joined this session, or it has started.',
    'Nothing was removed.',
    'Keep it: what was said and done there stays.',
  ),
  'programme/stale-revision': words(
    'Someone else changed the programme meanwhile.',
    'Your changes are still on screen.',
    'Compare with the saved programme, then do it again.',
  ),
  'programme/nothing-to-restore': words(
    'The programme has no change to undo.',
    'The programme has not changed.',
    'Change it directly.',
  ),
  'message/unknown': words(
    'This message does not exist, or was taken back.',
    NOTHING_LOST,
    'Reload the page to see the messages again.',
  ),
  'help/unknown': words(
    'This call is over.',
    NOTHING_LOST,
    'See where the room stands, and call again if needed.',
  ),
  'pairing/unknown-number': words(
    'No screen is waiting with this number.',
    'It stays in the field.',
    'Compare it with the one on the screen: it changes after ten minutes.',
  ),
  'pairing/unknown': words(
    'This screen is no longer paired.',
    NOTHING_LOST,
    'Open the pairing page on the screen, then enter its new number.',
  ),
  'export/too-slow': words(
    'The document took too long to make.',
    TEXTS_KEPT,
    'Try again, or download the Markdown.',
  ),
  'export/too-large': words('The document is too large.', TEXTS_KEPT, 'Download the Markdown.'),
  'export/crashed': words(
    'The document could not be made.',
    TEXTS_KEPT,
    'Try again, or download the Markdown.',
  ),
  'export/refused': words(
    'The document could not be laid out.',
    TEXTS_KEPT,
    'Download the Markdown, and tell the organisers.',
  ),
  'export/busy': words('Many documents are being made at the moment.', TEXTS_KEPT, 'Try again in a minute.'),
  'export/cancelled': words('The document was cancelled.', TEXTS_KEPT, 'Ask for it again if needed.'),
  'export/closed': words('The server is stopping.', TEXTS_KEPT, 'Try again shortly.'),
} satisfies Messages['errors'];
