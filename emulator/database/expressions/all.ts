import './accumulators'
import './arithmetic'
import './arrays'
import './conversions'
import './dates'
import './logic'
import './objects'
import './strings'

/** The expression language with every operator this cloud knows. */
export { compile, isTrue, knownOperators, type Expression, type Scope, type Variables } from './expression'
