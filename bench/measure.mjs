// How long a whole process takes, and how much memory at its peak.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Seconds and peak memory of one whole process; peak memory is read where /proc has it. */
export function measure([command, args]) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: 'ignore' });
    let peak = 0;
    const poll = setInterval(() => {
      try {
        const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        if (found) peak = Math.max(peak, Number(found[1]));
      } catch {
        // The process has ended, or the system has no /proc: the last reading stands.
      }
    }, 10);
    child.on('error', reject);
    child.on('exit', () => {
      clearInterval(poll);
      resolve({ seconds: Number(process.hrtime.bigint() - start) / 1e9, megabytes: peak / 1024 });
    });
  });
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
