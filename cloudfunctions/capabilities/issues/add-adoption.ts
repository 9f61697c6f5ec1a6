import type { issues } from '@/shared/contracts/issues'
import { canManageAdoptions, newAdoption } from '@/shared/domain/issues/adoption'
import type { Adoption } from '@/shared/domain/issues/adoption-record'
import { adoptionRowOf } from '@/shared/domain/issues/adoption-view'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { adoptionNotice } from '@/shared/domain/notices/adoption-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { ParsedInputOf } from '@/shared/kernel/capability'
import { claimPhotos } from '../../runtime/photos'
import type { Handler, QueryContext } from '../../runtime/handler'
import { findPerson } from '../../store/reads'

type Input = ParsedInputOf<typeof issues.addAdoption>

/** The adopter an input names, as the record keeps them; null when there is no such person here, or not in that part. */
const adopterOf = async (
  { adopter }: Input,
  { actor, store, directory }: QueryContext,
): Promise<Adoption['adopter'] | null> => {
  const nobody = { personId: null, householdId: null, isNamed: true }
  if (adopter.kind === 'community') return { ...nobody, kind: 'community', name: (await directory()).community.name }
  const found = await findPerson(store, adopter.personId)
  if (!found || found.person.communityId !== actor.communityId) return null
  const { _id: personId, name, householdId = null } = found.person
  if (adopter.kind === 'localUnit') {
    if (!found.postings.some(({ role }) => role === 'localUnit')) return null
    return { kind: 'localUnit', personId, householdId: null, name: adopter.name, isNamed: true }
  }
  if (adopter.kind === 'household' && householdId === null) return null
  const isHome = adopter.kind === 'household'
  return {
    kind: adopter.kind,
    personId,
    householdId: isHome ? householdId : null,
    name: isHome ? `${name}一家` : name,
    isNamed: adopter.isNamed,
  }
}

/** Puts an adoption on record. One that grows from an issue waits until that is closed. */
export const addAdoption: Handler<typeof issues.addAdoption> = async (input, context) => {
  const { actor, now, store, newId, transact } = context
  if (!canManageAdoptions(actor)) return refuse('FORBIDDEN')
  const issue = input.issueId ? await store.issues.get(input.issueId) : null
  if (input.issueId && (!issue || !canSeeIssue(issue, actor))) return refuse('NOT_FOUND')
  if (issue && issue.state !== 'closed') return refuse('ADOPTION_ISSUE_OPEN')
  const adopter = await adopterOf(input, context)
  if (!adopter) return refuse('ADOPTION_ADOPTER_UNFIT')
  const _id = newId('adoption')
  const adoptionWith = (fileIds: readonly string[]) =>
    newAdoption(
      {
        _id,
        communityId: actor.communityId,
        issueId: issue?._id ?? null,
        issueCode: issue?.code ?? null,
        plot: {
          name: input.name,
          place: input.place,
          point: input.point ?? issue?.place.point ?? null,
          areaSquareMeters: input.areaSquareMeters ?? null,
          fileIds: [...fileIds],
        },
        adopter,
        duty: input.duty,
        from: input.from,
        to: input.to,
      },
      now,
    )
  const allowed = adoptionWith([])
  if (isRefusal(allowed)) return allowed
  const kept = await claimPhotos(input.fileIds, _id, context)
  if (isRefusal(kept)) return kept
  const adoption = adoptionWith(kept.map(({ fileId }) => fileId))
  if (isRefusal(adoption)) return adoption
  return transact(async (tx) => {
    await tx.adoptions.create(adoption)
    const notice = adoptionNotice(adoption, 'begun', adopter.personId, now)
    if (notice) await tx.notices.create({ ...notice, isRead: adopter.personId === actor.personId })
    return adoptionRowOf(adoption, actor)
  })
}
