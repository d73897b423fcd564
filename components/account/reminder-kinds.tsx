export const reminderKinds = ['week', 'day', 'hours'] as const;
export type ReminderKind = (typeof reminderKinds)[number];
