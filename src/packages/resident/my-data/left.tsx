import Taro from '@tarojs/taro'
import { notesKeptYears } from '@/shared/kernel/consents'
import { dayOf } from '@/shared/kernel/time'
import { dateWords } from '@/features/issues/time-words'
import { Cell, CellGroup } from '@/ui/cell'
import type { MyData } from './my-data'

const openMyIssues = () => void Taro.navigateTo({ url: '/packages/resident/my-issues/index' })
const openNotices = () => void Taro.switchTab({ url: '/pages/inbox/index' })
const openTopics = () => void Taro.navigateTo({ url: '/packages/participation/topics/index?which=mine' })
const openConsent = (id: string) => () =>
  void Taro.navigateTo({ url: `/packages/participation/consent/index?id=${id}` })
const openBank = (page: string) => () => void Taro.navigateTo({ url: `/packages/lovebank/${page}/index` })

/** What I have left behind, how much of it, and who may see it. */
export function Left({ mine: { counts, isNewcomer, ranking, signed, now } }: { mine: MyData }) {
  return (
    <>
      <CellGroup title="您留下的" note="照片保存前已去掉拍摄地点等附带信息。">
        <Cell
          icon="report"
          title="上报的事"
          value={`${counts.issues} 件`}
          note="您和办理的人能看；公开的进度里不显示是您"
          onPress={openMyIssues}
        />
        <Cell
          icon="home"
          title="住房绑定申请"
          value={`${counts.bindings} 份`}
          note="您、楼长、单元长、网格员和社区能看"
        />
        <Cell
          icon="inbox"
          title="站内消息"
          value={`${counts.notices} 条`}
          note="只有您能看，保存两年"
          onPress={openNotices}
        />
      </CellGroup>
      {!isNewcomer && <Talks counts={counts} />}
      {signed.length > 0 && (
        <CellGroup
          title="您签过字的征询"
          note={`签名和姓名只作凭据，不给别人看，除非两位监票人一起拆封核对。结果公布满 ${notesKeptYears} 年后删除，您注销时也删除，票数不变。纸质签字不列在这里；上面是您的姓名，或您是这一户在小程序里最后一位业主的，注销时连同照片一起删除。`}
        >
          {signed.map(({ id, title, lines, lastAt }) => (
            <Cell
              key={id}
              icon="edit"
              title={title}
              value={`${lines} 次`}
              note={`最后一次 ${dateWords(dayOf(lastAt), dayOf(now))}`}
              onPress={openConsent(id)}
            />
          ))}
        </CellGroup>
      )}
      {!isNewcomer && (
        <CellGroup title="爱心银行里的">
          <Cell
            icon="gift"
            title="爱心积分"
            value={`${counts.transfers} 笔`}
            note="您和社区能看；注销后余额作废，账上不再看得出是您"
            onPress={openBank('account')}
          />
          <Cell
            icon="calendar"
            title="活动报名"
            value={`${counts.signups} 次`}
            note="您、带队人和社区能看；注销时删除"
            onPress={openBank('my-signups')}
          />
          <Cell
            icon="check"
            title="活动签到"
            value={`${counts.checkIns} 次`}
            note="您、带队人和社区能看；注销后时长还在，不再看得出是您"
          />
          <Cell
            icon="list"
            title="兑换"
            value={`${counts.redemptions} 次`}
            note="您和服务中心能看"
            onPress={openBank('redemptions')}
          />
          <Cell
            icon="report"
            title="志愿服务证明"
            value={`${counts.certificates} 份`}
            note="有编号的人能核验，姓名只显示一部分；注销时作废并去掉姓名"
            onPress={openBank('certificates')}
          />
          <Cell
            icon="team"
            title="志愿排行榜"
            value={ranking?.isListed ? '显示' : '不显示'}
            note={
              ranking
                ? `${dateWords(dayOf(ranking.at), dayOf(now))}起${ranking.isListed ? '您同意显示，随时可以关' : '您选了不显示'}`
                : '您没有同意过，不显示'
            }
            onPress={openBank('ranking')}
          />
        </CellGroup>
      )}
    </>
  )
}

/** What I said and did in consultations, and who may see it. */
function Talks({ counts }: Pick<MyData, 'counts'>) {
  return (
    <CellGroup title="居民议事里的">
      <Cell
        icon="team"
        title="提的议题"
        value={`${counts.topics} 个`}
        note="通过审核后全社区能看，显示您的名字；注销后不再看得出是您"
        onPress={openTopics}
      />
      <Cell
        icon="edit"
        title="发表的意见"
        value={`${counts.comments} 条`}
        note="通过审核后全社区能看，显示您的名字；注销后不再看得出是您"
      />
      <Cell
        icon="heart"
        title="附议"
        value={`${counts.supports} 次`}
        note="别人只看到人数；用来告诉您结果，注销时删除"
      />
      <Cell
        icon="check"
        title="投的票"
        value={`${counts.ballots} 次`}
        note="别人只看到票数；截止前您可以改，注销后票还算数，不再看得出是您"
      />
    </CellGroup>
  )
}
