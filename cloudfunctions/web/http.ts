/** What CloudBase hands to a function behind its HTTP gateway. Headers come in any case, a body as text or as base64. */
export interface HttpEvent {
  path?: string
  httpMethod?: string
  headers?: Readonly<Record<string, string | undefined>>
  queryStringParameters?: Readonly<Record<string, string | undefined>>
  body?: string
  isBase64Encoded?: boolean
}

/** What the gateway makes an HTTP answer of. */
export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** A header by its name, whatever case it came in. */
export const headerOf = ({ headers = {} }: HttpEvent, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/** The body as text; empty when there is none. */
export const bodyOf = ({ body = '', isBase64Encoded }: HttpEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
