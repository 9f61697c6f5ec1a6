import type { CallError } from '@/client/call'

/**
 * The sentence for the whole form, unless an input already carries it and is led to. What is wrong within a list or a part of the form
 * ("sites.0.percent") may stand at no input, whoever shows its list ("sites"). On WeChat a sheet cannot be scrolled to its inputs, so the
 * sentence stands beside the button too.
 */
export const problemOf = (error: Pick<CallError, 'message' | 'fields'> | null): string | undefined => {
  if (!error) return undefined
  const { message, fields } = error
  const places = Object.keys(fields).filter((field) => fields[field] === message)
  const isAtInput = places.length > 0 && places.every((field) => /^\w+$/.test(field))
  return process.env.TARO_ENV === 'weapp' || !isAtInput ? message : undefined
}
