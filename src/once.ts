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
