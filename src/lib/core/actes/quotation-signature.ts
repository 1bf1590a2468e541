/** Who signs words in the actes: their author as they agree now, whatever was written under them. */
import { personOnLists } from '../seminar/seminar.ts';
import { namingWords } from '../synthesis/naming-words.ts';
import type { ActesMaterial, Said } from './actes-material.ts';
import { attributed } from './actes-material.ts';
import { attributionInWords } from './names-in-words.ts';

export type Signing = {
  readonly material: ActesMaterial;
  /** What can be quoted, by id. */
  readonly said: ReadonlyMap<string, Said>;
  /** Those whom the actes may name, by the id they have on the lists. */
  readonly nameable: ReadonlySet<string>;
};

/** `attribution` is '' for nobody; `personId` stands where a name does, by the lists. */
type Signature = { readonly attribution: string; readonly personId: string | null };

/** As the author of one contribution agreed. */
export function signatureOf(said: Said, { material, nameable }: Signing): Signature {
  const agreed = attributed(said, material);
  const listed = said.author === null ? null : personOnLists(material.seminar, said.author);
  // An id beside words without a name would say whose they are as soon as it stands beside the name elsewhere.
  const isNamed = agreed.name !== null && listed !== null && nameable.has(listed);
  return { attribution: attributionInWords(agreed), personId: isNamed ? listed : null };
}

/** Of one source as its author agrees now; of several as it was written, unless that tells more than they agree to. */
export function quotationSignature(
  { attribution, sources }: { readonly attribution: string; readonly sources: readonly string[] },
  signing: Signing,
): Signature {
  const quoted = sources.flatMap((id) => signing.said.get(id) ?? []);
  if (quoted.length < sources.length) return { attribution: '', personId: null };
  const [source, ...others] = quoted;
  if (source !== undefined && others.length === 0) return signatureOf(source, signing);
  const stands = !tellsUnasked(attribution, quoted, signing.material);
  return { attribution: stands ? attribution : '', personId: null };
}

/** Whether the line has a word of an author's name, function or town that none of them agrees to. */
function tellsUnasked(attribution: string, quoted: readonly Said[], material: ActesMaterial): boolean {
  const agreed = new Set(
    quoted.flatMap((said) => {
      const { name, function: role, town } = attributed(said, material);
      return namingWords([name, role, town].join(' '));
    }),
  );
  const theirs = new Set(
    quoted.flatMap(({ author }) => {
      const person = author === null ? undefined : material.people.get(author);
      if (person === undefined) return [];
      return namingWords([person.firstName, person.lastName, person.function, person.town].join(' '));
    }),
  );
  return namingWords(attribution).some((word) => theirs.has(word) && !agreed.has(word));
}
