export type { CommandLine, Reply } from './command';
export { toAppMessage, toAppRoom, toAppUser } from './convert';
export { type Host, startHost } from './host';
export { type PackagedVariant, packagedApp } from './packaged';
