import type { CallError } from '@/client/call'

/**
 * The sentence for the whole form, unless an input already carries it and is led to. On WeChat a sheet cannot be scrolled to
 * that input, so the sentence stands beside the button too.
 */
export const problemOf = (error: CallError | null): string | undefined =>
  error && (process.env.TARO_ENV === 'weapp' || !Object.values(error.fields).includes(error.message))
    ? error.message
    : undefined
