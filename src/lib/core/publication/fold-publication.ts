/** The life of the actes as its log tells it. */
import type { DomainEvent } from '../events/event-types.ts';
import type { Publication } from './publication.ts';

/** The publication after the event; other streams' events leave it as it is. */
export function foldPublication(publication: Publication, event: DomainEvent): Publication {
  switch (event.type) {
    case 'actes/composed': {
      const { revision, composition } = event.payload;
      return { ...publication, revision, composition };
    }
    case 'actes/next-steps-revised': {
      const { revision, steps } = event.payload;
      return { ...publication, revision, nextSteps: steps ?? [] };
    }
    case 'actes/version-kept': {
      const { versionId: id, kind, treeHash, pdfHash } = event.payload;
      const number = publication.versions.length + 1;
      const kept = { id, number, kind, at: event.at, treeHash, pdfHash, expunged: [] };
      return { ...publication, versions: [...publication.versions, kept] };
    }
    case 'actes/version-expunged': {
      const { versionId, treeHash, pdfHash } = event.payload;
      const versions = publication.versions.map((version) => {
        if (version.id !== versionId) return version;
        const before = { at: event.at, treeHash: version.treeHash, pdfHash: version.pdfHash };
        return { ...version, treeHash, pdfHash, expunged: [...version.expunged, before] };
      });
      return { ...publication, versions };
    }
    case 'actes/correction-proposed': {
      const { correctionId: id, personId, role, passage, text } = event.payload;
      const proposed = { id, at: event.at, personId, role, passage, text, settled: null };
      return { ...publication, corrections: [...publication.corrections, proposed] };
    }
    case 'actes/correction-settled': {
      const { correctionId, accepted } = event.payload;
      const settled = accepted ? 'accepted' : 'declined';
      const corrections = publication.corrections.map((it) =>
        it.id === correctionId ? ({ ...it, settled } as const) : it,
      );
      return { ...publication, corrections };
    }
    default:
      return foldStage(publication, event);
  }
}

function foldStage(publication: Publication, event: DomainEvent): Publication {
  switch (event.type) {
    case 'actes/review-opened': {
      const { versionId, until } = event.payload;
      return { ...publication, stage: 'review', review: { versionId, until } };
    }
    case 'actes/review-closed':
      return { ...publication, stage: 'draft', review: null };
    case 'actes/approval-asked': {
      const { versionId } = event.payload;
      const approval = { versionId, signedId: null, given: null, by: null, remarks: null, at: event.at };
      return { ...publication, stage: 'approval', review: null, approval };
    }
    case 'actes/approval-answered': {
      const { versionId, signedId = null, given, by, remarks } = event.payload;
      const approval = { versionId, signedId, given, by, remarks, at: event.at };
      return { ...publication, stage: given ? 'approved' : 'draft', approval };
    }
    case 'actes/published': {
      const { versionId, slug, indexed, until } = event.payload;
      const errata = publication.published?.errata ?? [];
      const published = { versionId, slug, indexed, until, at: event.at, errata, withdrawnAt: null };
      return { ...publication, stage: 'published', published };
    }
    case 'actes/corrected': {
      const { published } = publication;
      if (!published) return publication;
      const { versionId, erratum } = event.payload;
      const errata = [...published.errata, { versionId, at: event.at, text: erratum }];
      return { ...publication, published: { ...published, versionId, errata } };
    }
    case 'actes/withdrawn': {
      const { published } = publication;
      if (!published) return publication;
      return { ...publication, stage: 'withdrawn', published: { ...published, withdrawnAt: event.at } };
    }
    default:
      return publication;
  }
}
