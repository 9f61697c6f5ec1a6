import type { HttpAnswer } from '../http'

export type Format = 'json' | 'xml'

/** A "no" in the shape of the standard: a status and a sentence for each thing that was wrong. */
export class Refused extends Error {
  readonly descriptions: readonly string[]

  constructor(
    readonly status: 400 | 403 | 404 | 405 | 429 | 500,
    ...descriptions: readonly string[]
  ) {
    super(descriptions.join(' '))
    this.descriptions = descriptions
  }
}

/** Characters that XML 1.0 does not know at all, and halves of a character. */
const unknownToXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escaped = (text: string): string => text.replace(unknownToXml, '').replace(/[&<>"']/g, (sign) => escapes[sign]!)

/** What one entry of a list is called in XML, by the list's name. */
const entryNames: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
}

const element = (name: string, value: unknown): string => {
  if (value === null || value === undefined) return `<${name}/>`
  if (Array.isArray(value))
    return `<${name}>${value.map((one) => element(entryNames[name] ?? 'item', one)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([key, inner]) => element(key, inner))
      .join('')}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

const contentTypes: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** An answer in the format asked for; `root` names it in XML, where JSON has no names. */
export const answer = (statusCode: number, format: Format, root: string, value: unknown): HttpAnswer => ({
  statusCode,
  headers: {
    'content-type': contentTypes[format],
    'x-content-type-options': 'nosniff',
    ...(statusCode === 200 ? { 'access-control-allow-origin': '*' } : {}),
  },
  body: format === 'json' ? JSON.stringify(value) : `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}`,
})

/** A "no" in the format asked for. */
export const answerRefused = (format: Format, { status, descriptions }: Refused): HttpAnswer =>
  answer(
    status,
    format,
    'errors',
    descriptions.map((description) => ({ code: status, description })),
  )
