import { describe, expect, it } from 'vitest';
import { cleanAddress } from '../src/citations/address.ts';
import { sameJournal } from '../src/citations/compare-journal.ts';
import { findIdentifiers } from '../src/citations/identifiers.ts';
import { parseReference } from '../src/citations/parse-reference.ts';

describe('parseReference', () => {
  it.each([
    [
      'APA',
      'Quill, A. B., Morrow, C., & Oakes, D. (2016). Cells in discs: A first look. Spine Letters, 12(3), 45-51.',
    ],
    [
      'Vancouver',
      '1. Quill AB, Morrow C, Oakes D. Cells in discs: a first look. Spine Letters. 2016;12(3):45-51.',
    ],
    [
      'AMA',
      'Quill AB, Morrow C, et al. Cells in discs: a first look. Spine Letters. 2016;12(3):45-51. doi:10.1000/x',
    ],
    [
      'Harvard',
      'Quill, A.B., Morrow, C. and Oakes, D. (2016) ‘Cells in discs: a first look’, Spine Letters, 12(3), pp. 45–51.',
    ],
    [
      'IEEE',
      '[4] A. B. Quill, C. Morrow, and D. Oakes, "Cells in discs: a first look," Spine Letters, vol. 12, no. 3, pp. 45-51, 2016.',
    ],
    [
      'Chicago',
      'Quill, Ann B., and Carl Morrow. “Cells in Discs: A First Look.” Spine Letters 12, no. 3 (2016): 45–51.',
    ],
    ['plain', 'A. B. Quill and C. Morrow. Cells in discs: a first look. Spine Letters, 12(3):45-51, 2016.'],
  ])('reads first author, year, title and journal in %s style', (_, reference) => {
    const { authors, year, title, journal } = parseReference(reference);
    expect([authors[0]?.family, year, title?.toLowerCase(), journal]).toEqual([
      'Quill',
      2016,
      'cells in discs: a first look',
      'Spine Letters',
    ]);
  });

  it('reads surnames with particles, hyphens and accents', () => {
    const { authors } = parseReference(
      'van der Berg J, Hernández-Ramajo R, O’Neill PT, de la Cruz M. A study of discs. Spine. 2010;1:2.',
    );
    expect(authors.map(({ family }) => family)).toEqual([
      'van der Berg',
      'Hernández-Ramajo',
      'O’Neill',
      'de la Cruz',
    ]);
  });

  it('says that there are more authors than it names', () => {
    expect(parseReference('Quill A, et al. Cells in discs. Spine. 2010;1:2.').moreAuthors).toBe(true);
    expect(parseReference('Quill A, Morrow C. Cells in discs. Spine. 2010;1:2.').moreAuthors).toBe(false);
  });

  it('finds the book that a chapter stands in, behind its editors', () => {
    expect(
      parseReference(
        'Quill, A. (2001). Discs. In B. Heron & C. Tern (Eds.), Handbook of the spine (pp. 1-9). London: Quay.',
      ).journal,
    ).toBe('Handbook of the spine');
  });

  it('takes no publisher and no thesis for a journal', () => {
    expect(
      parseReference('Quill, A. (2001). The spine in health. Oxford: Quay University Press.').journal,
    ).toBeNull();
    expect(
      parseReference('Quill, A. (2001). The spine in health. Ph.D. thesis, Quay University.').journal,
    ).toBeNull();
  });

  it('reads a title that stands before the date where there is no author', () => {
    expect(parseReference('Spine care in the village. (2011, May). Rural Health, 4(1), p. 3.')).toMatchObject(
      {
        authors: [],
        title: 'Spine care in the village',
        year: 2011,
      },
    );
  });

  it('invents no title where a reference has none', () => {
    expect(parseReference('A. Quill, C. Morrow, Phys. Rev. Lett. 2010, 10, 1012.')).toMatchObject({
      title: null,
      journal: 'Phys. Rev. Lett',
    });
  });
});

describe('identifiers', () => {
  it.each([
    ['(doi:10.1000/a.b-c(12)34).', { doi: '10.1000/a.b-c(12)34' }],
    ['https://doi.org/10.1000/ABC?utm_source=x', { doi: '10.1000/abc' }],
    ['PMID: 12345678; PMC7654321', { pmid: '12345678' }],
    ['https://pubmed.ncbi.nlm.nih.gov/12345678/', { pmid: '12345678' }],
    ['registered as nct01234567', { nct: 'NCT01234567' }],
  ])('are read from %s', (text, identifiers) => {
    expect(findIdentifiers(text)[0]?.identifiers).toEqual(identifiers);
  });

  it('span just themselves', () => {
    const text = 'See doi:10.1000/x.y, and more.';
    const [found] = findIdentifiers(text);
    expect(text.slice(found?.start, found?.end)).toBe('doi:10.1000/x.y');
  });
});

describe('cleanAddress', () => {
  it('uses what was added to follow the reader, and removes it', () => {
    expect(
      cleanAddress('https://www.example.org/a?id=3&utm_source=news&gclid=9#:~:text=discs%20heal,in%20months'),
    ).toEqual({
      href: 'https://www.example.org/a?id=3',
      host: 'example.org',
      passage: 'discs heal … in months',
    });
    expect(cleanAddress('https://example.org/a#part:~:text=x')).toMatchObject({
      href: 'https://example.org/a#part',
    });
  });

  it.each(['mailto:a@example.org', '/contact', 'javascript:alert(1)', 'http://'])('is null for %s', (href) =>
    expect(cleanAddress(href)).toBeNull(),
  );
});

describe('sameJournal', () => {
  it.each([
    ['Int Orthop', 'International Orthopaedics'],
    ['J. Bone Joint Surg. Am.', 'Journal of Bone and Joint Surgery, American'],
    ['Spine', 'Spine (Phila Pa 1976)'],
    ['AJSM', 'The American Journal of Sports Medicine'.replace('The ', '')],
    ['Ann Rheum Dis', 'Annals of the Rheumatic Diseases'],
  ])('%s is %s', (cited, recorded) => expect(sameJournal(cited, recorded)).toBe(true));

  it.each([
    ['Spine', 'The Spine Journal'],
    ['Nature', 'Nature Medicine'],
    ['Stem Cell Research & Therapy', 'Transplantation'],
  ])('%s is not %s', (cited, recorded) => expect(sameJournal(cited, recorded)).toBe(false));
});
