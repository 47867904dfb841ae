import { CompileError } from '../evidence/load/compile.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';

/**
 * Runs what may meet a file that cannot be read or a pack that does not validate, and says so as a
 * `CliError` that names the path.
 */
export async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CompileError) {
      throw new CliError('invalid-pack', `${path} does not validate:\n${error.message}`);
    }
    if (systemErrorCode(error) === null) throw error;
    throw new CliError('cannot-read', `${path}: ${toFailure(path, error).message}`);
  }
}
