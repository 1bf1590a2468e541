/** Sends a photo: the picture as the body, what is said of it in the address. */
import type { ErrorCode } from '#protocol/errors.ts';
import type { ApiResult } from './api.ts';
import { codeIn } from './api.ts';

export type NewPhoto = {
  /** Made on the device: sent again, it counts once. */
  readonly photoId: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly description: string;
};

const WITHIN = 120_000;

/** `fetch` tells nothing of what has gone out so far; `progressed` gets the part that has, 0 to 1. */
export const uploadPhoto = (
  sittingId: string,
  { photoId, itemId, questionId, description }: NewPhoto,
  file: Blob,
  progressed: (part: number) => void,
): Promise<ApiResult<null>> =>
  new Promise((resolve) => {
    const refused = (code: ErrorCode | 'network'): void => resolve({ ok: false, error: { code } });
    const said = new URLSearchParams({ photoId, description });
    if (itemId !== null) said.set('itemId', itemId);
    if (questionId !== null) said.set('questionId', questionId);
    const request = new XMLHttpRequest();
    request.open('POST', `/api/sittings/${encodeURIComponent(sittingId)}/photos?${said.toString()}`);
    request.setRequestHeader('content-type', file.type);
    request.responseType = 'json';
    request.timeout = WITHIN;
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) progressed(loaded / total);
    };
    request.onerror = () => refused('network');
    request.ontimeout = () => refused('network');
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300) resolve({ ok: true, value: null });
      else refused(codeIn(request.response) ?? (status >= 500 ? 'network' : 'protocol/internal'));
    };
    request.send(file);
  });
