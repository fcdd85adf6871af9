/** In characters: https://docs.flashcat.cloud/en/openapi, the calls below /incident */
export const LONGEST_TITLE = 512;
export const LONGEST_DESCRIPTION = 1024;
export const LONGEST_NOTE = 1024;

/** Whole characters, at most so many. */
export const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
