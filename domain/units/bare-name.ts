/** The name of a unit as paper has it: without what stands behind it in brackets. */
export const bareName = (name: string): string => name.replace(/\s*\(.*\)$/, '');
