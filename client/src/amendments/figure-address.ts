/** In place of the code of a figure, in the address of its form: one that has none yet. */
export const newFigure = 'new'
