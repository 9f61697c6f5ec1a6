'use strict'

/*
 * Opens the cloud of a folder and writes through the SDK until it is killed, printing the id of every
 * acknowledged write. Runs a bundle of the cloud, as a project would.
 */
const [bundle, dataDir] = process.argv.slice(2)
const { startCloud } = require(bundle)
const tcb = require('@cloudbase/node-sdk')

const collections = [{ name: 'notes', indexes: [{ name: 'byN', fields: [['n', 1]] }] }]

const write = async (lane) => {
  const db = tcb.init({ env: 'local-test' }).database()
  for (let i = 0; ; i++) {
    const id = `${process.pid}-${lane}-${i}`
    if (i % 3) await db.collection('notes').add({ _id: id, n: i, text: 'x'.repeat(200) })
    else
      await db.runTransaction(async (tx) => {
        await tx.collection('notes').add({ _id: id, n: i })
        await tx.collection('notes').add({ _id: `${id}-twin`, n: i })
      })
    process.stdout.write(`${id}\n${i % 3 ? '' : `${id}-twin\n`}`)
  }
}

void startCloud({ dataDir, envId: 'local-test', collections }).then((cloud) => {
  Object.assign(process.env, cloud.sdkEnvironment)
  for (let lane = 0; lane < 4; lane++) void write(lane)
})
