/** Exit codes. `incomplete` wins over `findings`: work that was not done is no pass. */
export const EXIT = { clean: 0, findings: 1, incomplete: 2 } as const;
