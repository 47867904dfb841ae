/** The school grade that a text asks of its reader. */

/**
 * Flesch-Kincaid grade (Kincaid et al., Naval Technical Training Command, Research Branch Report 8-75, 1975):
 * 0.39 words a sentence + 11.8 syllables a word − 15.59. As Flesch counted, a colon and a semicolon end a
 * sentence too. Syllables are counted by vowel groups, so a grade is good to about one; 0 for a text
 * without words.
 */
export function readingGrade(text: string): number {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const sentences = text.split(/[.!?;:](?:\s|$)/).filter((part) => /[a-z]/i.test(part)).length;
  if (words.length === 0 || sentences === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return Math.max(0, (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59);
}

/** Groups of vowels; a final silent e, es or ed does not count, a final -le does. */
function countSyllables(word: string): number {
  const spoken = word.replace(/(?:[^laeiouy]es|[^aeioutdl]ed|[^laeiouy]e)$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
