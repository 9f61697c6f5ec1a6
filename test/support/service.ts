import { post } from './simulate-backend'

const hourMs = 3_600_000
let requests = 0

export const advance = (url: string, seconds: number) => post(`${url}/dev/clock`, { advanceSeconds: seconds })
export const runJob = (url: string, name: string) => post(`${url}/dev/jobs`, { name })

/** Asks as somebody of the sample, and throws when the answer is no. */
export const askAs = async <T>(url: string, persona: string, capability: string, input: object): Promise<T> => {
  const { token } = (await post(`${url}/dev/session`, { persona })) as { token: string }
  const asked = { capability, input, requestId: `service-${Date.now()}-${++requests}` }
  const answer = (await post(`${url}/call`, asked, token)) as { ok: boolean; data: T; error?: object }
  if (!answer.ok) throw new Error(`${capability}: ${JSON.stringify(answer.error)}`)
  return answer.data
}

/** The product's clock, which a test may have moved. */
const nowOf = async (url: string): Promise<number> =>
  Date.parse((await askAs<{ now: string }>(url, 'resident-grid-6', 'session.getMe', {})).now)

/** Some people serve half an hour together, now: signed up, scanned on the spot before it begins, out after its end. Moves the product's clock. */
export const serveTogether = async (url: string, personas: readonly string[], title = '王舍路捡拾垃圾') => {
  // A session lies within a day, and what is served in one test within a month: in the evening it is early tomorrow first.
  const hour = new Date((await nowOf(url)) + 8 * hourMs).getUTCHours()
  if (hour >= 20) await advance(url, (28 - hour) * 3600)
  const wall = new Date((await nowOf(url)) + 8 * hourMs + 120_000).toISOString()
  const place = { point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 }, words: '王舍路口' }
  const { id: activityId } = await askAs<{ id: string }>(url, 'community-worker-1', 'activities.createActivity', {
    title,
    text: '沿路捡一遍，火钳和袋子现场领。',
    skills: [],
    place,
    headCountMin: 1,
    theme: 'litter',
    capacity: 10,
    halfPointsPerHour: 2,
    rule: {
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      times: [wall.slice(11, 16)],
      minutes: 30,
      from: wall.slice(0, 10),
      to: wall.slice(0, 10),
    },
  })
  const { sessions } = await askAs<{ sessions: { id: string; activityId: string }[] }>(
    url,
    'resident-grid-6',
    'activities.listSessions',
    {},
  )
  const { id } = sessions.find((one) => one.activityId === activityId)!
  for (const persona of personas) await askAs(url, persona, 'activities.signUp', { id })
  for (const persona of personas) {
    const roster = { id }
    const { code } = await askAs<{ code: { scan: string } }>(url, 'community-worker-1', 'activities.getRoster', roster)
    await askAs(url, persona, 'activities.checkIn', {
      id,
      code: code.scan,
      position: { point: place.point, accuracyMeters: 20 },
      scannedAt: new Date(await nowOf(url)).toISOString(),
    })
  }
  await advance(url, 34 * 60)
  for (const persona of personas)
    await askAs(url, persona, 'activities.checkOut', { id, at: new Date(await nowOf(url)).toISOString() })
}
