import { startCloud, type Cloud, type CloudOptions } from '../../emulator'

/** Starts a cloud in memory and points this process's SDK at it. */
export const startTestCloud = async (options: Partial<CloudOptions> = {}): Promise<Cloud> => {
  const cloud = await startCloud({ dataDir: null, envId: 'local-test', collections: [], ...options })
  Object.assign(process.env, cloud.sdkEnvironment, { SILENCE: 'true' })
  return cloud
}

/** What an awaited call was refused with. */
export const refusalOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )
