import type { Failure } from '../model.ts';

/**
 * Something that could not be done, with a stable code and one line that says what, why and what to do.
 * Whatever a user can mend is thrown as one of these; any other error that is not the system's is a bug.
 */
export class CliError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CliError';
    this.code = code;
  }
}

/** The failure entry of a path, whatever went wrong with it: the other pages are still audited. */
export function toFailure(path: string, error: unknown): Failure {
  if (error instanceof CliError) return { path, code: error.code, message: error.message };
  const code = systemErrorCode(error);
  if (code === null) {
    const message = `an error inside claimlint (${error instanceof Error ? error.message : error}); please report it with the page`;
    return { path, code: 'internal-error', message };
  }
  const known = SYSTEM_ERRORS[code];
  return known === undefined
    ? { path, code: code.toLowerCase(), message: `cannot be read (${code})` }
    : { path, ...known };
}

const SYSTEM_ERRORS: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
  ENOENT: { code: 'not-found', message: 'no such file or folder; check the path' },
  ENOTDIR: { code: 'not-found', message: 'no such file or folder; a part of the path is a file' },
  EACCES: {
    code: 'no-permission',
    message: 'permission denied; change its permissions, or run as another user',
  },
  EPERM: {
    code: 'no-permission',
    message: 'permission denied; change its permissions, or run as another user',
  },
  EISDIR: { code: 'is-a-folder', message: 'is a folder where a file is needed; name a file' },
  ENOSPC: { code: 'disk-full', message: 'no space left on the disk; free some and run again' },
  EROFS: { code: 'read-only', message: 'the file system is read-only; name another place' },
  ELOOP: { code: 'link-loop', message: 'a chain of symbolic links that never ends; fix the links' },
  EMFILE: { code: 'too-many-files', message: 'too many open files; raise the limit (ulimit -n)' },
};

/** `ENOENT` and the like, or null where the error is none of the system's. */
export function systemErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}
