/** Pairing over HTTP: the computer's side and the phone's. */
import type { PairingPage } from '#protocol/inputs.ts';
import type { Identified, PairingsView, PairingState, PairingView } from '#protocol/pairing-views.ts';
import { get, post } from './api.ts';
import type { ApiResult } from './api.ts';

/** What this device is. */
export const pairingState = (): Promise<ApiResult<PairingState>> => get('/api/pairing');

/** What this device is, with a number to be paired by where it is not paired. */
export const drawPairingNumber = (): Promise<ApiResult<PairingState>> => post('/api/pairing', {});

type Shown = { readonly sittingId: string; readonly shows: PairingPage };

/** Pairs the computer that shows this number. */
export const pair = (paired: Shown & { readonly number: string }): Promise<ApiResult<PairingView>> =>
  post('/api/pairings', paired);

/** The paired computers of a sitting. */
export const pairingsOf = (sittingId: string): Promise<ApiResult<PairingsView>> =>
  get(`/api/sittings/${encodeURIComponent(sittingId)}/pairings`);

const at = (pairingId: string): string => `/api/pairings/${encodeURIComponent(pairingId)}`;

export const showOnPaired = (pairingId: string, shown: Shown): Promise<ApiResult<PairingView>> =>
  post(`${at(pairingId)}/show`, shown);

export const identifyPaired = (pairingId: string): Promise<ApiResult<Identified>> =>
  post(`${at(pairingId)}/identify`, {});

export const withdrawPairing = (pairingId: string): Promise<ApiResult<unknown>> =>
  post(`${at(pairingId)}/withdraw`, {});
