import { describe, expect, it } from 'vitest';
import { CarriedSocket, LOST } from './carried-socket.ts';

/** A line whose carrier notes what it is told. */
function line() {
  const sent: Uint8Array[] = [];
  const told: string[] = [];
  let left = 0;
  const socket = new CarriedSocket({ send: (frame) => sent.push(frame), leave: () => (left += 1) });
  socket.onopen = () => told.push('open');
  socket.onmessage = ({ data }) => told.push(`frame ${data.join()}`);
  socket.onclose = ({ code, reason }) => told.push(`close ${code} ${reason}`);
  return { socket, sent, told, left: () => left };
}
const aMoment = (): Promise<void> => Promise.resolve();
const FRAME = Uint8Array.of(1, 2);

describe('a carried socket', () => {
  it('opens a moment after it was made, and carries frames both ways', async () => {
    const { socket, sent, told } = line();
    socket.opened();
    socket.send(FRAME);
    expect([told, sent, socket.readyState]).toEqual([[], [], 0]);
    await aMoment();
    socket.send(FRAME);
    socket.receive(FRAME);
    expect([told, sent, socket.readyState]).toEqual([['open', 'frame 1,2'], [FRAME], socket.OPEN]);
    socket.close();
  });

  it('tells the code and the reason of the other side, once', async () => {
    const { socket, sent, told, left } = line();
    socket.opened();
    await aMoment();
    socket.ended(4410, 'notes.sitting-1.2');
    socket.ended(LOST, '');
    socket.close();
    socket.send(FRAME);
    socket.receive(FRAME);
    await aMoment();
    expect([told, sent, left()]).toEqual([['open', 'close 4410 notes.sitting-1.2'], [], 0]);
  });

  it('leaves once, also before it opened', async () => {
    const { socket, told, left } = line();
    socket.opened();
    socket.close();
    socket.close();
    await aMoment();
    expect([told, left(), socket.readyState]).toEqual([['close 1000 '], 1, 3]);
  });
});
