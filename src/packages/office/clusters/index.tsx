import { useRouter } from '@tarojs/taro'
import { useMe } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { pageState } from '@/features/paging/page-state'
import { Page } from '@/ui/page'
import { ClusterDetail } from './cluster-detail'
import { ClusterList } from './cluster-list'
import './index.scss'

const noPermission = { error: { message: '这里给社区工作者看，您的身份不能打开' } }

/** Like reports on one stretch: all that wait to be looked at, or the evidence for one of them. */
export default function ClustersPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  const { offline: _isCut, ...state } = pageState(me)
  const isForbidden = me.data && !dutiesOf(me.data.person.roles).mergesClusters
  return (
    <Page title={id ? '是不是一回事' : '相似上报'} skeleton="card" {...(isForbidden ? noPermission : state)}>
      {id ? <ClusterDetail id={id} /> : <ClusterList />}
    </Page>
  )
}
