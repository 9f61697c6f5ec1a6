import { noticeOf } from '@/shared/domain/consultations/moves'
import { castBallot } from '@/shared/domain/consultations/votes'
import { addDays, dayMs, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { colleague, desk, propose, sat, takenOn, type Told } from './consultation-story'
import { projectTalks } from './project-talks'
import type { Stage } from './stage'

const neighbours = [1, 2, 3, 4, 5, 6, 7, 8].map((grid) => `resident-grid-${grid}`)

/** The lamp at the north gate: talked over, and put to the vote of households just now. */
const lamp = (stage: Stage, today: string): Told => {
  const story = propose(stage, today, {
    name: 'lamp',
    title: '北门加一盏路灯',
    text: '北门到车棚这一段晚上没有灯，老人和放学的孩子都不好走，希望商量加一盏，装在哪、电费谁出也一起定。',
    by: 'resident-grid-6',
    as: 'resident',
    ago: 14,
    supporters: neighbours,
    comments: [
      ['resident-grid-2', '支持，冬天五点多就黑了。'],
      ['resident-grid-4', '别正对着窗户就行。'],
    ],
  })
  takenOn(story)
  sat(
    story,
    9,
    '党群服务中心二楼',
    '一、装在哪一侧；二、电费从哪里出',
    '到会住户都同意装一盏太阳能路灯，不用电费。东侧照得到台阶，西侧靠近窗户，交给全体住户表决。',
    ['resident-grid-6', 'resident-grid-2', 'resident-grid-4'],
  )
  const closesAt = startOfDay(addDays(today, 4)) + 18 * 60 * minuteMs
  const options = [
    { id: 'option-1', text: '装在门口东侧', arguments: [{ side: 'for' as const, text: '照得到台阶' }] },
    { id: 'option-2', text: '装在门口西侧', arguments: [{ side: 'against' as const, text: '离一楼窗户近' }] },
  ]
  story.move('openVote', 10, '路灯装在哪一侧', {
    vote: {
      by: 'person',
      question: '路灯装在哪一侧',
      options,
      openedAt: toInstant(story.at + 10 * dayMs),
      closesAt: toInstant(closesAt),
      isLive: true,
      households: null,
      result: null,
    },
    nextAt: toInstant(closesAt + minuteMs),
  })
  const { state } = story
  state.ballots = ['resident-grid-2', 'resident-grid-4', 'resident-grid-5'].map((personId, nth) =>
    castBallot(
      null,
      {
        _id: `ballot-lamp-${nth}`,
        communityId: state.topic.communityId,
        consultationId: state.topic._id,
        round: 1,
        personId,
        optionId: nth === 1 ? 'option-2' : 'option-1',
      },
      story.at + (11 + nth) * dayMs,
    ),
  )
  const voters = state.ballots.map(({ personId }) => personId)
  state.partakers = state.partakers.map((one) => ({ ...one, hasVoted: voters.includes(one.personId) }))
  return state
}

/** Charging for electric bicycles: just proposed. */
const charging = (stage: Stage, today: string): Told =>
  propose(stage, today, {
    name: 'charging',
    title: '车棚加装充电插座',
    text: '车棚现在只有八个插座，晚上排不上，有人飞线充电不安全。能不能加装带断电保护的插座，费用怎么摊也请大家说说。',
    by: 'resident-grid-3',
    as: 'resident',
    ago: 2,
    supporters: ['resident-grid-1', 'resident-grid-5', 'resident-grid-8'],
    comments: [['resident-grid-1', '支持，飞线太危险了。']],
  }).state

/** Quiet hours of the square: resolved, and shown to the public now. */
const square = (stage: Stage, today: string): Told => {
  const story = propose(stage, today, {
    name: 'square',
    title: '中心广场晚间活动的时间',
    text: '跳舞的想多跳会儿，家里有学生的想早点安静，请大家一起定个时间。',
    by: 'group-leader-1',
    as: 'group',
    ago: 24,
    supporters: ['resident-grid-1', 'resident-grid-2', 'resident-grid-7'],
  })
  takenOn(story, colleague)
  sat(
    story,
    12,
    '中心广场',
    '定下晚间活动的时间和音量',
    '双方都到了会：平日到 20:30，周五周六到 21:00，音量不高于 60 分贝，由舞蹈队队长负责。',
    ['resident-grid-1', 'resident-grid-7'],
  )
  story.move('resolve', 13, '', {
    resolution: {
      text: '平日晚间活动到 20:30，周五、周六到 21:00；音量不高于 60 分贝。',
      ownerId: colleague,
      dueOn: addDays(today, 20),
      at: toInstant(story.at + 13 * dayMs),
    },
  })
  const published = 21
  story.move('publish', published, '', noticeOf(7, story.at + published * dayMs))
  return story.state
}

/** A handrail at the steps: its notice is over, and it is seen to now. */
const handrail = (stage: Stage, today: string): Told => {
  const story = propose(stage, today, {
    name: 'handrail',
    title: '单元门口台阶加扶手',
    text: '门口三级台阶没有扶手，下雪天老人上下都得人搀，建议装一道不锈钢扶手。',
    by: 'resident-grid-5',
    as: 'resident',
    ago: 24,
    supporters: ['resident-grid-3', 'resident-grid-5'],
  })
  takenOn(story)
  sat(story, 8, '社区二楼会议室', '装在哪一侧、装几处', '先装 5 处，都装在右侧，不挡婴儿车。', [
    'resident-grid-5',
    'resident-grid-3',
  ])
  story.move('resolve', 9, '', {
    resolution: {
      text: '先给 5 个单元门口各装一道不锈钢扶手，装在右侧。',
      ownerId: colleague,
      dueOn: addDays(today, 20),
      at: toInstant(story.at + 9 * dayMs),
    },
  })
  story.move('publish', 10, '', noticeOf(7, story.at + 10 * dayMs))
  const dueAt = toInstant(startOfDay(addDays(today, 21)))
  story.move('startWork', 18, '', { nextAt: dueAt }, null)
  return story.state
}

/** Lamps in the stairs that hear: from a proposal to the report of what came of it. */
const stairs = (stage: Stage, today: string): Told => {
  const story = propose(stage, today, {
    name: 'stairs',
    title: '楼道灯换成声控灯',
    text: '楼道灯有的常亮有的常灭，建议统一换成声控灯，省电也不摸黑。',
    by: 'building-head-1',
    as: 'group',
    ago: 58,
    supporters: ['resident-grid-1', 'resident-grid-4', 'resident-grid-6', 'resident-grid-8'],
    comments: [['resident-grid-8', '四单元三楼的灯坏了半年了。']],
  })
  takenOn(story)
  sat(
    story,
    10,
    '社区二楼会议室',
    '换几盏、钱从哪里出',
    '共 96 盏，先换坏的和常亮的 41 盏，从专项经费出；物业负责拆装。',
    ['resident-grid-4', 'resident-grid-6'],
  )
  story.move('resolve', 11, '', {
    resolution: {
      text: '先换 41 盏声控灯，费用从专项经费列支，物业负责拆装，剩下的年底前换完。',
      ownerId: desk,
      dueOn: addDays(today, -10),
      at: toInstant(story.at + 11 * dayMs),
    },
  })
  const given = noticeOf(7, story.at + 12 * dayMs)
  story.move('publish', 12, '', given)
  story.move('startWork', 20, '', { nextAt: null }, null)
  story.move('reportBack', 40, '', {
    report: {
      text: '41 盏声控灯 18 天换完，逐层试过都亮。剩下 55 盏排在下个月，再坏的请在“上报问题”里报。',
      fileIds: [],
      at: toInstant(story.at + 40 * dayMs),
    },
    nextAt: null,
  })
  return story.state
}

/**
 * What the sample community talks over: one topic at its beginning, one at the vote, one on show, one
 * under way, and one that came to its end; and those that led to a project, meeting after meeting.
 */
export const consultations = (stage: Stage, today: string) => {
  const told = [
    ...[lamp, charging, square, handrail, stairs].map((story) => story(stage, today)),
    ...projectTalks(stage, today),
  ]
  return {
    consultations: told.map(({ topic }) => topic),
    partakers: told.flatMap(({ partakers }) => partakers),
    comments: told.flatMap(({ comments }) => comments),
    ballots: told.flatMap(({ ballots }) => ballots),
  }
}
