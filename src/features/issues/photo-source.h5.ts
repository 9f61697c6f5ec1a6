/** A phone's browser asks by itself whether to take or to choose a photo. */
export const askPhotoSource = async (): Promise<'camera' | 'album' | null> => 'album'
