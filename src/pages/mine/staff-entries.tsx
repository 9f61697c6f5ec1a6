import Taro from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import type { Me } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { Cell, CellGroup } from '@/ui/cell'

const open =
  (page: string, of = 'gridwork') =>
  () =>
    void Taro.navigateTo({ url: `/packages/${of}/${page}/index` })

const openOffice = () => void Taro.navigateTo({ url: '/packages/office/inbox/index' })

const openAccess = () => void Taro.navigateTo({ url: '/packages/office/access/index' })

/** What the posts I hold ask of me; nothing for those who hold none. */
export function StaffEntries({ me: { person } }: { me: Me }) {
  const duties = dutiesOf(person.roles)
  if (!duties.hasQueue && !duties.servesCounter) return null
  return (
    <CellGroup title="我的工作">
      {duties.supervises && (
        <Cell icon="chart" title="社区工作台" note="等着定的事、地图和台账" onPress={open('desk', 'office')} />
      )}
      {duties.hasQueue && <Cell icon="list" title="待办事项" note="按截止时间排好" onPress={open('queue')} />}
      {duties.servesCounter && (
        <Cell icon="gift" title="兑换发放" note="核对领取码、发放、盘点" onPress={open('counter', 'office')} />
      )}
      {duties.keepsCentres && !duties.servesCounter && (
        <Cell icon="gift" title="服务中心" note="兑换品、库存、发放记录" onPress={open('counter', 'office')} />
      )}
      {duties.keepsAccounts && (
        <Cell icon="person" title="积分账户" note="查明细、冲正、暂停" onPress={open('member', 'office')} />
      )}
      {duties.hasOffice && (
        <Cell icon="inbox" title="部门收件箱" note="牵头、协办、承诺和联席会" onPress={openOffice} />
      )}
      {duties.readsAccessLogs && <Cell icon="shield" title="查看记录" note="谁看过矛盾纠纷" onPress={openAccess} />}
      {duties.decidesBindings && (
        <Cell icon="key" title="住户核验" note="有人申请绑定住房，请您认一认" onPress={open('bindings')} />
      )}
      {duties.assists && (
        <Cell icon="person" title="代为上报" note="替不方便用手机的居民上报" onPress={open('assist')} />
      )}
      {duties.seesRoster && (
        <Cell
          icon="clock"
          title="值班表"
          note={duties.plansRoster ? '安排夜间和节假日谁值班' : '夜间和节假日谁值班，电话多少'}
          onPress={open('roster')}
        />
      )}
      {duties.supervises && (
        <Cell icon="flag" title="督办与超期" note="谁该回话，哪些过了时限" onPress={open('supervision', 'office')} />
      )}
      {duties.mergesClusters && (
        <Cell
          icon="pin"
          title="相似上报"
          note="同一段地方好几件，看看是不是一回事"
          onPress={open('clusters', 'office')}
        />
      )}
      {duties.plansActivities && (
        <Cell icon="team" title="活动管理" note="发起、审核活动，确认签到" onPress={open('activities', 'office')} />
      )}
      {duties.readsRates && (
        <Cell icon="list" title="办得怎么样" note="响应率、解决率、满意率" onPress={open('rates', 'office')} />
      )}
      {duties.isDesk && (
        <Cell
          icon="gift"
          title="积分总账"
          note="每晚核对的结果，发放、兑换、到期多少"
          onPress={open('books', 'office')}
        />
      )}
      {duties.isDesk && (
        <Cell
          icon="chart"
          title="志愿服务数据"
          note="多少人来、多少时长、积分进出"
          onPress={open('service', 'office')}
        />
      )}
      {duties.isDesk && (
        <Cell icon="flag" title="项目管理" note="征集、初审、公示、验收、决算" onPress={open('projects', 'office')} />
      )}
      {duties.isDesk && (
        <Cell icon="door" title="户册" note="各户门牌和面积，表格导入导出" onPress={open('households', 'office')} />
      )}
      {duties.setsCommunity && <CalendarCell />}
      {duties.setsCommunity && (
        <Cell icon="list" title="社区设置" note="时限、次数、抽查，多久和多少" onPress={open('settings', 'office')} />
      )}
      {duties.givesKeys && (
        <Cell icon="key" title="接入密钥" note="12345 等外部系统凭它上报和查询" onPress={open('api-keys', 'office')} />
      )}
      {duties.takesLeave && (
        <Cell
          icon="calendar"
          title="请假与代班"
          note={person.leave ? `已请假，由${person.leave.standInName}代班` : '离开前安排好代班人'}
          onPress={open('leave')}
        />
      )}
    </CellGroup>
  )
}

/** The table of holidays, with a red mark while one is missing. */
function CalendarCell() {
  const missing = useCapability('settings.getCalendar', {}, { staleMinutes: 60 }).data?.missingYear
  return (
    <Cell
      icon="calendar"
      title="节假日表"
      note={missing ? `${missing} 年的表还没有导入` : '放假和调休，办理时限按它算'}
      badge={missing ? 1 : 0}
      onPress={open('calendar', 'office')}
    />
  )
}
