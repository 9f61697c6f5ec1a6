import type { HttpEvent } from './http'
import { handleRequest } from './open311'

/** The entry over HTTP: what other systems may ask without a WeChat identity. */
export const main = (event: HttpEvent) => handleRequest(event)
