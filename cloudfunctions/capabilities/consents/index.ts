import { consents } from '@/shared/contracts/consents'
import type { Domain } from '../../runtime/handler'
import { askUnsealing } from './ask-unsealing'
import { answerConsent } from './answer-consent'
import { confirmUnsealing } from './confirm-unsealing'
import { closeConsent } from './close-consent'
import { enterPaperAnswer } from './enter-paper-answer'
import { exportConsent } from './export-consent'
import { getConsentBoard } from './get-consent-board'
import { getConsent } from './get-consent'
import { getContact } from './get-contact'
import { listConsents } from './list-consents'
import { listContactLogs } from './list-contact-logs'
import { listContacts } from './list-contacts'
import { listMyContacts } from './list-my-contacts'
import { listUnsealings } from './list-unsealings'
import { logContact } from './log-contact'
import { makeAnswerLink } from './make-answer-link'
import { openConsent } from './open-consent'
import { proveAnswer } from './prove-answer'
import { publishConsent } from './publish-consent'
import { reassignContacts } from './reassign-contacts'
import { setSigner } from './set-signer'
import { withdrawAnswer } from './withdraw-answer'

export const domain: Domain<typeof consents> = {
  contracts: consents,
  handlers: {
    answerConsent,
    askUnsealing,
    confirmUnsealing,
    listUnsealings,
    closeConsent,
    enterPaperAnswer,
    exportConsent,
    getConsentBoard,
    getConsent,
    getContact,
    listConsents,
    listContactLogs,
    listContacts,
    listMyContacts,
    logContact,
    makeAnswerLink,
    openConsent,
    proveAnswer,
    publishConsent,
    reassignContacts,
    setSigner,
    withdrawAnswer,
  },
}
