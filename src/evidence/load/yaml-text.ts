/**
 * Records as YAML. A module of its own, because a bundle can load `yaml` on first need only through a
 * module that imports it by name.
 */
import { stringify } from 'yaml';

/** A record or a list of records, as the files of a pack hold them. */
export function toYaml(records: unknown): string {
  return stringify(records, { lineWidth: 110 });
}
