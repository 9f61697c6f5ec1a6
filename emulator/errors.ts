/** Why a local cloud could not start, or why the code that started it is wrong. */
export type CloudErrorCode =
  | 'PORT_TAKEN'
  | 'FOLDER_NOT_WRITABLE'
  | 'FOLDER_NOT_OURS'
  | 'FOLDER_IN_USE'
  | 'DATA_DAMAGED'
  | 'DATA_TOO_NEW'
  | 'DISK_FULL'
  | 'BACKUP_REFUSED'
  | 'BAD_OPTIONS'
  | 'FUNCTION_FAILED'

/**
 * A failure of the cloud itself, for the person at the terminal: `message` is one Chinese sentence
 * that can be printed as it is, `code` decides an exit code.
 */
export class CloudError extends Error {
  override readonly name = 'CloudError'

  constructor(
    readonly code: CloudErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/**
 * An answer that says no over the SDK's wire: sent as `{ code, message, requestId }` with status 200,
 * which the SDK turns into a thrown error with the same `code`.
 */
export class WireError extends Error {
  override readonly name = 'WireError'

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The call itself is malformed, or asks for something that CloudBase (or this emulator) does not do. */
export const invalidParam = (message: string): WireError => new WireError('INVALID_PARAM', message)

/** More than one answer may hold, as when a list of large documents is asked for. */
export const answerTooLarge = (): WireError => new WireError('DATABASE_REQUEST_FAILED', 'the answer exceeds 16 MB')
