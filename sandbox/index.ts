export type { Fault, FaultRequest } from './faults/fault';
export type { Delivery, Message, Size, WireEntry } from './journal/entries';
export type { Bot, BotChannel, Hook, OnCallAccount } from './platform';
export { type Sandbox, type SandboxOptions, startSandbox } from './start';
