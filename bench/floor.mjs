// The floor: what any tool on remark pays to read the pages at all.
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
let nodes = 0;
for (const path of process.argv.slice(2))
  nodes += processor.parse(readFileSync(path, 'utf8')).children.length;
process.stdout.write(`${nodes}\n`);
