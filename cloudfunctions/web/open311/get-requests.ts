import { openClasses, requestOf, type GeoRequest } from '@/shared/domain/issues/georeport'
import type { Issue } from '@/shared/domain/issues/issue'
import { publicPartsOf } from '@/shared/domain/issues/public-parts'
import { isShownToPublic } from '@/shared/domain/issues/public-view'
import { id as idShape } from '@/shared/kernel/shapes'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { issueStates } from '@/shared/kernel/vocabulary'
import type { HttpEvent } from '../http'
import type { Where } from '../../store/store'
import { Refused } from './answers'
import { directoryFor, keyOf, type Desk } from './desk'
import { queryOf } from './form'

/** The span of the standard, and as many as one answer holds. */
const spanMs = 90 * dayMs
const rowsMax = 1000
const pageSizeDefault = 100
const idsMax = 100

type Query = ReadonlyMap<string, string>

const listed = (sent: string): string[] => sent.split(',').flatMap((one) => one.trim() || [])

/** An instant with its zone, as the standard writes them. */
const instantOf = (query: Query, name: string): number | undefined => {
  const sent = query.get(name)
  if (!sent) return undefined
  // A plus sign in an address that was not escaped arrives as a space.
  const spelled = sent.trim().replace(/ (\d\d:\d\d)$/, '+$1')
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(spelled) ? Date.parse(spelled) : NaN
  if (Number.isNaN(at)) throw new Refused(400, `${name} 必须是带时区的时间，例如 2026-11-25T00:00:00+08:00`)
  return at
}

const spanOf = (query: Query, now: number): { from: number; to: number } => {
  const [start, end] = [instantOf(query, 'start_date'), instantOf(query, 'end_date')]
  const to = end ?? (start === undefined ? now : start + spanMs)
  const from = start ?? to - spanMs
  if (from > to) throw new Refused(400, 'start_date 不能晚于 end_date')
  if (to - from > spanMs) throw new Refused(400, '时间跨度不能超过 90 天')
  return { from, to }
}

const numberOf = (query: Query, name: string, otherwise: number): number => {
  const sent = query.get(name)
  if (sent === undefined || sent === '') return otherwise
  if (!/^[1-9]\d{0,3}$/.test(sent)) throw new Refused(400, `${name} 必须是正整数`)
  return Number(sent)
}

/** Pages of the widely used extension: any page, as long as it lies within the first thousand. */
const pageOf = (query: Query): { from: number; to: number } => {
  const size = numberOf(query, 'page_size', pageSizeDefault)
  const page = numberOf(query, 'page', 1)
  if (size * page > rowsMax) throw new Refused(400, `只能翻到第 ${rowsMax} 件，请缩小时间范围`)
  return { from: size * (page - 1), to: size * page }
}

const statusOf = (query: Query): Where => {
  const wanted = listed(query.get('status') ?? '')
  if (wanted.some((one) => one !== 'open' && one !== 'closed')) throw new Refused(400, 'status 只能是 open 或 closed')
  return new Set(wanted).size === 1 ? { isOpen: wanted[0] === 'open' } : {}
}

const codesOf = (query: Query): Where => {
  const codes = listed(query.get('service_code') ?? '')
  const unknown = codes.find((code) => !openClasses.some((one) => one.code === code))
  if (unknown !== undefined) throw new Refused(404, '没有这个 service_code')
  return codes.length > 0 ? { classCode: { in: [...new Set(codes)] } } : {}
}

/** Whoever handed a report in with a key may follow it before the public may. */
const isShown = (desk: Desk, issue: Issue, keyId: string | undefined): boolean =>
  isShownToPublic(issue, desk.communityId) || (keyId !== undefined && issue.reporterId === keyId)

const findByIds = async (desk: Desk, ids: readonly string[], keyId: string | undefined): Promise<Issue[]> => {
  if (ids.length > idsMax) throw new Refused(400, `一次最多查 ${idsMax} 件`)
  const plain = ids.filter((one) => idShape.safeParse(one).success)
  const found = await desk.store.issues.list({ where: { _id: { in: plain } }, limit: idsMax })
  return found.filter((issue) => isShown(desk, issue, keyId))
}

const findBySpan = async (desk: Desk, query: Query): Promise<Issue[]> => {
  const { from, to } = spanOf(query, desk.now())
  const rows = pageOf(query)
  const found = await desk.store.issues.list({
    where: {
      communityId: desk.communityId,
      isPublic: true,
      state: { in: issueStates },
      ...codesOf(query),
      ...statusOf(query),
      createdAt: { after: toInstant(from - 1) },
    },
    within: [{ createdAt: { before: toInstant(to + 1) } }],
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: rows.to,
  })
  return found.slice(rows.from).filter((issue) => isShownToPublic(issue, desk.communityId))
}

const shown = async (desk: Desk, query: Query, issues: readonly Issue[]): Promise<GeoRequest[]> => {
  const directory = await directoryFor(desk, query.get('jurisdiction_id'))
  const firstPhotos = issues.map((issue) => publicPartsOf(issue).fileIds[0])
  const urls = await desk.files.urlsOf(firstPhotos.flatMap((fileId) => fileId ?? []))
  return issues.map((issue, at) => requestOf(issue, directory, urls.get(firstPhotos[at] ?? '') ?? null))
}

/** GET requests: what the public may see, by ids or by time, class and status, the newest first. */
export const getRequests = async (desk: Desk, event: HttpEvent): Promise<GeoRequest[]> => {
  const query = queryOf(event)
  await directoryFor(desk, query.get('jurisdiction_id'))
  const ids = listed(query.get('service_request_id') ?? '')
  const key = ids.length > 0 ? await keyOf(desk, query.get('api_key')) : null
  return shown(desk, query, ids.length > 0 ? await findByIds(desk, ids, key?._id) : await findBySpan(desk, query))
}

/** GET requests/{id}: one, or 404 for what is not there or not public. */
export const getRequest = async (desk: Desk, event: HttpEvent, id: string): Promise<GeoRequest[]> => {
  const query = queryOf(event)
  await directoryFor(desk, query.get('jurisdiction_id'))
  const key = await keyOf(desk, query.get('api_key'))
  const found = await findByIds(desk, [id], key?._id)
  if (found.length === 0) throw new Refused(404, '没有这个 service_request_id')
  return shown(desk, query, found)
}

/** GET tokens/{id}: every report has its id at once, so a token is the id. */
export const getToken = async (desk: Desk, event: HttpEvent, id: string) => {
  const [request] = await getRequest(desk, event, id)
  return [{ token: id, service_request_id: request!.service_request_id }]
}
