/** Colours of carets and name labels: 4.5:1 under white letters, 3:1 on the paper and on the dark ground. */
export const PALETTE = [
  '#1f7a55',
  '#b3432b',
  '#3b6fb6',
  '#9a5b00',
  '#8a4fb0',
  '#00768a',
  '#b03a75',
  '#5d7300',
  '#5a66c2',
  '#8b5e4b',
] as const;
