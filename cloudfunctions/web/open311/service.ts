import { definitionOf, discoveryOf, openClasses, serviceOf } from '@/shared/domain/issues/georeport'
import type { HttpAnswer, HttpEvent } from '../http'
import { headerOf } from '../http'
import { answer, answerRefused, Refused, type Format } from './answers'
import { directoryFor, type Desk } from './desk'
import { queryOf } from './form'
import { getRequest, getRequests, getToken } from './get-requests'
import { postRequest } from './post-request'

type Answered = readonly [root: string, value: unknown]
type Work = (desk: Desk, event: HttpEvent, id: string) => Promise<Answered>

/** When this endpoint last changed what it says. */
const changedAt = Date.parse('2026-11-27T00:00:00Z')

const discovery: Work = async (desk, event) => {
  const { community } = await directoryFor(desk, queryOf(event).get('jurisdiction_id'))
  const host = headerOf(event, 'host') ?? ''
  const [before = ''] = (event.path ?? '').split('/discovery.')
  // Behind a gateway it is always https; only whoever serves it in the clear says so.
  const scheme = headerOf(event, 'x-forwarded-proto') === 'http' ? 'http' : 'https'
  const base = /^[A-Za-z0-9.:-]+$/.test(host) ? `${scheme}://${host}${before}` : before
  const { name, phone } = community.dutyDesk
  return ['discovery', discoveryOf(base, `${name} ${phone}`, changedAt)]
}

const services: Work = async (desk, event) => {
  const { settings } = (await directoryFor(desk, queryOf(event).get('jurisdiction_id'))).rules
  return ['services', openClasses.map((issueClass) => serviceOf(issueClass, settings))]
}

const definition: Work = async (desk, event, code) => {
  await directoryFor(desk, queryOf(event).get('jurisdiction_id'))
  const issueClass = openClasses.find((one) => one.code === code)
  if (!issueClass) throw new Refused(404, '没有这个 service_code')
  return ['service_definition', definitionOf(issueClass)]
}

const as =
  (work: (desk: Desk, event: HttpEvent, id: string) => Promise<unknown>): Work =>
  async (desk, event, id) => ['service_requests', await work(desk, event, id)]

/** Every address of the standard: the part after `/open311/v2/`, without its format, and what each method does. */
const addresses: readonly (readonly [RegExp, Readonly<Record<string, Work>>])[] = [
  [/^discovery$/, { GET: discovery }],
  [/^services$/, { GET: services }],
  [/^services\/([^/]+)$/, { GET: definition }],
  [/^requests$/, { GET: as(getRequests), POST: as(postRequest) }],
  [/^requests\/([^/]+)$/, { GET: as(getRequest) }],
  [/^tokens\/([^/]+)$/, { GET: as(getToken) }],
]

const address = /\/open311\/v2\/([A-Za-z0-9_:%/-]{1,200})\.(json|xml)$/

/** Whichever format the address ends in; JSON where it has none. */
const formatOf = (path: string): Format => (path.endsWith('.xml') ? 'xml' : 'json')

const workFor = ({ path = '', httpMethod = 'GET' }: HttpEvent): { work: Work; id: string } => {
  const [, resource = ''] = address.exec(path) ?? []
  for (const [pattern, methods] of addresses) {
    const found = pattern.exec(resource)
    if (!found) continue
    const work = Object.hasOwn(methods, httpMethod) ? methods[httpMethod] : undefined
    if (!work) throw new Refused(405, `只支持 ${Object.keys(methods).join(' 和 ')}`)
    return { work, id: found[1] ?? '' }
  }
  throw new Refused(404, '没有这个地址')
}

/** Open311 GeoReport v2, JSON and XML. Whatever comes in, the answer has the shape of the standard. */
export const createOpen311 =
  (openDesk: () => Desk) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const format = formatOf(event.path ?? '')
    try {
      const { work, id } = workFor(event)
      const [root, value] = await work(openDesk(), event, id)
      return answer(200, format, root, value)
    } catch (error) {
      if (error instanceof Refused) return answerRefused(format, error)
      openDesk().fault(error)
      return answerRefused(format, new Refused(500, '系统出了点问题，请稍后再试'))
    }
  }
