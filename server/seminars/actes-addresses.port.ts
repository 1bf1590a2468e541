/** The addresses of published actes: given once, and never to another séminaire. */
export interface ActesAddresses {
  /** Whether the address is the séminaire's from now on, or was already; false when it is another's. */
  reserve(slug: string, seminarId: string): Promise<boolean>;
  /** The séminaire whose actes the address belongs to. */
  seminarAt(slug: string): Promise<string | null>;
}
