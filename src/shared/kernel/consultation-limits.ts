/** The most photos the minutes of a meeting carry. */
export const minutesPhotosMax = 12

/** The most topics that hang together on one project. */
export const topicsOfProjectMax = 30
