import { headerOf, type HttpEvent } from '../http'
import { Refused } from './answers'

/** As much as a report may weigh; the standard sends photos as addresses, so words are all there is. */
const bodyBytesMax = 64 * 1024
const fieldsMax = 60

const bytesOf = ({ body = '', isBase64Encoded }: HttpEvent): Buffer => {
  if (body.length > bodyBytesMax * 2) throw new Refused(400, '内容太长')
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > bodyBytesMax) throw new Refused(400, '内容太长')
  return bytes
}

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused(400, '内容不是 UTF-8 编码')
  }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part.replace(/\+/g, ' '))
  } catch {
    throw new Refused(400, '内容的编码不正确')
  }
}

const fromForm = (text: string): [string, string][] =>
  text
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))]
    })

const fromJson = (text: string): [string, string][] => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refused(400, '内容不是正确的 JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused(400, '内容必须是一个 JSON 对象')
  return Object.entries(value).map(([key, inner]) => {
    if (typeof inner !== 'string' && typeof inner !== 'number') throw new Refused(400, '各项内容必须是文字或数字')
    return [key, String(inner)]
  })
}

/**
 * What was sent, by field; in a map, so that no name a client makes up means anything. A form as the standard has it, or a flat JSON
 * object. XML is not taken as input: the standard does not send any, and what is not parsed cannot explode.
 */
export const formOf = (event: HttpEvent): ReadonlyMap<string, string> => {
  const type = (headerOf(event, 'content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const bytes = bytesOf(event)
  if (type !== 'application/x-www-form-urlencoded' && type !== 'application/json')
    throw new Refused(400, '请用 application/x-www-form-urlencoded 提交')
  const pairs = type === 'application/json' ? fromJson(textOf(bytes)) : fromForm(textOf(bytes))
  if (pairs.length > fieldsMax) throw new Refused(400, '内容的项数太多')
  return new Map(pairs)
}

/** The query of an address, by field. */
export const queryOf = ({ queryStringParameters }: HttpEvent): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(queryStringParameters ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  )
