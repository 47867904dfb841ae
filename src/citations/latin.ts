/**
 * Patterns are written with the properties of Unicode and compiled for Latin script: references are printed in
 * it, and the tables of all of Unicode, with both cases of every letter, would cost a quarter of a second at
 * each start of the program.
 */
const RANGES: Readonly<Record<string, string>> = {
  L: 'A-Za-zÀ-ÖØ-öø-ɏ',
  Lu: 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŮŰŲŴŶŸŹŻŽȘȚ',
  Ll: 'a-zß-öø-ÿāăąćĉċčďđēėęěğġģīįıķĺļľłńņňōőœŕřśŝşšţťūůűųŵŷźżžșț',
  N: '0-9',
  M: '\\u0300-\\u036f',
};

/** The same pattern without the flag `u`, each `\p{…}` in it as ranges. Throws for a property not listed here. */
export function latin({ source, flags }: RegExp): RegExp {
  let inClass = false;
  const plain = source.replace(/\\p\{(\w+)\}|\\.|[[\]]/g, (part, property: string | undefined) => {
    if (part === '[') inClass = true;
    if (part === ']') inClass = false;
    if (property === undefined) return part;
    const ranges = RANGES[property];
    if (ranges === undefined) throw new Error(`no ranges for ${part}`);
    return inClass ? ranges : `[${ranges}]`;
  });
  return new RegExp(plain, flags.replace('u', ''));
}
