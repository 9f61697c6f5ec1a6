import type { Envelope } from './call'

const fault = (code: string, message: string): Envelope => ({ ok: false, error: { code, message, requestId: '' } })

/** The call did not reach the server, or its answer did not come back. */
export const offline = fault('OFFLINE', '网络连接不上，请检查网络后重试')

/** No answer within the time a person waits. */
export const timeout = fault('TIMEOUT', '网络有点慢，没有等到回复，请重试')

/** The network is fine, but the server could not answer. */
export const broken = fault('INTERNAL', '服务暂时出了问题，请稍后再试')
