/** Remembers answers, for stages that ask the same question again and again. What they answer stays the same. */

/**
 * Remembers the answers to a question about objects that is asked again and again: each is worked out once, at its
 * first use, and kept as long as the object is.
 */
export function onceFor<K extends object, V>(answer: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept.value;
    const value = answer(key);
    known.set(key, { value });
    return value;
  };
}

/** As {@link onceFor}, of two objects: an answer is kept as long as both are. */
export function onceForPair<A extends object, B extends object, V>(
  answer: (first: A, second: B) => V,
): (first: A, second: B) => V {
  const about = onceFor((first: A) => onceFor((second: B) => answer(first, second)));
  return (first, second) => about(first)(second);
}

/** Makes a value when it is first asked for. */
export function lazily<V>(make: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Texts are remembered up to this many, so that memory stays flat over many pages. */
const TEXTS = 4000;

/**
 * Remembers what was read in a text with a tool, such as a word list. The pages of a site repeat their sentences (on
 * the sites that this was measured on between 5 and 78 in 100), and a page is read by several stages.
 */
export function onceForText<K extends object, V>(
  read: (text: string, tool: K) => V,
): (text: string, tool: K) => V {
  const memoryOf = onceFor((_tool: K) => new Map<string, V>());
  return (text, tool) => {
    const memory = memoryOf(tool);
    const known = memory.get(text);
    if (known !== undefined) return known;
    // A copy: as a part of its page's text, a sentence would hold all of that in memory.
    const copy = structuredClone(text);
    const value = read(copy, tool);
    if (memory.size >= TEXTS) memory.clear();
    memory.set(copy, value);
    return value;
  };
}
