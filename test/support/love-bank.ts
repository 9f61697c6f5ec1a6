import { callsTo, post } from './simulate-backend'

const hourMs = 3_600_000
/** Where a session that starts in a moment takes place. */
export const onTheSpot = { longitude: 118.05, latitude: 36.78 }

/** Calls the product from outside, also where a page's globals stand in for Node's, and answers the data; throws when the answer is no. */
export const askAs = async <T>(url: string, persona: string, capability: string, input: object): Promise<T> => {
  const requestId = `outside-${Date.now()}-${Math.random().toString(36).slice(2, 10)}`
  const answered = await callsTo(url, persona)({ name: 'api', data: { capability, input, requestId } })
  const answer = answered as { ok: boolean; data: T; error?: object }
  if (!answer.ok) throw new Error(`${capability}: ${JSON.stringify(answer.error)}`)
  return answer.data
}

/** The product's clock in two minutes, as the community reads it; late in the evening it goes past midnight first, for a session lies within a day. */
const startClock = async (url: string): Promise<string> => {
  const inTwoMinutes = async () => {
    const { now } = await askAs<{ now: string }>(url, 'resident-grid-6', 'session.getMe', {})
    return new Date(Date.parse(now) + 8 * hourMs + 120_000)
  }
  const soon = await inTwoMinutes()
  if (soon.getUTCHours() < 23) return soon.toISOString()
  await post(`${url}/dev/clock`, { advanceSeconds: 7200 })
  return (await inTwoMinutes()).toISOString()
}

/** A session that starts in a moment, on the spot, led by the desk; answers its id. */
export const sessionSoon = async (url: string, capacity = 1): Promise<string> => {
  const start = await startClock(url)
  const day = start.slice(0, 10)
  const made = await askAs<{ id: string }>(url, 'community-worker-1', 'activities.createActivity', {
    title: '王舍路捡拾垃圾',
    text: '沿路捡一遍，火钳和袋子现场领。',
    skills: [],
    place: { point: { datum: 'gcj02', ...onTheSpot }, words: '王舍路口' },
    headCountMin: 1,
    theme: 'litter',
    capacity,
    halfPointsPerHour: 2,
    rule: { weekdays: [0, 1, 2, 3, 4, 5, 6], times: [start.slice(11, 16)], minutes: 30, from: day, to: day },
  })
  const { sessions } = await askAs<{ sessions: { id: string; activityId: string }[] }>(
    url,
    'resident-grid-6',
    'activities.listSessions',
    {},
  )
  return sessions.find(({ activityId }) => activityId === made.id)!.id
}

/** Somebody has points and has set rubbish bags aside; answers the ids of so many redemptions. */
export const bagsSetAside = async (url: string, ownerId: string, count = 1): Promise<string[]> => {
  const points = { kind: 'person', ownerId, halfPoints: 12, reason: '补记上半年的志愿服务' }
  await askAs(url, 'administrator-1', 'lovebank.adjustPoints', points)
  const offered = {
    centreId: 'centre-1',
    name: '垃圾袋 5 卷',
    words: '中号，凭码领取。',
    price: 4,
    limit: null,
    stock: 2,
  }
  const { id } = await askAs<{ id: string }>(url, 'administrator-1', 'redemptions.addReward', offered)
  const asked = { id, payer: 'person', price: 4 }
  const redeemed = Array.from({ length: count }, () =>
    askAs<{ id: string }>(url, ownerId, 'redemptions.redeemReward', asked),
  )
  return (await Promise.all(redeemed)).map((one) => one.id)
}
