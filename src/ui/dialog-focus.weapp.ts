/** WeChat moves the reading focus to a dialog by its role; there is no keyboard to look after. */
export function useDialogFocus(_id: string, _onClose: () => void): void {}
