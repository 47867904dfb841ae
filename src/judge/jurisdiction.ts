/** Where a page is published, from what stands on it. Rules on advertising differ between countries. */
import type { Document } from '../model.ts';

interface Sign {
  readonly jurisdiction: string;
  readonly pattern: RegExp;
  readonly weight: number;
}

/** States and territories with their postcode; `CA`, `OR` and the like mean nothing without one. */
const US_ADDRESS =
  /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\s\d{5}\b/g;
const AU_ADDRESS = /\b(?:NSW|VIC|QLD|TAS|ACT|WA|SA|NT)\s\d{4}\b/g;
const UK_POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/g;
const CA_POSTCODE = /\b[A-Z]\d[A-Z]\s\d[A-Z]\d\b/g;
const US_STATES =
  /\b(?:Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|Ohio|Oklahoma|Oregon|Pennsylvania|South Carolina|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming)\b/g;

const SIGNS: readonly Sign[] = [
  { jurisdiction: 'US', pattern: US_ADDRESS, weight: 5 },
  { jurisdiction: 'US', pattern: /\b(?:FDA|Food and Drug Administration|HIPAA)\b/g, weight: 1 },
  { jurisdiction: 'US', pattern: US_STATES, weight: 1 },
  { jurisdiction: 'AU', pattern: AU_ADDRESS, weight: 5 },
  {
    jurisdiction: 'AU',
    pattern: /\b(?:TGA|Therapeutic Goods|AHPRA|Medicare rebate|Sydney|Melbourne|Brisbane|Perth|Adelaide)\b/g,
    weight: 2,
  },
  { jurisdiction: 'UK', pattern: UK_POSTCODE, weight: 5 },
  {
    jurisdiction: 'UK',
    pattern: /\b(?:MHRA|NHS|GMC|CQC|Care Quality Commission|London|Harley Street)\b|£\s?\d/g,
    weight: 2,
  },
  { jurisdiction: 'CA', pattern: CA_POSTCODE, weight: 5 },
  {
    jurisdiction: 'CA',
    pattern: /\b(?:Health Canada|Ontario|Alberta|Quebec|British Columbia|Toronto|Vancouver)\b/g,
    weight: 2,
  },
  { jurisdiction: 'EU', pattern: /\b(?:EMA|European Medicines Agency|GDPR)\b|€\s?\d/g, weight: 1 },
  { jurisdiction: 'JP', pattern: /\b(?:PMDA|Japan|Tokyo|Osaka)\b/g, weight: 1 },
];
/** A sign that is repeated says little more than one that is met three times. */
const MOST_COUNTED = 3;

/**
 * `US`, `UK`, `EU`, `AU`, `CA`, `JP`, or null where nothing on the page says so or two places say it equally.
 * Addresses weigh most, then names of regulators and places.
 */
export function findJurisdiction(document: Document): string | null {
  const text = document.blocks.map((block) => block.text).join('\n');
  const weights = new Map<string, number>();
  for (const { jurisdiction, pattern, weight } of SIGNS) {
    const times = Math.min(MOST_COUNTED, [...text.matchAll(pattern)].length);
    weights.set(jurisdiction, (weights.get(jurisdiction) ?? 0) + times * weight);
  }
  const ranked = [...weights].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (first === undefined || first[1] === 0 || first[1] === second?.[1]) return null;
  return first[0];
}
