import path from 'node:path'
import { collections } from '@cloud/store/collections'
import { ledgerDigest } from '@cloud/runtime/ledger'
import { newSigningKey, signed } from '@cloud/runtime/signing'
import { sampleCommunity } from '@cloud/sample'
import { sampleHistory, type Span } from '@cloud/sample/history'
import { dayOf } from '@/shared/kernel/time'
import { checkStart, deployedFunctions, startCloud, type Cloud, type FunctionSpec } from '../emulator'
import { contractDocument } from './contract-document'
import { contractPage } from './contract-page'
import { setAside } from './set-aside'

export interface StartOptions {
  port: number
  /** Absolute path of the data folder. */
  data: string
  fresh: boolean
  /** How long every request of the SDK takes longer, in ms. */
  latency: number
  /** How much of the love bank is loaded on the first run. */
  sample: Span
  /** The repository. */
  root: string
}

/** Loads the sample on the first run, all of it or nothing, so that a load that was cut off is simply done again. */
const loadSample = (cloud: Cloud, documents: ReturnType<typeof sampleCommunity>['documents'], span: Span): boolean => {
  if (cloud.readDocuments('communities').length > 0) return false
  // Tests that count what they bring begin without what has happened before.
  const history =
    process.env.GRID_HISTORY === 'none'
      ? {}
      : sampleHistory(
          documents,
          dayOf(Date.now()),
          (path, bytes) => cloud.insertFile(path, bytes),
          ledgerDigest,
          {
            newKey: newSigningKey,
            signed,
          },
          span,
        )
  cloud.insertAll({ ...documents, ...history })
  return true
}

/** The ids that templates of the account played here have. */
const localTemplates = 'issueProgress=local-issue-progress,staffTask=local-staff-task'

const withTemplates = (functions: Record<string, FunctionSpec>): Record<string, FunctionSpec> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, spec]) => [
      name,
      { ...spec, environment: { ...spec.environment, WECHAT_TEMPLATES: localTemplates } },
    ]),
  )

/** Answers once a real call has travelled all the way through the built function. */
const firstCall = async (cloud: Cloud): Promise<void> => {
  const answer = await fetch(`${cloud.url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ capability: 'issues.listClasses', input: {} }),
  })
  const envelope = (await answer.json()) as { ok: boolean; error?: { message: string } }
  if (!envelope.ok) throw new Error(`the api function does not answer: ${envelope.error?.message ?? answer.status}`)
}

/** Starts the product on this machine and answers how to stop it. Throws a `CloudError` with the sentence to print. */
export const run = async ({ port, data, fresh, latency, sample, root }: StartOptions): Promise<() => Promise<void>> => {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  await checkStart({ dataDir: data, port })
  if (fresh) setAside(data, say)
  const { documents, personas } = sampleCommunity(dayOf(Date.now()))
  const cloud = await startCloud({
    dataDir: data,
    port,
    envId: 'local-grid',
    latencyMs: latency,
    collections: Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes })),
    functions: withTemplates(deployedFunctions(path.join(root, 'cloudbaserc.json'))),
    personas: personas.map((persona) => ({ ...persona })),
    doors: {
      call: 'api',
      jobs: 'jobs',
      documents: { '/contracts': contractDocument },
      pages: { '/contracts.html': () => contractPage(contractDocument()) },
      outbox: 'outbox',
      web: { '/open311': 'web', '/wechat': 'web', '/certificates': 'web' },
    },
    wechat: { callback: '/wechat/events' },
    site: path.join(root, 'dist/h5'),
    log: say,
  })
  try {
    if (loadSample(cloud, documents, sample)) say('Sample community loaded.')
    else if (sample !== 'weeks')
      say('The folder has its data already, so --sample changes nothing; --fresh begins anew.')
    await firstCall(cloud)
  } catch (error) {
    await cloud.close()
    throw error
  }
  const people = personas.map(({ id, name, roles }) => `  ${id.padEnd(28)}${name}  ${(roles as string[]).join(' ')}`)
  process.stdout.write(`Ready ${cloud.url}\n${people.join('\n')}\n`)
  return () => cloud.close()
}
