/** The least and the most days a resolution or a project is shown to all before it is carried out (公示). */
export const noticeDaysMin = 7
export const noticeDaysMax = 30
