import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openCloud } from '../cloudfunctions/adapters/cloud'
import { auditLedger, type LedgerReport } from '../cloudfunctions/runtime/audit-ledger'
import { collections } from '../cloudfunctions/store/collections'
import type { Store } from '../cloudfunctions/store/store'
import { readBackup, startCloud, writeBackup } from '../emulator'
import { LedgerSums, problemText } from '../src/shared/domain/lovebank/audit'
import type { TransferKind } from '../src/shared/domain/lovebank/transfer'
import { pointsText } from '../src/shared/kernel/points'

type Say = (line: string) => void

const kindNames: Record<TransferKind, string> = {
  award: '得分',
  hold: '预扣',
  capture: '核销',
  release: '释放',
  reverse: '冲正',
  expire: '到期',
  adjust: '更正',
}

/** Prints the report; true when every account holds and all of them together are what the system accounts say. */
const tell = ({ accounts, balances, sums, head, broken }: LedgerReport, say: Say): boolean => {
  if (broken) {
    say(`账户 ${broken.accountId} ${problemText(broken.problem)}`)
    return false
  }
  let transfers = 0
  for (const [kind, sum] of sums.byKind) {
    transfers += sum.transfers
    say(`${kindNames[kind]} ${sum.transfers} 笔，系统科目 ${pointsText(sum.halfPoints)} 分`)
  }
  for (const [account, halfPoints] of [...sums.byAccount].sort()) say(`科目 ${account} ${pointsText(halfPoints)} 分`)
  say(`${accounts} 个账户，${transfers} 笔，余额合计 ${pointsText(balances)} 分`)
  say(`总账摘要 ${head || '（空）'}`)
  if (sums.outstanding() === balances) return true
  say(`余额合计与科目合计不符：科目合计 ${pointsText(sums.outstanding())} 分`)
  return false
}

const verifyStore = async (store: Store, say: Say): Promise<boolean> =>
  tell(await auditLedger(store, new LedgerSums()), say)

/** Looks through the ledger of a data folder, also of one in use: a copy of it, as it is at this moment. */
const verifyFolder = async (data: string, say: Say): Promise<boolean> => {
  const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-'))
  try {
    const copy = path.join(aside, 'copy')
    writeBackup(data, path.join(aside, 'backup'))
    readBackup(path.join(aside, 'backup'), copy)
    const declared = Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes }))
    const cloud = await startCloud({ dataDir: copy, envId: 'local', collections: declared })
    try {
      Object.assign(process.env, cloud.sdkEnvironment)
      return await verifyStore(openCloud({ ...process.env, TCB_ENV: 'local' }).store, say)
    } finally {
      await cloud.close()
    }
  } finally {
    fs.rmSync(aside, { recursive: true, force: true })
  }
}

/**
 * `npm run ledger -- verify`: recomputes the whole ledger and prints its totals, or the first thing that is wrong. `data` is a folder
 * of the local cloud; null is the CloudBase environment the process is signed in to. Answers whether everything holds.
 */
export const verify = (data: string | null, say: Say): Promise<boolean> =>
  data === null ? verifyStore(openCloud(process.env).store, say) : verifyFolder(data, say)
