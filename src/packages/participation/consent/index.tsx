import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { conflictRuleNames, matterNames } from '@/shared/kernel/consents'
import { Banner, Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page, Section } from '@/ui/page'
import { ClosedEarly } from '../closed-early'
import { Sums } from '../figures'
import { SignedRoot } from '../signed-root'
import { grouped, stateWords, unnamed, type ConsentDetail } from '../words'
import { MyHousehold } from './my-household'
import './index.scss'

const open = (page: string, id: string) => () =>
  void Taro.navigateTo({ url: `/packages/participation/${page}/index?id=${id}` })

/** One consent: what is asked, how it is counted, what my household says, and how it goes. */
export default function ConsentPage() {
  const { id = '', link } = useRouter().params
  const query = useCapability('consents.getConsent', { id, ...(link ? { link } : {}) }, { enabled: id !== '' })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const consent = query.data
  return (
    <Page title={consent?.title} skeleton="form" {...(id ? pageState(query) : unnamed)}>
      {consent && (
        <>
          <Banner tone={consent.isOpen ? 'info' : 'neutral'} icon="clock">
            {stateWords(consent, consent.now)}
          </Banner>
          {consent.closedEarly && <ClosedEarly {...consent.closedEarly} />}
          <Section title="征询内容">
            <Card>
              <View className="consent-question">{consent.question}</View>
            </Card>
          </Section>
          {consent.mine && <MyHousehold consent={consent} mine={consent.mine} link={link} />}
          <Figures consent={consent} />
          {consent.result && <SignedRoot result={consent.result} now={consent.now} />}
          <Rules consent={consent} />
        </>
      )}
    </Page>
  )
}

function Figures({ consent }: { consent: ConsentDetail }) {
  const { id, board, state, isProgressPublic, isContact, isDesk } = consent
  const isShut = state !== 'published' && !isProgressPublic
  return (
    <Section title={state === 'published' ? '结果' : '进度'}>
      {board && <Sums board={board} />}
      {isShut && <Banner tone="info">征询前说好截止前不公开进度，结果公布后在这里看。</Banner>}
      <CellGroup>
        {(board || isDesk) && state !== 'opening' && (
          <Cell icon="chart" title="各楼、每日曲线和第二百七十八条口径" onPress={open('board', id)} />
        )}
        {isContact && <Cell icon="home" title="我联系的住户" onPress={open('contacts', id)} />}
        {isDesk && consent.isOpen && <Cell icon="edit" title="收到纸质签字" onPress={open('paper', id)} />}
      </CellGroup>
    </Section>
  )
}

function Rules({ consent }: { consent: ConsentDetail }) {
  const { rule, matter, isProgressPublic, households, vacant, openedAt, frameHash, counterNames, now } = consent
  return (
    <Section title="怎么算" note="这些在征询开始前就定好，开始以后不再改。">
      <Card>
        <Facts
          items={[
            { label: '范围', value: `${households} 户，含长期空房 ${vacant} 户` },
            { label: '事项', value: matterNames[matter] },
            { label: '同意率', value: '同意的户数 ÷ 全部户数' },
            { label: '意见不同时', value: conflictRuleNames[rule] },
            { label: '进度', value: isProgressPublic ? '截止前公开' : '截止前不公开，对社区也一样' },
            {
              label: '监票人',
              value:
                counterNames.length > 0
                  ? `${counterNames.join('、')}；截止后有疑问，须两位一起才能拆封核对一户，并留下记录`
                  : '没有，任何一户都不能拆封',
            },
            ...(openedAt ? [{ label: '开始', value: momentWords(openedAt, now) }] : []),
            ...(frameHash ? [{ label: '题目和户册指纹', value: grouped(frameHash) }] : []),
          ]}
        />
      </Card>
    </Section>
  )
}
