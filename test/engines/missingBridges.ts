/** What older engines do not know yet: bridges that the workspace leaves out anyway. */
export abstract class ExperimentalBridge {}
export abstract class OutboundMessageBridge {}
