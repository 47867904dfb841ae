/** The pages that a command names, read one after the other with the nearest configuration. */
import type { Source } from '../model.ts';
import { plain } from '../report/text.ts';
import { createPageAuditor, type OnlineChoice, type PageAuditor } from './auditor.ts';
import { today } from './clock.ts';
import { loadConfig } from './config.ts';
import { EXIT } from './exit.ts';
import { toFailure } from './failure.ts';
import { collectInputs } from './files.ts';
import { loadPage } from './load.ts';
import { tellRequests } from './online-requests.ts';
import type { Streams } from './streams.ts';

/** Bytes; for the commands that look at single pages. */
const MAX_SIZE = 10_000_000;

/**
 * Hands each page to `use` and returns the exit code: 2 where one could not be read or none was named, else 0.
 * What went wrong is told on standard error. `online` gives the auditor its registries.
 */
export async function readPages(
  words: readonly string[],
  streams: Streams,
  use: (source: Source, auditor: PageAuditor) => Promise<void>,
  online?: OnlineChoice,
): Promise<number> {
  const configuration = await loadConfig(streams.cwd);
  const settings = { today: today(), inlineConfig: true, ...(online === undefined ? {} : { online }) };
  const auditor = await createPageAuditor(configuration, settings, streams.cwd);
  const { inputs, failures } = await collectInputs(words, { cwd: streams.cwd });
  let complete = inputs.length > 0 && failures.length === 0;
  const tell = ({ path, message }: { path: string; message: string }) => {
    complete = false;
    streams.err(`claimlint: ${plain(`${path}: ${message}`)}\n`);
  };
  for (const failure of failures) tell(failure);
  for (const input of inputs) {
    try {
      const { source } = await loadPage(input, { maxSize: MAX_SIZE, allowedHosts: new Set() }, streams);
      await use(source, auditor);
    } catch (error) {
      tell(toFailure(input.path, error));
    }
  }
  if (auditor.online !== null) {
    for (const message of auditor.online.failures()) tell({ path: 'online', message });
    if (online?.dryRun === true) tellRequests(auditor.online, streams);
  }
  return complete ? EXIT.clean : EXIT.incomplete;
}
