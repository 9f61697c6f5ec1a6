import type { consents } from '@/shared/contracts/consents'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { findConsent } from './find'

/** Where the counted log can be fetched, with the root it has to come to. */
export const exportConsent: Handler<typeof consents.exportConsent> = async ({ id }, { actor, store, files }) => {
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const counted = await store.consentResults.get(id)
  if (!counted) return refuse('CONSENT_NOT_COUNTED')
  const { exportFileId, tableFileId } = counted
  const urls = await files.urlsOf([exportFileId, tableFileId])
  const [url, tableUrl] = [urls.get(exportFileId), urls.get(tableFileId)]
  if (!url || !tableUrl) return refuse('NOT_FOUND')
  return {
    url,
    name: `${consent.title}-意见日志.jsonl`,
    tableUrl,
    tableName: `${consent.title}-户意见.csv`,
    root: counted.root,
    words: `npm run consent -- verify <文件> --root ${counted.root}`,
  }
}
