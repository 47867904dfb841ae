import { describe, expect, it } from 'vitest';
import { claimsUnder } from './support/claims.ts';

const texts = (list: string) =>
  claimsUnder('Stem cell therapy', list).map(({ text, types }) => [text, types]);

describe('a list', () => {
  it('of benefits tells one in each item, whatever its words', () => {
    const list = 'The main advantages:\n\n- Long walks in the hills\n- A clear head in the morning\n';
    expect(texts(list)).toEqual([
      ['Long walks in the hills', ['efficacy']],
      ['A clear head in the morning', ['efficacy']],
    ]);
  });

  it('of side effects tells one in each item', () => {
    const list = 'Side effects after the injection:\n\n- A stuffy nose for a day\n- Blurred sight\n';
    expect(texts(list)).toEqual([
      ['A stuffy nose for a day', ['safety']],
      ['Blurred sight', ['safety']],
    ]);
  });

  it.each(['Who may have the treatment:', 'Benefits and risks:', 'What to bring:'])(
    'under “%s” tells none',
    (leadIn) => {
      expect(texts(`${leadIn}\n\n- Long walks in the hills\n- A stuffy nose for a day\n`)).toEqual([]);
    },
  );
});
