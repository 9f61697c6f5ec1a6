import type { CallError } from '@/client/call'

/**
 * The sentence for the whole form, unless an input already carries it and is led to. What is wrong within a list or a part of the form
 * ("sites.0.percent") stands at no input of its own. On WeChat a sheet cannot be scrolled to its inputs, so the sentence stands beside the
 * button too.
 */
export const problemOf = (error: Pick<CallError, 'message' | 'fields'> | null): string | undefined => {
  if (!error) return undefined
  const atInput = ([field, sentence]: [string, string]) => sentence === error.message && /^\w+$/.test(field)
  return process.env.TARO_ENV === 'weapp' || !Object.entries(error.fields).some(atInput) ? error.message : undefined
}
