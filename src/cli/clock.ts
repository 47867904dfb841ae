/** Today in universal time as an ISO date. The command line reads the clock here; `--today` stands in for it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
