/** The server over a database of its own, for the tests of one file, with séminaires whose actes begin. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ActesView, ReviewLinksView } from '#protocol/actes-views.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { systemTimers } from '../../server/clock.ts';
import { openFolderAttachments } from '../../server/storage/attachments/folder-attachments.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { keepingLogger } from '../contract/sqlite-folder.ts';
import type { AppHere } from './app-here.ts';
import { startAppHere } from './app-here.ts';
import { commanded, connected, createdSeminar, Device, freshId } from './device.ts';
import { contribute } from './served-app.ts';
import { settableClock } from './surroundings.ts';

export const SAID = 'Une permanence au marché, avec un banc.';

/** Starts before the tests of this file and ends after them; `open` may put another storage in the place of SQLite's. */
export function actesHere(open: (file: string) => Promise<Storage> = openHere) {
  const clock = settableClock();
  let folder: string;
  let storage: Storage;
  let app: AppHere;
  const devices: Device[] = [];

  const start = async (opening: (file: string) => Promise<Storage>): Promise<void> => {
    storage = await opening(join(folder, 'pleniere.db'));
    const attachments = openFolderAttachments(join(folder, 'attachments'));
    app = await startAppHere(storage, { clock, timers: systemTimers, attachments }, app?.port ?? 0);
  };
  const stop = async (): Promise<void> => {
    devices.forEach((it) => it.close());
    await app.close();
    await storage.close();
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pleniere-actes-'));
    await start(open);
  });
  afterAll(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  const device = (): Device => {
    const made = new Device(app.url);
    devices.push(made);
    return made;
  };

  /** A séminaire in which Soizic said something under her name, and someone else nothing. */
  async function spoken() {
    const { organiser, view, sittingId } = await createdSeminar(app.url);
    devices.push(organiser);
    const { seminarId } = view;
    const sitting = view.ateliers[0]?.sittings[0];
    const [soizic, silent, animateur, rapporteur] = [device(), device(), device(), device()];
    const personId = freshId();
    await soizic.join(sitting?.code ?? '', 'Soizic', personId);
    await silent.join(sitting?.code ?? '', 'Muet');
    await animateur.openLink(sitting?.links.animateur ?? '');
    await rapporteur.openLink(sitting?.links.rapporteur ?? '');
    const say = async (text: string): Promise<void> => {
      const socket = soizic.socket();
      await connected(socket);
      const said = await commanded(socket, 'participant', contribute(sittingId, text));
      expect(said).toMatchObject({ ok: true });
    };
    await say(SAID);
    const at = (path: string) => `/api/seminars/${seminarId}/actes${path}`;
    const post = (by: Device, path: string, body: object = {}, commandId = freshId()) =>
      by.request(at(path), { commandId, ...body });
    const actes = () => organiser.json<ActesView>(at(''));
    const links = () => organiser.json<ReviewLinksView>(at('/review-links'));
    const valideur = async () => {
      const made = device();
      await made.openLink((await links()).valideur ?? '');
      return made;
    };
    const reader = async () => {
      const made = device();
      await made.openLink((await links()).people.find((it) => it.personId === personId)?.url ?? '');
      return made;
    };
    return {
      ...{ organiser, soizic, silent, animateur, rapporteur, personId, seminarId, sittingId, say },
      ...{ at, post, actes, links, valideur, reader },
    };
  }

  return {
    clock,
    device,
    spoken,
    url: () => app.url,
    /** A tree that stands on disk, whose version the log never came to tell of. */
    async keepUntold(seminarId: string, organiser: Device): Promise<void> {
      const text = await (await organiser.request(`/api/seminars/${seminarId}/actes.json`)).text();
      await storage.keptTexts.keep({ id: freshId(), seminarId, kind: 'actes', subjectId: seminarId, text });
    },
    folder: () => folder,
    /** Ends the server and starts it again over what is on disk. */
    async restart(opening: (file: string) => Promise<Storage> = openHere): Promise<void> {
      await app.close();
      await storage.close();
      await start(opening);
    },
  };
}

const openHere = (file: string): Promise<Storage> => openSqliteStorage({ file, logger: keepingLogger() });

/** The status of an answer, or the code of its refusal. */
export const answered = async (response: Response): Promise<number | string> =>
  response.ok ? response.status : ((await response.json()) as { error: { code: string } }).error.code;
