/** Everything that is kept, behind one door. */
import type { ActesAddresses } from './actes-addresses.port.ts';
import type { AccessStore } from './access.port.ts';
import type { DocumentStore } from './documents.port.ts';
import type { EventStore } from './event-store.port.ts';
import type { KeptTexts } from './kept-texts.port.ts';
import type { PairingStore } from './pairing.port.ts';
import type { People } from './people.port.ts';

export interface Storage {
  readonly events: EventStore;
  readonly people: People;
  readonly access: AccessStore;
  readonly pairings: PairingStore;
  readonly documents: DocumentStore;
  readonly keptTexts: KeptTexts;
  readonly actesAddresses: ActesAddresses;
  /** Whether the last commit went through: what /readyz answers. */
  readonly writable: () => boolean;
  close(): Promise<void>;
}
