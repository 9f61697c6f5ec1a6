import * as z from 'zod'
import zhCN from 'zod/v4/locales/zh-CN.js'

// Schemas say their own sentences where they can; for the rest zod speaks Chinese.
z.config({ ...zhCN(), jitless: true })

const depthMax = 12
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
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.')
    fields[path] ??= issue.code === 'unrecognized_keys' ? '有不认识的字段' : issue.message
  }
  return { fields }
}
