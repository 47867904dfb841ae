import { runAction } from './action.ts';
import { processStreams } from './streams.ts';

process.exitCode = await runAction(processStreams());
