'use strict'

/*
 * Runs one cloud function in a process of its own. Plain CommonJS, because it is forked as it stands, from the
 * sources as well as from beside a bundle. It loads the function on the first call, so a broken bundle is an
 * answer and not a crash; it moves `Date` to the clock of the cloud; it ends when the cloud does.
 */

const RealDate = Date
let offsetMs = 0
const now = () => RealDate.now() + offsetMs

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
RealDate.prototype.constructor = globalThis.Date

let main

const load = () => {
  if (main) return main
  const exported = require(process.env.LOCAL_FUNCTION_ENTRY)
  if (typeof exported.main !== 'function') throw new Error('the function does not export main')
  return (main = exported.main)
}

const describe = (error) =>
  error instanceof Error
    ? { message: error.message, stack: error.stack, code: typeof error.code === 'string' ? error.code : undefined }
    : { message: String(error) }

const call = async ({ id, event, context }) => {
  try {
    const result = await load()(event, context)
    process.send({ id, result: result === undefined ? null : result })
  } catch (error) {
    process.send({ id, error: describe(error) })
  }
}

process.on('message', (message) => {
  offsetMs = message.offsetMs
  if (message.id !== undefined) void call(message)
})
process.on('disconnect', () => process.exit(0))
