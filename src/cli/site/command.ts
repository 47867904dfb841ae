/** The words and options of `claimlint site`; the work is in `run.ts`, loaded when it runs. */
import { Command, InvalidArgumentError } from 'commander';
import { addWord } from '../args.ts';
import { addRunOptions, type RunOptions, runSettings } from '../run-options.ts';
import type { Streams } from '../streams.ts';
import type { SiteSettings } from './run.ts';

interface CommanderOptions
  extends RunOptions,
    Pick<
      SiteSettings,
      'journal' | 'rate' | 'depth' | 'maxPages' | 'include' | 'exclude' | 'crawl' | 'timeout'
    > {}

export function siteCommand(streams: Streams, exit: (code: number) => void): Command {
  const command = new Command('site')
    .description(
      'audit the pages of a site: those of its sitemap, or where it has none those that its links lead to',
    )
    .argument('<address>', 'where the site begins, such as https://www.example.org/')
    .option('--journal <file>', 'keep what is done in this file, and go on from it when run again')
    .option(
      '--rate <pages>',
      'pages a second, at most; a Crawl-delay of robots.txt is kept too',
      parseRate,
      1,
    )
    .option('--depth <links>', 'how many links from the start to follow', parseDepth, 20)
    .option('--max-pages <number>', 'how many addresses to ask for', parseCount, 10_000)
    .option('--include <pattern>', 'only paths like this, as in .gitignore (may be repeated)', addWord, [])
    .option('--exclude <pattern>', 'no paths like this, as in .gitignore (may be repeated)', addWord, [])
    .option('--crawl', 'follow links too where there is a sitemap', false)
    .option('--timeout <seconds>', 'how long to wait for a page', parseSeconds, 30);
  return addRunOptions(command, 'jsonl').action(async (address: string, options: CommanderOptions) => {
    const { runSite } = await import('./run.ts');
    exit(await runSite(address, runSettings(options, 'jsonl', streams), streams));
  });
}

const MAX_RATE = 1_000;

function parseRate(word: string): number {
  const rate = parseDecimal(word);
  if (rate === null || rate === 0 || rate > MAX_RATE) {
    throw new InvalidArgumentError(`Give a number of pages a second above 0, up to ${MAX_RATE}.`);
  }
  return rate;
}

function parseSeconds(word: string): number {
  const seconds = parseDecimal(word);
  if (seconds === null || seconds === 0 || seconds > 3_600) {
    throw new InvalidArgumentError('Give a number of seconds above 0, up to 3600.');
  }
  return seconds;
}

function parseDecimal(word: string): number | null {
  return /^\d{1,6}(\.\d{1,3})?$/.test(word) ? Number(word) : null;
}

function parseDepth(word: string): number {
  return word === '0' ? 0 : parseCount(word);
}

function parseCount(word: string): number {
  if (!/^[1-9]\d{0,6}$/.test(word)) throw new InvalidArgumentError('Give a whole number above 0.');
  return Number(word);
}
