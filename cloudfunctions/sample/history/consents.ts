import { answerRows } from '@/shared/domain/consents/answer-table'
import { decideAnswer, decidePaper } from '@/shared/domain/consents/answer'
import {
  closed,
  counted as withCount,
  decidePublish,
  opened,
  type Consent,
  type ConsentResult,
} from '@/shared/domain/consents/consent'
import type { Digest, Entry } from '@/shared/domain/consents/entry'
import { framed, frozenSet } from '@/shared/domain/consents/freeze'
import { recount } from '@/shared/domain/consents/recount'
import type { SigningKey } from '@/shared/domain/consents/signing-key'
import type { Binding } from '@/shared/domain/residents/binding'
import type { AnswerCode } from '@/shared/kernel/consents'
import { csvText } from '@/shared/kernel/csv'
import { addDays, dayMs, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { chanceFrom, shuffled } from '../chance'
import type { Documents } from '../documents'
import { around, Play } from './consent-play'
import { draw, type Painter } from './picture'
import { ruled, type KeepFile, type Stage } from './stage'

const communityId = 'xinsheng'

/** How a root is signed; a sample brings no cryptography. */
export interface Signing {
  newKey: () => Pick<SigningKey, 'seed' | 'publicKey'>
  signed: (text: string, seed: string) => string
}

interface Asked {
  key: string
  title: string
  question: string
  estateId: string
  matter: Consent['matter']
  /** Days ago on which it began, and how many days it takes. */
  began: number
  days: number
  /** How many agree in all by the end of each day so far. */
  agreed: readonly number[]
  /** And how many said otherwise, on the third day. */
  otherwise: readonly AnswerCode[]
}

/** The parking of 鑫盛嘉园: 11 buildings, 702 households, 12 days; 682 on the eleventh, 683 on the twelfth. */
const parking: Asked = {
  key: 'parking',
  title: '鑫盛嘉园停车位改造',
  question:
    '11 栋楼前的空地改成画线停车位，新增 168 个，消防通道不占，绿地不减。费用从小区公共收益里出，不向住户收。同意的话按图施工；不同意就维持现状。',
  estateId: 'estate-1',
  matter: 'special',
  began: 20,
  days: 12,
  agreed: [96, 171, 248, 322, 391, 455, 514, 566, 611, 648, 682, 683],
  otherwise: [...Array<AnswerCode>(9).fill('disagree'), 'abstain', 'abstain'],
}

/** One that is under way, so that there is something to sign. */
const sheds: Asked = {
  key: 'sheds',
  title: '房石小区加装电动车充电棚',
  question: '在小区南侧草地边上加装两座充电棚，共 40 个插口，带烟感和自动断电。建设费由专项经费出，电费谁用谁付。',
  estateId: 'estate-2',
  matter: 'special',
  began: 4,
  days: 14,
  agreed: [11, 24, 33, 41],
  otherwise: ['disagree', 'abstain'],
}

const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高'

/** A stroke or two of ink on paper, as a signature looks from afar. */
const scrawl: Painter = (x, y) => {
  const line = 0.5 + Math.sin(x * 26) * 0.16 * Math.cos(x * 7)
  return x > 0.2 && x < 0.8 && Math.abs(y - line) < 0.012 ? [28, 26, 23] : [250, 248, 244]
}

/** The same at the foot of a printed sheet. */
const sheet: Painter = (x, y) => {
  if (x < 0.12 || x > 0.88 || y < 0.06 || y > 0.94) return [176, 164, 148]
  if (y < 0.7 && y > 0.16 && (y * 40) % 2 < 0.5 && x > 0.2 && x < 0.8) return [140, 136, 130]
  return y > 0.74 ? scrawl(x, 0.5 + (y - 0.82) * 2.4) : [250, 248, 244]
}

const play = (asked: Asked, stage: Stage, documents: Documents, today: string, digest: Digest): Play => {
  const start = startOfDay(addDays(today, -asked.began)) + 9 * 60 * minuteMs
  const _id = `consent-sample-${asked.key}`
  const signature = { fileIds: [stage.keep(`signature-${asked.key}`, draw(scrawl))], fileDigests: [digest(_id)] }
  const paper = { fileIds: [stage.keep(`paper-${asked.key}`, draw(sheet))], fileDigests: [digest(`${_id} paper`)] }
  const where = around(documents)
  const asking: Consent = {
    _id,
    communityId,
    title: asked.title,
    question: asked.question,
    matter: asked.matter,
    rule: 'latest',
    isProgressPublic: true,
    scope: {
      kind: 'buildings',
      ids: documents.buildings.filter(({ estateId }) => estateId === asked.estateId).map((one) => one._id),
    },
    groups: [],
    counters: ['hub-1', 'volunteer-1'].map((personId) => ({ personId, name: stage.actor(personId).name })),
    state: 'opening',
    salt: digest(`sample salt ${asked.key}`).slice(0, 32),
    createdAt: toInstant(start),
    createdBy: { personId: 'community-worker-1', name: stage.actor('community-worker-1').name },
    closesAt: toInstant(startOfDay(addDays(today, -asked.began + asked.days))),
    openedAt: null,
    households: 0,
    vacant: 0,
    frameHash: '',
    closedAt: null,
    publishedAt: null,
    notesUntil: null,
    notesGoneAt: null,
    dueAt: toInstant(start),
  }
  const doors = documents.households.filter(({ estateId }) => estateId === asked.estateId)
  const set = frozenSet(asking, doors, where, toInstant(start), digest)
  const { tallies, ...frame } = framed(asking, set.households, set.blocks, digest)
  const game = new Play(opened(asking, frame, start), digest)
  for (const household of set.households) game.households.set(household.householdId, household)
  for (const tally of tallies) game.tallies.set(tally.blockId, tally)

  const livesIn = new Map(
    documents.persons.flatMap((one) => (one.householdId ? [[one.householdId, one] as const] : [])),
  )
  const chance = chanceFrom(702)
  const order = shuffled(doors, chance)
  let next = 0
  const say = (answer: AnswerCode, day: number) => {
    const { _id: householdId } = order[next]!
    const now = start + day * dayMs + Math.floor(chance() * 11 * 60) * minuteMs
    const salt = digest(`${_id} ${householdId}`).slice(0, 32)
    const contact = stage.actor(game.households.get(householdId)!.contactId)
    const by = {
      actorId: contact.personId,
      actorName: contact.name,
      proprietorIds: [],
      isOwn: false,
      files: paper,
      salt,
    }
    const person = livesIn.get(householdId)
    const named = {
      signerName: `${surnames[next % surnames.length]}某`,
      as: 'proprietor',
      witnessName: `${surnames[(next + 7) % surnames.length]}某`,
    } as const
    next += 1
    game.act(householdId, now, (before, with_) =>
      person?.openid
        ? ruled(
            decideAnswer(
              before,
              {
                answer,
                actorId: person._id,
                actorName: person.name,
                proprietorIds: [person._id],
                link: null,
                files: signature,
                salt,
              },
              with_,
            ),
          )
        : ruled(decidePaper(before, { answer, ...named, ...by }, with_)),
    )
  }
  asked.agreed.forEach((agreed, day) => {
    if (day === 2) for (const answer of asked.otherwise) say(answer, day)
    const since = asked.agreed[day - 1] ?? 0
    for (let count = since; count < agreed; count += 1) say('agree', day)
  })
  // Of those who have said nothing yet, some were found and some were not.
  const asleep = order.slice(next, next + 6)
  asleep.forEach(({ _id: householdId }, at) => {
    const contact = stage.actor(game.households.get(householdId)!.contactId)
    const now = start + (asked.agreed.length - 1) * dayMs + (11 * 60 + at) * minuteMs
    game.contact(householdId, now, at % 2 === 0, { personId: contact.personId, name: contact.name })
  })
  return game
}

/** The residents one may be are owners of their homes, as their building's head has confirmed. */
const bindingsOf = (documents: Documents, stage: Stage, today: string): Binding[] => {
  const { labelOf } = around(documents)
  const at = toInstant(startOfDay(addDays(today, -200)) + 10 * 60 * minuteMs)
  return documents.persons
    .filter(
      ({ _id, householdId }) =>
        householdId && /^(resident-grid-\d|building-head-1|unit-head-1|hub-1|volunteer-1)$/.test(_id),
    )
    .map(({ _id, name, householdId }) => {
      const home = documents.households.find((one) => one._id === householdId)!
      const gridId = documents.buildings.find((one) => one._id === home.buildingId)!.gridId
      const worker = stage.actor(`worker-${gridId}`)
      const asker = { personId: _id, personName: name, householdId: home._id, householdLabel: labelOf(home) }
      return {
        _id: `binding-sample-${_id}`,
        communityId,
        ...asker,
        buildingId: home.buildingId,
        unitId: home.unitId,
        gridId,
        relation: 'proprietor' as const,
        note: '',
        state: 'approved' as const,
        requestedAt: at,
        approver: { personId: worker.personId, name: worker.name, role: 'gridWorker' as const },
        decidedAt: at,
        decidedById: worker.personId,
        decidedByName: worker.name,
        reason: null,
      }
    })
}

/** Two consents as they stand: one counted, signed and published, one under way; all of it by the rules. */
export const consents = (
  stage: Stage,
  documents: Documents,
  today: string,
  { digest, keepFile, signing }: { digest: Digest; keepFile: KeepFile; signing: Signing },
) => {
  const [done, under] = [parking, sheds].map((asked) => play(asked, stage, documents, today, digest)) as [Play, Play]
  const ended = closed(done.consent, Date.parse(done.consent.closesAt))
  const entries = new Map<string, Entry[]>()
  for (const entry of done.entries) entries.set(entry.pseudonym, [...(entries.get(entry.pseudonym) ?? []), entry])
  const { text, counted } = recount(
    {
      consent: ended,
      blocks: [...done.tallies.values()],
      households: [...done.households.values()],
      entries,
      notes: new Map(done.notes.map((note) => [note._id, note])),
    },
    digest,
  )
  const countedAt = Date.parse(ended.closesAt) + 2 * minuteMs
  const { seed, publicKey } = signing.newKey()
  const result: ConsentResult = {
    _id: ended._id,
    communityId,
    countedAt: toInstant(countedAt),
    signature: signing.signed(counted.root, seed),
    publicKey,
    isAsTallied: true,
    exportFileId: keepFile(`consents/${communityId}/${ended._id}.jsonl`, Buffer.from(text)),
    tableFileId: keepFile(`consents/${communityId}/${ended._id}.csv`, Buffer.from(csvText(answerRows(text)))),
    ...counted,
  }
  const publishedAt = countedAt + 10 * 60 * minuteMs
  const published = ruled(decidePublish(withCount(ended, countedAt), publishedAt))
  // Everybody it concerns was told long ago.
  const told = { ...published, dueAt: null }
  const plays = [done, under]
  return {
    consents: [told, under.consent],
    consentHouseholds: plays.flatMap(({ households }) => [...households.values()]),
    consentTallies: plays.flatMap(({ tallies }) => [...tallies.values()]),
    consentEntries: plays.flatMap((one) => one.entries),
    consentNotes: plays.flatMap(({ notes }) => notes),
    consentContactLogs: plays.flatMap(({ logs }) => logs),
    consentResults: [result],
    signingKeys: [{ _id: `key:${communityId}`, communityId, seed, publicKey, createdAt: toInstant(countedAt) }],
    bindings: bindingsOf(documents, stage, today),
  }
}
