import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { staffRoles } from '../kernel/roles'
import { day, id, instant, point, role } from '../kernel/shapes'
import { cellProblems, sheetInput, sheetRefusals } from './sheets'

const ring = z.array(z.tuple([z.number(), z.number()]))

export const organization = {
  listGrids: query({
    summary: '本社区的网格：名称、边界、所属党小组',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({
      grids: z.array(
        z.object({
          id,
          number: z.number().int(),
          name: z.string(),
          groupName: z.string(),
          /** GCJ-02 rings, [longitude, latitude]; the first is the outline, the others are holes. */
          rings: z.array(ring),
          centre: point,
        }),
      ),
    }),
  }),
  listPlaces: query({
    summary: '可选地点：小区、楼、单元',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({
      estates: z.array(
        z.object({
          id,
          name: z.string(),
          centre: point,
          buildings: z.array(
            z.object({
              id,
              name: z.string(),
              gridId: id,
              centre: point,
              units: z.array(z.object({ id, name: z.string() })),
            }),
          ),
        }),
      ),
    }),
  }),
  exportHouseholds: query({
    summary: '导出一个小区的户册：门牌、建筑面积、是否空置，改好可以再导入',
    roles: ['communityWorker', 'administrator'],
    input: z.strictObject({ estateId: id }),
    output: z.object({ name: z.string(), text: z.string(), rows: z.int() }),
  }),
  checkHouseholds: query({
    summary: '导入户册前看一看：哪些格子不对，会新增、改动多少户',
    roles: ['communityWorker', 'administrator'],
    input: z.strictObject(sheetInput),
    output: z.object({ problems: cellProblems, count: z.int(), added: z.int(), changed: z.int() }),
    refusals: sheetRefusals,
  }),
  importHouseholds: command({
    summary: '导入户册：门牌、建筑面积、是否空置；有一格不对就一行也不导入',
    roles: ['communityWorker', 'administrator'],
    input: z.strictObject(sheetInput),
    output: z.object({ count: z.int(), added: z.int(), changed: z.int() }),
    refusals: {
      ...sheetRefusals,
      HOUSEHOLD_ROWS_WRONG: '表里有填得不对的格子，一行也没有导入，请改好再上传',
      HOUSEHOLDS_TOO_MANY: '一次最多新增 500 户，请分成几个表导入',
    },
  }),
  getMyTeam: query({
    summary: '我的网格队伍：十种岗位由谁担任，电话能否拨打',
    roles: ['signedIn'],
    input: z.strictObject({ gridId: id.optional() }),
    output: z.object({
      grid: z.object({ id, name: z.string(), groupName: z.string(), branchName: z.string() }),
      /** True when the caller's own household decided the grid, false when it was asked for or is the first. */
      isMine: z.boolean(),
      seats: z.array(
        z.object({
          role,
          roleName: z.string(),
          holders: z.array(
            z.object({
              personId: id,
              name: z.string(),
              scopeName: z.string(),
              /** Only duty phones (工作电话) are ever here; a private number is never part of this answer. */
              dutyPhone: z.string().nullable(),
              isAway: z.boolean(),
              standInName: z.string().nullable(),
              standInPhone: z.string().nullable(),
            }),
          ),
        }),
      ),
      dutyDesk: z.object({ name: z.string(), phone: z.string(), hours: z.string() }),
    }),
  }),
  listStandIns: query({
    summary: '可以替我值班的人：同岗位、同社区、当天在岗',
    roles: staffRoles,
    input: z.strictObject({}),
    output: z.object({
      candidates: z.array(z.object({ personId: id, name: z.string(), roleName: z.string(), scopeName: z.string() })),
    }),
  }),
  setLeave: command({
    summary: '请假并指定代班人；或提前销假',
    roles: staffRoles,
    input: z.strictObject({
      /** Whose leave; oneself when absent. Only an administrator sets it for others. */
      personId: id.optional(),
      /** null ends the leave today. */
      leave: z.strictObject({ from: day, to: day, standInId: id }).nullable(),
    }),
    output: z.object({
      leave: z.object({ from: day, to: day, standInId: id, standInName: z.string() }).nullable(),
      changedAt: instant,
    }),
    refusals: {
      LEAVE_BACKWARDS: '结束日期不能早于开始日期',
      LEAVE_IN_THE_PAST: '请假不能补到今天以前',
      LEAVE_TOO_LONG: '一次请假最多 90 天',
      LEAVE_STAND_IN_SELF: '代班人不能是自己',
      LEAVE_STAND_IN_UNFIT: '代班人须是本社区同岗位、请假期间在岗的人',
      LEAVE_STAND_IN_FOR_ANOTHER: '这几天您正在替别人代班，请先让对方换人',
      LEAVE_LAST_ON_DUTY: '社区值班岗不能没有人，请先安排其他值班人员',
    },
  }),
  listRoster: query({
    summary: '值班表：夜间和节假日由谁值班，电话能否拨打',
    roles: staffRoles,
    input: z.strictObject({ from: day, to: day }),
    output: z.object({
      today: day,
      /** The roster day whose watch is under way or comes next: before opening still that of the day before. */
      running: day,
      days: z.array(
        z.object({
          day,
          isWorkingDay: z.boolean(),
          holidayName: z.string().nullable(),
          /** On watch from here up to there. */
          from: instant,
          to: instant,
          /** When it was planned last; null while nobody is planned. Whoever plans it anew says what they saw. */
          setAt: instant.nullable(),
          /** Empty while nobody is planned; then the duty post is told. */
          people: z.array(
            z.object({
              personId: id,
              name: z.string(),
              roleName: z.string(),
              dutyPhone: z.string().nullable(),
              /** On leave that day or no longer in their post, since it was planned. */
              isAway: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    refusals: {
      ROSTER_RANGE_BACKWARDS: '结束日期不能早于开始日期',
      ROSTER_RANGE_TOO_LONG: '一次最多看 62 天的值班表',
    },
  }),
  listRosterCandidates: query({
    summary: '某一天可以安排值班的人：本社区当天在岗',
    roles: ['communityWorker', 'administrator'],
    input: z.strictObject({ day }),
    output: z.object({
      candidates: z.array(z.object({ personId: id, name: z.string(), roleName: z.string(), scopeName: z.string() })),
    }),
  }),
  setRoster: command({
    summary: '安排某一天的值班人员；不选人就是清空',
    roles: ['communityWorker', 'administrator'],
    input: z.strictObject({
      day,
      personIds: z
        .array(id)
        .max(3, '一天最多安排 3 个人值班')
        .refine((ids) => new Set(ids).size === ids.length, '同一个人只能选一次'),
      /** `setAt` of the day as it was seen. */
      seenAt: instant.nullable(),
    }),
    output: z.object({ day, personIds: z.array(id), changedAt: instant }),
    refusals: {
      ROSTER_IN_THE_PAST: '只能安排今天和以后的值班',
      ROSTER_CHANGED: '这一天刚由别人安排过，请看过新的安排再改',
      ROSTER_PERSON_UNFIT: '值班人员须是本社区当天在岗的工作人员',
    },
  }),
}
