/** A person's mistake. path: the field's name, dots for nesting ('resolutions.0.inFavour'); '' for the form as a whole. stale: someone else changed it. */
export type Problem = { path: string; message: string; stale?: true };
