import { beginningOf } from '@/shared/kernel/beginning'
import type { consultations } from '@/shared/contracts/consultations'
import { alike } from '@/shared/domain/consultations/alike'
import type { Handler } from '../../runtime/handler'
import { partakerIdOf } from './ids'
import { topicRow } from './topic-row'

/** How many of the topics under way are held against what is typed: those that moved last. */
const comparedMax = 200
/** How much of what a topic says is shown beside it. */
const shownMax = 80

/** Topics under way that say much the same, for whoever is typing another. */
export const findSimilarTopics: Handler<typeof consultations.findSimilarTopics> = async ({ typed }, context) => {
  const { actor, now, store, directory } = context
  const [found, map] = await Promise.all([
    store.consultations.list({
      where: { communityId: actor.communityId, isOpen: true, textCheck: 'passed' },
      orderBy: [
        ['updatedAt', 'desc'],
        ['_id', 'desc'],
      ],
      limit: comparedMax,
    }),
    directory(),
  ])
  const topics = alike(typed, found)
  const partakers = await Promise.all(topics.map(({ _id }) => store.partakers.get(partakerIdOf(_id, actor.personId))))
  return {
    topics: topics.map((one, at) => ({
      ...topicRow(one, map, now),
      beginning: beginningOf(one.text, shownMax),
      isSupported: partakers[at]?.isSupporter ?? false,
    })),
  }
}
