import type { Streams } from './streams.ts';

/** Whether to colour standard output: `FORCE_COLOR`, then `NO_COLOR`, else only on a terminal that can. */
export function wantsColour({ env, outIsTerminal }: Pick<Streams, 'env' | 'outIsTerminal'>): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return outIsTerminal && env.TERM !== 'dumb';
}
