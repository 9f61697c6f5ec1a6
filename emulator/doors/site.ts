import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mediaTypeOf } from '../storage/media-types'

interface Asset {
  readonly body: Buffer
  readonly gzipped: Buffer | undefined
  readonly etag: string
  readonly modifiedMs: number
}

const HASHED = /[._-][0-9a-f]{8,}\.\w+$/
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.map', '.mjs', '.xml'])

/**
 * Serves a built H5 app: files with a hash in their name may be kept for ever, everything else is asked for
 * again each time and answered 304 when it did not change. Text goes gzipped.
 */
export const openSite = (server: FastifyInstance, folder: string): void => {
  const cache = new Map<string, Asset>()
  const root = existsSync(folder) ? realpathSync(folder) : folder
  server.get('/*', async (request, reply) => {
    const path = fileIn(root, (request.params as { '*': string })['*'] || 'index.html')
    if (!path) return reply.callNotFound()
    return sendAsset(request, reply, path, assetAt(path, cache))
  })
}

const fileIn = (root: string, asked: string): string | undefined => {
  if (asked.includes('\0') || asked.split('/').some((part) => part.startsWith('.'))) return undefined
  try {
    const path = realpathSync(join(root, asked))
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : undefined
  } catch {
    return undefined
  }
}

const assetAt = (path: string, cache: Map<string, Asset>): Asset => {
  const modifiedMs = statSync(path).mtimeMs
  const known = cache.get(path)
  if (known?.modifiedMs === modifiedMs) return known
  const body = readFileSync(path)
  const asset = {
    body,
    gzipped: COMPRESSIBLE.has(extname(path)) ? gzipSync(body) : undefined,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    modifiedMs,
  }
  cache.set(path, asset)
  return asset
}

const sendAsset = (request: FastifyRequest, reply: FastifyReply, path: string, asset: Asset): FastifyReply => {
  void reply
    .header('content-type', mediaTypeOf(path))
    .header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('etag', asset.etag)
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
  if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
  const zips = asset.gzipped && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  return zips ? reply.header('content-encoding', 'gzip').send(asset.gzipped) : reply.send(asset.body)
}
