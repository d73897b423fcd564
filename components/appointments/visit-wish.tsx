/** The ways to be seen. */
export const visitModes = ['in_person', 'video'] as const;
export type VisitMode = (typeof visitModes)[number];

export const dayParts = ['morning', 'afternoon', 'evening'] as const;
