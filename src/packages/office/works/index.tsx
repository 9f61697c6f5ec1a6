import { useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { Page } from '@/ui/page'
import { WorksForm } from './works-form'

const unnamed = { error: { message: '这个地址没有说明是哪一件事，请从事项里打开' } }
const noPermission = { error: { message: '整治工程由负责人、牵头人或社区工作者记录' } }

/** Notes the works of an issue: days, area, and the same spots before and after. */
export default function WorksPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('issues.getIssue', { id }, { enabled: id !== '', staleMinutes: 5 })
  const state = query.data && !query.data.canSetWorks ? noPermission : pageState(query)
  return (
    <Page title="整治工程" lead="天数由日期算出，头尾两天都算。" skeleton="form" {...(id ? state : unnamed)}>
      {query.data?.canSetWorks && <WorksForm issue={query.data} />}
      <PrivacyAsk />
    </Page>
  )
}
