/** Colours for charts (Government Analysis Function); each 3:1 on white, told apart without colour vision by order. */
export const categorical = ['#12436D', '#28A197', '#801650', '#F46A25'] as const

/** One series in focus, the others behind it. */
export const focusColour = '#12436D'
export const quietColour = '#6f777b'
