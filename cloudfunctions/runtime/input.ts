import * as z from 'zod'

/** For the schemas that bring no sentence of their own. zod's Chinese names types in English, and residents read this. */
const plainSentences: Record<string, string> = {
  invalid_type: '内容的类型不正确',
  invalid_value: '不在可选的范围内',
  too_big: '内容太长或数值太大',
  too_small: '内容太短或数值太小',
  unrecognized_keys: '有不认识的字段',
}
z.config({
  jitless: true,
  localeError: ({ code, input }) =>
    code === 'invalid_type' && input === undefined ? '缺少必填的内容' : (plainSentences[code] ?? '内容的格式不正确'),
})

const depthMax = 12
/** As many fields as a person can mend at once; a list of ten thousand wrong things is answered no longer than that. */
const fieldsMax = 20
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** True when a value carries keys that JavaScript or a database could take for more than data, or is nested absurdly. */
export const isHostile = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (depth > depthMax) return true
  return Object.entries(value).some(
    ([key, inner]) => forbidden.has(key) || key.startsWith('$') || isHostile(inner, depth + 1),
  )
}

/** Input as the contract wants it, or a sentence for each field that is not. */
export const parseInput = <T>(
  schema: z.ZodType<T>,
  input: unknown,
): { value: T } | { fields: Record<string, string> } => {
  if (isHostile(input)) return { fields: { '': '提交的内容里有不允许的字段' } }
  const parsed = schema.safeParse(input)
  if (parsed.success) return { value: parsed.data }
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues.slice(0, fieldsMax)) {
    const path = issue.path.join('.')
    fields[path] ??= issue.message
  }
  return { fields }
}
