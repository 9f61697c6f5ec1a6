import { issueClasses, limitLabel } from '@/shared/domain/issues/classes'

/** What CloudBase hands to a function behind its HTTP gateway. */
export interface HttpEvent {
  path?: string
  httpMethod?: string
}

const answer = (statusCode: number, body: unknown) => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
})

/** The service list of Open311 GeoReport v2: the classes whose issues are public. */
const services = () =>
  issueClasses
    .filter((issueClass) => issueClass.isPublic)
    .map((issueClass) => ({
      service_code: issueClass.code,
      service_name: issueClass.name,
      description: `${issueClass.name}，办理时限${limitLabel(issueClass.limit)}`,
      metadata: false,
      type: 'realtime',
      keywords: issueClass.keywords.join(','),
      group: '社区事项',
    }))

/** GeoReport v2, JSON: GET services. Anything else is answered in the standard's own error form. */
export const handleRequest = ({ path = '', httpMethod = 'GET' }: HttpEvent) => {
  if (!/\/open311\/v2\/services\.json$/.test(path)) return answer(404, [{ code: 404, description: '没有这个地址' }])
  if (httpMethod !== 'GET') return answer(405, [{ code: 405, description: '只支持 GET' }])
  return answer(200, services())
}
