/** The actes over HTTP as typed calls: what is read of them, what changes them, and where their files are. */
import type * as v from 'valibot';
import type { Role } from '#core/access/roles.ts';
import type {
  answerApprovalSchema,
  composeSchema,
  correctionSchema,
  correctPublishedSchema,
  openReviewSchema,
  presenceSchema,
  publishSchema,
  reviseNextStepsSchema,
  settleCorrectionSchema,
} from '#protocol/actes-inputs.ts';
import type {
  ActesView,
  ComparisonView,
  LogoView,
  NamedPlacesView,
  PagesView,
  PresenceView,
  ReviewLinksView,
  ReviewUntilView,
  ReviewView,
  RevisedView,
} from '#protocol/actes-views.ts';
import type { ApiResult } from './api.ts';
import { get, post, sendBytes } from './api.ts';

export type ActesFormat = 'pdf' | 'docx' | 'odt' | 'md' | 'html' | 'json' | 'zip';

const ofSeminar = (seminarId: string): string => `/api/seminars/${encodeURIComponent(seminarId)}`;
const ofActes = (seminarId: string): string => `${ofSeminar(seminarId)}/actes`;
const ofVersion = (versionId: string | null): string =>
  versionId === null ? '' : `?version=${encodeURIComponent(versionId)}`;

/** Where a file of the actes is; of a kept version, or as they stand for null. */
export const actesFile = (seminarId: string, format: ActesFormat, versionId: string | null): string =>
  `${ofActes(seminarId)}.${format}${ofVersion(versionId)}`;

/** The PDF made for archives (PDF/A-2a). */
export const archivePdf = (seminarId: string, versionId: string | null): string => {
  const address = actesFile(seminarId, 'pdf', versionId);
  return `${address}${versionId === null ? '?' : '&'}standard=a-2a`;
};

export const readActes = (seminarId: string): Promise<ApiResult<ActesView>> => get(ofActes(seminarId));

export const readPages = (seminarId: string, versionId: string | null): Promise<ApiResult<PagesView>> =>
  get(`${ofActes(seminarId)}/pages${ofVersion(versionId)}`);

/** Where the picture of a page is, counted from 1. */
export const pageAddress = (seminarId: string, hash: string, page: number): string =>
  `${ofActes(seminarId)}/pages/${hash}/${page}`;

export const compose = (
  seminarId: string,
  input: v.InferOutput<typeof composeSchema>,
): Promise<ApiResult<RevisedView>> => post(`${ofActes(seminarId)}/composition`, input);

export const reviseNextSteps = (
  seminarId: string,
  input: v.InferOutput<typeof reviseNextStepsSchema>,
): Promise<ApiResult<RevisedView>> => post(`${ofActes(seminarId)}/steps`, input);

/** What moves the actes on, each under its own address. */
export type ActesStep = {
  provisional: { readonly commandId: string };
  review: v.InferOutput<typeof openReviewSchema>;
  'review/close': { readonly commandId: string };
  approval: { readonly commandId: string };
  publish: v.InferOutput<typeof publishSchema>;
  correct: v.InferOutput<typeof correctPublishedSchema>;
  withdraw: { readonly commandId: string };
};
export const takeStep = <K extends keyof ActesStep>(
  seminarId: string,
  step: K,
  input: ActesStep[K],
): Promise<ApiResult<unknown>> => post(`${ofActes(seminarId)}/${step}`, input);

export const settleCorrection = (
  seminarId: string,
  correctionId: string,
  input: v.InferOutput<typeof settleCorrectionSchema>,
): Promise<ApiResult<unknown>> =>
  post(`${ofActes(seminarId)}/corrections/${encodeURIComponent(correctionId)}`, input);

export const readReviewLinks = (seminarId: string): Promise<ApiResult<ReviewLinksView>> =>
  get(`${ofActes(seminarId)}/review-links`);

/** In which role and in whose name somebody rereads; without either, as whoever sees most. */
export type RereadAs = { readonly role: Role; readonly personId: string | null };

const asWhom = (as: RereadAs | null): string => {
  if (as === null) return '';
  const said = new URLSearchParams({ as: as.role });
  if (as.personId !== null) said.set('by', as.personId);
  return `?${said.toString()}`;
};

export const readReview = (seminarId: string, as: RereadAs | null): Promise<ApiResult<ReviewView>> =>
  get(`${ofActes(seminarId)}/review${asWhom(as)}`);

/** Until when corrections are taken, and no more of the review. */
export const readReviewUntil = (seminarId: string): Promise<ApiResult<ReviewUntilView>> =>
  get(`${ofActes(seminarId)}/review/until`);

export const proposeCorrection = (
  seminarId: string,
  as: RereadAs | null,
  input: v.InferOutput<typeof correctionSchema>,
): Promise<ApiResult<unknown>> => post(`${ofActes(seminarId)}/corrections${asWhom(as)}`, input);

export const answerApproval = (
  seminarId: string,
  input: v.InferOutput<typeof answerApprovalSchema>,
): Promise<ApiResult<unknown>> => post(`${ofActes(seminarId)}/approval/answer`, input);

/** `to` null: the actes as they stand. */
export const compareVersions = (
  seminarId: string,
  from: string,
  to: string | null,
): Promise<ApiResult<ComparisonView>> =>
  get(`${ofActes(seminarId)}/compare?${new URLSearchParams({ from, to: to ?? '' }).toString()}`);

export const sendLogo = (seminarId: string, file: Blob): Promise<ApiResult<LogoView>> =>
  sendBytes(`${ofSeminar(seminarId)}/logo`, file);

const ofPresence = (seminarId: string): string => `${ofSeminar(seminarId)}/presence`;

export const readPresence = (seminarId: string): Promise<ApiResult<PresenceView>> =>
  get(ofPresence(seminarId));

export const setPresence = (
  seminarId: string,
  input: v.InferOutput<typeof presenceSchema>,
): Promise<ApiResult<unknown>> => post(ofPresence(seminarId), input);

const ofPerson = (seminarId: string, personId: string): string =>
  `${ofSeminar(seminarId)}/people/${encodeURIComponent(personId)}`;

/** Where somebody's name would stay if they were erased now. */
export const readNamedPlaces = (seminarId: string, personId: string): Promise<ApiResult<NamedPlacesView>> =>
  get(`${ofPerson(seminarId, personId)}/named`);

/** Takes somebody's data out of everything; answered, with where their name stays, once it is done. */
export const erasePerson = (
  seminarId: string,
  personId: string,
  input: { readonly commandId: string; readonly keptToo: boolean },
): Promise<ApiResult<NamedPlacesView>> => post(`${ofPerson(seminarId, personId)}/erase`, input);
