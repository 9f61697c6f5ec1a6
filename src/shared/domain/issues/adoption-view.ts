import type { AdoptionDetail, AdoptionRow } from '../../contracts/issues/adoption-shapes'
import type { Actor } from '../../kernel/actor'
import { roleNames } from '../../kernel/roles'
import { dayOf, toInstant } from '../../kernel/time'
import { canManageAdoptions, canNoteUpkeep, canReadUpkeep, isAdopter } from './adoption'
import type { Adoption } from './adoption-record'

const kindNames: Record<Adoption['adopter']['kind'], string> = {
  person: '热心居民',
  household: '热心家庭',
  localUnit: '驻地单位',
  community: '社区',
}

/** Who adopted, as one person may know it: a body by name, a private person only where they agreed. */
const adopterNameOf = (adoption: Adoption, viewer: Actor): string => {
  const { kind, name, isNamed } = adoption.adopter
  const isBody = kind === 'localUnit' || kind === 'community'
  return isBody || isNamed || canManageAdoptions(viewer) || isAdopter(adoption, viewer) ? name : kindNames[kind]
}

/** How often, as people say it: 每日 2 次, 每 7 天 1 次. */
export const oftenWords = ({ times, everyDays }: Pick<Adoption['duty'], 'times' | 'everyDays'>): string =>
  everyDays === 1 ? `每日 ${times} 次` : everyDays === 7 ? `每周 ${times} 次` : `每 ${everyDays} 天 ${times} 次`

/** An adoption as a row of a list. */
export const adoptionRowOf = (adoption: Adoption, viewer: Actor): AdoptionRow => ({
  id: adoption._id,
  name: adoption.plot.name,
  place: adoption.plot.place,
  areaSquareMeters: adoption.plot.areaSquareMeters,
  adopterKind: adoption.adopter.kind,
  adopterName: adopterNameOf(adoption, viewer),
  dutyWords: `${oftenWords(adoption.duty)}${adoption.duty.what}`,
  from: adoption.from,
  to: adoption.to,
  state: adoption.state,
  lastUpkeepOn: adoption.upkeepCount > 0 ? adoption.lastUpkeepOn : null,
})

/** The whole of an adoption for one person: notes and photos, which no content check has seen, only for those who keep them. */
export const adoptionDetailOf = (
  adoption: Adoption,
  viewer: Actor,
  urls: ReadonlyMap<string, string>,
  now: number,
): AdoptionDetail => {
  const photosOf = (ids: readonly string[]) => ids.flatMap((id) => (urls.has(id) ? [{ id, url: urls.get(id)! }] : []))
  const mayRead = canReadUpkeep(adoption, viewer)
  const { custodian } = adoption
  return {
    ...adoptionRowOf(adoption, viewer),
    point: adoption.plot.point,
    issueId: mayRead ? adoption.issueId : null,
    issueCode: adoption.issueCode,
    photos: mayRead ? photosOf(adoption.plot.fileIds) : [],
    endReason: adoption.endReason,
    custodian: custodian && {
      name: custodian.name,
      roleName: roleNames[custodian.role],
      dutyPhone: custodian.dutyPhone,
    },
    upkeepCount: adoption.upkeepCount,
    upkeepToday: adoption.upkeep.filter(({ at }) => dayOf(at) === dayOf(now)).length,
    upkeep: mayRead
      ? [...adoption.upkeep].reverse().map((note) => ({
          at: note.at,
          byName: note.by === 'adopter' ? adopterNameOf(adoption, viewer) : (note.byName ?? '志愿者'),
          text: note.text,
          photos: photosOf(note.fileIds),
        }))
      : [],
    canNote: canNoteUpkeep(adoption, viewer),
    canRenew: canManageAdoptions(viewer) && adoption.state !== 'ended',
    canEnd: adoption.state !== 'ended' && (canManageAdoptions(viewer) || isAdopter(adoption, viewer)),
    now: toInstant(now),
  }
}
