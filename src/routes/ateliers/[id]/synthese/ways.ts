/** The ways in which a contribution is taken over, in the order of their buttons. */
export const WAYS = ['quotation', 'list', 'proposal'] as const;
export type How = (typeof WAYS)[number];
