/** From what a séminaire holds to the actes that are printed, with what is to mend in them. */
import type { NextStep } from '../publication/publication.ts';
import type { Actes } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import type { ActesMaterial } from './actes-material.ts';
import { buildActes, proposedSteps } from './build-actes.ts';
import { citedFiles } from './cited-files.ts';
import type { Coverage } from './clean-text.ts';
import type { Composition } from './composition.ts';
import { normaliseActes } from './normalise-actes.ts';
import type { Finding } from './quality.ts';
import { findingsOf } from './quality.ts';
import { typeset } from './typeset.ts';

export type Assembled = {
  /** In the typography of their language, without what no page can carry. */
  readonly actes: Actes;
  readonly findings: readonly Finding[];
  /** As kept, or as proposed from the syntheses. */
  readonly nextSteps: readonly NextStep[];
  /** The hashes of the pictures that the actes show. */
  readonly citedFiles: readonly string[];
};

export type Assembling = {
  readonly labels: ActesLabels;
  /** Which characters every page can carry. */
  readonly covers: Coverage;
};

/** The actes of a whole composition; the same material gives the same. */
export function assembleActes(
  material: ActesMaterial,
  composition: Composition,
  { labels, covers }: Assembling,
): Assembled {
  const built = buildActes(material, composition, labels);
  const repairLabels = { actes: built.cover.label, image: labels.image };
  const { actes, repairs } = normaliseActes(typeset(built), { covers, labels: repairLabels });
  return {
    actes,
    findings: findingsOf({ composition, material, labels, actes: built, repairs }),
    nextSteps: proposedSteps(material, composition),
    citedFiles: citedFiles(actes),
  };
}
