/** What of the contributions the projector shows beside those pinned to it. */

export const WALL_CONTENTS = ['nothing', 'approved', 'all'] as const;
/** Nothing, those approved one by one, or all as they come. */
export type WallContent = (typeof WALL_CONTENTS)[number];
