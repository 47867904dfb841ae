/** Rounded numbers: what a printed figure may stand for, and which means are possible. */

/** A number with the digits after its point, as it was written: 8.0 has one, 8 has none. */
export interface Printed {
  readonly value: number;
  readonly decimals: number;
}

/** Reads a written number; null where the text is none. */
export function printed(text: string | null): Printed | null {
  if (text === null || text === '' || Number.isNaN(Number(text))) return null;
  return { value: Number(text), decimals: text.split('.')[1]?.length ?? 0 };
}

/** Rounds half away from zero to some decimals. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9)) / factor;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The numbers that a printed one stands for: half a unit of its last digit to either side. */
export function boundsOf({ value, decimals }: Printed): Bounds {
  const half = 0.5 / 10 ** decimals + 1e-9;
  return { low: value - half, high: value + half };
}

/**
 * The changes in percent that rounded means allow, widened by the rounding of the printed change. The exact
 * change lies within where some means that round to these give some change that rounds to that.
 */
export function changeBounds(baseline: Printed, value: Printed, change: Printed): Bounds {
  const before = boundsOf(baseline);
  const after = boundsOf(value);
  const ratios = [before.low, before.high].flatMap((from) => [after.low / from, after.high / from]);
  const exact = (value.value / baseline.value - 1) * 100;
  const { low, high } = boundsOf(change);
  return {
    low: low - ((Math.max(...ratios) - 1) * 100 - exact),
    high: high + (exact - (Math.min(...ratios) - 1) * 100),
  };
}

/** Whether whole numbers of `n` people can have a mean that rounds to this one. */
export function isPossibleMean(mean: Printed, n: number): boolean {
  const { low, high } = boundsOf(mean);
  return Math.ceil(low * n - 1e-9) <= Math.floor(high * n + 1e-9);
}
