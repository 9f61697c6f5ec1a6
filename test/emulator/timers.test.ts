import { Clock } from '../../emulator/clock'
import { readCron } from '../../emulator/timers/cron'
import { Timers } from '../../emulator/timers/timers'
import { readFileSync } from 'node:fs'

const nextOf = (cron: string, after: string): string | undefined => {
  const next = readCron(cron).next(Date.parse(after))
  return next === undefined ? undefined : new Date(next).toISOString()
}

test.each([
  ['0 10 0 * * * *', '2026-11-25T01:00:00Z', '2026-11-25T16:10:00.000Z'],
  ['0 10 0 * * * *', '2026-11-25T16:10:00Z', '2026-11-26T16:10:00.000Z'],
  ['*/5 * * * * * *', '2026-11-25T01:00:01.500Z', '2026-11-25T01:00:05.000Z'],
  ['0 0 2 1 * * *', '2026-11-25T01:00:00Z', '2026-11-30T18:00:00.000Z'],
  ['0 15 10 * * MON-FRI *', '2026-11-27T03:00:00Z', '2026-11-30T02:15:00.000Z'],
  ['0 15 10 * * 1,3 *', '2026-11-30T02:15:00Z', '2026-12-02T02:15:00.000Z'],
  ['0 0 10,14,16 * * * *', '2026-11-25T03:00:00Z', '2026-11-25T06:00:00.000Z'],
  ['0 */30 9-17 * * * *', '2026-11-25T09:30:00Z', '2026-11-26T01:00:00.000Z'],
  ['0 0 12 * * WED *', '2026-11-25T04:00:00Z', '2026-12-02T04:00:00.000Z'],
  ['30 0 0 29 FEB * *', '2026-01-01T00:00:00Z', '2028-02-28T16:00:30.000Z'],
  ['0 0 0 31 * * *', '2026-11-01T00:00:00Z', '2026-12-30T16:00:00.000Z'],
  ['0 0 0 1 1 * 2027-2028', '2027-06-01T00:00:00Z', '2027-12-31T16:00:00.000Z'],
  ['0 0 0 1 1 * 2027', '2027-06-01T00:00:00Z', undefined],
  ['0 0 0 13 * FRI *', '2026-11-07T00:00:00Z', '2026-11-12T16:00:00.000Z'],
  ['10/20 * * * * * *', '2026-11-25T01:00:11Z', '2026-11-25T01:00:30.000Z'],
  ['59 59 23 31 12 * 2099', '2026-01-01T00:00:00Z', '2099-12-31T15:59:59.000Z'],
])('the timer %s after %s runs at %s', (cron, after, next) => expect(nextOf(cron, after)).toBe(next))

test.each([
  '* * * * *',
  '60 * * * * * *',
  '* * 24 * * * *',
  '* * * 0 * * *',
  '* * * * 13 * *',
  '* * * * * 7 *',
  '',
  '*/0 * * * * * *',
  '5-1 * * * * * *',
  '1-2-3 * * * * * *',
  'x * * * * * *',
  '1// * * * * * *',
  '* * * * * * 1969',
])('the timer %j is refused in one sentence', (cron) => expect(() => readCron(cron)).toThrow(/^定时.*。$/))

test('every timer that is deployed can be read', () => {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    functions: { triggers?: { config: string }[] }[]
  }
  const crons = functions.flatMap(({ triggers = [] }) => triggers.map(({ config }) => config))
  expect(crons.length).toBeGreaterThan(0)
  for (const cron of crons) expect(readCron(cron).next(Date.now())).toBeGreaterThan(Date.now())
})

const scheduled = (cron: string) => {
  const clock = new Clock()
  clock.set(Date.parse('2026-11-25T00:00:00.200Z'))
  const calls: object[] = []
  const lines: string[] = []
  let finish: () => void = () => undefined
  const timers = new Timers({
    specs: { jobs: { folder: '', timeoutSeconds: 1, memoryMb: 64, timers: [{ name: 'remind', cron }] } },
    clock,
    invoke: (name, event, { source }) => {
      calls.push({ name, source, ...(event as object) })
      return new Promise((resolve) => (finish = () => resolve(undefined)))
    },
    log: (line) => lines.push(line),
  })
  return {
    clock,
    calls,
    lines,
    timers,
    end: async () => (finish(), await new Promise((resolve) => setImmediate(resolve))),
  }
}

test('a timer calls its function once, when it is due, as CloudBase does, and says when it will next', async () => {
  const { clock, calls, timers, end } = scheduled('0 * * * * * *')
  timers.tick()
  expect([calls, timers.states]).toEqual([
    [],
    [{ name: 'remind', function: 'jobs', cron: '0 * * * * * *', nextRun: '2026-11-25T00:01:00.000Z' }],
  ])
  clock.advance(60_000)
  timers.tick()
  timers.tick()
  expect(calls).toEqual([
    { name: 'jobs', source: 'timer', Type: 'Timer', TriggerName: 'remind', Time: expect.any(String), Message: '' },
  ])
  expect(timers.states[0]?.nextRun).toBe('2026-11-25T00:02:00.000Z')
  await end()
  timers.close()
})

test('what was missed while the machine slept does not pile up, and is said', () => {
  const { clock, calls, lines, timers } = scheduled('0 * * * * * *')
  clock.advance(8 * 3_600_000)
  timers.tick()
  expect(calls).toEqual([])
  expect(lines).toEqual(['定时 remind 错过了，跳过这一次，按下一次时间运行。'])
  clock.advance(60_000)
  timers.tick()
  expect(calls).toHaveLength(1)
  timers.close()
})

test('a run that is not over yet is not overtaken by the next', async () => {
  const { clock, calls, lines, timers, end } = scheduled('0 * * * * * *')
  for (let minute = 0; minute < 3; minute++) {
    clock.advance(60_000)
    timers.tick()
  }
  expect([calls.length, lines.length]).toEqual([1, 2])
  await end()
  clock.advance(60_000)
  timers.tick()
  expect(calls).toHaveLength(2)
  timers.close()
})

test('a clock that is moved makes nothing due, in either direction', () => {
  const { clock, calls, timers } = scheduled('0 0 8 * * * *')
  for (const days of [40, -80]) {
    clock.advance(days * 86_400_000)
    timers.clockMoved()
    timers.tick()
  }
  expect(calls).toEqual([])
  expect(Date.parse(timers.states[0]?.nextRun ?? '')).toBeLessThan(clock.now() + 86_400_000)
  timers.close()
})
