import { roleNames } from '../../kernel/roles'
import { toInstant } from '../../kernel/time'
import { issueResultNames, issueStateNames } from '../../kernel/vocabulary'
import { toWgs84 } from '../organization/datum'
import { groupClasses } from './class-groups'
import { classOf, issueClasses, limitLabel, type IssueClass } from './classes'
import type { Issue } from './issue'
import { limitIn } from './issue-limit'
import type { IssueSettings } from './settings'
import { publicPartsOf } from './public-parts'
import { publicPlaceOf, type PublicPlaces } from './public-place'
import { publicGroupNames, publicGroups } from '../../kernel/public-groups'

/*
 * Issues in the words of Open311 GeoReport v2, for programs of others. Field names are the standard's. It speaks WGS-84, and what it
 * is told of a place is the public place: a building, or the middle of a square of 50 m.
 */

/** The one attribute every service takes: where exactly, in words, for whoever goes there; never shown. */
export const placeAttribute = 'place_words'

/** The classes offered to other systems: those whose issues are public. */
export const openClasses: readonly IssueClass[] = issueClasses.filter(({ isPublic }) => isPublic)

const groupOf = ({ code }: IssueClass): string =>
  publicGroupNames[publicGroups.find((group) => groupClasses[group].includes(code)) ?? 'clean']

/** First letters of a spelling (bllj), by which people search as they type; no word to anybody else. */
const initials = /^[a-z]+$/

/** A class as a service. */
export const serviceOf = (issueClass: IssueClass, settings: IssueSettings) => ({
  service_code: issueClass.code,
  service_name: issueClass.name,
  description: `${issueClass.name}，办理时限${limitLabel(limitIn(issueClass, settings))}`,
  metadata: true,
  type: 'realtime',
  keywords: issueClass.keywords.filter((word) => !initials.test(word)).join(','),
  group: groupOf(issueClass),
})

/** What a service takes beside the standard's own fields. */
export const definitionOf = ({ code }: IssueClass) => ({
  service_code: code,
  attributes: [
    {
      variable: true,
      code: placeAttribute,
      datatype: 'string',
      required: false,
      datatype_description: '不超过 200 个字，只给去现场的人看，不公开',
      order: 1,
      description: '地点补充说明，例如“东门进来第二个路口”',
      values: [],
    },
  ],
})

/** How it stands, in a sentence; an end is told with its result, so that it never reads as mended. */
const notesOf = ({ state, isOpen, result }: Issue): string => {
  if (isOpen) return issueStateNames[state]
  return result ? `${issueStateNames[state]}，处理结果：${issueResultNames[result]}` : issueStateNames[state]
}

/** The department whose office it is, else the post; never a person. */
const agencyOf = ({ classCode, owner }: Issue): string => {
  const responsible = classOf(classCode)?.responsible
  return owner.role === 'officer' && typeof responsible === 'object'
    ? `${responsible.department}部门`
    : roleNames[owner.role]
}

const rounded = (degrees: number): number => Number(degrees.toFixed(6))

/** An issue as a service request. `mediaUrl`: a photo that has passed the content check. */
export const requestOf = (issue: Issue, places: PublicPlaces, mediaUrl: string | null) => {
  const { label, point } = publicPlaceOf(issue, places)
  const there = point && toWgs84(point)
  return {
    service_request_id: issue._id,
    status: issue.isOpen ? 'open' : 'closed',
    status_notes: notesOf(issue),
    service_name: classOf(issue.classCode)?.name ?? '其他',
    service_code: issue.classCode,
    description: publicPartsOf(issue).text,
    agency_responsible: agencyOf(issue),
    service_notice: null,
    requested_datetime: issue.createdAt,
    updated_datetime: issue.updatedAt,
    expected_datetime: issue.clock.dueAt,
    address: label,
    address_id: issue.place.buildingId,
    zipcode: null,
    lat: there && rounded(there.latitude),
    long: there && rounded(there.longitude),
    media_url: mediaUrl,
  }
}
export type GeoRequest = ReturnType<typeof requestOf>

const formats = ['text/xml; charset=utf-8', 'application/json; charset=utf-8']

/** The service discovery document; `base` is the address the other documents stand under. */
export const discoveryOf = (base: string, contact: string, changedAt: number) => ({
  changeset: toInstant(changedAt),
  contact,
  key_service: `请向${contact}申请接入密钥`,
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: base,
      changeset: toInstant(changedAt),
      type: 'production',
      formats,
    },
  ],
})
