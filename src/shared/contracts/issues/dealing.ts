import { command } from '../../kernel/capability'
import * as z from 'zod'
import { day, id, stars, words } from '../../kernel/shapes'
import { issueResults, ratingTags } from '../../kernel/vocabulary'
import { photoIds, photoRefusals } from '../files'
import { changed, moveName } from './shapes'

/** What people do with an issue once it is there. */
export const dealing = {
  moveIssue: command({
    summary: '推进一件事：开始、提交、核查、转交、退回等',
    roles: ['signedIn'],
    input: z.strictObject({
      id,
      move: moveName,
      reason: words(500, '理由').optional(),
      result: z.enum(issueResults, { error: '请选择处理结果' }).optional(),
      sentence: words(2000, '处理说明').optional(),
      /** After-photos with submit and solveOnSpot; further photos with resubmit. */
      fileIds: photoIds,
      /** Before-photo with solveOnSpot, where the report had none. */
      beforeFileIds: photoIds,
      personId: id.optional(),
      until: day.optional(),
      parentId: id.optional(),
      /** Who to turn to, when declined. */
      turnTo: words(200, '可以找谁').optional(),
    }),
    output: changed,
    refusals: {
      ISSUE_MOVE_NOT_ALLOWED: '这件事当前的状态不允许这样操作，请刷新后再看',
      ISSUE_MOVE_INCOMPLETE: '还有内容没有填写',
      ISSUE_FIXER_CANNOT_VERIFY: '处理人不能核查自己的处理结果',
      ISSUE_REPORTER_ASKED_FIRST: '先等上报人说是不是解决了，没有回音再由您核查；发现没解决，现在就可以核查不通过',
      ISSUE_REOPEN_TOO_LATE: '办结已超过可以重新打开的期限，请重新上报',
      ISSUE_REOPEN_TOO_OFTEN: '这件事已多次重新打开并转入督办，请联系社区',
      ISSUE_ALREADY_APPEALED: '这件事已经申诉过一次',
      ISSUE_MERGE_CIRCLE: '不能绕成一圈：不能合并到这件事自己，也不能合并到已经并入它的事项',
      ISSUE_MERGE_PRIVATE: '纠纷、欠薪、线索、求助和意见不公开，只能和同一类的事合并',
      ISSUE_PARENT_CLOSED: '要合并到的事项已经结束或已并入别的事项，请选择还在办理的事项',
      ISSUE_PERSON_UNFIT: '不能转给这个人，请选择在岗的工作人员',
      ISSUE_PASSED_ON_TOO_OFTEN: '这件事已转交多次，由社区来决定负责人',
      ISSUE_UNTIL_OUT_OF_RANGE: '挂起最早到明天，不超过社区定的最长挂起天数',
      FILE_SHOWN_BEFORE: '这张照片以前用过（处理前的，或上次没办好时的），请换一张这次处理之后拍的',
      ...photoRefusals,
    },
  }),
  addProgress: command({
    summary: '记一条进展，可附照片',
    roles: ['owner', 'lead'],
    input: z.strictObject({ id, text: words(2000, '进展'), fileIds: photoIds }),
    output: changed,
    refusals: { ISSUE_NOT_IN_PROGRESS: '只有处理中的事项可以记进展', ...photoRefusals },
  }),
  rateIssue: command({
    summary: '办结后由上报人评价',
    roles: ['reporter'],
    input: z.strictObject({
      id,
      stars,
      tags: z
        .array(z.enum(ratingTags, { error: '没有这个评价标签' }))
        .max(10)
        .default([]),
      text: words(500, '评价').optional(),
    }),
    output: changed,
    refusals: {
      ISSUE_NOT_CLOSED: '事情办结后才能评价',
      ISSUE_ALREADY_RATED: '您已经评价过了',
    },
  }),
}
