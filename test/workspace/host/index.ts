export type { Reply } from './command';
export { type Host, startHost } from './host';
export { packagedApp } from './packaged';
