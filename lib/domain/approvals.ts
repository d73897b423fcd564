export const approvalStatuses = ['requested', 'approved', 'refused', 'expired', 'done'] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

/** How the admin who asks for a recovery has made sure of whom they speak with. */
export const identityChecks = ['in_person', 'video_call', 'known_number'] as const;
export type IdentityCheck = (typeof identityChecks)[number];

/** After so many days nobody agrees any more to what was asked. */
export const undecidedDays = 7;

const next: Readonly<Record<ApprovalStatus, readonly ApprovalStatus[]>> = {
  requested: ['approved', 'refused', 'expired'],
  approved: ['refused', 'done'],
  refused: [],
  expired: [],
  done: [],
};

/** Whether an approval may go from one status to another. What is refused, expired or done stays so. */
export function approvalCanBecome(from: ApprovalStatus, to: ApprovalStatus): boolean {
  return next[from].includes(to);
}

interface Asked {
  readonly status: ApprovalStatus;
  readonly user_id: string;
  readonly requested_by: string;
}

export type DecisionBar = 'decided' | 'own_request' | 'about_you';

/** Why this admin may not decide; null where they may. Nobody agrees with themself or about themself. */
export function decisionBar({ status, user_id, requested_by }: Asked, adminId: string): DecisionBar | null {
  if (!approvalCanBecome(status, 'approved')) return 'decided';
  if (requested_by === adminId) return 'own_request';
  return user_id === adminId ? 'about_you' : null;
}
