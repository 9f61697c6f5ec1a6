import { issuePlace } from '@/shared/contracts/issues/shapes'
import { openClasses, placeAttribute } from '@/shared/domain/issues/georeport'
import { toGcj02 } from '@/shared/domain/organization/datum'
import { isRefusal } from '@/shared/kernel/decision'
import { words } from '@/shared/kernel/shapes'
import { reportFromOutside } from '../../capabilities/issues/report-from-outside'
import type { HttpEvent } from '../http'
import { Refused } from './answers'
import { directoryFor, keyOf, type Desk } from './desk'
import { formOf, queryOf } from './form'

/** Names, telephones and devices of people are not kept: whoever sent it knows whom to call back. */
const notice = '已受理并派给具体的人。不保存联系人的姓名和电话，请由贵单位联系反映人。'
/** Addresses of photos are not fetched: what lies behind a stranger's address is nobody's business here. */
const noPhotos = '照片地址没有保存，请把照片里看到的写进 description。'

const degrees = (sent: string | undefined, max: number, name: string): number | undefined => {
  if (!sent) return undefined
  const value = /^-?\d{1,3}(\.\d{1,15})?$/.test(sent.trim()) ? Number(sent) : Number.NaN
  if (!(Math.abs(value) <= max)) throw new Refused(400, `${name} 不正确`)
  return value
}

const placeOf = (form: ReadonlyMap<string, string>, hasBuilding: (id: string) => boolean) => {
  const lat = degrees(form.get('lat'), 90, 'lat')
  const long = degrees(form.get('long'), 180, 'long')
  if ((lat === undefined) !== (long === undefined)) throw new Refused(400, 'lat 和 long 必须一起提供')
  const addressId = form.get('address_id')
  if (addressId && !hasBuilding(addressId)) throw new Refused(400, '没有这个 address_id')
  const said = [form.get('address_string'), form.get(`attribute[${placeAttribute}]`)].filter(Boolean).join('，')
  const parsed = issuePlace.safeParse({
    ...(addressId ? { buildingId: addressId } : {}),
    ...(lat === undefined ? {} : { point: toGcj02({ longitude: long!, latitude: lat }) }),
    ...(said ? { words: said } : {}),
  })
  if (parsed.success) return parsed.data
  if (!addressId && lat === undefined && !said)
    throw new Refused(400, '必须提供 lat 和 long，或 address_string，或 address_id')
  throw new Refused(400, parsed.error.issues[0]?.message ?? '地点不正确')
}

const sentences = {
  ISSUE_PLACE_UNKNOWN: [400, '没有找到这个地点'],
  ISSUE_OUTSIDE_COMMUNITY: [400, '这个位置不在本社区范围内'],
  ISSUE_REPORTED_TOO_OFTEN: [429, '十分钟内提交得太多，请稍后再提交；紧急类别不受限制'],
  FORBIDDEN: [403, 'api_key 不正确或已停用'],
} as const

/** POST requests: one report of an organisation that has a key, handed to a named person at once. */
export const postRequest = async (desk: Desk, event: HttpEvent) => {
  const form = formOf(event)
  const query = queryOf(event)
  const directory = await directoryFor(desk, form.get('jurisdiction_id') ?? query.get('jurisdiction_id'))
  const key = await keyOf(desk, form.get('api_key') ?? query.get('api_key'))
  if (!key) throw new Refused(403, 'api_key 不正确或已停用')
  const code = form.get('service_code')
  if (!code) throw new Refused(400, '必须提供 service_code')
  const issueClass = openClasses.find((one) => one.code === code)
  if (!issueClass) throw new Refused(404, '没有这个 service_code')
  const text = words(2000, 'description').safeParse(form.get('description') || issueClass.name)
  if (!text.success) throw new Refused(400, text.error.issues[0]?.message ?? 'description 不正确')
  const place = placeOf(form, (id) => directory.buildingById.has(id))
  const { store, files, now, newId } = desk
  const made = await reportFromOutside(
    key,
    newId(),
    { issueClass, text: text.data, place },
    { store, files, now: now(), directory: async () => directory },
  )
  if (isRefusal(made)) {
    const [status, sentence] = sentences[made.refused]
    throw new Refused(status, sentence)
  }
  return [
    { service_request_id: made, service_notice: form.get('media_url') ? notice + noPhotos : notice, account_id: null },
  ]
}
