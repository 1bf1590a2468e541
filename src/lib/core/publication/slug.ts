/** The readable address of published actes, and names of files: what every keyboard and every system takes. */
const LONGEST = 60;

/** Small letters, digits and dashes from the title; `actes` where it has none. */
export const slugOf = (title: string): string => plainLettersOf(title) || 'actes';

/** The same, '' where the title has neither plain letters nor digits. */
export const plainLettersOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
