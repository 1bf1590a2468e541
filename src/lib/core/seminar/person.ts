/** Someone who takes part. Names live here and never in events. */

export const CONSENTS = ['name-and-function', 'function', 'none'] as const;
/** How a person may be quoted: with name and function, with the function only, or without either. */
export type Consent = (typeof CONSENTS)[number];

export type Person = {
  readonly id: string;
  readonly seminarId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly function: string;
  /** Organisation or town. */
  readonly town: string;
  readonly consent: Consent;
};

/** What others may see of the author of words: each field null where the person did not agree to it. */
export type Attribution = {
  readonly name: string | null;
  readonly function: string | null;
  readonly town: string | null;
};

export const UNNAMED: Attribution = { name: null, function: null, town: null };

/** The attribution a person agreed to. */
export function attributionOf(person: Person): Attribution {
  const said = (text: string) => (text === '' ? null : text);
  switch (person.consent) {
    case 'name-and-function':
      return {
        name: said(`${person.firstName} ${person.lastName}`.trim()),
        function: said(person.function),
        town: said(person.town),
      };
    case 'function':
      return { name: null, function: said(person.function), town: said(person.town) };
    case 'none':
      return UNNAMED;
  }
}
