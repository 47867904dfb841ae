/** Rounded numbers: what a printed figure may stand for, and which means are possible. */

/** Digits after the point, as the number is written. */
export function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
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

/** The percentages that a printed one stands for: half a unit of its last digit to either side. */
export function percentBounds(printed: string): Bounds {
  return around(Number(printed), printed.split('.')[1]?.length ?? 0);
}

/**
 * The change in percent that rounded means allow, widened by the rounding of the printed change: true where
 * some means that round to `baseline` and `value` give some change that rounds to `changePercent`.
 */
export function changeBounds(baseline: number, value: number, changePercent: number): Bounds {
  const before = around(baseline, decimalsOf(baseline));
  const after = around(value, decimalsOf(value));
  const ratios = [before.low, before.high].flatMap((from) => [after.low / from, after.high / from]);
  const exact = (value / baseline - 1) * 100;
  const printed = around(changePercent, decimalsOf(changePercent));
  const slackBelow = exact - (Math.min(...ratios) - 1) * 100;
  const slackAbove = (Math.max(...ratios) - 1) * 100 - exact;
  return { low: printed.low - slackAbove, high: printed.high + slackBelow };
}

/** Whether whole numbers of `n` people can have a mean that rounds to `mean`. */
export function isPossibleMean(mean: number, n: number): boolean {
  const { low, high } = around(mean, decimalsOf(mean));
  return Math.ceil(low * n - 1e-9) <= Math.floor(high * n + 1e-9);
}

function around(value: number, decimals: number): Bounds {
  const half = 0.5 / 10 ** decimals + 1e-9;
  return { low: value - half, high: value + half };
}
