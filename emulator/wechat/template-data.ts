/** The limits of the kinds of fields in a subscribe message (订阅消息参数值内容限制说明). */
const limits: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n]{1,20}$/u,
  character_string: /^[\x21-\x7e ]{1,32}$/,
  phrase: /^[\u4e00-\u9fff]{1,5}$/u,
  name: /^([\u4e00-\u9fff]{1,10}|[A-Za-z ]{1,20})$/u,
  number: /^[\d.]{1,32}$/,
  time: /^(\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?)( \d{1,2}:\d{2}(:\d{2})?)?$/,
  date: /^(\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?)( \d{1,2}:\d{2}(:\d{2})?)?$/,
}

/** The first field of a message's data that WeChat would not take, by name; null when all are in order. */
export const badFieldOf = (data: unknown): string | null => {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data'
  for (const [name, field] of Object.entries(data)) {
    const kind = name.replace(/\d+$/, '')
    const value = (field as { value?: unknown } | null)?.value
    if (typeof value !== 'string' || !limits[kind]?.test(value)) return name
  }
  return null
}
