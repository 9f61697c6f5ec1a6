import fs from 'node:fs'
import path from 'node:path'
import { operatorToString } from '@cloudbase/database/dist/commonjs/operator-map'
import { knownStages } from '../../../emulator/database/aggregate'
import { knownAccumulators } from '../../../emulator/database/expressions/accumulators'
import { knownOperators } from '../../../emulator/database/expressions/all'
import { knownConditions } from '../../../emulator/database/match'
import { knownUpdates } from '../../../emulator/database/update'
import { $, Geo, _, ground, messageOf } from './ground'

/*
 * What the SDK of this installation has, read from the SDK itself. A newer SDK with something new in it fails here
 * until there is a test for it, or a refusal that names it.
 */
const { db, pipeline, things } = ground()

const here = __dirname
const tests = fs
  .readdirSync(here)
  .filter((file) => file.endsWith('.test.ts') && file !== path.basename(__filename))
  .map((file) => fs.readFileSync(path.join(here, file), 'utf8'))
  .join('\n')

/** What the SDK has and this cloud refuses, with the name the refusal says; each refusal has its test in another file. */
const refused = {
  command: ['text'],
  expression: ['meta'],
  action: ['getInTransaction', 'updateDocInTransaction', 'deleteDocInTransaction'].map((name) => `database.${name}`),
}
const methodsOf = (value: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(value)).filter((name) => !/^(_|constructor$)/.test(name))
const uncalled = (names: string[], call: (name: string) => string): string[] =>
  names.filter((name) => !tests.includes(call(name)))

test('every query and update command of the SDK is called in a conformance test', () => {
  const names = Object.keys(_).filter((name) => name !== 'aggregate' && name !== 'project')
  expect(names.length).toBeGreaterThan(35)
  expect(uncalled(names, (name) => `_.${name}(`)).toEqual([])
  expect(uncalled(Object.keys(_.project), (name) => `_.project.${name}(`)).toEqual([])
  expect(uncalled(methodsOf(_.eq(1)), (name) => `.${name}(`)).toEqual(['toJSON'])
})

test('every command sends an operator this cloud knows, or is refused by name', () => {
  const known = [...knownConditions(), ...knownUpdates()]
  const names = Object.keys(_).filter((name) => !['aggregate', 'project', 'geoNear', ...refused.command].includes(name))
  expect(names.filter((name) => !known.includes(operatorToString(name)))).toEqual([])
  expect(known.filter((name) => refused.command.includes(name.slice(1)))).toEqual([])
})

test('every aggregation operator of the SDK is called in a conformance test, and known or refused by name', () => {
  const names = Object.keys($).filter((name) => name !== 'pipeline')
  expect(names.length).toBeGreaterThan(90)
  expect(uncalled(names, (name) => `$.${name}(`)).toEqual([])
  const known = new Set([...knownOperators(), ...knownAccumulators()])
  const sent = (name: string): string => Object.keys(($[name as 'abs'] as (argument: unknown) => object)(1))[0] ?? ''
  expect(names.filter((name) => !known.has(sent(name)))).toEqual([])
})

test('every stage of the SDK is called in a conformance test, and known', () => {
  const names = methodsOf(pipeline()).filter((name) => !['end', 'unwrap', 'done'].includes(name))
  expect(names.length).toBeGreaterThan(15)
  expect(uncalled(names, (name) => `.${name}(`)).toEqual([])
  expect(names.filter((name) => !knownStages().includes(`$${name}`))).toEqual([])
})

test('every geometry class, every method of a collection, a query and a document is used in a conformance test', () => {
  expect(uncalled(Object.keys(Geo), (name) => `Geo.${name}(`)).toEqual([])
  const query = things().where({ n: 1 })
  const methods = [...methodsOf(things()), ...methodsOf(query), ...methodsOf(things().doc('a'))]
  const aliases = ['name', 'create', 'delete', 'watch']
  expect(
    uncalled(
      methods.filter((name) => !aliases.includes(name)),
      (name) => `.${name}(`,
    ),
  ).toEqual([])
  const own = ['config', 'Geo', 'command']
  const database = [...Object.keys(db()), ...methodsOf(db())].filter((name) => !own.includes(name))
  expect(database.sort()).toEqual([
    'ObjectId',
    'RegExp',
    'collection',
    'createCollection',
    'runTransaction',
    'serverDate',
    'startTransaction',
  ])
  expect(uncalled(database, (name) => `${name}(`)).toEqual([])
})

test('every action in the code of the SDK is answered', async () => {
  const folder = path.dirname(require.resolve('@cloudbase/database/package.json'))
  const files = fs.readdirSync(path.join(folder, 'dist/commonjs'), { recursive: true }).map(String)
  const code = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => fs.readFileSync(path.join(folder, 'dist/commonjs', file), 'utf8'))
    .join('\n')
  const actions = [...new Set(code.match(/(?<=['"])database\.\w+(?=['"])/g))]
  expect(actions).toContain('database.getDocument')
  const request = (things() as unknown as { _request: { send(action: string, data: object): Promise<unknown> } })
    ._request
  const unanswered: string[] = []
  for (const action of actions)
    if ((await messageOf(request.send(action, {}))).includes(`the action ${action}`)) unanswered.push(action)
  expect(unanswered).toEqual(refused.action)
})

test('whatever this cloud knows beyond the SDK is used in a conformance test too', () => {
  const spoken = (name: string): boolean => {
    const bare = name.slice(1)
    const alias = Object.keys(_).find((command) => operatorToString(command) === name) ?? bare
    return [`${name}:`, `'${name}'`, `.${bare}(`, `_.${alias}(`].some((call) => tests.includes(call))
  }
  const all = [...knownOperators(), ...knownAccumulators(), ...knownStages(), ...knownConditions(), ...knownUpdates()]
  expect(all.filter((name) => !spoken(name))).toEqual([])
})

test('what is refused is refused by name, and says so in a test', () => {
  for (const name of refused.command) expect(tests).toContain(`_.${name}(`)
  for (const name of refused.expression) expect(knownOperators()).toContain(`$${name}`)
  for (const name of refused.action) expect(tests).toContain(`'${name}'`)
})
