/** A WebSocket that says what it was given to send: y-websocket itself does not tell. */
type Heard = {
  readonly opened: () => void;
  readonly sent: (frame: Uint8Array) => void;
};

export function countedSocket(heard: Heard): typeof WebSocket {
  return class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      heard.opened();
    }

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      if (frame instanceof Uint8Array) heard.sent(frame);
      super.send(frame);
    }
  };
}
