/** The gap that a style sheet shows between a figure and its label: `<span>95%</span><span>success</span>`. */
import type { Draft } from './draft.ts';

/** Puts a space into each seam where a figure ends and a word begins; `2` and `nd` stay together. */
export function openSeams(draft: Draft): void {
  const places = draft.seams.filter((at) => isFigureBeforeWord(draft.text, at));
  if (places.length === 0) return;
  const { text } = draft;
  const starts = draft.starts.splice(0);
  const ends = draft.ends.splice(0);
  draft.text = '';
  let from = 0;
  for (const at of [...places, text.length]) {
    draft.text += text.slice(from, at);
    for (let unit = from; unit < at; unit++) {
      draft.starts.push(starts[unit] ?? 0);
      draft.ends.push(ends[unit] ?? 0);
    }
    if (at < text.length) {
      draft.text += ' ';
      draft.starts.push(ends[at - 1] ?? 0);
      draft.ends.push(starts[at] ?? 0);
    }
    from = at;
  }
  shift(draft, places);
}

function isFigureBeforeWord(text: string, at: number): boolean {
  const label = text.slice(at, at + 3);
  return (
    /[\d%+]/.test(text.charAt(at - 1)) && /^\p{L}/u.test(label) && !/^(?:st|nd|rd|th)(?!\p{L})/u.test(label)
  );
}

/** Moves all offsets that follow an opened seam. */
function shift(draft: Draft, places: readonly number[]): void {
  const moved = (offset: number, atSeam: number): number => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < offset + atSeam) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
  for (const range of [...draft.links, ...draft.raised]) {
    range.start = moved(range.start, 1);
    range.end = moved(range.end, 0);
  }
  for (const [index, at] of draft.breaks.entries()) draft.breaks[index] = moved(at, 1);
}
