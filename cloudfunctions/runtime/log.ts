/** One line a call, for whoever looks after the service. Never what people typed, and no names. */
export interface LogLine {
  capability: string
  actor: string | null
  ms: number
  outcome: string
  requestId: string
  error?: unknown
}
export type Log = (line: LogLine) => void

/** Writes the line as JSON to standard output, where CloudBase collects it. Errors keep their stack, not their data. */
export const logToConsole: Log = ({ error, ...line }) => {
  const stack = error instanceof Error ? error.stack : error === undefined ? undefined : String(error)
  console.log(JSON.stringify(stack ? { ...line, error: stack.slice(0, 2000) } : line))
}
