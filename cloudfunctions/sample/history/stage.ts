import { defaultIssueRules as rules } from '@/shared/domain/issues/allowed-moves'
import { classOf } from '@/shared/domain/issues/classes'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { MoveInput } from '@/shared/domain/issues/evidence'
import { filesOf } from '@/shared/domain/issues/files'
import type { Issue } from '@/shared/domain/issues/issue'
import { spotFor } from '@/shared/domain/issues/near-cell'
import { newIssue } from '@/shared/domain/issues/new-issue'
import type { Candidate } from '@/shared/domain/issues/owner'
import { partyOf, routeIssue } from '@/shared/domain/issues/route'
import { withPublicity } from '@/shared/domain/issues/publicity'
import { locator } from '@/shared/domain/organization/locate'
import { decidePlace, type GivenPlace, type Ground } from '@/shared/domain/organization/place'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import type { Documents } from '../documents'

/** Puts a picture into storage and answers its id. */
export type KeepFile = (path: string, bytes: Uint8Array) => string

/** Whatever a rule answers, or an error: a sample that breaks a rule is a mistake in the sample. */
export const ruled = <T>(answer: T): Exclude<T, { refused: string }> => {
  if (isRefusal(answer)) throw new Error(`the sample breaks a rule: ${answer.refused} ${JSON.stringify(answer.fields)}`)
  return answer as Exclude<T, { refused: string }>
}

export interface Reported {
  by: string
  classCode: string
  text: string
  place: GivenPlace
  at: number
  fileIds?: readonly string[]
}

/** What a history is played on: the people and places of the sample, and the same rules that carry out the capabilities. */
export const stageOf = (documents: Documents, communityId: string, keepFile: KeepFile) => {
  const ours = <T extends { communityId: string }>(all: readonly T[]) =>
    all.filter((one) => one.communityId === communityId)
  const byId = <T extends { _id: string }>(all: readonly T[]) => new Map(all.map((one) => [one._id, one]))
  const grids = ours(documents.grids)
  const [persons, estates] = [byId(ours(documents.persons)), byId(ours(documents.estates))]
  const ground: Ground = {
    community: documents.communities.find(({ _id }) => _id === communityId)!,
    locator: locator(grids),
    gridById: byId(grids),
    estateById: estates,
    buildingById: byId(ours(documents.buildings)),
    partyNames: new Map(ours(documents.partyNodes).map(({ _id, parentId }) => [_id, { parentId }])),
  }
  const postings = ours(documents.postings)
  const holders = postings.map((posting) => {
    const person = persons.get(posting.personId)!
    const standIn = person.leave && persons.get(person.leave.standInId)
    return {
      posting,
      person,
      ...(standIn ? { standIn, standInPostings: postings.filter((one) => one.personId === standIn._id) } : {}),
    }
  })
  const workloads = new Map<string, number>()
  let serial = 0
  const actor = (personId: string): Actor => {
    const person = persons.get(personId)
    if (!person) throw new Error(`nobody in the sample is called ${personId}`)
    return {
      personId,
      communityId,
      name: person.name,
      householdId: person.householdId,
      isNewcomer: false,
      postings: postings.filter((one) => one.personId === personId),
    }
  }
  /** Somebody as an issue is given to them, in their first post. */
  const candidate = (personId: string): Candidate => ({
    party: partyOf({
      person: persons.get(personId)!,
      posting: postings.find((one) => one.personId === personId)!,
    }),
    isPresent: true,
  })
  const labelOf = (given: GivenPlace, gridId: string | null): string => {
    const building = given.buildingId ? ground.buildingById.get(given.buildingId) : null
    if (building) return `${estates.get(building.estateId)!.name}${building.name}`
    return given.point ? `${grids.find(({ _id }) => _id === gridId)?.name ?? ''}（地图标注）` : ''
  }
  /** A picture under a name of its own. */
  const keep = (name: string, bytes: Uint8Array): string => keepFile(`kept/${communityId}/sample/${name}.png`, bytes)

  const report = ({ by, classCode, text, place, at, fileIds = [] }: Reported): Issue => {
    const issueClass = classOf(classCode)
    if (!issueClass) throw new Error(`no class is called ${classCode}`)
    const decision = ruled(decidePlace(place, ground, undefined, rules.settings.borderMeters))
    const route = routeIssue({
      place: decision,
      responsible: issueClass.responsible,
      ground,
      holders,
      workloads,
      day: toInstant(at).slice(0, 10),
    })
    const who = actor(by)
    const kept = {
      label: labelOf(place, route.gridId),
      door: null,
      estateId: decision.estateId,
      buildingId: decision.buildingId,
      unitId: decision.unitId,
      householdId: null,
      point: place.point ?? null,
      accuracyMeters: place.point ? 10 : null,
      words: place.words ?? null,
    }
    return newIssue(
      {
        _id: `issue-sample-${++serial}`,
        communityId,
        issueClass,
        text,
        source: 'resident',
        place: kept,
        fileIds,
        beforeDigests: fileIds.map((_, file) => `sample-${serial}-${file}`),
        spot: spotFor(kept, ground.buildingById),
        reporter: { personId: by, name: who.name, householdId: who.householdId },
        isUnnamed: false,
        aboutPersonId: null,
        route,
      },
      at,
      rules,
    )
  }

  const move = (issue: Issue, name: IssueMove, by: string, at: number, input: MoveInput = {}, parent?: Issue): Issue =>
    ruled(
      decideMove(issue, name, input, actor(by), at, {
        ...rules,
        parent: parent ?? null,
        person: input.personId ? candidate(input.personId) : null,
      }),
    )

  /** The issue as it stands once words and photos have passed the content check. */
  const passed = (issue: Issue): Issue =>
    withPublicity({ ...issue, textCheck: 'passed', passedFileIds: filesOf(issue) })

  return { actor, candidate, keep, report, move, passed, ground }
}
export type Stage = ReturnType<typeof stageOf>
