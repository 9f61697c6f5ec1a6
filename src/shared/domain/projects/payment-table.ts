import { yuanDecimal } from '../../kernel/money'
import { neutralised } from '../issues/export-columns'
import type { Payment } from './funding'

/** The heads of the table of slips. */
export const paymentHeads = ['户', '种类', '金额', '回单编号', '日期', '原因', '是否作废']

/** A slip as a row; what was made void stays in it, so that the sum can be followed. */
export const paymentRow = ({ kind, fen, slipNumber, paidOn, reason, voided }: Payment, door: string): string[] =>
  [
    door,
    kind === 'paid' ? '缴款' : '退款',
    yuanDecimal(fen),
    slipNumber,
    paidOn,
    voided?.reason ?? reason ?? '',
    voided ? '已作废' : '',
  ].map(neutralised)
