/** Where the phone is, measured: the browser's way is the same for marking a place and for checking in. */
export { findMe as measureMe } from './location'
