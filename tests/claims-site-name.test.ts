import { describe, expect, it } from 'vitest';
import { findClaims } from '../src/claims/index.ts';
import { loadBuiltIn } from '../src/data.ts';
import { joinPacks } from '../src/evidence/index.ts';
import { read } from '../src/read/index.ts';
import { segment } from '../src/segment/index.ts';

const { packs, lexicon } = loadBuiltIn();
const { vocabulary } = joinPacks(packs);

function subjects(text: string): string[] {
  const document = read({ path: 'page.md', format: 'markdown', text, sha256: '', retrieved: null });
  return findClaims(document, segment(document), lexicon, vocabulary).claims.map(({ subject }) => subject);
}

describe("the site's name", () => {
  it('does not make a clinic named after a treatment sell only that', () => {
    const page = `---
title: Freckle treatment in Ogden | Lakeside Stem Cells
---

# Freckle treatment

At Lakeside Stem Cells, our treatment reduces dark spots. The treatment firms the skin.
`;
    expect(subjects(page)).not.toContain('stem-cells');
    expect(subjects(page).length).toBeGreaterThan(0);
  });

  it('leaves the treatment alone where the page speaks of it', () => {
    const page = `---
title: Knee pain in Ogden | Lakeside Stem Cells
---

# Stem cells for knee pain

At Lakeside Stem Cells, we use stem cell therapy. The treatment relieves knee pain.
`;
    expect(subjects(page)).toContain('stem-cells');
  });
});
