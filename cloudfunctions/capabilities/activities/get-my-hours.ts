import type { activities } from '@/shared/contracts/activities'
import type { Handler } from '../../runtime/handler'
import { volunteerIdOf } from './ids'
import { themesOf } from '../../store/themes'

/** The hours somebody has served, those that earned points and those of honour, by theme. */
export const getMyHours: Handler<typeof activities.getMyHours> = async (_input, { actor, store }) => {
  const [volunteer, { names }] = await Promise.all([
    store.volunteers.get(volunteerIdOf(actor.personId)),
    themesOf(store, actor.communityId),
  ])
  const hours = volunteer?.hours ?? []
  return {
    times: volunteer?.times ?? 0,
    counted: hours.reduce((sum, { counted }) => sum + counted, 0),
    honour: hours.reduce((sum, { honour }) => sum + honour, 0),
    hours: hours.map((one) => ({ ...one, name: names[one.theme] })),
  }
}
