import { describe, expect, it } from 'vitest';
import type { Citation } from '../src/model.ts';
import { cite } from './support/cite.ts';

function only(text: string): Citation {
  const found = cite(text);
  expect(found.map((citation) => citation.text)).toHaveLength(1);
  return found[0] as Citation;
}

describe('works named in the text', () => {
  it.each([
    'In the work of Quill et al. (2016), 30 patients had marrow cells put into a disc.',
    'Marrow cells helped painful discs (Quill et al., 2016).',
    'Marrow cells helped painful discs (Brown, 2011; Quill, 2015).',
    'Quill and Morrow (2016) treated lumbar discs with marrow cells.',
    'A first look comes from Quill’s group (published in 2016), who treated painful discs with marrow cells.',
    'A 2016 study by Dr. Quill followed patients with painful lumbar discs.',
    'Quill and colleagues (Int Orthop 2016) treated painful lumbar discs.',
    'One paper, “Marrow Cells for Painful Lumbar Discs,” is often quoted.',
    'See doi:10.1000/quill.2016 for the numbers.',
    'See PMID 12345678.',
    'Pain [was lower](https://doi.org/10.1000/QUILL.2016?utm_source=news#:~:text=pain%20fell) after two years.',
    'A study in 30 people: Marrow cells for painful lumbar discs: a two-year follow-up of thirty patients.',
  ])('identifies the work in: %s', (text) => {
    const found = cite(text).filter(({ study }) => study !== null);
    expect(found.map(({ study, status }) => [study, status])).toEqual([['quill-2016', 'identified']]);
  });

  it.each([
    'The HERON trial put donor cells to the test.',
    'In the Spine Repair Trial, sham did as well.',
    'Registered as NCT01234567.',
  ])('knows a trial by its name or number: %s', (text) =>
    expect(only(text)).toMatchObject({ study: 'tern-2021', status: 'identified' }),
  );

  it('does not take a shouted word for a trial, nor a month or an agency for an author', () => {
    expect(cite('HERON FLIES. Our clinic opened in May (2016). The FDA (2020) regulates cells.')).toEqual([]);
  });

  it('leaves an author whose work it does not hold unchecked, and says who was asked', () => {
    expect(only('Discs healed in mice (Nightjar et al., 2014).')).toMatchObject({
      status: 'not-checked',
      study: null,
      asked: ['pack:demo'],
    });
  });

  it('does not give a common surname to the one record that bears it', () => {
    expect(only('Rabbits were cured of gout (Quill et al., 2016).')).toMatchObject({
      status: 'not-checked',
      study: null,
    });
  });

  it('gives spans that read as the citation', () => {
    const text = '# Discs\n\nPain fell (*Quill* et al., 2016) &amp; stayed low in painful discs.';
    const [citation] = cite(text);
    expect(text.slice(citation?.span.start.offset, citation?.span.end.offset)).toBe('Quill* et al., 2016');
    expect(citation?.text).toBe('Quill et al., 2016');
  });
});

describe('reference lists', () => {
  const apa =
    'Quill, A. B., Morrow, C., & Oakes, D. (2016). Marrow cells for painful lumbar discs: A two year follow-up of thirty patients. International Orthopaedics.';
  const vancouver =
    'Quill AB, Morrow C, Oakes D. Marrow cells for painful lumbar discs: a two year follow-up of thirty patients. Int Orthop. 2016;40(1):1-9.';

  it.each([
    apa,
    vancouver,
    vancouver.replace('2016;', '2015;'),
    vancouver.replace(/: a two year.*patients/, ''),
  ])('identifies %s', (entry) => {
    expect(cite(`## References\n\n1. ${entry}\n`)).toMatchObject([
      { kind: 'reference', status: 'identified', study: 'quill-2016', problems: [] },
    ]);
  });

  it.each([
    'Quill, A. B., Morrow, C., & Oakes, D. (2016). Marrow cells for painful lumbar discs: a two year follow-up of thirty patients. International Orthopaedics, 40(1), 1-9.',
    '[3] A. B. Quill, C. Morrow, D. Oakes, "Marrow cells for painful lumbar discs: a two year follow-up of thirty patients," International Orthopaedics, vol. 40, pp. 1-9, 2016.',
    'Quill, A.B., Morrow, C., Oakes, D. (2016) ‘Marrow cells for painful lumbar discs: a two year follow-up of thirty patients’, International Orthopaedics, 40, pp. 1-9.',
    'Quill AB et al. marrow cells for painful lumbar discs: a two year follow-up of thirty patients. Int Orthop 2016',
    'Marrow cells for painful lumbar discs: a two year follow-up of thirty patients - Quill et al., International Orthopaedics (2016)',
    'Marrow cells for painful lumbar discs: a two year follow-up of thirty patients. International Orthopaedics. 2016. https://example.org/paper',
    'Marrow Cells for Painful Lumbar Disks: A Two-Year Follow-Up of Thirty Patients.',
    'Quill AB, Morrow C, Oakes D. Marrow cells for painful lumbar discs: a two year followup of thirty patients. Int Orthop. 2016;40:1-9.',
  ])('raises no alarm on a work that is cited rightly: %s', (entry) => {
    expect(cite(`## References\n\n- ${entry}\n`)).toMatchObject([
      { status: 'identified', study: 'quill-2016', problems: [] },
    ]);
  });

  it('names the field that differs, and tells a slip from a mixture of two works', () => {
    const [slip] = cite(`## References\n\n1. ${vancouver.replace('2016;', '2014;')}\n`);
    expect(slip).toMatchObject({
      status: 'mismatch',
      nearest: 'quill-2016',
      problems: [{ field: 'year', kind: 'slip', cited: '2014', recorded: '2016' }],
    });
    const [mixed] = cite(
      `## References\n\n1. ${vancouver.replace('Quill AB, Morrow C, Oakes D', 'Tern E, Heron F')}\n`,
    );
    expect(mixed).toMatchObject({ status: 'mismatch', study: null, nearest: 'tern-2021' });
    expect(mixed?.problems).toContainEqual({
      field: 'author',
      kind: 'chimera',
      cited: 'Tern E, Heron F',
      recorded: 'Quill AB, Morrow C, Oakes D',
    });
  });

  it('finds the work of a DOI that stands under another title', () => {
    const [citation] = cite(
      '## References\n\n1. Quill AB. Cells cure every disc for ever. Spine. 2016. doi:10.1000/quill.2016\n',
    );
    expect(citation).toMatchObject({ status: 'mismatch', nearest: 'quill-2016' });
    expect(citation?.problems.map(({ field }) => field)).toContain('title');
  });

  it('does not call a work of known authors under an unknown title a mismatch', () => {
    const entry =
      'Quill AB, Morrow C, Oakes D. A survey of wound care in rural hospitals. J Rural Med. 2016;3:1-9.';
    expect(cite(`## References\n\n1. ${entry}\n`)).toMatchObject([
      { status: 'not-checked', study: null, nearest: 'quill-2016', problems: [] },
    ]);
  });

  it('ties marks to entries, and reports a mark without one', () => {
    const page = `Pain fell.[1] Nobody was harmed.[7]\n\n## References\n\n1. ${vancouver}\n`;
    const [mark, entry] = cite(page);
    expect(mark).toMatchObject({ kind: 'mark', status: 'vague', text: '[7]', sentences: [1] });
    expect(entry).toMatchObject({ kind: 'reference', study: 'quill-2016', sentences: [0] });
  });

  it('ties an author and year to the page’s own list before any record', () => {
    const page =
      'Mice healed (Nightjar, 2014).\n\n## References\n\n- Nightjar G. Discs of mice and their repair by cells. Mouse Sci. 2014;1:1-2.\n';
    expect(cite(page).map(({ status, kind }) => [kind, status])).toEqual([
      ['inline', 'not-checked'],
      ['reference', 'not-checked'],
    ]);
  });

  it('reads a list of bare links', () => {
    const page =
      'REFERENCES:\n\n- https://www.example.com/discs?utm_source=x#:~:text=discs%20heal\n- https://example.org/backs\n';
    expect(cite(page).map(({ kind, status }) => [kind, status])).toEqual([
      ['link', 'not-checked'],
      ['link', 'not-checked'],
    ]);
  });

  it.each(['Quill AB, et al. Int Orthop 2016;40:1-9', 'Quill AB et al, International Orthopaedics (2015)'])(
    'identifies an entry without a title by author, year and journal: %s',
    (entry) => {
      expect(cite(`## References\n\n- ${entry}\n`)).toMatchObject([
        { status: 'identified', study: 'quill-2016', problems: [] },
      ]);
      const other = entry.replace(/20\d\d/, '2013');
      expect(cite(`## References\n\n- ${other}\n`)).toMatchObject([{ status: 'not-checked' }]);
    },
  );

  it('reads a list in one line with its opener, and a numbered one without any', () => {
    const line = `References: 1. ${vancouver} 2. Heron F, Tern E. A bird in a disc. Birds. 2012;1:1-2.`;
    expect(cite(line).map(({ kind, study }) => [kind, study])).toEqual([
      ['reference', 'quill-2016'],
      ['reference', null],
    ]);
    const short =
      'Quill AB, Morrow C, Oakes D. Marrow cells for painful lumbar discs. Int Orthop. 2016 May 3.';
    const page = `Pain fell. (1) Nobody was harmed.\n\n*1. ${short}*\n`;
    expect(cite(page).map(({ kind, study }) => [kind, study])).toEqual([['reference', 'quill-2016']]);
  });

  it('takes neither the heading of a list nor the line about its author for an entry', () => {
    const page = `<h3>References &amp; Sources</h3><ol><li>${vancouver}</li></ol><p>Dr. Lee has been a surgeon in our town since 2001.</p>`;
    expect(cite(page, 'html')).toHaveLength(1);
  });

  it('does not take the text after a list for an entry', () => {
    const page = `## Resources\n\n1. ${apa}\n\nDr. Ann Bright, M.D. cares for people with back pain and their families in our town.\n`;
    expect(cite(page)).toHaveLength(1);
  });
});

describe('sentences that lean on a citation', () => {
  it('are the rest of its paragraph, up to another source', () => {
    const page =
      'Quill’s group (published in 2016) put marrow cells into painful discs. Pain fell by half. No harm was seen. Other studies show the same.\n\nCall us today.';
    const [first] = cite(page);
    expect(first?.sentences).toEqual([0, 1, 2]);
  });

  it('are those that take the work up in a later paragraph', () => {
    const page =
      'The HERON trial gave donor cells to 57 people.\n\nAt one year, the researchers found no difference.\n\nCall us.';
    expect(cite(page).map(({ sentences }) => sentences)).toEqual([[0, 1]]);
  });
});

describe('appeals to nothing that can be looked up', () => {
  it.each([
    'Research shows that cells ease pain.',
    'Several recent studies on the treatment of worn discs have found lasting relief.',
    'In a clinical trial, patients walked further.',
    'Hundreds of published papers cover it.',
    'It is backed by science.',
    'According to recent research, rest helps.',
    'A 2021 review in the Journal of Back Care found relief.',
    'A 300-patient trial found relief.',
  ])('are vague: %s', (text) => expect(cite(text).map(({ status }) => status)).toEqual(['vague']));

  it.each([
    'More research is needed to show that cells ease pain.',
    'You may take part in a clinical trial.',
    'We research your options.',
    'Is it backed by science?',
    'Our team will study your scans.',
    'The purpose of the study is to test whether cells ease pain.',
  ])('are not: %s', (text) => expect(cite(text)).toEqual([]));

  it('give way to the source that the same sentence names', () => {
    expect(only('Research shows that marrow cells ease painful discs (Quill et al., 2016).').status).toBe(
      'identified',
    );
  });

  it('mean the work that the page names elsewhere, if journal and year fit', () => {
    const page =
      'A review in the 2016 issue of International Orthopaedics looks good.\n\n“Marrow Cells for Painful Lumbar Discs: A Two Year Follow-Up of Thirty Patients” is the paper.';
    expect(cite(page).map(({ study }) => study)).toEqual(['quill-2016', 'quill-2016']);
  });
});
