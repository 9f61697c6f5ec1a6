'use strict'

/*
 * Opens the cloud of a folder in a process of its own, as a project would: from a bundle. Prints one line of JSON, either
 * what the SDK needs to reach it, or why it did not open.
 */
const [bundle, dataDir, collections, transactionSeconds] = process.argv.slice(2)
const { startCloud } = require(bundle)

// It ends with the test that started it, however that ends.
process.stdin.on('end', () => process.exit(0)).resume()

startCloud({
  dataDir,
  envId: 'local-test',
  collections: JSON.parse(collections),
  ...(transactionSeconds ? { transactionSeconds: Number(transactionSeconds) } : {}),
  log: (line) => process.stderr.write(`${line}\n`),
}).then(
  (cloud) => {
    process.stdout.write(`${JSON.stringify({ url: cloud.url, environment: cloud.sdkEnvironment })}\n`)
    process.on('SIGTERM', () => void cloud.close().then(() => process.exit(0)))
  },
  (error) => {
    process.stdout.write(`${JSON.stringify({ code: error.code ?? 'UNKNOWN', message: error.message })}\n`)
    process.exit(1)
  },
)
