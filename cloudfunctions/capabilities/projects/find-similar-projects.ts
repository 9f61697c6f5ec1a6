import type { projects } from '@/shared/contracts/projects'
import { alike } from '@/shared/domain/consultations/alike'
import { projectRow } from '@/shared/domain/projects/views'
import type { Handler } from '../../runtime/handler'

/** How many public projects are held against what is typed: those that moved last. */
const comparedMax = 200

/** Public projects that say much the same, finished ones too, for whoever is typing another. */
export const findSimilarProjects: Handler<typeof projects.findSimilarProjects> = async (
  { typed },
  { actor, now, store },
) => {
  const found = await store.projects.list({
    where: { communityId: actor.communityId, isPublic: true },
    orderBy: [
      ['updatedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: comparedMax,
  })
  return { projects: alike(typed, found).map((one) => projectRow(one, now)) }
}
