import type { Clock } from '../clock'
import type { Secrets } from '../secrets'

const TTL_SECONDS = 30 * 86_400

/** Bearer tokens that stand for an openid until they expire. Sealed, so the openid cannot be read off them. */
export class Tokens {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  issue(openid: string, ttlSeconds = TTL_SECONDS): { token: string; expiresAt: string } {
    const expiresAt = this.clock.now() + ttlSeconds * 1000
    return {
      token: this.secrets.seal(JSON.stringify([openid, expiresAt])),
      expiresAt: new Date(expiresAt).toISOString(),
    }
  }

  /** The openid behind an Authorization header; undefined if there is none, it is forged, or its time is over. */
  openidOf(authorization: string | undefined): string | undefined {
    const sealed = /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1]
    const opened = sealed && this.secrets.unseal(sealed)
    if (!opened) return undefined
    const [openid, expiresAt] = JSON.parse(opened) as [string, number]
    return expiresAt > this.clock.now() ? openid : undefined
  }
}
