#!/usr/bin/env node
import { run } from './run.ts';
import { processStreams } from './streams.ts';

process.exitCode = await run(process.argv.slice(2), processStreams());
