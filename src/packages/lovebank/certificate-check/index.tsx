import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { spanWords } from '@/features/certificates/words'
import { CodeEntry } from '@/features/scan/code-entry'
import type { ScanAsked } from '@/features/scan/use-scan.types'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { certificateCodeLength, groupedCode, readCertificateCode } from '@/shared/kernel/certificate-code'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { Loading } from '@/ui/states'
import { RevokeSheet } from './revoke-sheet'

type Checked = OutputOf<ContractOf<'activities.checkCertificate'>>['certificate']

const asked: ScanAsked = {
  title: '扫证明上的码',
  typed: '十二位编号',
  isWanted: (text) => readCertificateCode(text) !== null,
  unwanted: '这不是志愿服务证明上的码',
}

const cleaned = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** Whether a certificate somebody was shown is a true one: for anybody, also without being anybody here. */
export default function CertificateCheckPage() {
  const { code: opened = '' } = useRouter().params
  const [code, setCode] = useState(opened)
  const [isRevoking, setRevoking] = useState(false)
  const query = useCapability('activities.checkCertificate', { code }, { enabled: code !== '' })
  const checked = query.data?.certificate
  const check = async (given: string) => {
    const next = readCertificateCode(given) ?? given
    if (next === code) await query.refetch()
    else setCode(next)
  }
  return (
    <Page title="核验志愿服务证明" lead="扫证明上的码，或输入编号，看它是否有效、写的是什么。不用登录。">
      {query.isLoading && <Loading shape="card" label="正在核验" />}
      {query.error && (
        <Banner tone="danger" urgent title="没有核验成">
          {query.error.message}
        </Banner>
      )}
      {checked && <Result checked={checked} />}
      {query.data?.mayRevoke && (
        <Button block tone="secondary" onPress={() => setRevoking(true)}>
          作废这份证明
        </Button>
      )}
      <Section title={checked ? '再核验一份' : '核验'}>
        <CodeEntry
          asked={asked}
          length={certificateCodeLength}
          clean={cleaned}
          placeholder="如 2AC4DE9HJKMN"
          action="核验"
          send={check}
        />
      </Section>
      {isRevoking && <RevokeSheet code={code} onClose={() => setRevoking(false)} />}
    </Page>
  )
}

function Result({ checked }: { checked: Checked }) {
  const { code, maskedName, communityName, times, counted, honour, issuedOn, isValid, endedOn } = checked
  return (
    <>
      <Banner tone={isValid ? 'success' : 'danger'} title={isValid ? '有效' : '已作废'} urgent>
        {isValid ? '这份证明由社区开具。请与对方出示的逐项对照。' : `${endedOn ?? ''} 作废，上面写的不再有效。`}
      </Banner>
      <Card>
        <Facts
          items={[
            { label: '编号', value: groupedCode(code) },
            { label: '姓名', value: `${maskedName}（只显示一部分）` },
            { label: '社区', value: communityName },
            { label: '服务期间', value: spanWords(checked) },
            { label: '服务次数', value: `${times} 次` },
            { label: '服务时长', value: minutesWords(counted) },
            ...(honour > 0 ? [{ label: '荣誉时长', value: minutesWords(honour) }] : []),
            { label: '开具日期', value: issuedOn },
          ]}
        />
      </Card>
    </>
  )
}
