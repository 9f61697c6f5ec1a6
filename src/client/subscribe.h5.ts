/** Subscribe messages exist in WeChat only; on the web the inbox says everything. */
export const canSubscribe = false

/** Never called here. */
export const askToSubscribe = async (_templateIds: readonly string[]): Promise<string[]> => []
