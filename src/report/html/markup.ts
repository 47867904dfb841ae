/** HTML in which every value is escaped, unless it was made here. */

/** Made by `html` and `trusted` alone, so that no text of a page can pass for it. */
export class Markup {
  readonly #source: string;
  private constructor(source: string) {
    this.#source = source;
  }
  static of(source: string): Markup {
    return new Markup(source);
  }
  toString(): string {
    return this.#source;
  }
}

type Value = string | number | null | Markup | readonly Markup[];

/** Text between the tags, or a value between double quotes. Null leaves nothing behind. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const source = parts.reduce(
    (before, part, index) => `${before}${render(values[index - 1] ?? null)}${part}`,
  );
  return Markup.of(source);
}

/** Source that was written in this package: the style sheet and the script. */
export function trusted(source: string): Markup {
  return Markup.of(source);
}

function render(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return value instanceof Markup ? value.toString() : value.join('');
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also drops the control characters and those that turn the direction of writing. */
function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[&<>"']/g, (character) => REFERENCES[character] ?? '');
}
