/** What a séminaire says of itself on its cover. */
export type SeminarDescription = {
  readonly title: string;
  readonly organisation: string;
  readonly theme: string;
  readonly place: string;
  /** ISO day, `2026-11-26`, or '' when not known yet. */
  readonly day: string;
  readonly language: 'fr' | 'en';
  /** IANA zone, for display only. */
  readonly zone: string;
};
