import { errorCode } from '../runtime/platform/index.ts'

export type DataFolderProblem =
  | 'locked'
  | 'damaged'
  | 'incomplete'
  | 'other program'
  | 'other files'
  | 'other version'
  | 'full'
  | 'not writable'
  | 'not readable'

export interface DamagePlace {
  readonly file: string
  readonly line?: number
  readonly byte?: number
}

/** The data folder cannot be used as it is. The message names the folder or file, what was found, and the way out. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
  readonly problem: DataFolderProblem
  readonly place: DamagePlace | undefined

  constructor(problem: DataFolderProblem, message: string, options: { place?: DamagePlace; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.problem = problem
    this.place = options.place
  }
}

/** Damage at a place that can be shown: file, line, byte offset, and the way out. */
export function damagedAt(place: DamagePlace, what: string): DataFolderError {
  const line = place.line === undefined ? '' : `, line ${place.line}`
  const byte = place.byte === undefined ? '' : `, byte ${place.byte}`
  const wayOut = `Nothing was changed. ${WAY_OUT}`
  return new DataFolderError('damaged', `${place.file}${line}${byte}: ${what}. ${wayOut}`, { place })
}

const WAY_OUT =
  'Put back a copy of the folder, or run `scimulator doctor <folder> --repair`: ' +
  'it keeps all that can be read safely and sets the original files aside.'

/** Says what a failed disk operation means for the folder; errors that already say it are passed through. */
export function explainDiskError(doing: string, path: string, error: unknown): DataFolderError {
  if (error instanceof DataFolderError) return error
  const code = errorCode(error)
  const kind = problems[code ?? ''] ?? {
    problem: 'not writable',
    said: `failed (${code ?? String(error)})`,
    wayOut: '',
  }
  const reassurance = kind.problem === 'not readable' ? '' : ' Every acknowledged write is on disk.'
  const said = `${doing} ${path}: ${kind.said}.${reassurance}${kind.wayOut}`
  return new DataFolderError(kind.problem, said, { place: { file: path }, cause: error })
}

interface Kind {
  readonly problem: DataFolderProblem
  readonly said: string
  readonly wayOut: string
}

const forbidden: Kind = {
  problem: 'not writable',
  said: 'this user may not do that (EACCES)',
  wayOut: ' Give the user that runs the program the right to write there, or choose another folder with --data.',
}

const problems: Readonly<Record<string, Kind>> = {
  ENOSPC: {
    problem: 'full',
    said: 'the disk is full (ENOSPC)',
    wayOut: ' Free some space and start the program again.',
  },
  EDQUOT: { problem: 'full', said: 'the disk quota is used up (EDQUOT)', wayOut: ' Free some space and start again.' },
  EROFS: {
    problem: 'not writable',
    said: 'the file system is read-only (EROFS)',
    wayOut: ' Mount it for writing, or copy the folder to a place that can be written and open it there.',
  },
  EACCES: forbidden,
  EPERM: forbidden,
  ENOTDIR: { problem: 'not readable', said: 'it is not a folder (ENOTDIR)', wayOut: ' Give a folder with --data.' },
  EEXIST: { problem: 'not readable', said: 'a file is in its place (EEXIST)', wayOut: ' Give a folder with --data.' },
  EIO: { problem: 'not readable', said: 'the disk reports an error (EIO)', wayOut: ' Check the disk before going on.' },
}
