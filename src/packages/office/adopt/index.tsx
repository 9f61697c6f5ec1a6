import { useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { Page } from '@/ui/page'
import { AdoptForm } from './adopt-form'

const noPermission = { error: { message: '认养由社区工作者和网格员登记，您的身份不能打开' } }

/** Puts an adoption on record, perhaps out of a closed issue. */
export default function AdoptPage() {
  const { issueId = '' } = useRouter().params
  const me = useMe()
  const issue = useCapability('issues.getIssue', { id: issueId }, { enabled: issueId !== '', staleMinutes: 5 })
  const isStaff = me.data?.person.roles.some((role) => role === 'communityWorker' || role === 'gridWorker')
  const waiting = issueId && !issue.data ? pageState(issue) : pageState(me)
  return (
    <Page
      title="登记认养"
      lead="写清哪块地、谁认养、多久做一次，到哪天。到期前 7 天会提醒认养人。"
      skeleton="form"
      {...(me.data && !isStaff ? noPermission : waiting)}
    >
      {me.data && isStaff && (!issueId || issue.data) && <AdoptForm now={me.data.now} issue={issue.data} />}
      <PrivacyAsk />
    </Page>
  )
}
