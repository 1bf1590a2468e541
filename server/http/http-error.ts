/** Refusals over HTTP: a status, a code, one English sentence for whoever reads the API by hand. */
import type { ErrorBody, ErrorCode } from '#protocol/errors.ts';
import { ERROR_CODES } from '#protocol/errors.ts';

const REFUSALS: Readonly<Partial<Record<ErrorCode, readonly [status: number, message: string]>>> = {
  'protocol/malformed': [400, 'The request is not what this address expects; docs/api.md describes it.'],
  'protocol/too-large': [413, 'The request is larger than this address accepts.'],
  'protocol/not-found': [404, 'There is nothing at this address.'],
  'protocol/foreign-origin': [403, 'The request comes from another site.'],
  'protocol/too-many': [429, 'Too many requests; wait a minute and try again.'],
  'protocol/unavailable': [503, 'The server cannot write at the moment; try again.'],
  'access/no-session': [401, 'This device holds no right here; open a link or join with a code first.'],
  'access/forbidden': [403, 'This device holds no right that allows it.'],
  'access/unknown-code': [404, 'No atelier has this code.'],
  'access/unknown-link': [404, 'This link is not known, or was replaced.'],
  'join/same-name': [409, 'Someone of this name is on the list; say whether it is the same person.'],
  'person/unknown': [404, 'Nobody with this id is on the list.'],
  'photo/unknown': [404, 'There is no such photo.'],
  'photo/too-many': [409, 'This sitting has as many photos as it can have.'],
  'photo/unreadable': [415, 'This is no JPEG, PNG or WebP picture, or it is broken or too large.'],
  'seminar/closed': [409, 'The séminaire is over.'],
  'pairing/unknown-number': [404, 'No computer shows this number.'],
  'pairing/unknown': [404, 'This computer is not paired, or not any more.'],
  'agenda/no-start': [409, 'None of the sittings has a start, so there is no appointment to make of them.'],
  'seminar/unknown': [404, 'There is no such séminaire.'],
  'seminar/exists': [409, 'A séminaire with this id exists already.'],
  'actes/stale-revision': [409, 'Someone changed the actes meanwhile; read them again.'],
  'actes/unknown-version': [404, 'There is no such version of the actes.'],
  'actes/not-in-review': [409, 'The actes are not in relecture.'],
  'actes/review-over': [409, 'The date of the relecture is past.'],
  'actes/unknown-correction': [404, 'There is no such correction.'],
  'actes/too-many': [409, 'There are as many as there can be.'],
  'actes/no-approval-asked': [409, 'No approval is asked for this version.'],
  'actes/not-approved': [409, 'This version was not approved.'],
  'actes/until-over': [409, 'The last day online is past.'],
  'actes/not-published': [409, 'The actes are not published.'],
  'actes/already-published': [409, 'The actes are published; correct them, or withdraw them first.'],
  'export/too-slow': [503, 'Making the document took too long; try again.'],
  'export/too-large': [503, 'The document is too large to be made here.'],
  'export/busy': [503, 'Too many documents are being made; try again.'],
  'export/refused': [500, 'The document could not be typeset.'],
  'export/crashed': [503, 'Making the document failed; try again.'],
  'export/cancelled': [503, 'Whoever asked for the document left.'],
  'export/closed': [503, 'The server is closing; try again in a moment.'],
};

/** A refusal on its way out of a handler. */
export class HttpError extends Error {
  readonly code: ErrorCode;
  readonly status: number;

  constructor(code: ErrorCode) {
    const [status, message] = REFUSALS[code] ?? [500, 'The server could not do it.'];
    super(message);
    this.code = code;
    this.status = status;
  }

  body(): ErrorBody {
    return { error: { code: this.code, message: this.message } };
  }
}

const KNOWN: ReadonlySet<string> = new Set(ERROR_CODES);

/** The code of a use case's refusal, as far as the protocol knows it. */
export const codeOf = (code: string): ErrorCode =>
  KNOWN.has(code) ? (code as ErrorCode) : 'protocol/internal';
