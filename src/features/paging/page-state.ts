import { CallError } from '@/client/call'

interface Asked {
  isPending: boolean
  error: CallError | Error | null
  data: unknown
  refetch: () => Promise<unknown>
}

/** What helps to find the cause; a broken line or a plain "no" has none. */
const traceOf = (error: Error): { code?: string } =>
  error instanceof CallError && error.code === 'INTERNAL' && error.requestId ? { code: error.requestId } : {}

/** Asking again can help where no answer came, or none that is final; a "no" stays a "no". */
const mayHelp = (error: Error | null): boolean =>
  !(error instanceof CallError) || error.isTransient || error.code === 'UNAUTHENTICATED'

/**
 * What a page shows of a question's state: shapes while the first answer is on its way, an error only when there is
 * nothing to show or the answer was a "no", and a bar over the last answer when the way to the server is cut.
 */
export const pageState = ({ isPending, error, data, refetch }: Asked) => {
  const code = error instanceof CallError ? error.code : 'INTERNAL'
  const isCut = error !== null && data !== undefined && ['OFFLINE', 'TIMEOUT', 'INTERNAL'].includes(code)
  return {
    loading: isPending,
    error: error && !isCut ? { message: error.message, ...traceOf(error) } : null,
    offline: isCut,
    onRetry: mayHelp(error) ? () => void refetch() : undefined,
  }
}
