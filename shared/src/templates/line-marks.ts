/**
 * New lines in the cells of an OpenDocument file. What writes it puts each cell into one paragraph, in which a line
 * break is a space; so a pilcrow stands for it, and is read as one from every file made of that one.
 */
export const lineMark = '¶'

export const markLines = (text: string): string => text.replaceAll(/\r\n?|\n/g, ` ${lineMark} `)

export const unmarkLines = (text: string): string => text.replaceAll(/ ?¶ ?/g, '\n')
