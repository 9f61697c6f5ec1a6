import type { notices } from '@/shared/contracts/notices'
import { subscriptionId } from '@/shared/domain/notices/message'
import { templateKeys } from '@/shared/domain/notices/template-ids'
import { templates } from '@/shared/domain/notices/templates'
import type { Handler } from '../../runtime/handler'

/** The reminders somebody may ask WeChat for: progress for everybody, tasks for whoever holds a post. */
export const listSubscriptions: Handler<typeof notices.listSubscriptions> = async (_input, context) => {
  const { actor, store, templateIds = {} } = context
  const keys = templateKeys.filter((key) => templateIds[key] && (key !== 'staffTask' || actor.postings.length > 0))
  const ids = keys.map((key) => subscriptionId(actor.personId, key))
  const held = ids.length > 0 ? await store.subscriptions.list({ where: { _id: { in: ids } } }) : []
  return {
    templates: keys.map((key) => ({
      key,
      title: templates[key].title,
      templateId: templateIds[key] ?? '',
      credits: held.find(({ template }) => template === key)?.credits ?? 0,
    })),
  }
}
