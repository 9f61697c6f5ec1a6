const refused = '没有使用摄像头的许可（可以在浏览器的网站设置里打开）'

/** Why a browser gave no picture, in the words it is told in. */
const reasons: Readonly<Record<string, string>> = {
  NotAllowedError: refused,
  SecurityError: refused,
  NotFoundError: '这台设备没有摄像头',
  OverconstrainedError: '这台设备没有摄像头',
  NotReadableError: '摄像头正被别的程序占用',
}

/** Enough to read a code on a screen across a table, and little enough to be read several times a second. */
const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
}

/**
 * Shows the camera behind the phone in a video element, until the signal gives it back; also when it is granted only after that.
 * Answers `open`, or the beginning of a sentence that says why not. Pages without TLS are given no camera at all.
 */
export const openCamera = async (video: HTMLVideoElement, ended: AbortSignal): Promise<string> => {
  // Older browsers and pages without TLS have none, whatever the type says.
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices
  if (!devices?.getUserMedia) return '这个浏览器在这里打不开摄像头'
  try {
    const stream = await devices.getUserMedia(wanted)
    const release = () => stream.getTracks().forEach((track) => track.stop())
    if (ended.aborted) {
      release()
      return '已经关闭'
    }
    ended.addEventListener('abort', () => {
      release()
      video.srcObject = null
    })
    video.srcObject = stream
    await video.play()
    return 'open'
  } catch (error) {
    return reasons[(error as DOMException).name] ?? '摄像头没有打开'
  }
}
