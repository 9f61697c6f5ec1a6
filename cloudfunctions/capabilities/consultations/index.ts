import { consultations } from '@/shared/contracts/consultations'
import type { Domain } from '../../runtime/handler'
import { addComment } from './add-comment'
import { attendMeeting } from './attend-meeting'
import { callMeeting } from './call-meeting'
import { cancelMeeting } from './cancel-meeting'
import { castBallot } from './cast-ballot'
import { findSimilarTopics } from './find-similar-topics'
import { getTopic } from './get-topic'
import { goBackToMeeting } from './go-back-to-meeting'
import { growProject } from './grow-project'
import { judgeWords } from './judge-words'
import { listComments } from './list-comments'
import { listHeldWords } from './list-held-words'
import { listOwners } from './list-owners'
import { listProjectMeetings } from './list-project-meetings'
import { listTopics } from './list-topics'
import { openVote } from './open-vote'
import { proposeTopic } from './propose-topic'
import { publishNotice } from './publish-notice'
import { reportBack } from './report-back'
import { resolveTopic } from './resolve-topic'
import { reviewTopic } from './review-topic'
import { setSupport } from './set-support'
import { setTopicProject } from './set-topic-project'
import { takeUpTopic } from './take-up-topic'
import { withdrawTopic } from './withdraw-topic'
import { writeMinutes } from './write-minutes'

export const domain: Domain<typeof consultations> = {
  contracts: consultations,
  handlers: {
    proposeTopic,
    listTopics,
    findSimilarTopics,
    listProjectMeetings,
    getTopic,
    setSupport,
    addComment,
    listComments,
    castBallot,
    withdrawTopic,
    attendMeeting,
    takeUpTopic,
    reviewTopic,
    callMeeting,
    cancelMeeting,
    writeMinutes,
    openVote,
    resolveTopic,
    publishNotice,
    goBackToMeeting,
    reportBack,
    setTopicProject,
    growProject,
    listOwners,
    listHeldWords,
    judgeWords,
  },
}
