import * as z from 'zod'

const suggest = z.enum(['pass', 'review', 'risky'])

/** The push of a verdict on a photo (wxa_media_check, version 2). Without a result the check could not look at it. */
export const mediaVerdict = z.object({
  Event: z.literal('wxa_media_check'),
  appid: z.string(),
  trace_id: z.string().max(100),
  errcode: z.coerce.number().optional(),
  result: z.object({ suggest, label: z.coerce.string().max(40) }).optional(),
})
export type MediaVerdict = z.infer<typeof mediaVerdict>

const cdata = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_all, name: string) => entities[name]!)

/** The content of the first element of a name, as WeChat writes its messages: no attributes, no element inside one of the same name. */
const elementIn = (xml: string, name: string): string | undefined => {
  const from = xml.indexOf(`<${name}>`)
  const to = xml.indexOf(`</${name}>`, from)
  return from < 0 || to < 0 ? undefined : xml.slice(from + name.length + 2, to)
}

const textIn = (xml: string, name: string): string | undefined => {
  const inner = elementIn(xml, name)
  return inner === undefined ? undefined : (cdata.exec(inner)?.[1] ?? unescaped(inner.trim()))
}

const ofXml = (xml: string): Record<string, unknown> => {
  const names = ['Event', 'appid', 'trace_id', 'errcode', 'Encrypt', 'ToUserName', 'MsgType']
  const fields = names.flatMap((name) => {
    const text = textIn(xml, name)
    return text === undefined ? [] : [[name, text] as const]
  })
  const result = elementIn(xml, 'result')
  const verdict = result && { suggest: textIn(result, 'suggest'), label: textIn(result, 'label') }
  return { ...Object.fromEntries(fields), ...(verdict ? { result: verdict } : {}) }
}

/** A message as WeChat pushes it, JSON or XML by the setting of the account, with the fields this product reads; null for anything else. */
export const readMessage = (body: string): Record<string, unknown> | null => {
  const text = body.trim()
  if (text.startsWith('<xml>')) return ofXml(text)
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}
