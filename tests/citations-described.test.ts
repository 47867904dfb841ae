import { describe, expect, it } from 'vitest';
import { cite } from './support/cite.ts';

/** What is printed of each citation, with its status. */
const told = (text: string) => cite(text).map(({ text: printed, status }) => [printed, status]);

describe('sources that are described', () => {
  it.each([
    ['A Norwegian trial found that walking did as well.', 'A Norwegian trial'],
    ['There is a study from Korea that says so.', 'a study from Korea'],
    ['That is the research out of Cleveland.', 'the research out of Cleveland'],
    ['Recent research, from Ghent University in Belgium, says that cells age.', null],
    ['A later trial with 26 people saw no difference.', 'A later trial with 26 people'],
    ['A 2018 paper described 40 people.', 'A 2018 paper'],
    [
      'A research report by Emory University in 2011 found relief.',
      'A research report by Emory University in 2011',
    ],
    ['A Cochrane review found little.', 'A Cochrane review'],
    ['In trials of more than 2,000 people rest did worse.', 'trials of more than 2,000 people'],
    ['A randomized trial (RCT) of 80 people found little.', 'A randomized trial (RCT) of 80 people'],
    ['The paper, in the journal Back Care, compared nothing.', 'The paper, in the journal Back Care'],
    ['This sham-controlled study enrolled 90 adults.', 'This sham-controlled study enrolled 90 adults'],
    ['A Norwegian study found that 1 in 5 patients came back.', 'A Norwegian study'],
    ['NICE guidance from 2021 advises against it.', 'NICE guidance from 2021'],
    ['Guidelines from the American College of Physicians put walking first.', null],
    ['Costs follow the Cochrane Review 2025 and our own data.', 'Cochrane Review 2025'],
  ])('are found: %s', (text, printed) => {
    const found = told(text);
    expect(found.map(([, status]) => status)).toEqual(['vague']);
    if (printed !== null) expect(found[0]?.[0]).toBe(printed);
  });

  it.each([
    'Researchers at the University of Ghent, Belgium and others compared four injections.',
    'Scientists in Japan have regrown disc tissue.',
    'A group in Barcelona treated ten patients and saw pain fall.',
    'German doctors published their results.',
    'Three people lost their sight, doctors reported in the Journal of Eye Care in 2017.',
    'The results appeared in Spine in 2016.',
    'The Journal of Back Care (2020) called it safe.',
    'The Journal of Back Care published a study on goats.',
    'It was presented at the 2023 meeting of the Hill Spine Society.',
    'In 2018 the CDC described twelve infections.',
    'Dr. Weber at the University of Ghent showed a rise in cells.',
    'A Dutch hospital group pooled the results.',
    'As the Lancet reported, most back pain gets better.',
    'According to the Mayo Clinic, it is safe.',
    'The American Heart Association recommends it.',
    'Outcomes (Back Pain Journal 2024, Hill Clinic)',
    'Journal of Hip Repair 2024, Joint Medicine Research',
    'Source: National Spine Registry, 2023',
  ])('may be people, journals and bodies: %s', (text) =>
    expect(told(text).map(([, status]) => status)).toEqual(['vague']),
  );

  it.each([
    'In a trial of nerve stimulation, your doctor first places a lead.',
    'Surgeons at our London clinic found that most patients go home the same day.',
    'They entered clinical trials in 2026.',
    'Our research team at Hill Clinic found a way to see you sooner.',
    'The team at Hill Clinic treated 500 patients last year.',
    'A group of our patients meets on Tuesdays.',
    'We take part in a trial from Duke University.',
    'Under the guidance of Dr. Rao we treat discs.',
    'Dr. Hale trained at the Mayo Clinic and is the author of fourteen peer-reviewed papers.',
    'We work according to FDA regulations.',
    'It is made according to FDA current good practice.',
    'Patients must try a trial of rest, and clinical trials and proof come later.',
    'He was among the Best Doctors in Spine Medicine 2024',
    'This article was reviewed by Dr. Anna Weber.',
  ])('are not everything that sounds like one: %s', (text) => expect(told(text)).toEqual([]));

  it('are named by an author even where nobody knows the work', () =>
    expect(told('A clinical trial by Dr. Anna Weber found relief.')).toEqual([
      ['trial by Dr. Anna Weber', 'not-checked'],
    ]));

  it('give way to the joint: a study of joints is not one that is joined', () =>
    expect(told('For the sacroiliac joint a small study found relief.')).toHaveLength(1));
});

describe('the one recorded work that a description fits', () => {
  it.each([
    ['A 2021 trial of 114 people with back pain compared cells with sham.', 'tern-2021'],
    [
      'A trial in the Annals of the Rheumatic Diseases in 2021 put donor cells into backs with pain.',
      'tern-2021',
    ],
    [
      'Investigators from four European countries gave 114 people donor cells for chronic back pain.',
      'tern-2021',
    ],
    ['The 2019 Spine study followed 210 people after stem cells.', 'quill-2019'],
  ])('is identified: %s', (text, id) =>
    expect(cite(text).map(({ study, status }) => [study, status])).toEqual([[id, 'identified']]),
  );

  it.each([
    ['another year', 'A 2020 trial of 114 people with back pain compared cells with sham.'],
    ['another number of people', 'A 2021 trial of 113 people with back pain compared cells with sham.'],
    ['another subject', 'A 2021 trial of 114 people with gout compared two tablets.'],
    ['another kind of work', 'A 2021 review of 114 people with back pain compared cells with sham.'],
    ['too little', 'A 2021 trial compared donor cells with sham for chronic back pain.'],
  ])('is not, with %s', (_, text) => expect(cite(text).map(({ study }) => study)).toEqual([null]));
});
