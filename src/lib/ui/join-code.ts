/** A join code as people read it aloud: in two groups of four. */
export const spacedCode = (code: string): string => code.replace(/^(.{4})(.{4})$/, '$1\u00a0$2');
