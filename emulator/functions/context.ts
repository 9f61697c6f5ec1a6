import type { FunctionSpec } from '../options'

interface Call {
  readonly name: string
  readonly envId: string
  readonly requestId: string
  readonly spec: FunctionSpec
  readonly openid: string | undefined
  readonly source: string
}

/** The app id every local caller comes from. */
export const LOCAL_APP_ID = 'wx0000000000000000'

/**
 * The `context` argument CloudBase hands to a function. Who calls is in `environment` (and in the older
 * `environ`), where `getCloudbaseContext(context)` reads it; never in process.env, which overlapping calls share.
 */
export const contextOf = ({ name, envId, requestId, spec, openid, source }: Call): Record<string, unknown> => {
  const caller: Record<string, string> = openid
    ? { WX_CLIENTIP: '127.0.0.1', WX_APPID: LOCAL_APP_ID, WX_OPENID: openid }
    : {}
  const environment: Record<string, string> = {
    TCB_ENV: envId,
    TCB_SEQID: requestId,
    TCB_SOURCE: source,
    TRIGGER_SRC: 'local',
    SCF_NAMESPACE: envId,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    WX_CONTEXT_KEYS: Object.keys(caller).join(','),
    ...caller,
  }
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: spec.memoryMb,
    time_limit_in_ms: spec.timeoutSeconds * 1000,
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: envId,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
  }
}
